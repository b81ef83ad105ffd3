"""Cases of the random streams: every function for a few seeds in both layouts of Threefry."""

import jax
import jax.numpy as jnp
import numpy as np
from jax import random

from tensors import bit_patterns, static

ABOUT = (
    "Calls of jax.random with a key made from 'seed', in the layout that 'partitionable' tells "
    "(jax_threefry_partitionable). 'args' are array operands (choice: an operand beside 'a' is p); 'kwargs' are all "
    "other arguments under JAX's names; 'out' is the result, keys as their raw data. Floating results and operands are "
    "bit patterns. 64-bit numbers are strings; 'x64' marks calls made with 64-bit types on, which is how JAX makes "
    "64-bit results."
)

SEEDS = [0, 1, 21, 42, -1, 2**40]
SHAPES = [(), (3,), (7,), (2, 3)]
RANGES = [(0, 10), (-5, 5), (0, 1), (3, 3), (0, 2**31 - 1), (-(2**31), 2**31 - 1), (0, 256), (-100, 7)]


def calls():
    """(function's name, array operands, other arguments) of everything with 32-bit types or smaller."""
    yield "key_data", [], {}
    for num in (2, 3, 7, (2, 2)):
        yield "split", [], {"num": num}
    for data in (0, 1, 7, 2**32 - 1):
        yield "fold_in", [], {"data": data}
    for dtype in (jnp.uint8, jnp.uint16, jnp.uint32):
        for shape in SHAPES:
            yield "bits", [], {"shape": shape, "dtype": dtype}
    yield "bits", [], {"shape": (1001,), "dtype": jnp.uint32}

    for shape in SHAPES:
        yield "uniform", [], {"shape": shape}
        yield "uniform", [], {"shape": shape, "minval": -2.5, "maxval": 4.0}
        yield "normal", [], {"shape": shape}
        for name in ("gumbel", "exponential"):
            yield name, [], {"shape": shape}
    for dtype in (jnp.float16, jnp.bfloat16):
        yield "uniform", [], {"shape": (5,), "dtype": dtype}
    for bounds in ((-2.0, 2.0), (0.0, 0.5), (-1.0, float("inf"))):
        yield "truncated_normal", [], {"lower": bounds[0], "upper": bounds[1], "shape": (5,)}

    for low, high in RANGES:
        yield "randint", [], {"shape": (6,), "minval": low, "maxval": high}
    yield "randint", [], {"shape": (2, 3), "minval": 0, "maxval": 100}
    yield "randint", [], {"shape": (), "minval": 0, "maxval": 100}
    for dtype, low, high in [(jnp.uint8, 0, 255), (jnp.uint8, 3, 9), (jnp.int8, -100, 100), (jnp.uint32, 0, 1000)]:
        yield "randint", [], {"shape": (6,), "minval": low, "maxval": high, "dtype": dtype}

    yield "bernoulli", [], {"p": 0.5, "shape": (8,)}
    yield "bernoulli", [], {"p": 0.3, "shape": (2, 3)}
    yield "bernoulli", [np.array([0.0, 0.2, 0.8, 1.0], np.float32)], {}

    grid = np.arange(12, dtype=np.int32).reshape(4, 3)
    yield "permutation", [], {"x": 8}
    yield "permutation", [], {"x": 1000}
    yield "permutation", [np.array([3.5, -1.0, 0.25, 8.0, 2.0], np.float32)], {}
    yield "permutation", [grid], {}
    yield "permutation", [grid], {"axis": 1}
    yield "permutation", [grid], {"independent": True}

    weights = np.array([0.1, 0.2, 0.3, 0.4], np.float32)
    yield "choice", [], {"a": 10, "shape": (6,)}
    yield "choice", [], {"a": 10, "shape": (6,), "replace": False}
    yield "choice", [], {"a": 10, "shape": (2, 3)}
    yield "choice", [grid], {"shape": (3,)}
    yield "choice", [grid], {"shape": (2,), "replace": False, "axis": 1}
    yield "choice", [weights], {"a": 4, "shape": (6,)}
    yield "choice", [weights], {"a": 4, "shape": (3,), "replace": False}

    logits = np.log(np.array([[0.1, 0.2, 0.7], [0.5, 0.25, 0.25]], np.float32))
    yield "categorical", [logits], {}
    yield "categorical", [logits], {"axis": 0}
    yield "categorical", [logits[0]], {"shape": (6,)}
    yield "categorical", [logits], {"shape": (3, 2)}
    yield "categorical", [logits], {"shape": (2, 4, 2), "axis": -1}

    yield from distributions()


