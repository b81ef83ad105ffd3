"""The rows of README.md that are programs of a few dozen operations, in JAX."""

import jax
import jax.numpy as jnp
from jax import random

MILLION = 1_000_000


def layer_norm(x, scale, shift):
    centred = x - jnp.mean(x, axis=-1, keepdims=True)
    variance = jnp.mean(centred * centred, axis=-1, keepdims=True)
    return centred / jnp.sqrt(variance + 1e-5) * scale + shift


def gelu(x):
    return 0.5 * x * (1 + jax.lax.erf(x * 0.5**0.5))


def dense(x, weights, bias):
    return gelu(x @ weights + bias)


def attention(q, k, v):
    scores = jnp.einsum("bhqd,bhkd->bhqk", q, k) * 0.125
    shifted = jnp.exp(scores - jnp.max(scores, axis=-1, keepdims=True))
    return jnp.einsum("bhqk,bhkd->bhqd", shifted / jnp.sum(shifted, axis=-1, keepdims=True), v)


def mandelbrot(real, imaginary):
    def step(i, state):
        x, y, count = state
        xx, yy = x * x, y * y
        inside = xx + yy <= 4
        return (
            jnp.where(inside, xx - yy + real, x),
            jnp.where(inside, 2 * x * y + imaginary, y),
            count + inside.astype(jnp.int32),
        )

    start = jnp.zeros_like(real)
    return jax.lax.fori_loop(0, 100, step, (start, start, start.astype(jnp.int32)))[2]


def black_scholes(spot, strike, rate, volatility, time):
    def cumulative(x):
        return 0.5 * (1 + jax.lax.erf(x * 0.5**0.5))

    width = volatility * jnp.sqrt(time)
    d1 = (jnp.log(spot / strike) + (rate + 0.5 * volatility * volatility) * time) / width
    return spot * cumulative(d1) - strike * jnp.exp(-rate * time) * cumulative(d1 - width)


def energy(places):
    difference = places[:, None] - places[None]
    distance = jnp.sqrt(jnp.sum(difference * difference, axis=-1) + 1e-3)
    return -0.5 * jnp.sum(1 / distance)


def workloads(called):
    """The rows; `called` makes a call that waits for its result."""
    x = jnp.linspace(-10, 10, MILLION)
    yield "gelu_1m", called(jax.jit(gelu), x), None
    positive, exponent = jnp.linspace(0.001, 10, MILLION), jnp.linspace(-3, 3, MILLION)
    yield "pow_1m", called(jax.jit(lambda x, y: x**y), positive, exponent), None
    yield "wave_1m", called(jax.jit(lambda x: jnp.sin(x) * jnp.exp(-x * x) + jnp.cos(x)), x), None
    relu_gradient = jax.jit(jax.vmap(jax.grad(lambda x: jnp.maximum(0, x))))
    yield "vmap_grad_relu_1m", called(relu_gradient, x), None

    square = jnp.linspace(-1, 1, 2048 * 2048).reshape(2048, 2048)
    scale, shift = jnp.linspace(0.5, 1.5, 2048), jnp.linspace(-1, 1, 2048)
    yield "layer_norm_2048", called(jax.jit(layer_norm), square, scale, shift), None
    norm_gradient = jax.jit(jax.grad(lambda x, a, b: jnp.sum(layer_norm(x, a, b) ** 2), argnums=(0, 1, 2)))
    yield "grad_layer_norm_2048", called(norm_gradient, square, scale, shift), None

    side = jnp.linspace(-1, 1, 1024 * 1024).reshape(1024, 1024)
    yield "dense_gelu_1024", called(jax.jit(dense), side, side, side[0]), None
    heads = [random.normal(random.key(i), (8, 8, 128, 64)) for i in range(3)]
    attention_gradient = jax.jit(
        jax.value_and_grad(lambda q, k, v: jnp.sum(attention(q, k, v) ** 2), argnums=(0, 1, 2))
    )
    yield "attention_grad", called(attention_gradient, *heads), None

    plane = jnp.meshgrid(jnp.linspace(-2, 0.6, 512), jnp.linspace(-1.3, 1.3, 512))
    yield "mandelbrot_512", called(jax.jit(mandelbrot), *plane), None
    ranges = [(80, 120), (90, 110), (0.01, 0.05), (0.1, 0.4), (0.2, 2)]
    option = [jnp.linspace(low, high, MILLION) for low, high in ranges]
    greeks = jax.jit(jax.value_and_grad(lambda *a: jnp.sum(black_scholes(*a)), argnums=(0, 1, 2, 3, 4)))
    yield "black_scholes_1m", called(greeks, *option), None
    bodies = random.normal(random.key(0), (512, 3))
    yield "nbody_512", called(jax.jit(jax.value_and_grad(energy)), bodies), None
