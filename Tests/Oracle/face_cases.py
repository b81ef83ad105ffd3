"""Cases in the form of the conformance corpus for functions of JAX's that the corpus says nothing about: each is one
expression, which the tests run with Lanewise's public functions.

An expression is over x0, x1, … of these kinds: `f` (floats), `p` (positive floats), `i` (integers), `k` (a random key),
each followed by its shape.
"""

import jax
import jax.flatten_util
import jax.numpy as jnp
import jax.scipy
import numpy as np
from jax import lax, random

import corpus_case

# name: (expression, kinds of its inputs)
EXPRESSIONS = [
    ("jnp.sum", "jnp.sum(x0, axis=0, initial=2., where=x1 > 0)", "f(3,2) f(3,1)"),
    ("jnp.prod", "jnp.prod(x0, where=x1 > 0)", "i(3,2) f(3,2)"),
    ("jnp.max", "jnp.max(x0, axis=1, keepdims=True, initial=-3, where=x1 > 0)", "i(3,2) f(2,)"),
    ("jnp.min", "jnp.min(x0, initial=0.5, where=x1 > 0)", "f(3,2) f(3,2)"),
    ("jnp.any", "jnp.any(x0 > 0, axis=0, where=x1 > 0)", "f(3,2) f(3,2)"),
    ("jnp.all", "jnp.all(x0 > 0, axis=0, where=x1 > 0)", "f(3,2) f(3,2)"),
    ("jnp.mean", "jnp.mean(x0, axis=1, where=x1 > -0.5)", "f(3,4) f(4,)"),
    ("jnp.var", "jnp.var(x0, axis=1, ddof=1, where=x1 > -0.5)", "f(3,4) f(4,)"),
    ("jnp.nanpercentile", "jnp.nanpercentile(jnp.where(x0 > 0.5, jnp.nan, x0), 40., axis=0)", "f(5,2)"),
    ("jnp.nanargmax", "jnp.nanargmax(jnp.where(x0 > 0.5, jnp.nan, x0), axis=0)", "f(5,2)"),
    ("jnp.nanargmin", "jnp.nanargmin(jnp.log(x0), axis=1, keepdims=True)", "f(2,5)"),
    ("jnp.cumulative_sum", "jnp.cumulative_sum(x0, axis=1, include_initial=True)", "f(2,3)"),
    ("jnp.gradient", "jnp.gradient(x0, axis=0)", "f(4,3)"),
    ("jnp.gradient", "jnp.gradient(x0)", "f(4,3)"),
    ("jnp.gradient", "jnp.gradient(x0, jnp.cumsum(x1))", "f(5,) p(5,)"),
    ("jnp.unwrap", "jnp.unwrap(x0 * 5, axis=0, period=4.)", "f(5,2)"),
    ("jnp.tril_indices", "jnp.tril_indices(3, -1, 4)", ""),
    ("jnp.triu_indices", "jnp.triu_indices(3, 1, 5)", ""),
    ("jnp.tril_indices_from", "jnp.tril_indices_from(x0, 1)", "f(3,2)"),
    ("jnp.triu_indices_from", "jnp.triu_indices_from(x0)", "f(3,2)"),
    ("jnp.diag_indices", "jnp.diag_indices(2, 3)", ""),
    ("jnp.diag_indices_from", "jnp.diag_indices_from(x0)", "f(3,3)"),
    ("jnp.unravel_index", "jnp.unravel_index(x0, (2, 3))", "i(4,)"),
    ("jnp.ravel_multi_index", "jnp.ravel_multi_index((x0, x1), (2, 3), mode='clip')", "i(4,) i(4,)"),
    ("jnp.ravel_multi_index", "jnp.ravel_multi_index((x0, x1), (2, 3), mode='wrap', order='F')", "i(4,) i(4,)"),
    ("jnp.insert", "jnp.insert(x0, 1, x1, axis=1)", "f(3,2) f(3,)"),
    ("jnp.insert", "jnp.insert(x0, jnp.array([0, 2, 2]), x1)", "f(3,) f(3,)"),
    ("jnp.insert", "jnp.insert(x0, -1, 7., axis=0)", "f(3,2)"),
    ("jnp.delete", "jnp.delete(x0, 0, axis=1)", "f(2,3)"),
    ("jnp.delete", "jnp.delete(x0, np.array([0, -1]))", "f(4,)"),
    ("jnp.resize", "jnp.resize(x0, (3, 4))", "f(2,3)"),
    ("jnp.fill_diagonal", "jnp.fill_diagonal(x0, x1, inplace=False)", "f(3,4) f(2,)"),
    ("jnp.put", "jnp.put(x0, x1, x2, mode='wrap', inplace=False)", "f(2,3) i(3,) f(2,)"),
    ("jnp.place", "jnp.place(x0, x1 > 0, x2, inplace=False)", "f(2,3) f(2,3) f(2,)"),
    ("jnp.packbits", "jnp.packbits(x0 > 0, axis=0, bitorder='little')", "f(11,2)"),
    ("jnp.unpackbits", "jnp.unpackbits(x0.astype(jnp.uint8), axis=1, count=10)", "i(2,2)"),
    ("jnp.apply_over_axes", "jnp.apply_over_axes(jnp.sum, x0, [0, 2])", "f(2,3,2)"),
    ("jnp.piecewise", "jnp.piecewise(x0, [x0 < 0, x0 > 1], [lambda v: -v, 3., lambda v: v ** 2])", "f(5,)"),
    ("jnp.piecewise", "jnp.piecewise(x0, [x0 > 0, x0 > 1], [lambda v: jnp.sin(v), lambda v: 2 * v])", "f(5,)"),
    ("jnp.fromfunction", "jnp.fromfunction(lambda i, j: i * 2 + j, (2, 3), dtype=jnp.int32)", ""),
    ("jnp.block", "jnp.block([[x0, x1], [x1, x0]])", "f(2,2) f(2,2)"),
    ("jnp.block", "jnp.block([x0, x1[0]])", "f(3,) f(2,2)"),
    ("jnp.unstack", "jnp.unstack(x0, axis=1)", "f(2,3)"),
    ("jnp.vecdot", "jnp.vecdot(x0, x1, axis=0)", "f(3,2) f(3,1)"),
    ("jnp.choose", "jnp.choose(x0, [x1, x1 * 2, x1 * 3], mode='wrap')", "i(3,) f(2,3)"),
    ("jnp.repeat", "jnp.repeat(x0, jnp.abs(x1), axis=0, total_repeat_length=6)", "f(3,2) i(3,)"),
    ("jnp.nonzero", "jnp.nonzero(x0 > 0, size=4, fill_value=-1)", "f(3,2)"),
    ("jnp.nonzero", "jnp.nonzero(x0 > 0, size=2)", "f(3,2)"),
    ("jnp.flatnonzero", "jnp.flatnonzero(x0 > 0, size=4, fill_value=9)", "f(3,2)"),
    ("jnp.argwhere", "jnp.argwhere(x0 > 0, size=3)", "f(3,2)"),
    ("jnp.where", "jnp.where(x0 > 0, size=5, fill_value=7)", "f(3,2)"),
    ("jnp.unique", "jnp.unique(x0, size=3)", "i(6,)"),
    ("jnp.unique", "jnp.unique(x0, True, True, True, size=7, fill_value=-9)", "i(6,)"),
    ("jnp.union1d", "jnp.union1d(x0, x1, size=8, fill_value=50)", "i(4,) i(3,)"),
    ("jnp.setdiff1d", "jnp.setdiff1d(x0, x1, size=4, fill_value=50)", "i(6,) i(2,)"),
    ("jnp.argpartition", "jnp.sort(x0[jnp.argpartition(x0, 2)][:3])", "f(6,)"),
    ("jnp.sort_complex", "jnp.sort_complex(x0)", "f(5,)"),
    ("jnp.histogram2d", "jnp.histogram2d(x0, x1, bins=3)", "f(7,) f(7,)"),
    ("jnp.histogram2d", "jnp.histogram2d(x0, x1, bins=2, weights=x2, density=True)", "f(7,) f(7,) p(7,)"),
    ("jnp.pad", "jnp.pad(x0, ((1, 2), (0, 1)), mode='linear_ramp', end_values=3.)", "f(3,2)"),
    ("jnp.pad", "jnp.pad(x0, (2, 1), mode='median')", "f(3,3)"),
    ("jnp.pad", "jnp.pad(x0, 1, mode='mean')", "i(3,2)"),
    ("jnp.pad", "jnp.pad(x0, 1, mode='minimum')", "f(3,2)"),
    ("jnp.modf", "jnp.modf(x0 * 3)", "f(5,)"),
    ("jnp.frexp", "jnp.frexp(x0 * 1000)[0]", "f(5,)"),
    ("jnp.frexp", "jnp.frexp(jnp.array([0., jnp.inf, 1e-30, -5.5, 1e20], x0.dtype))", "f(1,)"),
    ("jnp.ldexp", "jnp.ldexp(x0, x1)", "f(4,) i(4,)"),
    ("jnp.bitwise_invert", "jnp.bitwise_invert(x0)", "i(4,)"),
    ("jnp.bitwise_left_shift", "jnp.bitwise_left_shift(x0, 2)", "i(4,)"),
    ("jnp.bitwise_right_shift", "jnp.bitwise_right_shift(x0, 1)", "i(4,)"),
    ("jnp.array_equiv", "jnp.array_equiv(x0, x0[None])", "f(3,)"),
    ("jnp.trunc", "jnp.trunc(x0)", "i(4,)"),
    ("jnp.fix", "jnp.fix(x0 * 3)", "f(4,)"),
    ("jnp.logspace", "jnp.logspace(x0, x1, 4, base=2.)", "f(2,) f(1,)"),
    ("lax.square", "lax.square(x0)", "f(3,)"),
    ("lax.dynamic_slice", "lax.dynamic_slice(x0, (jnp.int32(-2), x1), (1, 2))", "f(4,3) i()"),
    ("lax.dynamic_slice_in_dim", "lax.dynamic_slice_in_dim(x0, x1, 2, axis=1)", "f(2,4) i()"),
    ("lax.dynamic_index_in_dim", "lax.dynamic_index_in_dim(x0, x1, 1, keepdims=True)", "f(2,4) i()"),
    ("lax.dynamic_update_slice", "lax.dynamic_update_slice(x0, x1, (x2, jnp.int32(-1)))", "f(4,3) f(2,1) i()"),
    ("lax.dynamic_update_slice_in_dim", "lax.dynamic_update_slice_in_dim(x0, x1, x2, 0)", "f(4,3) f(2,3) i()"),
    ("lax.dynamic_update_index_in_dim", "lax.dynamic_update_index_in_dim(x0, x1, x2, 1)", "f(2,3) f(2,) i()"),
    ("lax.index_in_dim", "lax.index_in_dim(x0, -1, axis=1, keepdims=False)", "f(2,3)"),
    ("lax.collapse", "lax.collapse(x0, 1)", "f(2,3,2)"),
    ("lax.broadcast", "lax.broadcast(x0, (2, 1))", "f(3,)"),
    ("lax.dot", "lax.dot(x0, x1)", "f(2,3) f(3,)"),
    ("lax.batch_matmul", "lax.batch_matmul(x0, x1)", "f(2,3,2) f(2,2,4)"),
    ("lax.full_like", "lax.full_like(x0, 3)", "f(2,3)"),
    ("lax.sort_key_val", "lax.sort_key_val(x0, x1, dimension=0)", "f(4,2) f(4,2)"),
    ("jnp.poly", "jnp.poly(x0)", "f(3,)"),
    ("jnp.polydiv", "jnp.polydiv(x0, x1)", "f(5,) p(2,)"),
    ("jnp.polyfit", "jnp.polyfit(x0, x1, 2, w=x2)", "f(6,) f(6,2) p(6,)"),
    ("jnp.roots", "jnp.sort(jnp.abs(jnp.roots(x0, strip_zeros=False)))", "p(4,)"),
    ("jax.flatten_util.ravel_pytree", "jax.flatten_util.ravel_pytree({'b': x0, 'a': [x1, 2 * x0]})[0]", "f(2,3) f(2,)"),
    ("jax.tree.reduce", "jax.tree.reduce(lambda a, b: a + b.sum(), {'b': x0, 'a': (x1,)}, 0.)", "f(2,3) f(2,)"),
    ("jnp.linalg.pinv", "jnp.linalg.pinv(x0)", "f(3,2)"),
    ("jnp.linalg.multi_dot", "jnp.linalg.multi_dot([x0, x1, x2])", "f(2,3) f(3,4) f(4,)"),
    ("jnp.linalg.vector_norm", "jnp.linalg.vector_norm(x0, axis=0, ord=3)", "f(3,2)"),
    ("jnp.linalg.cond", "jnp.linalg.cond(x0)", "f(3,3)"),
    ("jnp.linalg.tensorinv", "jnp.linalg.tensorinv(x0, ind=1)", "f(4,2,2)"),
    ("jsp.linalg.cho_solve", "jsp.linalg.cho_solve(jsp.linalg.cho_factor(x0 @ x0.T + jnp.eye(3)), x1)", "f(3,3) f(3,)"),
    ("lax.linalg.triangular_solve", "lax.linalg.triangular_solve(x0 + 3 * jnp.eye(3), x1, transpose_a=True)", "f(3,3) f(2,3)"),
    # Narrow integers become float32, with 64-bit types too.
    ("jnp.sin", "jnp.sin(x0)", "i(3,)"),
    ("jnp.true_divide", "x0 / x1", "i(3,) i(3,)"),
    ("jnp.mean", "jnp.mean(x0, axis=0)", "i(3,2)"),
    ("jnp.var", "jnp.var(x0)", "i(4,)"),
    ("jnp.arctan2", "jnp.arctan2(x0, x1)", "i(3,) i(3,)"),
    ("jnp.fft.fft", "jnp.fft.fft(x0)", "i(4,)"),
    ("jnp.linalg.norm", "jnp.linalg.norm(x0)", "i(4,)"),
    ("jnp.deg2rad", "jnp.deg2rad(x0)", "i(3,)"),
    ("jnp.median", "jnp.median(x0)", "i(4,)"),
    ("jnp.average", "jnp.average(x0)", "i(4,)"),
    ("jnp.cov", "jnp.cov(x0)", "i(3,4)"),
    ("jnp.interp", "jnp.interp(x0, jnp.arange(4, dtype=jnp.int32), x1)", "i(4,) i(4,)"),
    ("jnp.logaddexp", "jnp.logaddexp(x0, x0)", "i(4,)"),
    ("jsp.special.expit", "jsp.special.expit(x0)", "i(4,)"),
    ("jax.nn.softmax", "jax.nn.softmax(x0)", "i(4,)"),
    ("jnp.linspace", "jnp.linspace(x0, x1, 3)", "i(2,) i(2,)"),
]  # fmt: skip