def distributions():
    """Distributions with parameters, which JAX gives derivatives by."""
    for name in ("laplace", "logistic", "cauchy", "maxwell"):
        yield name, [], {"shape": (5,)}
    yield "rademacher", [], {"shape": (9,)}
    positive = np.array([0.05, 0.5, 1.0, 3.0, 40.0], np.float32)
    for name in ("gamma", "loggamma", "chisquare", "t", "pareto", "rayleigh", "wald", "lognormal"):
        yield name, [positive], {"shape": (5,)} if name == "t" else {}
        yield name, [positive[3:4]], {"shape": (2, 3)}
    yield "gamma", [positive], {"shape": (2, 5), "dtype": jnp.float16}
    for name in ("beta", "f"):
        yield name, [positive, positive[::-1].copy()], {}
        yield name, [positive[2:4], positive[3:4]], {"shape": (3, 2)}
    yield "weibull_min", [positive, positive[::-1].copy()], {"shape": (5,)}
    yield "double_sided_maxwell", [positive[2], positive[3]], {"shape": (4,)}
    yield "double_sided_maxwell", [positive[:2], positive[3]], {"shape": (3,)}
    yield "triangular", [np.float32(-1), np.float32(0.5), np.float32(2)], {"shape": (6,)}
    yield "dirichlet", [positive], {}
    yield "dirichlet", [positive.reshape(5, 1) + positive], {"shape": (2, 5)}
    for p in (0.7, 1.0, 2.5):
        yield "generalized_normal", [], {"p": p, "shape": (4,)}
        yield "ball", [], {"d": 3, "p": p, "shape": (2,)}
    yield "ball", [], {"d": 2}

    mean = np.array([1.0, -2.0, 0.5], np.float32)
    cov = np.array([[2.0, 0.3, 0.0], [0.3, 1.0, -0.4], [0.0, -0.4, 1.5]], np.float32)
    yield "multivariate_normal", [mean, cov], {}
    yield "multivariate_normal", [mean, np.stack([cov, cov @ cov])], {"shape": (3, 2)}
    for method in ("eigh", "svd"):
        yield "multivariate_normal", [mean, cov], {"shape": (2,), "method": method}
    yield "orthogonal", [], {"n": 3}
    yield "orthogonal", [], {"n": 2, "shape": (2,)}

    rates = np.array([0.0, 0.1, 3.0, 9.5, 11.0, 250.0, 1e6], np.float32)
    yield "poisson", [rates], {}
    yield "poisson", [rates[4]], {"shape": (2, 3)}
    yield "poisson", [rates[:3]], {"dtype": jnp.uint8}
    chances = np.array([0.0, 0.02, 0.3, 0.5, 0.9, 1.0], np.float32)
    yield "geometric", [chances[1:]], {}
    yield "geometric", [chances[2]], {"shape": (2, 3)}
    for count in (0.0, 1.0, 12.0, 1000.0):
        yield "binomial", [np.float32(count), chances], {}
    yield "binomial", [np.array([-1, np.nan, np.inf, 5], np.float32), np.float32(0.4)], {}
    yield "binomial", [np.float32(50), np.float32(0.5)], {"shape": (4,)}


def wide_calls():
    """The same for 64-bit results."""
    yield "key_data", [], {}
    yield "bits", [], {"shape": (3,), "dtype": jnp.uint64}
    yield "bits", [], {"shape": (2, 3), "dtype": jnp.uint64}
    yield "uniform", [], {"shape": (3,), "dtype": jnp.float64}
    yield "uniform", [], {"shape": (2, 3), "minval": -2.5, "maxval": 4.0, "dtype": jnp.float64}
    yield "normal", [], {"shape": (3,), "dtype": jnp.float64}
    yield "randint", [], {"shape": (4,), "minval": -(10**12), "maxval": 10**12, "dtype": jnp.int64}
    yield "randint", [], {"shape": (4,), "minval": 0, "maxval": 10, "dtype": jnp.int64}
    yield "gamma", [np.array([0.3, 1.0, 7.5])], {}
    yield "loggamma", [np.array([0.01, 2.5])], {}
    yield "poisson", [np.array([2.0, 30.0])], {"shape": (3, 2)}
    yield "binomial", [np.array(20.0), np.array([0.2, 0.7])], {}


def evaluate(key, name, arrays, kwargs):
    if name == "choice" and "a" in kwargs and arrays:
        return random.choice(key, p=arrays[0], **kwargs)
    out = getattr(random, name)(key, *arrays, **kwargs)
    return random.key_data(out) if jnp.issubdtype(out.dtype, jax.dtypes.prng_key) else out


def case(seed, partitionable, name, arrays, kwargs, wide):
    out = evaluate(random.key(seed), name, [jnp.asarray(x) for x in arrays], kwargs)
    described = {"fn": name, "seed": seed, "partitionable": partitionable}
    if wide:
        described["x64"] = True
    return described | {
        "args": [bit_patterns(x) for x in arrays],
        "kwargs": {key: static(value) for key, value in kwargs.items()},
        "out": [bit_patterns(out)],
    }


def cases():
    collected = []
    for partitionable in (False, True):
        jax.config.update("jax_threefry_partitionable", partitionable)
        for wide in (False, True):
            with jax.experimental.enable_x64(wide):
                for call in wide_calls() if wide else calls():
                    collected += [case(seed, partitionable, *call, wide) for seed in SEEDS]
    return collected
