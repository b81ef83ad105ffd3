"""What JAX answers to the nine exercises of the "JAX 101" post's notebook and to its sequel."""

import jax
import jax.numpy as jnp
from jax import grad, jit, random, value_and_grad, vmap

from tensors import tensor

ABOUT = "The exercises of the JAX 101 post, number by number, and its sequel: arrays by name, and texts."


def arrays():
    """Exercise 1"""
    yield "integers", jnp.arange(100)
    yield "polynomial", jnp.polyval(jnp.array([-3.0, 4, -2, 7]), jnp.linspace(-5, 5, 100))


def derivatives():
    """Exercise 2"""
    f = lambda x: x**3 - 3 * x**2 + 2 * x
    for name, xs in (("small", jnp.arange(0.0, 7.0)), ("wide", jnp.linspace(-10, 10, 200))):
        g = f
        for order in range(1, 5):
            g = grad(g)
            yield f"derivative {order} {name}", vmap(g)(xs)


def numbers():
    """Exercise 3"""
    yield "normal", random.normal(random.key(0), (10,))
    points = random.uniform(random.key(0), (10000, 2))
    inside = (points**2).sum(axis=1) <= 1
    yield "inside", inside.sum()
    yield "pi", 4 * inside.mean()


def compiled():
    """Exercise 4, on fewer examples"""
    x = random.normal(random.key(4), (1000, 100))
    yield "square", (x**2 + 2 * x + 1).sum(axis=0)


def products():
    """Exercise 5"""
    k1, k2, k3 = random.split(random.key(5), 3)
    a, b = random.normal(k1, (10000, 100)), random.normal(k2, (10000, 100))
    yield "dot products", vmap(jnp.dot)(a, b)[::100]
    matrix = random.normal(k3, (50, 100))
    yield "matrix vector products", vmap(jnp.dot, in_axes=(None, 0))(matrix, a)[::1000].sum(axis=1)


def rectifier():
    """Exercise 6"""
    xs = jnp.linspace(-2, 2, 9)
    yield "relu", jax.nn.relu(xs)
    yield "relu gradient", vmap(grad(jax.nn.relu))(xs)


def blobs():
    """Exercise 7"""
    k1, k2, k3, k4 = random.split(random.key(7), 4)
    x = jnp.concatenate([random.normal(k1, (50, 2)) + 2, random.normal(k2, (50, 2)) - 2])
    y = jnp.concatenate([jnp.zeros((50, 1)), jnp.ones((50, 1))])
    params = {
        "w1": random.normal(k3, (2, 16)) * 0.5, "b1": jnp.zeros(16), "w2": random.normal(k4, (16, 1)) * 0.5,
        "b2": jnp.zeros(1),
    }  # fmt: skip

    def predict(p, x):
        return jax.nn.sigmoid(jnp.tanh(x @ p["w1"] + p["b1"]) @ p["w2"] + p["b2"])

    def loss(p, x, y):
        q = jnp.clip(predict(p, x), 1e-7, 1 - 1e-7)
        return -jnp.mean(y * jnp.log(q) + (1 - y) * jnp.log(1 - q))

    @jit
    def step(p):
        value, gradient = value_and_grad(loss)(p, x, y)
        return jax.tree.map(lambda p, g: p - 0.1 * g, p, gradient), value

    losses = jnp.zeros(2000)
    for i in range(2000):
        params, value = step(params)
        losses = losses.at[i].set(value)
    yield "blob losses", losses[::100]
    yield "blob accuracy", jnp.mean((predict(params, x) > 0.5) == (y > 0.5))
    yield "blob weights", params["w2"]


def devices():
    """Exercise 8, whose values are those of vmap"""
    k1, k2 = random.split(random.key(8))
    x, y = random.normal(k1, (8, 100000)), random.normal(k2, (8, 100000))
    yield "shards", vmap(lambda x, y: jnp.sum(5 * x - y**2 + 2))(x, y)


def sequel():
    key, noise = random.split(random.key(21))
    x = jnp.linspace(-10, 10, 1000)
    y = jnp.polyval(jnp.array([1.0, -2, 1, -2]), x) + random.normal(noise, (1000,))
    x, y = x[:, None], y[:, None]
    x, y = (x - x.mean()) / x.std(), (y - y.mean()) / y.std()
    k1, k2 = random.split(key)
    params = {
        "W1": random.normal(k1, (1, 128)) * (5 / 3) / 1**0.5, "b1": jnp.zeros(128),
        "W2": random.normal(k2, (128, 1)) * (5 / 3) / 128**0.5, "b2": jnp.zeros(1),
    }  # fmt: skip

    def loss(p):
        return jnp.mean((y - (jnp.tanh(x @ p["W1"] + p["b1"]) @ p["W2"] + p["b2"])) ** 2)

    @jit
    def step(p):
        value, gradient = value_and_grad(loss)(p)
        return jax.tree.map(lambda p, g: p - 0.01 * g, p, gradient), value

    losses = []
    for epoch in range(1000):
        params, value = step(params)
        if epoch % 100 == 0:
            losses.append(value)
    yield "sequel losses", jnp.stack(losses)


def program(x):
    """Exercise 9"""
    x = x + 3
    x = x**2
    return jnp.sum(x + 21)


def cases():
    for part in (arrays, derivatives, numbers, compiled, products, rectifier, blobs, devices, sequel):
        for name, value in part():
            yield {"name": name, "value": tensor(value)}
    yield {"name": "jaxpr", "text": str(jax.make_jaxpr(program)(jnp.arange(10)))}
