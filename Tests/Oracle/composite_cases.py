"""Composite programs with JAX's answers, in the corpus's form: `Composites.swift` writes the same ones by hand."""

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax, random

import corpus_case

PROGRAMS = {}


def program(*shapes, in_axes, scale=1.0, positive=()):
    """A program by its function's name, the shapes of its inputs ("key" for a key's words, "int:n" for an integer), and
    the axes of a batch."""

    def register(f):
        PROGRAMS[f.__name__] = (f, shapes, in_axes, scale, positive)
        return f

    return register


@program((3, 3), (3, 2), (3,), (3,), (5, 2), in_axes=(None, None, None, 0, 1), scale=0.6)
def rnn(w, u, b, h, xs):
    """The last state and all states of a recurrent network."""
    step = lambda h, x: (jnp.tanh(w @ h + u @ x + b),) * 2
    return lax.scan(step, h, xs)


@program((3, 3), (3, 2), (3,), (3,), (5, 2), in_axes=(0, None, None, 0, 1), scale=0.6)
def rnn_gradient(w, u, b, h, xs):
    """The same with its steps computed again in the backward pass."""
    step = jax.checkpoint(lambda p, h, x: jnp.tanh(p[0] @ h + p[1] @ x + p[2]))
    loss = lambda p: (lax.scan(lambda h, x: (step(p, h, x), (h * h).sum()), h, xs)[1]).mean()
    return jax.value_and_grad(loss)((w, u, b))


@program((2, 2), (2,), (2,), (6,), in_axes=(0, None, 0, 0), scale=0.5)
def kalman(a, h, m, ys):
    """The log-likelihood of observations by a Kalman filter, and its filtered means."""
    q, r = 0.1 * jnp.eye(2, dtype=a.dtype), 0.2

    def step(c, y):
        m, p = c
        m, p = a @ m, a @ p @ a.T + q
        s = h @ p @ h + r
        k, e = p @ h / s, y - h @ m
        m, p = m + k * e, p - jnp.outer(k, h @ p)
        return (m, p), (-0.5 * (jnp.log(2 * jnp.pi * s) + e * e / s), m)

    _, (terms, means) = lax.scan(step, (m, jnp.eye(2, dtype=a.dtype)), ys)
    return terms.sum(), means


@program((), in_axes=(0,), positive=(0,))
def cube_root(a):
    """Newton's iteration, and its number of steps."""
    more = lambda s: (jnp.abs(s[0] ** 3 - a) > 1e-3 * a) & (s[1] < 50)
    return lax.while_loop(more, lambda s: (s[0] - (s[0] ** 3 - a) / (3 * s[0] ** 2), s[1] + 1), (a + 1, 0))


@program((2,), (), in_axes=(0, 0), scale=0.7)
def van_der_pol(y, mu):
    """Twenty steps of the classical Runge–Kutta method."""
    f = lambda y: jnp.stack([y[1], mu * (1 - y[0] ** 2) * y[1] - y[0]])

    def step(i, y, h=0.1):
        k1 = f(y)
        k2 = f(y + h / 2 * k1)
        k3 = f(y + h / 2 * k2)
        k4 = f(y + h * k3)
        return y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)

    return lax.fori_loop(0, 20, step, y)


@program((5,), in_axes=(0,))
def rosenbrock(x):
    """Value, gradient, Hessian, and the Hessian times a vector."""
    f = lambda x: jnp.sum(100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2)
    product = jax.jvp(jax.grad(f), (x,), (jnp.cos(x),))[1]
    return f(x), jax.grad(f)(x), jax.hessian(f)(x), product


def call_price(s, k, t, r, sigma):
    d = (jnp.log(s / k) + (r + 0.5 * sigma**2) * t) / (sigma * jnp.sqrt(t))
    normal = lambda z: 0.5 * (1 + lax.erf(z / np.sqrt(2)))
    return s * normal(d) - k * jnp.exp(-r * t) * normal(d - sigma * jnp.sqrt(t))


@program((), (), (), (), (), in_axes=(0, None, None, 0, 0), positive=(0, 1, 2, 3, 4))
def greeks(s, k, t, r, sigma):
    """The price of an option, its five derivatives, gamma and vanna."""
    gradient = jax.grad(call_price, argnums=(0, 1, 2, 3, 4))(s, k, t, r, sigma)
    gamma = jax.grad(jax.grad(call_price))(s, k, t, r, sigma)
    vanna = jax.grad(jax.grad(call_price), argnums=4)(s, k, t, r, sigma)
    return call_price(s, k, t, r, sigma), *gradient, gamma, vanna


@program((4, 3), (4,), (4, 3), in_axes=(0, None, None), positive=(1,))
def leapfrog(x, m, v):
    """Energies and the last places of four bodies, moved by the gradient of their energy."""
    i, j = np.triu_indices(4, 1)

    def energy(x):
        d = x[i] - x[j]
        return -jnp.sum(m[i] * m[j] / jnp.sqrt(jnp.sum(d * d, axis=-1) + 0.01))

    def step(c, _):
        x, v = c
        v = v - 0.005 * jax.grad(energy)(x) / m[:, None]
        x = x + 0.01 * v
        v = v - 0.005 * jax.grad(energy)(x) / m[:, None]
        return (x, v), energy(x) + 0.5 * jnp.sum(m[:, None] * v * v)

    (x, v), energies = lax.scan(step, (x, v), None, length=5)
    return x, v, energies


