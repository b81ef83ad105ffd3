"""Cases of collectives: what the examples of a batch give each other, and what that pulls back."""

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

from tensors import tensor

ABOUT = (
    "Collectives under vmap: x has its batch along axis 0; value is what the examples get; pulled is the gradient, "
    "example by example, of the sum of value * weights."
)

SIZE = 4


def operations():
    """(name, arguments, shape of one example, function)"""
    for name in ("psum", "pmax", "pmin", "pmean"):
        yield name, {}, (2, 3), lambda x, name=name: getattr(lax, name)(x, "i")
    for tiled in (False, True):
        for axis in (0, 1, 2) if not tiled else (0, 1):
            yield "all_gather", {"axis": axis, "tiled": tiled}, (2, 3), (
                lambda x, axis=axis, tiled=tiled: lax.all_gather(x, "i", axis=axis, tiled=tiled)
            )
        for axis, shape in ((0, (SIZE, 3)), (1, (2, SIZE))) + (((1, (2, 2 * SIZE)),) if tiled else ()):
            yield "psum_scatter", {"axis": axis, "tiled": tiled}, shape, (
                lambda x, axis=axis, tiled=tiled: lax.psum_scatter(x, "i", scatter_dimension=axis, tiled=tiled)
            )
        for split, concat, shape in (
            (0, 0, (SIZE, 3)), (0, 1, (SIZE, 3)), (1, 0, (3, SIZE)), (0, 2, (SIZE, 2, 3)), (2, 0, (2, 3, SIZE)),
            (1, 2, (2, SIZE, 3)),
        ) + (((0, 1, (2 * SIZE, 3)), (1, 0, (3, 3 * SIZE))) if tiled else ()):  # fmt: skip
            yield "all_to_all", {"split": split, "concat": concat, "tiled": tiled}, shape, (
                lambda x, s=split, c=concat, tiled=tiled: lax.all_to_all(x, "i", s, c, tiled=tiled)
            )
    for pairs in ([(0, 1), (1, 2), (2, 3), (3, 0)], [(0, 2), (1, 1), (2, 3), (3, 0)]):
        yield "ppermute", {"pairs": pairs}, (3,), lambda x, pairs=pairs: lax.ppermute(x, "i", pairs)
    yield "axis_index", {}, (2,), lambda x: lax.axis_index("i") + x
    for source in (0, 2):
        # JAX 0.4.34's own stumbles over its batch; this is how its documentation defines it.
        yield "pbroadcast", {"source": source}, (2,), lambda x, source=source: lax.psum(
            jnp.where(lax.axis_index("i") == source, x, jnp.zeros_like(x)), "i"
        )


def cases():
    random = np.random.default_rng(11)
    for name, arguments, shape, f in operations():
        x = jnp.asarray(np.round(random.normal(size=(SIZE, *shape)), 2), jnp.float32)
        value = jax.vmap(f, axis_name="i")(x)
        case = {"name": name, **arguments, "x": tensor(x), "value": tensor(value)}
        if name not in ("pmax", "pmin"):
            weights = jnp.asarray(np.round(random.normal(size=value.shape), 2), jnp.float32)
            pulled = jax.vmap(jax.grad(lambda x, w: (f(x) * w).sum()), axis_name="i")(x, weights)
            # JAX 0.4.34 pulls an exchange between different axes that is not tiled back to a wrong shape.
            if pulled.shape == x.shape:
                case |= {"weights": tensor(weights), "pulled": tensor(pulled)}
        yield case
