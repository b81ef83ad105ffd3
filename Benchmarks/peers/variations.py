"""The rows of `Sources/bench/Variations` in JAX or NumPy: `variations.py jax|numpy [REGEX]`. Prints JSON lines.

A row is a function of the module (`jax.numpy` or `numpy`) and its operands; JAX's is jitted unless its name says that it
is eager. Rows that NumPy has no word for, or that would be a program of another kind there, are JAX's alone.
"""

import sys
from functools import partial

import numpy as np

from harness import report

SIDE = sys.argv.pop(1)
if SIDE == "jax":
    import jax
    import jax.numpy as jnp
    from jax import lax, nn, random
    from jax.scipy import special

    from jax_programs import attention, layer_norm  # noqa: F401
MILLION = 1_000_000
ROWS = []
generator = np.random.default_rng(0)


def row(name, f, *operands, numpy=True):
    """`numpy` is False for rows of JAX alone, or NumPy's own function of the operands."""
    ROWS.append((name, f, operands, numpy))


def jaxrow(name, f, *operands):
    ROWS.append((name, f, operands, False))


def normal(*shape):
    return generator.standard_normal(shape, dtype=np.float32)


def line(low, high, count=MILLION):
    return np.linspace(low, high, count, dtype=np.float32)


x, unit, positive = line(-3, 3), line(-0.99, 0.99), line(0.01, 4)
table = normal(1000, 1000)
whole = generator.integers(0, 1000, MILLION, dtype=np.int32)


def softmax(m, x, axis=-1):
    shifted = m.exp(x - x.max(axis=axis, keepdims=True))
    return shifted / shifted.sum(axis=axis, keepdims=True)


def norm(m, x, scale, shift):
    centred = x - x.mean(-1, keepdims=True)
    return centred / m.sqrt((centred * centred).mean(-1, keepdims=True) + np.float32(1e-5)) * scale + shift


def functions():
    for name in "cos tan expm1 exp2 sinh cosh arctan arcsinh cbrt floor rint abs sign sinc".split():
        row(f"f_{name}", lambda m, x, name=name: getattr(m, name)(x), x)
    for name in "arcsin arccos arctanh".split():
        row(f"f_{name}", lambda m, x, name=name: getattr(m, name)(x), unit)
    for name in "sqrt log2 log10 log1p reciprocal".split():
        row(f"f_{name}", lambda m, x, name=name: getattr(m, name)(x), positive)
    row("f_arccosh", lambda m, x: m.arccosh(x + 1), positive)
    row("f_cube", lambda m, x: x**3, x)
    row("f_seventh", lambda m, x: x**7, x)
    row("f_clip", lambda m, x: m.clip(x, -1, 1), x)
    row("f_polynomial", lambda m, x: (((x * 2 + 1) * x - 3) * x + 0.5) * x, x)
    row("f_power_1_5", lambda m, x: x**1.5, positive)
    row("f_entropy", lambda m, x: -(x * m.log(x)), positive)
    row("f_sigmoid", lambda m, x: nn.sigmoid(x), x, numpy=lambda x: 1 / (1 + np.exp(-x)))
    row("f_softplus", lambda m, x: nn.softplus(x), x, numpy=lambda x: np.logaddexp(x, 0))
    row("f_silu", lambda m, x: nn.silu(x), x, numpy=lambda x: x / (1 + np.exp(-x)))
    jaxrow("f_gelu_tanh", lambda m, x: nn.gelu(x), x)
    jaxrow("f_elu", lambda m, x: nn.elu(x), x)
    jaxrow("f_erf", lambda m, x: lax.erf(x), x)
    jaxrow("f_erfc", lambda m, x: lax.erfc(x), x)
    jaxrow("f_erf_inv", lambda m, x: lax.erf_inv(x), unit)
    jaxrow("f_rsqrt", lambda m, x: lax.rsqrt(x), positive)
    jaxrow("f_lgamma", lambda m, x: lax.lgamma(x), positive)
    jaxrow("f_digamma", lambda m, x: lax.digamma(x), positive)
    jaxrow("f_grad_gelu", lambda m, x: jax.vmap(jax.grad(lambda x: 0.5 * x * (1 + lax.erf(x * 0.7071))))(x), x)
    jaxrow("f_grad_softplus", lambda m, x: jax.vmap(jax.grad(nn.softplus))(x), x)
    jaxrow("f_second_derivative", lambda m, x: jax.vmap(jax.grad(jax.grad(lambda x: jnp.tanh(x) * x)))(x), x)
    for name in "arctan2 hypot logaddexp remainder floor_divide maximum less".split():
        row(f"f_{name}", lambda m, x, y, name=name: getattr(m, name)(x, y), x, positive)
    row("f_where", lambda m, x, y: m.where(x > y, x, y * 2), x, positive)
    row("f_lerp", lambda m, x, y, t: x + (y - x) * t, x, positive, unit)


def sizes_and_dtypes():
    functions = {
        "add": lambda m, x: x + 1.5,
        "exp": lambda m, x: m.exp(x),
        "sin": lambda m, x: m.sin(x),
        "tanh": lambda m, x: m.tanh(x),
        "log": lambda m, x: m.log(m.abs(x) + 1),
        "gelu": lambda m, x: 0.5 * x * (1 + lax.erf(x * 0.7071)),
        "wave": lambda m, x: m.sin(x) * m.exp(-x * x) + m.cos(x),
        "post_f": lambda m, x: ((x + 2) ** 2 - 4).sum(),
        "sqrt": lambda m, x: m.sqrt(m.abs(x)),
        "power": lambda m, x: m.abs(x) ** 1.3,
        "relu_gradient": lambda m, x: jax.vmap(jax.grad(lambda x: jnp.maximum(0, x)))(x),
    }
    alone = {"gelu", "relu_gradient"}
    for count in [1000, 10_000, 100_000, 10_000_000]:
        for name, f in functions.items():
            row(f"{name}_{count}", f, line(-3, 3, count), numpy=name not in alone)
    for name, f in functions.items():
        row(f"{name}_float64", f, x.astype(np.float64), numpy=name not in alone)
        row(f"{name}_float16", f, x.astype(np.float16), numpy=name not in alone)
        jaxrow(f"{name}_bfloat16", lambda m, x, f=f: f(m, x), ("bfloat16", x))
    for name in ["add", "exp", "sin"]:
        row(f"{name}_complex64", functions[name], (x + 1j * unit).astype(np.complex64))
    z = (x + 1j * unit).astype(np.complex64)
    row("abs_complex64", lambda m, z: m.abs(z), z)
    row("power_of_complex64", lambda m, z: m.real(m.conj(z) * z), z)
    row("divide_complex64", lambda m, z: z / (z + 2), z)