def inputs(kinds, seed, dtype):
    draw = np.random.default_rng([11, seed])
    for kind in kinds.split():
        shape = eval(kind[1:])
        if kind[0] == "i":
            yield jnp.asarray(draw.integers(-3, 9, shape), jnp.int32)
        elif kind[0] == "k":
            yield jnp.asarray([0, seed], jnp.uint32)
        else:
            value = np.asarray(draw.normal(size=shape))
            yield jnp.asarray(0.5 + np.abs(value) if kind[0] == "p" else value, dtype)


SCOPE = {"jax": jax, "jnp": jnp, "jsp": jax.scipy, "lax": lax, "random": random, "np": np}


def write(directory, group="face", expressions=EXPRESSIONS, scope=SCOPE, source=None):
    """Expressions may have a fourth part: words that say of what there is nothing to compare. "x64": float32, where
    rounding decides; "values": derivatives; "alone": batches."""
    for x64 in (False, True):
        jax.config.update("jax_enable_x64", x64)
        cases = []
        for index, (name, text, kinds, *words) in enumerate(expressions):
            words = " ".join(words).split()
            if "x64" in words and not x64:
                continue
            given = list(inputs(kinds, index, jnp.float64 if x64 else jnp.float32))
            names = ", ".join(f"x{place}" for place in range(len(given)))
            f = eval(f"lambda {names}: {text}", scope)
            axes = [tuple(0 for _ in given)] if given and "alone" not in words else []
            case = corpus_case.case(
                group, name, index, f, given, py=text, src=source, in_axes=axes, seed=index,
                derivatives="values" not in words,
            )  # fmt: skip
            # Through the public function alone: the jaxpr is of what the corpus covers.
            cases.append({k: v for k, v in case.items() if k != "jaxpr"} | {"id": f"{group}/{name}/{index}/{int(x64)}"})
        corpus_case.write(directory / f"{group}.{'x64' if x64 else 'x32'}.jsonl", cases)
    jax.config.update("jax_enable_x64", False)
