"""Cases of NumPy's index language: what JAX reads from, and writes into, an array."""

import jax
import jax.numpy as jnp
import numpy as np

from tensors import tensor

ABOUT = (
    "x[index], x.at[index].set/add/multiply/min/max(value), and 'pulled', the gradient of sum(x[index] * weights), all "
    "by JAX. An index is a list of: an integer, \"all\", \"...\", \"new\", {'slice': [start, stop, step]}, "
    "{'array': tensor} of integers, or {'mask': tensor}."
)


def slices(rng, extent):
    def bound():
        return None if rng.random() < 0.3 else int(rng.integers(-extent - 2, extent + 3))

    step = int(rng.choice([1, 1, 1, 2, 3, -1, -2]))
    return {"slice": [bound(), bound(), step]}


def random_index(rng, shape):
    """An index of random parts that NumPy accepts, and what of `shape` it leaves for broadcasting arrays."""
    parts, axis = [], 0
    common = [(), (2,), (2, 1), (3,), (2, 3)][rng.integers(5)]
    ellipsis = rng.random() < 0.25
    while axis < len(shape):
        kind = rng.random()
        if kind < 0.12:
            parts.append("new")
            continue
        if ellipsis and kind < 0.3:
            parts.append("...")
            ellipsis = False
            axis += int(rng.integers(0, len(shape) - axis + 1))
            continue
        if kind < 0.4:
            parts.append(int(rng.integers(-shape[axis], shape[axis])))
        elif kind < 0.5:
            parts.append("all")
        elif kind < 0.72:
            parts.append(slices(rng, shape[axis]))
        elif kind < 0.94:
            own = common[int(rng.integers(0, len(common) + 1)) :]
            array = rng.integers(-shape[axis], shape[axis], size=own).astype(np.int32)
            parts.append({"array": array})
        elif common in ((), (2,)):
            mask = np.zeros(shape[axis], bool)
            mask[rng.choice(shape[axis], size=2, replace=False)] = True
            parts.append({"mask": mask})
        else:
            continue
        axis += 1
        if rng.random() < 0.15:
            break
    return parts


def python_index(parts):
    def one(part):
        if isinstance(part, int):
            return part
        if isinstance(part, str):
            return {"all": slice(None), "...": Ellipsis, "new": None}[part]
        if "slice" in part:
            return slice(*part["slice"])
        return part.get("array", part.get("mask"))

    return tuple(one(part) for part in parts)


def described(part):
    if isinstance(part, dict) and "slice" not in part:
        ((key, value),) = part.items()
        return {key: tensor(value)}
    return part


def case(rng, shape, parts):
    x = rng.integers(-9, 10, size=shape).astype(np.float32)
    index = python_index(parts)
    out = jnp.asarray(x)[index]
    assert np.array_equal(out, x[index])
    value = rng.integers(-9, 10, size=out.shape).astype(np.float32)
    weights = rng.integers(-9, 10, size=out.shape).astype(np.float32)
    pulled = jax.grad(lambda x: (x[index] * weights).sum())(x)
    at = jnp.asarray(x).at[index]
    updates = {name: tensor(getattr(at, name)(value)) for name in ("set", "add", "multiply", "min", "max")}
    return {
        "index": [described(part) for part in parts], "x": tensor(x), "out": tensor(out), "value": tensor(value),
        "weights": tensor(weights), "pulled": tensor(pulled),
    } | updates  # fmt: skip


def cases():
    rng = np.random.default_rng(7)
    shapes = [(4,), (3, 4), (2, 3, 4), (3, 2, 4, 2)]
    collected = []
    while len(collected) < 240:
        shape = shapes[len(collected) % len(shapes)]
        parts = random_index(rng, shape)
        try:
            collected.append(case(rng, shape, parts))
        except (IndexError, ValueError, TypeError):
            pass  # not a valid index
    return collected