@program((2, 4, 6), (6, 18), (6, 6), in_axes=(0, None, None), scale=0.5)
def attention(x, w, o):
    """Causal attention by two heads."""
    q, k, v = (a.reshape(2, 4, 2, 3).transpose(0, 2, 1, 3) for a in jnp.split(x @ w, 3, axis=-1))
    scores = jnp.einsum("bhqd,bhkd->bhqk", q, k) / np.sqrt(3)
    scores = jnp.where(jnp.tril(jnp.ones((4, 4), bool)), scores, -jnp.inf)
    return jnp.einsum("bhqk,bhkd->bqhd", jax.nn.softmax(scores), v).reshape(2, 4, 6) @ o


@program((3, 5), (5,), (5,), in_axes=(0, None, None))
def layer_norm(x, g, b):
    mean, variance = x.mean(-1, keepdims=True), x.var(-1, keepdims=True)
    return g * (x - mean) / jnp.sqrt(variance + 1e-5) + b


@program((3, 6), (6, 4), (4, 4), (2, 6), "key", in_axes=(0, None, None, None, None), scale=0.6)
def vae(x, encoder, both, decoder, key):
    """The loss of a variational autoencoder, and its gradient."""

    def loss(encoder, both, decoder):
        mean, deviation = jnp.split(jnp.tanh(x @ encoder) @ both, 2, axis=-1)
        noise = random.normal(random.wrap_key_data(key), mean.shape, mean.dtype)
        y = (mean + jnp.exp(deviation) * noise) @ decoder
        divergence = 0.5 * jnp.sum(jnp.exp(2 * deviation) + mean**2 - 1 - 2 * deviation, axis=-1)
        return jnp.mean(jnp.sum((x - jax.nn.sigmoid(y)) ** 2, axis=-1) + divergence)

    return jax.value_and_grad(loss, argnums=(0, 1, 2))(encoder, both, decoder)


@program((4, 3), (4,), (3,), (), in_axes=(0, None, None, None))
def adam(x, y, w, b):
    """Ten steps of Adam on a regression whose parameters are a dictionary; the losses, and what was found."""
    loss = lambda p: jnp.mean((jnp.tanh(x @ p["w"] + p["b"]) - y) ** 2)
    parameters = {"w": w, "b": b}

    def step(c, i):
        p, m, v = c
        value, g = jax.value_and_grad(loss)(p)
        m = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, m, g)
        v = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, v, g)
        scale = 0.1 * jnp.sqrt(1 - 0.999**i) / (1 - 0.9**i)
        return (jax.tree.map(lambda p, m, v: p - scale * m / (jnp.sqrt(v) + 1e-8), p, m, v), m, v), value

    zeros = jax.tree.map(jnp.zeros_like, parameters)
    (p, _, _), losses = lax.scan(step, (parameters, zeros, zeros), jnp.arange(1.0, 11.0, dtype=x.dtype))
    return losses, p["b"], p["w"]


@program((4, 3), (3,), "int:1", in_axes=(1, 0, 0))
def branches(x, y, i):
    """A branch chosen in every step of a loop, by an integer and by what is computed."""

    def step(c, row):
        chosen = lax.switch(i, [lambda c: c * row, lambda c: jnp.sin(c) + row, lambda c: c[::-1]], c)
        return lax.cond(chosen.sum() > 0, lambda c: 0.5 * c, lambda c: c + c * c, chosen), chosen

    return lax.scan(step, y, x, reverse=True)


@program((6,), (6,), in_axes=(0, 0), scale=0.7)
def recurrence(a, b):
    """A linear recurrence in logarithmically many steps, and what a loop gives."""
    pairs = lax.associative_scan(lambda p, q: (p[0] * q[0], p[1] * q[0] + q[1]), (a, b))
    return pairs[1], lax.scan(lambda c, x: (c * x[0] + x[1],) * 2, jnp.zeros((), a.dtype), (a, b))[1]


def write(directory):
    for x64 in (False, True):
        jax.config.update("jax_enable_x64", x64)
        cases = []
        for index, (name, (f, shapes, axes, scale, positive)) in enumerate(PROGRAMS.items()):
            draw = np.random.default_rng([7, index])
            inputs = []
            for place, shape in enumerate(shapes):
                if shape == "key":
                    inputs.append(jnp.asarray([0, 5], jnp.uint32))
                elif isinstance(shape, str):
                    inputs.append(jnp.asarray(int(shape[4:]), jnp.int32))
                else:
                    value = draw.normal(size=shape) * scale
                    value = 0.5 + np.abs(value) if place in positive else value
                    inputs.append(jnp.asarray(value, jnp.float64 if x64 else jnp.float32))
            py = f"{name}({', '.join(f'x{i}' for i in range(len(inputs)))})"
            cases.append(corpus_case.case("composites", name, int(x64), f, inputs, py=py, in_axes=[axes], seed=index))
        corpus_case.write(directory / f"composites.{'x64' if x64 else 'x32'}.jsonl", cases)
    jax.config.update("jax_enable_x64", False)
