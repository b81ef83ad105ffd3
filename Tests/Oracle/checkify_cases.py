"""What jax.experimental.checkify says of functions in which something may go wrong."""

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax
from jax.experimental import checkify

from tensors import tensor

ABOUT = (
    "Functions by name (CheckifyTests.swift has the same), the errors that are looked for, the arguments, the text of the "
    "error (null for none, without a blank at its end) and the result."
)


def positive(x):
    checkify.check(x > 0, "{} must be positive, as {name} is not; {{}}", x, name=x * 2)
    return jnp.log(x)


def both(x):
    checkify.check(jnp.all(x > 0), "the first: {}", x)
    checkify.check(jnp.all(x > 1), "the second")
    return x.sum()


def branches(x):
    return lax.cond(x.sum() > 3, lambda x: positive(x[0]), lambda x: jnp.sin(x[1] / x[2]), x)


def steps(x):
    def step(total, y):
        checkify.check(y < 3, "a step with {}", y)
        return total + y, total / y

    return lax.scan(step, jnp.float32(0), x)[1]


def loop(x):
    def step(state):
        i, total = state
        checkify.check(total < 5, "total {t} in step {i}", t=total, i=i)
        return i + 1, total + x[i]

    return lax.while_loop(lambda state: state[0] < 3, step, (0, jnp.float32(0)))[1]


def predicate(x):
    return lax.while_loop(lambda y: jnp.log(y) > 0, lambda y: y - 2, x.sum())


def lookup(x):
    return x[jnp.round(x).astype(jnp.int32)] * 2


def blocks(x):
    return lax.dynamic_slice(x, (jnp.round(x[0]).astype(jnp.int32),), (2,))


def updates(x):
    return x.at[jnp.round(x).astype(jnp.int32)].add(1)


def compiled(x):
    return jax.jit(lambda y: jnp.sqrt(y) + 1)(x - 1)


def slope(x):
    return jax.grad(lambda y: (jnp.log(y) * 0).sum())(x)


def mapped(x):
    return jax.vmap(lambda y: positive(y) * 2)(x)


def custom(x):
    return jax.nn.relu(jnp.log(x)) + jax.nn.silu(x)


def checkpointed(x):
    return jax.checkpoint(lambda y: jnp.arcsin(y).sum())(x)


FUNCTIONS = [positive, both, branches, steps, loop, predicate, lookup, blocks, updates, compiled, slope, mapped, custom,
             checkpointed]  # fmt: skip
ERRORS = {
    "user": checkify.user_checks, "nan": checkify.nan_checks, "div": checkify.div_checks,
    "index": checkify.index_checks, "float": checkify.float_checks, "automatic": checkify.automatic_checks,
    "all": checkify.all_checks,
}  # fmt: skip
ARGUMENTS = [[1.0, 0.5, 2.0], [2.0, -3.0, 0.0], [0.0, 0.0, 0.0], [4.0, 3.0, 2.5], [-1.0, 5.0, 1.5]]


def text(error):
    message = error.get()
    return message and "\n".join(line.rstrip() for line in message.split("\n"))


def cases():
    for f in FUNCTIONS:
        arguments = [row[1] for row in ARGUMENTS] if f is positive else ARGUMENTS
        for given in arguments:
            x = jnp.asarray(np.asarray(given, np.float32))
            for name, errors in ERRORS.items():
                error, out = jax.jit(checkify.checkify(f, errors=errors))(x)
                yield {"f": f.__name__, "errors": name, "x": tensor(x), "error": text(error), "out": tensor(out)}
        # A batch of the watched function.
        batch = jnp.asarray(np.asarray(arguments, np.float32))
        error, out = jax.vmap(checkify.checkify(f, errors=checkify.all_checks))(batch)
        yield {"f": f.__name__, "errors": "all", "batch": True, "x": tensor(batch), "error": text(error), "out": tensor(out)}