def integers():
    y = whole[::-1].copy() + np.int32(1)
    for name in "add multiply floor_divide remainder maximum equal".split():
        row(f"i_{name}", lambda m, x, y, name=name: getattr(m, name)(x, y), whole, y)
    row("i_xor_shift", lambda m, x, y: (x ^ (x << 3)) & y, whole, y)
    row("i_popcount", lambda m, x: m.bitwise_count(x), whole)
    row("i_to_float", lambda m, x: x.astype(np.float32), whole)
    row("i_from_float", lambda m, x: x.astype(np.int32), x)
    row("i_to_uint8", lambda m, x: x.astype(np.uint8), whole)
    row("i_square_int64", lambda m, x: x * x + 1, whole.astype(np.int64))
    row("i_add_uint8", lambda m, x: x + 7, whole.astype(np.uint8))
    row("i_not", lambda m, x: m.logical_not(x), whole > 500)
    row("i_remainder_7", lambda m, x: x % 7, whole)
    row("i_remainder_8", lambda m, x: x % 8, whole)
    row("i_divide_10", lambda m, x: x // 10, whole)
    row("i_divide_10_int64", lambda m, x: x // 10, whole.astype(np.int64))
    row("i_remainder_10_uint32", lambda m, x: x % 10, whole.astype(np.uint32))


def reductions():
    shapes = {
        "square": table,
        "wide": normal(100, 10_000),
        "tall": normal(10_000, 100),
        "float64": table.astype(np.float64),
        "int32": whole.reshape(1000, 1000),
    }
    for shape, a in shapes.items():
        for name in "sum max mean prod var any".split():
            if shape == "int32" and name in ("mean", "var"):
                continue
            for suffix, axis in [("all", (0, 1)), ("0", 0), ("1", 1)]:
                row(f"r_{name}_{suffix}_{shape}", lambda m, x, name=name, axis=axis: getattr(m, name)(x, axis=axis), a)
        row(f"r_argmax_0_{shape}", lambda m, x: m.argmax(x, axis=0), a)
        row(f"r_argmax_1_{shape}", lambda m, x: m.argmax(x, axis=1), a)
    cube = normal(128, 128, 128)
    for name in ["sum", "max"]:
        for suffix, axis in [("1", 1), ("02", (0, 2)), ("2", 2)]:
            row(f"r_{name}_cube_{suffix}", lambda m, x, name=name, axis=axis: getattr(m, name)(x, axis=axis), cube)
    row("r_narrow_1", lambda m, x: x.sum(1), normal(300_000, 3))
    row("r_narrow_0", lambda m, x: x.sum(0), normal(300_000, 3))
    row("r_sum_10m", lambda m, x: x.sum(), normal(10_000_000))
    row("r_sum_100k", lambda m, x: x.sum(), normal(100_000))
    jaxrow("r_sum_bfloat16", lambda m, x: x.sum(), ("bfloat16", x))
    row("r_dot", lambda m, x, y: (x * y).sum(), x, positive)
    jaxrow("r_logsumexp", lambda m, x: jax.scipy.special.logsumexp(x, axis=1), table)
    row("r_norm", lambda m, x: m.linalg.norm(x, axis=1), table)
    row("r_std", lambda m, x: x.std(0), table)
    row("r_count", lambda m, x: (x > 0).astype(np.int32).sum(), table)
    row("r_distance", lambda m, x, y: m.sqrt(((x - y) ** 2).sum()), x, positive)
    jaxrow("r_mean_of_squares_grad", lambda m, x: jax.grad(lambda x: jnp.mean(x * x))(x), x)
    jaxrow("r_max_grad", lambda m, x: jax.grad(lambda x: jnp.sum(jnp.max(x, axis=1)))(x), table)

    row("c_cumsum_0", lambda m, x: m.cumsum(x, axis=0), table)
    row("c_cumsum_1", lambda m, x: m.cumsum(x, axis=1), table)
    row("c_cumsum_float64", lambda m, x: m.cumsum(x), x.astype(np.float64))
    row("c_cumsum_int32", lambda m, x: m.cumsum(x), whole)
    row("c_cumsum_10k", lambda m, x: m.cumsum(x), normal(10_000))
    row("c_cumprod", lambda m, x: m.cumprod(x), x)
    row("c_cummax", lambda m, x: lax.cummax(x), x, numpy=np.maximum.accumulate)
    row("c_cumlogsumexp", lambda m, x: lax.cumlogsumexp(x), x, numpy=np.logaddexp.accumulate)
    row("c_diff", lambda m, x: m.diff(x), x)


def normalisations():
    row("n_softmax_128_1000", softmax, normal(128, 1000))
    row("n_softmax_64_32000", softmax, normal(64, 32_000))
    row("n_softmax_heads", softmax, normal(8, 8, 128, 128))
    row("n_softmax_axis_0", partial(softmax, axis=0), table)
    row("n_softmax_float64", softmax, table.astype(np.float64))
    jaxrow("n_log_softmax", lambda m, x: nn.log_softmax(x), table)
    rows, scale, shift = normal(4096, 768), line(0.5, 1.5, 768), line(-1, 1, 768)
    row("n_layer_norm", norm, rows, scale, shift)
    row("n_layer_norm_float64", norm, *(a.astype(np.float64) for a in (rows, scale, shift)))

    def rms(m, x, scale):
        return x * (1 / m.sqrt((x * x).mean(-1, keepdims=True) + np.float32(1e-6))) * scale

    row("n_rms_norm", rms, rows, scale)
    row("n_batch_norm", lambda m, x, a, b: (x - x.mean(0)) / m.sqrt(x.var(0) + np.float32(1e-5)) * a + b, rows, scale, shift)
    jaxrow("n_grad_softmax", lambda m, x: jax.grad(lambda x: jnp.sum(softmax(jnp, x) ** 2))(x), table)
    jaxrow("n_grad_rms_norm", lambda m, x, s: jax.grad(lambda x: jnp.sum(rms(jnp, x, s) ** 2))(x), rows, scale)

    def cross_entropy_grad(m, scores, labels):
        return jax.grad(lambda x: -jnp.mean(jnp.take_along_axis(nn.log_softmax(x), labels[:, None], axis=1)))(scores)

    jaxrow("n_cross_entropy_grad", cross_entropy_grad, table, whole[:1000])
    row("n_standardise", lambda m, x: (x - x.mean()) / x.std(), x)
    row("n_minmax", lambda m, x: (x - x.min(0)) / (x.max(0) - x.min(0)), table)


def copied(f):
    """NumPy's view, copied, as the others make an array."""
    return lambda *operands: f(np, *operands).copy()


def moves():
    cube = normal(100, 100, 100)

    def move(name, f, *operands):
        row(name, f, *operands, numpy=copied(f))

    for axes in [(2, 0, 1), (1, 0, 2), (0, 2, 1), (2, 1, 0)]:
        move("m_transpose_" + "".join(map(str, axes)), lambda m, x, axes=axes: m.transpose(x, axes), cube)
    move("m_transpose_1000", lambda m, x: x.T, table)
    move("m_transpose_float64", lambda m, x: x.T, table.astype(np.float64))
    move("m_transpose_thin", lambda m, x: x.T, normal(300_000, 3))
    move("m_transpose_heads", lambda m, x: m.transpose(x, (0, 2, 1, 3)), normal(8, 128, 8, 64))
    row("m_transpose_add", lambda m, x: x.T + x, table)
    move("m_flip", lambda m, x: m.flip(x, 1), table)
    row("m_roll", lambda m, x: m.roll(x, 1000), x)
    row("m_transpose_scale_float64", lambda m, x: x.T * 2, table.astype(np.float64))
    row("m_transpose_scale_wide", lambda m, x: x.T * 2, normal(7, 100_000))
    row("m_transpose_scale_uint8", lambda m, x: x.T + np.uint8(1), table.astype(np.int32).astype(np.uint8))
    row("m_planes_to_pixels", lambda m, x: x.transpose(1, 2, 0) * 2, normal(3, 500, 500))
    row("m_pad", lambda m, x: m.pad(x, 3), table)
    row("m_pad_pixels", lambda m, x: m.pad(x, 1), normal(400, 400, 3))
    row("m_concatenate_1", lambda m, x: m.concatenate([x, x], axis=1), table)
    row("m_stack_last", lambda m, x, y: m.stack([x, y], axis=-1), x, unit)
    row("m_tile", lambda m, x: m.tile(x, 2), x)
    row("m_tile_matrix", lambda m, x: m.tile(x, (2, 2)), table)
    row("m_repeat", lambda m, x: m.repeat(x, 2), x)
    row("m_outer_add", lambda m, x: x[:, None] + x, normal(1000))
    move("m_stride", lambda m, x: x[::3], x)
    move("m_reverse", lambda m, x: x[::-1], x)
    move("m_columns", lambda m, x: x[:, 100:900], table)
    row("m_tril", lambda m, x: m.tril(x), table)
    row("m_triu_sum", lambda m, x: m.triu(x).sum(), table)

    def set_slice(x):
        y = x.copy()
        y[1000:500_000] = 1
        return y

    row("m_set_slice", lambda m, x: x.at[1000:500_000].set(1), x, numpy=set_slice)
    row("m_differences", lambda m, x: x[:, 1:] - x[:, :-1], table)
    row(
        "m_laplacian",
        lambda m, x: x[1:-1, 2:] + x[1:-1, :-2] + x[2:, 1:-1] + x[:-2, 1:-1] - 4 * x[1:-1, 1:-1],
        table,
    )
    row(
        "m_blur",
        lambda m, x: (x[:998, :998] + x[1:999, :998] + x[2:, :998] + x[:998, 1:999] + x[1:999, 1:999]) / 5,
        table,
    )
    row("m_outer_distance", lambda m, x: m.abs(x[:, None] - x), normal(1000))
    row("m_pad_edge", lambda m, x: m.pad(x, 8, mode="edge"), table)
    row("m_pad_reflect", lambda m, x: m.pad(x, 8, mode="reflect"), table)
    row("m_kron", lambda m, x: m.kron(x, m.ones((10, 10), np.float32)), table[:100, :100].copy())
    row("m_rolls", lambda m, x: m.roll(x, 1, 0) + m.roll(x, -1, 0) + m.roll(x, 1, 1) + m.roll(x, -1, 1), table)


def places():
    many = generator.integers(0, MILLION, MILLION, dtype=np.int32)
    rows = generator.integers(0, 10_000, 100_000, dtype=np.int32)
    embeddings = normal(10_000, 64)
    few = generator.integers(0, 1000, 500, dtype=np.int32)
    row("p_gather_float64", lambda m, x, i: x[i], x.astype(np.float64), many)
    row("p_gather_int32", lambda m, x, i: x[i], whole, many)
    row("p_gather_10k", lambda m, x, i: x[i], normal(10_000), rows[:10_000].copy())
    row("p_embedding", lambda m, x, i: x[i], embeddings, rows)
    jaxrow("p_embedding_grad", lambda m, x, i: jax.grad(lambda t: jnp.sum(t[i] ** 2))(x), embeddings, rows)
    row("p_columns", lambda m, x, i: x[:, i], table, few)
    row("p_rows_of_4", lambda m, x, i: x[i], table[:, :4].copy(), many % 1000)
    row("p_points", lambda m, x, i, j: x[i, j], table, many % 1000, whole)
    row("p_take_along", lambda m, x, i: m.take_along_axis(x, i, axis=1), table, whole.reshape(1000, 1000))
    jaxrow("p_one_hot", lambda m, i: nn.one_hot(i, 100), whole[:10_000])
    jaxrow("p_scatter_rows", lambda m, x, i: jnp.zeros((10_000, 16)).at[i].add(x), normal(100_000, 16), rows)

    def scattered(x, i):
        y = np.zeros(MILLION, np.float32)
        y[i] = x
        return y

    row("p_scatter_set", lambda m, x, i: jnp.zeros(MILLION).at[i].set(x), x, many, numpy=scattered)
    jaxrow("p_scatter_max", lambda m, x, i: jnp.zeros(1000).at[i].max(x), x, whole)
    row(
        "p_scatter_float64",
        lambda m, x, i: jnp.zeros(1000, np.float64).at[i].add(x),
        x.astype(np.float64),
        whole,
        numpy=lambda x, i: np.bincount(i, x, 1000),
    )
    jaxrow("p_segment_sum", lambda m, x, i: jax.ops.segment_sum(x, i, num_segments=1000), x, np.sort(whole))
    row("p_histogram", lambda m, x: m.histogram(x, 100)[0], x)
    row("p_bincount", lambda m, x: jnp.bincount(x, length=1000), whole, numpy=np.bincount)
    row("p_searchsorted", lambda m, x, y: m.searchsorted(x, y), x, normal(MILLION))
    row("p_digitize", lambda m, x, y: m.digitize(x, y), x, line(-3, 3, 100))
    row("p_interp", lambda m, x, a, b: m.interp(x, a, b), x, line(-3, 3, 100), line(0, 1, 100))
    row("p_where_index", lambda m, x, i: m.where(i > 500, x[i], 0), x, whole)
    row("eager p_mask", lambda m, x: x[x > 0], x)
    row("eager p_nonzero", lambda m, x: m.nonzero(x > 0)[0], x)


def orders():
    a = normal(MILLION)
    row("o_sort_int32", lambda m, x: m.sort(x), generator.integers(0, MILLION, MILLION, dtype=np.int32))
    row("o_sort_few_int32", lambda m, x: m.sort(x), whole)
    row("o_sort_float64", lambda m, x: m.sort(x), a.astype(np.float64))
    row("o_sort_float16", lambda m, x: m.sort(x), a.astype(np.float16))
    row("o_sort_uint8", lambda m, x: m.sort(x), whole.astype(np.uint8))
    for name, count in [("100k", 100_000), ("10k", 10_000), ("1000", 1000), ("100", 100)]:
        row(f"o_sort_{name}", lambda m, x: m.sort(x), a[:count].copy())
    row("o_sort_rows", lambda m, x: m.sort(x, axis=1), table)
    row("o_sort_columns", lambda m, x: m.sort(x, axis=0), table)
    row("o_sort_short_rows", lambda m, x: m.sort(x, axis=1), normal(100_000, 10))
    row("o_sort_sorted", lambda m, x: m.sort(x), x)
    row("o_argsort_rows", lambda m, x: m.argsort(x, axis=1), table)
    row("o_argsort_int32", lambda m, x: m.argsort(x), whole)
    row("o_argsort_10k", lambda m, x: m.argsort(x), a[:10_000].copy())
    row("o_lexsort", lambda m, x, y: m.lexsort((y, x)), whole, a)
    row("o_topk_one", lambda m, x: lax.top_k(x, 1)[0], table, numpy=lambda x: x.max(1, keepdims=True))
    row("o_topk_rows", lambda m, x: lax.top_k(x, 10)[0], table, numpy=lambda x: np.partition(x, 990, 1)[:, 990:])
    row("o_topk_1000", lambda m, x: lax.top_k(x, 1000)[0], a, numpy=lambda x: np.sort(np.partition(x, MILLION - 1000)[-1000:]))
    row("o_median", lambda m, x: m.median(x), a)
    row("o_percentile_rows", lambda m, x: m.percentile(x, 30, axis=1), table)
    row("o_partition", lambda m, x: m.partition(x, 500_000), a)
    row("eager o_unique_float", lambda m, x: m.unique(x), a)
    row("eager o_unique_few", lambda m, x: m.unique(x), whole)
    row("eager o_intersect", lambda m, x: m.intersect1d(x, x[:1000]), whole)
    row("eager o_isin", lambda m, x: m.isin(x, m.arange(10)), whole)


def samples():
    def sample(name, f, *operands, numpy=None):
        ROWS.append((name, lambda m, key, *operands: f(key, *operands), ("key", *operands), numpy or False))

    g = generator
    m = MILLION
    sample("s_bits", lambda k: random.bits(k, (m,)), numpy=lambda: g.integers(0, 2**32, m, dtype=np.uint32))
    sample("s_randint", lambda k: random.randint(k, (m,), 0, 1000), numpy=lambda: g.integers(0, 1000, m, dtype=np.int32))
    sample("s_uniform_float64", lambda k: random.uniform(k, (m,), dtype=np.float64), numpy=lambda: g.random(m))
    sample("s_normal_float64", lambda k: random.normal(k, (m,), dtype=np.float64), numpy=lambda: g.standard_normal(m))
    sample("s_uniform_1000", lambda k: random.uniform(k, (1000,)), numpy=lambda: g.random(1000, dtype=np.float32))
    sample("s_normal_1000", lambda k: random.normal(k, (1000,)), numpy=lambda: g.standard_normal(1000, dtype=np.float32))
    sample("s_normal_100k", lambda k: random.normal(k, (100_000,)), numpy=lambda: g.standard_normal(100_000, dtype=np.float32))
    sample("s_uniform_10m", lambda k: random.uniform(k, (10 * m,)), numpy=lambda: g.random(10 * m, dtype=np.float32))
    sample("s_bernoulli", lambda k: random.bernoulli(k, 0.3, (m,)), numpy=lambda: g.random(m, dtype=np.float32) < 0.3)
    sample("s_exponential", lambda k: random.exponential(k, (m,)), numpy=lambda: g.standard_exponential(m, dtype=np.float32))
    sample("s_gumbel", lambda k: random.gumbel(k, (m,)), numpy=lambda: g.gumbel(size=m))
    sample("s_laplace", lambda k: random.laplace(k, (m,)), numpy=lambda: g.laplace(size=m))
    sample("s_truncated_normal", lambda k: random.truncated_normal(k, -2, 2, (m,)))
    sample("s_categorical", lambda k, x: random.categorical(k, x), table)
    sample("s_gamma", lambda k: random.gamma(k, 2.5, (100_000,)), numpy=lambda: g.standard_gamma(2.5, 100_000, np.float32))
    sample("s_poisson", lambda k: random.poisson(k, 3, (100_000,)), numpy=lambda: g.poisson(3, 100_000))
    sample("s_beta", lambda k: random.beta(k, 2, 3, (100_000,)), numpy=lambda: g.beta(2, 3, 100_000))
    sample("s_permutation_10k", lambda k: random.permutation(k, 10_000), numpy=lambda: g.permutation(10_000))
    sample("s_permutation_rows", lambda k, x: random.permutation(k, x), table, numpy=lambda x: g.permutation(x))
    sample("s_choice", lambda k, x: random.choice(k, x, (100_000,)), x, numpy=lambda x: g.choice(x, 100_000))
    sample("s_split_1000", lambda k: random.key_data(random.split(k, 1000)))

    def fold(k):
        return jax.vmap(lambda i: random.uniform(random.fold_in(k, i), (10,)))(jnp.arange(1000))

    sample("s_fold_in_1000", fold)

    def dropout(k, x):
        return jnp.where(random.bernoulli(k, 0.9, (1000, 1000)), x / 0.9, 0)

    sample("s_dropout", dropout, table)

    def pi(k):
        x = random.uniform(k, (m, 2))
        return jnp.mean(((x * x).sum(1) < 1).astype(jnp.float32)) * 4

    sample("s_monte_carlo_pi", pi)
    sample("eager s_eager_uniform_8", lambda k: random.uniform(k, (8,)), numpy=lambda: g.random(8, dtype=np.float32))
    sample("eager s_eager_normal_8", lambda k: random.normal(k, (8,)), numpy=lambda: g.standard_normal(8, dtype=np.float32))


def products():
    def product(name, f, *shapes, dtype=np.float32):
        row(name, f, *(normal(*shape).astype(dtype) for shape in shapes))

    def multiplied(m, a, b):
        return m.matmul(a, b)

    for size in [4, 16, 64, 128, 256, 2048]:
        product(f"d_matmul_{size}", multiplied, (size, size), (size, size))
    product("d_matmul_float64", multiplied, (512, 512), (512, 512), dtype=np.float64)
    product("d_matmul_complex64", multiplied, (256, 256), (256, 256), dtype=np.complex64)
    half = normal(512, 512)
    jaxrow("d_matmul_bfloat16", multiplied, ("bfloat16", half), ("bfloat16", half))
    row("d_matmul_int32", multiplied, whole[:65536].reshape(256, 256), whole[:65536].reshape(256, 256))
    product("d_matmul_inner", multiplied, (100, 10_000), (10_000, 100))
    product("d_matmul_outer", multiplied, (1000, 10), (10, 1000))
    product("d_matmul_thin", multiplied, (10_000, 64), (64, 64))
    product("d_matmul_transposed", lambda m, a, b: m.matmul(a.T, b), (512, 512), (512, 512))
    product("d_batch_8", multiplied, (1000, 8, 8), (1000, 8, 8))
    product("d_batch_3", multiplied, (10_000, 3, 3), (10_000, 3, 3))
    product("d_batch_256", multiplied, (16, 256, 256), (16, 256, 256))
    product("d_batch_matvec", lambda m, a, b: m.einsum("bij,bj->bi", a, b), (1000, 32, 32), (1000, 32))
    product("d_matvec_512", multiplied, (512, 512), (512,))
    product("d_vecmat_2048", multiplied, (2048,), (2048, 2048))
    product("d_matvec_float64", multiplied, (1000, 1000), (1000,), dtype=np.float64)
    product("d_matvec_int32", multiplied, (1000, 1000), (1000,), dtype=np.int32)
    row("d_dot_1m", multiplied, x, positive)
    product("d_dot_1000", multiplied, (1000,), (1000,))
    product("d_outer", lambda m, a, b: m.outer(a, b), (1000,), (1000,))
    product("d_chain", lambda m, a, b: m.linalg.multi_dot([a, b, a]), (256, 256), (256, 256))
    product("d_trace_product", lambda m, a, b: m.einsum("ij,ji->", a, b), (512, 512), (512, 512))
    product("d_tensordot", lambda m, a, b: m.tensordot(a, b, ([1, 2], [1, 0])), (50, 60, 70), (70, 60, 40))
    product("d_bilinear", lambda m, a, b: m.einsum("bj,bj->b", a @ b, a), (1000, 64), (64, 64))
    jaxrow("d_gram_grad", lambda m, x: jax.grad(lambda x: jnp.sum(x @ x.T))(x), half)
    product("d_dense_relu", lambda m, x, w, b: m.maximum(x @ w + b, 0), (512, 512), (512, 512), (512,))
    product("d_dense_tanh_thin", lambda m, x, w, b: m.tanh(x @ w + b), (1000, 32), (32, 128), (128,))

    def distances(m, x, y):
        return (x * x).sum(1)[:, None] + (y * y).sum(1) - 2 * x @ y.T

    product("d_distances", distances, (1000, 16), (1000, 16))


def convolutions():
    def convolved(strides, **options):
        return lambda m, x, k: lax.conv_general_dilated(x, k, strides, "SAME", **options)

    jaxrow("k_3x3_deep", convolved((1, 1)), normal(8, 64, 28, 28), normal(64, 64, 3, 3))
    jaxrow("k_3x3_stride", convolved((2, 2)), normal(16, 16, 56, 56), normal(32, 16, 3, 3))
    jaxrow("k_1x1", convolved((1, 1)), normal(16, 64, 28, 28), normal(128, 64, 1, 1))
    jaxrow("k_7x7", convolved((2, 2)), normal(8, 3, 112, 112), normal(32, 3, 7, 7))
    jaxrow("k_1d", convolved((1,)), normal(16, 8, 1000), normal(16, 8, 5))
    jaxrow("k_depthwise", convolved((1, 1), feature_group_count=32), normal(8, 32, 56, 56), normal(32, 1, 3, 3))

    def gradient(m, x, k):
        return jax.grad(lambda k: jnp.sum(lax.conv(x, k, (1, 1), "SAME") ** 2))(k)

    jaxrow("k_grad", gradient, normal(8, 16, 28, 28), normal(16, 16, 3, 3))
    jaxrow("k_digits", convolved((1, 1)), normal(64, 1, 28, 28), normal(8, 1, 3, 3))
    field = normal(16, 16, 56, 56)
    two, three, one = (1, 1, 2, 2), (1, 1, 3, 3), (1, 1, 1, 1)
    jaxrow("k_mean_pool", lambda m, x: lax.reduce_window(x, 0.0, lax.add, two, two, "VALID") / 4, field)
    jaxrow("k_max_pool_3", lambda m, x: lax.reduce_window(x, -jnp.inf, lax.max, three, one, "SAME"), field)

    def pooled(m, x):
        return jax.grad(lambda x: jnp.sum(lax.reduce_window(x, -jnp.inf, lax.max, two, two, "VALID")))(x)

    jaxrow("k_max_pool_grad", pooled, field)
    row("k_convolve", lambda m, x, k: m.convolve(x, k, mode="same"), x, line(0, 1, 31))


def factorizations():
    def positive_definite(size):
        a = normal(size, size)
        return a @ a.T / size + np.eye(size, dtype=np.float32)

    linalg = lambda name: lambda m, *a: getattr(m.linalg, name)(*a)  # noqa: E731
    row("l_cholesky_64", linalg("cholesky"), positive_definite(64))
    row("l_cholesky_1024", linalg("cholesky"), positive_definite(1024))
    row("l_cholesky_float64", linalg("cholesky"), positive_definite(512).astype(np.float64))
    row("l_cholesky_batch", linalg("cholesky"), np.broadcast_to(positive_definite(32), (100, 32, 32)).copy())
    row("l_solve_float64", linalg("solve"), normal(512, 512).astype(np.float64), normal(512).astype(np.float64))
    row("l_solve_many", linalg("solve"), normal(512, 512), normal(512, 64))
    row("l_solve_batch", linalg("solve"), normal(1000, 16, 16), normal(1000, 16, 1))
    row("l_solve_64", linalg("solve"), normal(64, 64), normal(64))
    row("l_svd_64", lambda m, a: m.linalg.svd(a, full_matrices=False)[0], normal(64, 64))
    row("l_svd_tall", lambda m, a: m.linalg.svd(a, full_matrices=False)[0], normal(512, 64))
    row("l_eigh_64", lambda m, a: m.linalg.eigh(a)[1], positive_definite(64))
    row("l_eigh_float64", lambda m, a: m.linalg.eigh(a)[1], positive_definite(256).astype(np.float64))
    row("l_qr_tall", lambda m, a: m.linalg.qr(a)[0], normal(1000, 50))
    row("l_lstsq", lambda m, a, b: m.linalg.lstsq(a, b)[0], normal(1000, 50), normal(1000))
    row("l_det", linalg("det"), normal(512, 512) * np.float32(0.05))
    row("l_qr_float64", lambda m, a: m.linalg.qr(a)[0], normal(512, 512).astype(np.float64))
    row("l_eigvalsh", linalg("eigvalsh"), positive_definite(256))
    row("l_inv", linalg("inv"), normal(512, 512))
    row("l_inv_float64", linalg("inv"), normal(512, 512).astype(np.float64))
    row("l_inv_4_batch", linalg("inv"), normal(10_000, 4, 4))
    row("l_det_3_batch", linalg("det"), normal(10_000, 3, 3))
    lower = np.tril(positive_definite(512))
    jaxrow("l_triangular", lambda m, a, b: jax.scipy.linalg.solve_triangular(a, b, lower=True), lower, normal(512, 64))
    jaxrow("l_expm", lambda m, a: jax.scipy.linalg.expm(a), normal(64, 64) * np.float32(0.1))
    row("l_pinv", linalg("pinv"), normal(200, 50))
    jaxrow("l_grad_logdet", lambda m, a: jax.grad(lambda x: jnp.linalg.slogdet(x)[1])(a), positive_definite(256))
    row("l_matrix_power", lambda m, a: m.linalg.matrix_power(a, 5), normal(256, 256) * np.float32(0.05))


def transforms():
    def signal(*shape):
        return (normal(*shape) + 1j * normal(*shape)).astype(np.complex64)

    def transform(name, f, a):
        row(name, lambda m, x: getattr(m.fft, f)(x), a)

    for name, count in [("1000", 1000), ("1024", 1024), ("10007", 10_007), ("100k", 100_000), ("1m", MILLION)]:
        transform(f"t_fft_{name}", "fft", signal(count))
    transform("t_fft_rows", "fft", signal(1000, 1000))
    transform("t_fft_small_rows", "fft", signal(10_000, 64))
    transform("t_fft2_512", "fft2", signal(512, 512))
    transform("t_ifft_65536", "ifft", signal(65_536))
    transform("t_fft_complex128", "fft", signal(65_536).astype(np.complex128))
    transform("t_rfft", "rfft", normal(524_288))
    transform("t_rfft_rows", "rfft", table)
    transform("t_irfft", "irfft", signal(262_145))
    jaxrow("t_dct", lambda m, x: jax.scipy.fft.dct(x), table)


def loops():
    def weights(*shape):
        return normal(*shape) * np.float32(0.1)

    def scanned(f, start):
        return lambda m, xs: lax.scan(f, start(), xs)[1]

    jaxrow("w_scan_vector_16", scanned(lambda c, x: (0.9 * c + x, c), lambda: jnp.zeros(16)), weights(10_000, 16))

    def decay(c, x):
        return jnp.tanh(0.9 * c + x), c.sum()

    jaxrow("w_scan_vector_1000", scanned(decay, lambda: jnp.zeros(1000)), weights(1000, 1000))

    def two(c, x):
        return (c[0] + x, jnp.maximum(c[1], c[0])), c[1]

    jaxrow("w_scan_two", scanned(two, lambda: (jnp.float32(0), jnp.float32(0))), weights(100_000))

    def lstm(m, xs, w):
        def step(state, x):
            hidden, cell = state
            i, f, g, o = jnp.split(jnp.concatenate([x, hidden], axis=1) @ w, 4, axis=1)
            cell = nn.sigmoid(i) * cell + nn.sigmoid(f) * jnp.tanh(g)
            hidden = nn.sigmoid(o) * jnp.tanh(cell)
            return (hidden, cell), hidden

        return lax.scan(step, (jnp.zeros((32, 64)), jnp.zeros((32, 64))), xs)[1]

    jaxrow("w_lstm", lstm, weights(100, 32, 64), weights(128, 256))

    def power_iteration(m, a, v):
        def step(_, v):
            w = a @ v
            return w / jnp.linalg.norm(w)

        return lax.fori_loop(0, 100, step, v)

    jaxrow("w_power_iteration", power_iteration, weights(128, 128), np.ones(128, np.float32))

    def lorenz(m, start):
        def slope(s):
            x, y, z = s[0], s[1], s[2]
            return jnp.stack([10 * (y - x), x * (28 - z) - y, x * y - 8.0 / 3.0 * z])

        def step(_, s):
            k1 = slope(s)
            k2 = slope(s + 0.005 * k1)
            k3 = slope(s + 0.005 * k2)
            k4 = slope(s + 0.01 * k3)
            return s + 0.01 / 6 * (k1 + 2 * k2 + 2 * k3 + k4)

        return lax.fori_loop(0, 1000, step, start)

    jaxrow("w_lorenz", lorenz, np.ones(3, np.float32))

    def collatz(m, n):
        def step(s):
            n, count = s
            return jnp.where(n % 2 == 0, n // 2, 3 * n + 1), count + 1

        return lax.while_loop(lambda s: s[0] != 1, step, (n.astype(np.int64), jnp.int32(0)))[1]

    jaxrow("w_collatz int64", collatz, np.int32(837_799))

    def heat(m, u):
        def step(_, u):
            near = jnp.roll(u, 1, 0) + jnp.roll(u, -1, 0) + jnp.roll(u, 1, 1) + jnp.roll(u, -1, 1)
            return u + 0.1 * (near - 4 * u)

        return lax.fori_loop(0, 100, step, u)

    jaxrow("w_heat", heat, weights(256, 256))

    def life(m, board):
        def step(_, b):
            rows = jnp.roll(b, 1, 0) + b + jnp.roll(b, -1, 0)
            n = jnp.roll(rows, 1, 1) + rows + jnp.roll(rows, -1, 1) - b
            return ((n == 3) | ((b == 1) & (n == 2))).astype(np.int32)

        return lax.fori_loop(0, 100, step, board)

    jaxrow("w_life", life, (weights(256, 256) > 0).astype(np.int32))

    def logistic(m, r):
        return lax.fori_loop(0, 100, lambda _, x: r * x * (1 - x), 0.5 * jnp.ones_like(r))

    jaxrow("w_logistic_map", logistic, line(2.5, 4))

    def roots(m, xs):
        def root(a):
            return lax.while_loop(lambda x: jnp.abs(x * x - a) > 1e-3 * a, lambda x: 0.5 * (x + a / x), a)

        return jax.vmap(root)(xs)

    jaxrow("w_vmap_while", roots, line(1, 100, 10_000))
    jaxrow("w_associative", lambda m, x: lax.associative_scan(jnp.add, x), weights(100_000))

    def cond_step(c, x):
        following = lax.cond(x > 0, lambda c: c * 0.5 + 1, jnp.sin, c)
        return following, following

    jaxrow("w_cond_scan", scanned(cond_step, lambda: jnp.float32(0)), weights(10_000))

    def kalman(m, zs):
        a = jnp.array([[1.0, 0.1], [0.0, 1.0]], np.float32)

        def step(s, z):
            x, p = a @ s[0], a @ s[1] @ a.T + 0.01 * jnp.eye(2)
            k = p @ jnp.linalg.inv(p + jnp.eye(2))
            following = x + k @ (z - x)
            return (following, p - k @ p), following

        return lax.scan(step, (jnp.zeros(2), jnp.eye(2)), zs)[1]

    jaxrow("w_kalman", kalman, weights(1000, 2))

    def rnn(m, xs, w):
        def step(h, x):
            following = jnp.tanh(w @ h + x)
            return following, following

        return lax.scan(step, jnp.zeros(128), xs)[1]

    jaxrow("w_grad_rnn_128", lambda m, xs, w: jax.grad(lambda w: jnp.sum(rnn(m, xs, w)))(w), weights(200, 128), weights(128, 128))

    def unrolled(m, x):
        return jax.grad(lambda x: jnp.sum(lax.fori_loop(0, 20, lambda _, y: jnp.sin(y) * x, x)))(x)

    jaxrow("w_grad_unrolled", unrolled, weights(1000))


def programs():
    def mlp(w, x):
        for layer in w[:-1]:
            x = jnp.maximum(x @ layer, 0)
        return x @ w[-1]

    def loss(w, x, y):
        return -jnp.mean(jnp.sum(nn.log_softmax(mlp(w, x)) * nn.one_hot(y, 10), axis=1))

    layers = [normal(*shape) * np.float32(0.05) for shape in [(784, 256), (256, 256), (256, 10)]]
    images, labels = normal(128, 784), generator.integers(0, 10, 128, dtype=np.int32)
    jaxrow("g_mlp_forward", lambda m, w, x: mlp(w, x), layers, images)
    jaxrow("g_mlp_forward_one", lambda m, w, x: mlp(w, x), layers, images[:1])

    def train(m, w, x, y):
        value, g = jax.value_and_grad(loss)(w, x, y)
        return jax.tree.map(lambda a, b: a - 0.1 * b, w, g), value

    jaxrow("g_mlp_train", train, layers, images, labels)

    def adam(_, w, m, v, x, y):
        g = jax.grad(loss)(w, x, y)
        m = jax.tree.map(lambda a, b: 0.9 * a + 0.1 * b, m, g)
        v = jax.tree.map(lambda a, b: 0.999 * a + 0.001 * b * b, v, g)
        return jax.tree.map(lambda w, a, b: w - 0.001 * (a / (jnp.sqrt(b) + 1e-8)), w, m, v), m, v

    jaxrow("g_mlp_adam", adam, layers, layers, layers, images, labels)
    small, rows = [normal(64, 10)], normal(128, 64)

    def per_example(m, w, x, y):
        return jax.vmap(lambda x, y: jax.grad(lambda w: loss(w, x[None], y[None]))(w), in_axes=(0, 0))(x, y)

    jaxrow("g_per_example_gradients", per_example, small, rows, labels)

    def causal(m, q, k, v):
        scores = jnp.einsum("bhqd,bhkd->bhqk", q, k) * 0.125
        scores = jnp.where(jnp.tril(jnp.ones((512, 512))) > 0, scores, -1e9)
        return jnp.einsum("bhqk,bhkd->bhqd", softmax(jnp, scores), v)

    q = normal(1, 8, 512, 64)
    jaxrow("g_causal_attention", causal, q, q, q)

    def rosenbrock(x):
        return jnp.sum(100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2)

    jaxrow("g_rosenbrock_hessian", lambda m, x: jax.hessian(rosenbrock)(x), normal(100))
    jaxrow("g_jacobian", lambda m, x, w: jax.jacrev(lambda x: jnp.tanh(w @ x))(x), normal(100), normal(100, 100))
    jaxrow("g_jacfwd", lambda m, x, w: jax.jacfwd(lambda x: jnp.tanh(w @ x))(x), normal(100), normal(100, 100))

    def hvp(m, x, v):
        return jax.jvp(jax.grad(lambda x: jnp.sum(jnp.tanh(x) ** 2)), (x,), (v,))[1]

    jaxrow("g_hvp", hvp, normal(1000), normal(1000))

    def regression(m, x, w):
        return jax.grad(lambda w: jnp.mean(nn.softplus(-(x @ w))) + 0.01 * jnp.sum(w * w))(w)

    jaxrow("g_logistic_regression", regression, normal(10_000, 20), normal(20))

    def kmeans(m, x, centres):
        member = nn.one_hot(((x[:, None] - centres) ** 2).sum(-1).argmin(1), 10)
        return member.T @ x / (member.sum(0)[:, None] + 1e-6)

    jaxrow("g_kmeans", kmeans, normal(10_000, 2), normal(10, 2))
    row("g_pairwise", lambda m, x: m.exp(-((x[:, None] - x) ** 2).sum(-1)).sum(1), normal(1000, 3))

    def density(m, x, at):
        return m.exp(-0.5 * (at[:, None] - x) ** 2).mean(1)

    row("g_kernel_density", density, normal(1000), line(-3, 3, 1000))
    row("g_polyval", lambda m, p, x: m.polyval(p, x), line(0, 1, 10), x)
    jaxrow("g_julia", lambda m, a: lax.fori_loop(0, 50, lambda _, z: z * z - 0.4, a[:, None] * a), line(-1.5, 1.5, 512))

    def covariance(m, x):
        c = x - x.mean(0)
        return c.T @ c / 9999

    row("g_covariance", covariance, normal(10_000, 50))

    def price(m, s, v):
        def cumulative(x):
            return 0.5 * (1 + lax.erf(x * 0.7071))

        d = (jnp.log(s / 100) + (0.02 + 0.5 * v * v)) / v
        return s * cumulative(d) - 98 * cumulative(d - v)

    jaxrow("g_black_scholes_price", price, line(80, 120), line(0.1, 0.4))

    def haversine(m, a, b):
        return 2 * m.arcsin(m.sqrt(m.sin((a - b) * 0.5) ** 2 + m.cos(a) * m.cos(b) * m.sin(a * 0.5) ** 2))

    row("g_haversine", haversine, unit, x)

    def huber(x):
        return jnp.sum(jnp.where(jnp.abs(x) < 1, 0.5 * x * x, jnp.abs(x) - 0.5))

    jaxrow("g_huber_grad", lambda m, x: jax.grad(huber)(x), x)
    jaxrow("g_clip_grad", lambda m, x: jax.grad(lambda x: jnp.sum(jnp.clip(x, -1, 1) * x))(x), x)
    jaxrow("g_slice_grad", lambda m, x: jax.grad(lambda x: jnp.sum(jnp.square(x[:, 100:900])))(x), table)
    jaxrow("g_stride_grad", lambda m, x: jax.grad(lambda x: jnp.sum(jnp.square(x[::2])))(x), x)

    def variation(x):
        return jnp.sum(jnp.square(x[1:] - x[:-1]))

    jaxrow("g_variation_grad", lambda m, x: jax.grad(variation)(x), x)
    jaxrow("g_variation_grad_2d", lambda m, x: jax.grad(lambda x: variation(x) + variation(x.T))(x), table)
    row("g_box_muller", lambda m, u, v: m.sqrt(-2 * m.log(u / 5)) * m.cos(6.2831853 * v), positive, unit)

    def compiled(name, make, *operands):
        ROWS.append(("compile " + name, make, operands, False))

    compiled("g_compile_mlp_grad", lambda: lambda w, x, y: jax.grad(loss)(w, x, y), layers, images, labels)
    compiled("g_compile_softmax", lambda: lambda x: softmax(jnp, x), rows)
    compiled(
        "g_compile_scan",
        lambda: lambda x: lax.scan(lambda c, x: (c + x, jnp.tanh(c)), jnp.float32(0), x)[1],
        labels.astype(np.float32),
    )
    compiled("g_compile_hessian", lambda: lambda x: jax.hessian(lambda x: jnp.sum(jnp.tanh(x) ** 2))(x), rows[0])
    jaxrow("eager g_eager_mlp_grad", lambda m, w, x, y: jax.grad(loss)(w, x, y), small, rows, labels)


def small_calls():
    a, b, square, i = np.arange(8, dtype=np.float32), np.ones(8, np.float32), np.ones((4, 4), np.float32), np.arange(8, dtype=np.int32)
    thousand = line(-1, 1, 1000)

    def small(name, f, *operands):
        row("eager e_" + name, f, *operands)

    small("multiply_scalar", lambda m, x: x * 2.5, a)
    small("exp", lambda m, x: m.exp(x), a)
    small("negative", lambda m, x: -x, a)
    small("power", lambda m, x: x**2, a)
    small("divide", lambda m, x, y: x / (y + 1), a, b)
    small("int_add", lambda m, x: x + 1, i)
    small("astype", lambda m, x: x.astype(np.float32), i)
    small("matmul_4", lambda m, x: m.matmul(x, x), square)
    small("dot", lambda m, x, y: m.dot(x, y), a, b)
    small("concatenate", lambda m, x, y: m.concatenate([x, y]), a, b)
    small("where", lambda m, x, y: m.where(x > 3, x, y), a, b)
    small("sum_axis", lambda m, x: m.sum(x, axis=0), square)
    small("max", lambda m, x: m.max(x), a)
    small("mean", lambda m, x: m.mean(x), a)
    small("argmax", lambda m, x: m.argmax(x), a)
    small("zeros", lambda m: m.zeros(8, np.float32))
    small("arange", lambda m: m.arange(8))
    small("linspace", lambda m: m.linspace(0, 1, 8))
    small("column", lambda m, x: x[:, 0], square)
    small("row", lambda m, x: x[1], square)
    small("transpose", lambda m, x: x.T, square)
    small("broadcast", lambda m, x, y: x[:, None] + y, a, b)
    small("gather", lambda m, x, i: x[i], a, i)
    small("sort", lambda m, x: m.sort(x), a)
    small("cumsum", lambda m, x: m.cumsum(x), a)
    small("clip", lambda m, x: m.clip(x, 1, 3), a)
    small("stack", lambda m, x, y: m.stack([x, y]), a, b)
    small("array", lambda m: m.array([1.0, 2.0, 3.0]))
    small("norm", lambda m, x: m.linalg.norm(x), a)
    jaxrow("eager e_softmax", lambda m, x: nn.softmax(x), a)
    small("add_1000", lambda m, x: x + x, thousand)
    small("exp_1000", lambda m, x: m.exp(x), thousand)
    small("sum_1000", lambda m, x: m.sum(x), thousand)
    small("add_1m", lambda m, x, y: x + y, x, positive)
    small("exp_1m", lambda m, x: m.exp(x), x)
    small("sum_1m", lambda m, x: m.sum(x), x)
    small("hypot_1m", lambda m, x, y: m.hypot(x, y), x, positive)
    small("isclose_1m", lambda m, x, y: m.isclose(x, y), x, positive)
    small("nan_to_num_1m", lambda m, x: m.nan_to_num(x), x)
    small("tril_1m", lambda m, x: m.tril(x), table)
    small("divide_10_1m", lambda m, x: x // 10, whole)
    small("solve_4", lambda m, x: m.linalg.solve(x + 4 * m.eye(4, dtype=np.float32), x[0]), square)
    jaxrow("eager e_jvp", lambda m, x, y: jax.jvp(lambda x: jnp.sum(jnp.sin(x) * x), (x,), (y,))[1], a, b)
    jaxrow("eager e_hessian_3", lambda m, x: jax.hessian(lambda x: jnp.sum(x**3))(x), a[:3])
    jaxrow("eager e_vmap_dot", lambda m, x: jax.vmap(jnp.dot)(x, x), square)
    jaxrow("eager e_grad_quadratic", lambda m, x: jax.grad(lambda x: jnp.sum(x * x))(x), a)
    jaxrow("e_jit_axpy", lambda m, x, y: x - 0.1 * y, a, b)
    jaxrow("e_jit_20_arguments", lambda m, *xs: [x + 1 for x in xs], *[a] * 20)


def jax_operand(a):
    if isinstance(a, str):
        return random.key(21)
    if isinstance(a, tuple):
        return jnp.asarray(a[1]).astype(a[0])
    return [jnp.asarray(b) for b in a] if isinstance(a, list) else jnp.asarray(a)


def knapsack(weights):
    def add(i, best):
        w = weights[i]
        shifted = lax.dynamic_slice(jnp.concatenate([jnp.zeros(8, jnp.int32), best]), (8 - w,), (200,))
        return jnp.maximum(best, shifted + 2 * w)

    return lax.fori_loop(0, 20, add, jnp.zeros(200, jnp.int32))


def edit_distance(a, b):
    def row(i, table):
        def element(j, table):
            cost = (a[i - 1] != b[j - 1]).astype(jnp.int32)
            fewest = jnp.minimum(jnp.minimum(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + cost)
            return table.at[i, j].set(fewest)

        return lax.fori_loop(1, 33, element, table)

    return lax.fori_loop(1, 33, row, jnp.arange(33)[:, None] + jnp.arange(33))


def others():
    row("x_nanmean", lambda m, x: m.nanmean(x, axis=1), table)
    row("x_nanstd", lambda m, x: m.nanstd(x, axis=0), table)
    row("x_average", lambda m, x, w: m.average(x, axis=1, weights=w), table, positive[:1000])
    row("x_cov", lambda m, x: m.cov(x), normal(100, 10_000))
    row("x_corrcoef", lambda m, x: m.corrcoef(x), normal(100, 10_000))
    row("x_cross", lambda m, x, y: m.cross(x, y), normal(100_000, 3), normal(100_000, 3))
    threes, eights = normal(100_000, 3), normal(100_000, 8)
    row("x_threes_argmin", lambda m, x: m.argmin(x, axis=1), threes)
    row("x_threes_diff", lambda m, x: m.diff(x, axis=1), threes)
    jaxrow("x_threes_flip", lambda m, x: m.flip(x, axis=1), threes)
    row("x_eights_argmax_0", lambda m, x: m.argmax(x, axis=0), eights)
    row("x_eights_count", lambda m, x: m.count_nonzero(x > 0, axis=1), eights)
    row("x_eights_roll", lambda m, x: m.roll(x, 3, axis=1), eights)
    row("x_trapezoid", lambda m, x, y: m.trapezoid(x, y), x, unit)
    row("x_gradient", lambda m, x: m.gradient(x), x)
    row("x_gradient_2d", lambda m, x: sum(m.gradient(x)), table)
    row("x_unwrap", lambda m, x: m.unwrap(x), x)
    row("x_ptp", lambda m, x: m.ptp(x, axis=1), table)
    row("x_vander", lambda m, x: m.vander(x, 8), x[:100_000])
    row("x_select", lambda m, x: m.select([x < -1, x < 1], [x * 2, x * x], np.float32(0)), x)
    row("x_heaviside", lambda m, x: m.heaviside(x, np.float32(0.5)), x)
    row("x_copysign", lambda m, x, y: m.copysign(x, y), x, unit)
    row("x_fmod", lambda m, x, y: m.fmod(x, y), x, positive)
    row("x_i0", lambda m, x: m.i0(x), x)
    jaxrow("x_i1e", lambda m, x: special.i1e(x), x)
    jaxrow("x_ndtri", lambda m, x: special.ndtri(x), unit)
    jaxrow("x_log_ndtr", lambda m, x: special.log_ndtr(x), x)
    jaxrow("x_gammainc", lambda m, a, x: special.gammainc(a, x), positive, 4 * np.abs(unit))
    jaxrow("x_gammaincc", lambda m, a, x: special.gammaincc(a, x), positive, 4 * np.abs(unit))
    jaxrow("x_betainc", lambda m, a, b, x: special.betainc(a, b, x), positive, 4 * np.abs(unit), np.abs(unit))
    jaxrow("x_zeta", lambda m, s, q: special.zeta(s + 1, q), positive, 4 * np.abs(unit))
    jaxrow("x_polygamma", lambda m, x: special.polygamma(2, x), positive)
    jaxrow("x_spence", lambda m, x: special.spence(x), positive)
    jaxrow("x_fresnel", lambda m, x: sum(special.fresnel(x)), x)
    jaxrow("x_hyp1f1", lambda m, x: special.hyp1f1(0.5, 1.5, x), x[:10_000])
    jaxrow("x_gamma_grad", lambda m, x: jax.grad(lambda a: special.gammainc(a, 2.0).sum())(x), positive[:100_000])
    row("x_rot90", lambda m, x: m.rot90(x).copy(), table)
    row("x_mean_abs_deviation", lambda m, x: m.abs(x - x.mean(1, keepdims=True)).mean(1), table)
    row("x_sum_where", lambda m, x: m.where(x > 0, x, 0).sum(), x)
    row("x_all_close", lambda m, x, y: m.allclose(x, y), x, unit)
    row("x_norm_rows", lambda m, x: m.linalg.norm(x, axis=1), table)
    row("x_normalise_rows", lambda m, x: x / m.linalg.norm(x, axis=1, keepdims=True), table)
    row(
        "x_cosine",
        lambda m, x, y: (x * y).sum(1) / (m.linalg.norm(x, axis=1) * m.linalg.norm(y, axis=1)),
        table, table,
    )  # fmt: skip
    row("x_entropy_rows", lambda m, x: -((p := softmax(m, x)) * m.log(p + np.float32(1e-9))).sum(1), table)
    row("x_cumsum_reverse", lambda m, x: m.flip(m.cumsum(m.flip(x, 1), 1), 1).copy(), table)
    row("x_moving_average", lambda m, x: ((c := m.cumsum(x))[8:] - c[:-8]) / 8, x)
    row("x_convolve_9", lambda m, x, y: m.convolve(x, y), x, np.ones(9, np.float32))
    row("x_correlate_33", lambda m, x, y: m.correlate(x, y), x[:100_000], np.ones(33, np.float32))
    half = table.astype(np.float16)
    row("x_float16_sum", lambda m, x: x.sum(1), half)
    row("x_float16_softmax", lambda m, x: softmax(m, x), half)
    jaxrow("x_bfloat16_layer_norm", bfloat16_norm, table)
    row("x_bool_and", lambda m, x, y: (x > 0) & (y > 0), x, unit)
    row("x_bool_sum_rows", lambda m, x: (x > 0).astype(np.int32).sum(1), table)
    row("x_uint8_to_float", lambda m, x: x.astype(np.float32) / 255, whole.astype(np.uint8))
    row("x_int16_add", lambda m, x: x + x, whole.astype(np.int16))
    row("x_int8_max", lambda m, x: x.max(1), whole.astype(np.int8).reshape(1000, 1000))
    row("x_mixed_int_float", lambda m, x, y: x * y.astype(np.float32), x, whole)
    jaxrow("x_mse_grad", lambda m, x, y: jax.grad(lambda x: jnp.mean(jnp.square(x - y)))(x), x, unit)
    jaxrow("x_tanh_grad", lambda m, x: jax.grad(lambda x: jnp.sum(jnp.tanh(x)))(x), x)
    jaxrow("x_exp_grad", lambda m, x: jax.grad(lambda x: jnp.sum(jnp.exp(-jnp.square(x))))(x), x)
    jaxrow("x_logsumexp_grad", lambda m, x: jax.grad(lambda x: jnp.sum(nn.logsumexp(x, axis=1)))(x), table)
    jaxrow("x_norm_grad", lambda m, x: jax.grad(lambda x: jnp.sum(jnp.linalg.norm(x, axis=1)))(x), table)
    jaxrow("x_cumsum_grad", lambda m, x: jax.grad(lambda x: jnp.sum(jnp.square(jnp.cumsum(x, axis=1))))(x), table)
    jaxrow("x_var_grad", lambda m, x: jax.grad(lambda x: jnp.sum(jnp.var(x, axis=0)))(x), table)
    jaxrow("x_min_grad", lambda m, x: jax.grad(lambda x: jnp.sum(jnp.min(x, axis=0)))(x), table)
    jaxrow("x_sort_grad", lambda m, x: jax.grad(lambda x: jnp.sum(jnp.sort(x, axis=1) * x))(x), table)
    jaxrow("x_gather_grad", lambda m, x, i: jax.grad(lambda x: jnp.sum(jnp.square(x[i])))(x), x, whole)
    jaxrow(
        "x_matmul_grad", lambda m, x, y: jax.grad(lambda x: jnp.sum(jnp.tanh(x @ y)))(x), normal(256, 256),
        normal(256, 256),
    )  # fmt: skip
    jaxrow(
        "x_softmax_cross_entropy",
        lambda m, x, y: -jnp.mean(jnp.take_along_axis(nn.log_softmax(x), y[:, None], axis=1)),
        normal(1000, 100), whole[:1000] % 100,
    )  # fmt: skip
    jaxrow(
        "x_segment_mean",
        lambda m, x, i: jax.ops.segment_sum(x, i, 1000)
        / jnp.maximum(jax.ops.segment_sum(jnp.ones(MILLION), i, 1000), 1),
        x, whole,
    )  # fmt: skip
    row("x_argsort_float64", lambda m, x: m.argsort(x), x.astype(np.float64)[::-1].copy())
    row("x_sort_descending", lambda m, x: -m.sort(-x, axis=1), table)
    row("x_argmin_rows", lambda m, x: m.argmin(x, axis=1), table)
    row("x_argmin_planes", lambda m, x: m.argmin(x, axis=0), normal(3, 500, 500))
    row("x_max_rows_of_64", lambda m, x: m.max(x, axis=1), normal(10_000, 64))
    row("x_argpartition_rows", lambda m, x: m.argpartition(x, 10, axis=1), table)
    row("x_quantiles", lambda m, x: m.quantile(x, np.array([0.1, 0.5, 0.9], np.float32), axis=1), table)
    row("x_outer_product_sum", lambda m, x, y: m.outer(x, y).sum(0), positive[:1000], unit[:1000])
    row("x_einsum_bij_bjk", lambda m, x, y: m.einsum("bij,bjk->bik", x, y), normal(32, 64, 64), normal(32, 64, 64))
    row("x_einsum_ijk_k", lambda m, x, y: m.einsum("ijk,k->ij", x, y), normal(100, 100, 100), positive[:100])
    row("x_einsum_diagonal", lambda m, x: m.einsum("iij->ij", x).copy(), normal(100, 100, 100))
    row("x_quadratic_form", lambda m, a, x: x @ (a @ x), table, positive[:1000])
    z = (x + 1j * unit).astype(np.complex64)
    row("x_complex_multiply", lambda m, z: z * z, z)
    row("x_complex_exp", lambda m, z: m.exp(z), z)
    row("x_complex_tanh", lambda m, z: m.tanh(z), z)
    row("x_complex_log", lambda m, z: m.log(z), z)
    row("x_complex_sqrt", lambda m, z: m.sqrt(z), z)
    row("x_complex_equal", lambda m, z: z == z + 0, z)
    row("x_angle", lambda m, z: m.angle(z), z)
    row("x_fft_convolve", lambda m, x: m.fft.irfft(m.fft.rfft(x) * m.fft.rfft(x)), x[:65_536])
    row("x_spectral_power", lambda m, x: m.square(m.abs(m.fft.fft2(x))), normal(512, 512))
    jaxrow(
        "x_dynamic_slice_loop",
        lambda m, x: lax.fori_loop(
            0, 1000, lambda i, s: s + jnp.sum(lax.dynamic_slice(x, (i * 9,), (16,))), jnp.float32(0)
        ),
        x[:10_000],
    )
    jaxrow(
        "x_element_loop",
        lambda m, x: lax.fori_loop(0, 999, lambda i, s: s * 0.5 + x[i] * x[i + 1], jnp.float32(0)),
        x[:1000],
    )
    jaxrow(
        "x_update_loop",
        lambda m, x: lax.fori_loop(2, 1000, lambda i, x: x.at[i].set(0.5 * x[i - 1] - 0.25 * x[i - 2]), x),
        x[:1000],
    )
    jaxrow(
        "x_row_loop",
        lambda m, x: lax.fori_loop(0, 100, lambda i, s: 0.9 * s + x[i], jnp.zeros(1000)),
        table[:100],
    )
    jaxrow("x_knapsack", lambda m, w: knapsack(w), whole[:20].astype(np.int32) % 7 + 1)
    jaxrow("x_edit_distance", lambda m, a, b: edit_distance(a, b), whole[:32], whole[32:64])
    jaxrow(
        "x_newton_roots", lambda m, a: lax.fori_loop(0, 6, lambda _, x: (x + a / x) / 2, jnp.ones(MILLION)), positive
    )
    jaxrow(
        "x_euler_maruyama",
        lambda m, noise: lax.scan(
            lambda s, dw: (n := s + 0.001 * (1 - s) + 0.03 * s * dw, n), jnp.ones(1000), noise
        )[1],
        normal(1000, 1000),
    )
    jaxrow(
        "x_ema", lambda m, x: lax.scan(lambda s, row: (n := 0.9 * s + 0.1 * row, n), jnp.zeros(1000), x)[1], table
    )
    jaxrow("x_viterbi", viterbi, normal(200, 64), normal(64, 64))
    row("eager x_eager_mean_std_8", lambda m, x: m.std(x[:8]), positive)
    row("eager x_eager_chain_1000", lambda m, y: m.exp(-m.square(y)) * m.sin(y) + 1, x[:1000])
    row("eager x_eager_matvec_16", lambda m, a, b: m.matmul(a, b), table[:16, :16].copy(), x[:16])
    row("eager x_eager_concat_slices", lambda m, y: m.concatenate([y[8:], y[:8]]), x[:16])


def bfloat16_norm(m, x):
    x = x.astype(jnp.bfloat16)
    centred = x - x.mean(-1, keepdims=True)
    return centred / jnp.sqrt((centred * centred).mean(-1, keepdims=True) + 1e-2)


def viterbi(m, scores, transitions):
    def step(s, row):
        paths = s[:, None] + transitions
        return jnp.max(paths, axis=0) + row, jnp.argmax(paths, axis=0)

    return lax.scan(step, jnp.zeros(64), scores)[0]


def jax_workloads():
    for name, f, operands, _ in ROWS:
        kind, _, rest = name.partition(" ")
        wide = "64" in name and "float64" in name or "128" in name and "complex128" in name or "int64" in name
        if kind in ("eager", "compile"):
            name = rest
        name = name.removesuffix(" int64")
        with jax.enable_x64(wide):
            arrays = jax.block_until_ready([jax_operand(a) for a in operands])
            if kind == "compile":
                yield name, lambda: jax.block_until_ready(jax.jit(f())(*arrays)), 3
                continue
            call = partial(f, jnp) if kind == "eager" else jax.jit(partial(f, jnp))
            yield name, lambda: jax.block_until_ready(call(*arrays)), None


def numpy_workloads():
    np.seterr(all="ignore")
    for name, f, operands, numpy in ROWS:
        if numpy:
            operands = [a for a in operands if not isinstance(a, str)]
            call = numpy if callable(numpy) else partial(f, np)
            yield name.removeprefix("eager "), lambda: call(*operands), None


for family in [
    functions, sizes_and_dtypes, integers, reductions, normalisations, moves, places, orders, samples, products,
    convolutions, factorizations, transforms, loops, programs, small_calls, others,
]:  # fmt: skip
    family()
report(jax_workloads() if SIDE == "jax" else numpy_workloads())
