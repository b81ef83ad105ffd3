"""Texts of arrays under jnp.printoptions: what JAX 0.4.34 with NumPy 2.1.3 prints."""

import jax.numpy as jnp
import numpy as np

from tensors import tensor

ABOUT = "Arrays, the options under which they are printed, and what str and repr give."

OPTIONS = [
    {}, {"precision": 3}, {"precision": 0}, {"suppress": True}, {"precision": 4, "suppress": True}, {"linewidth": 30},
    {"threshold": 5}, {"threshold": 5, "edgeitems": 1}, {"threshold": 10, "edgeitems": 2, "linewidth": 40, "precision": 2},
]  # fmt: skip


def cases():
    draw = np.random.default_rng(5)
    arrays = [
        draw.normal(size=12), draw.normal(size=(4, 5)) * 1000, np.array([1e-10, 1 / 3, 12.5]), np.array([1e9, 1.5]),
        np.array([1e-5, 2e-5]), np.array([np.nan, -np.inf, 0.125]), np.array(2 / 3), np.zeros((0, 3)),
    ]  # fmt: skip
    arrays = [x.astype(np.float32) for x in arrays] + [np.arange(24, dtype=np.int32).reshape(2, 3, 4) * 7]
    for x in arrays:
        for options in OPTIONS:
            array = jnp.asarray(x)
            with jnp.printoptions(**options):
                yield {"x": tensor(array), "options": options, "str": str(array), "repr": repr(array)}
