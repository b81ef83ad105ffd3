"""More cases of face_cases' form: what lax, random, nn and their like have beside the functions that everybody uses."""

import jax
import jax.numpy as jnp
from jax import lax, random
from jax._src.lax.windowed_reductions import _select_and_scatter

import face_cases

lax._select_and_scatter = _select_and_scatter


# What came after JAX 0.4.34, by its definition.


def multinomial(key, n, p, *, shape=None, dtype=float):
    n, p = jnp.broadcast_arrays(*(x.astype(jnp.result_type(float, n, p)) for x in (n[..., None], p)))
    shape = p.shape if shape is None else shape
    n, p = jnp.broadcast_to(n, shape)[..., 0], jnp.moveaxis(jnp.broadcast_to(p, shape), -1, 0)
    rest = lax.cumsum(p, 0, reverse=True)

    def draw(left, ratio_and_key):
        ratio, key = ratio_and_key
        count = random.binomial(key, left, ratio.clip(0, 1), dtype=left.dtype)
        return left - count, count

    counts = lax.scan(draw, n, (p / jnp.where(rest == 0, 1, rest), random.split(key, p.shape[0])))[1]
    return jnp.moveaxis(counts, 0, -1).astype(dtype)


random.multinomial = multinomial
jax.nn.identity = lambda x: x
jax.nn.log1mexp = lambda x: jnp.where(x < jnp.log(2.0), jnp.log(-jnp.expm1(-x)), jnp.log1p(-jnp.exp(-x)))

ELEMENTS = "lax.ScatterDimensionNumbers(update_window_dims=(), inserted_window_dims=(0,), scatter_dims_to_operand_dims=(0,))"
ROWS = "lax.ScatterDimensionNumbers(update_window_dims=(1,), inserted_window_dims=(0,), scatter_dims_to_operand_dims=(0,))"
BLOCKS = "lax.ScatterDimensionNumbers(update_window_dims=(0, 2), inserted_window_dims=(), scatter_dims_to_operand_dims=(1, 0))"
NHWC = "('NHWC', 'HWIO', 'NHWC')"
OTHER = "('WNCH', 'HOIW', 'CNHW')"

EXPRESSIONS = [
    ("at.apply", "x0.at[x1].apply(jnp.square)", "f(4,) i(3,)"),
    ("at.apply", "x0.at[jnp.array([0, 2, 0, 2, 0])].apply(lambda v: 2 * v + 1)", "f(4,)"),
    ("at.apply", "x0.at[1, jnp.array([0, -1, 0])].apply(jnp.sin)", "f(3,4)"),
    ("at.apply", "x0.at[jnp.array([[0], [2], [0]]), jnp.array([1, 1])].apply(jax.nn.relu)", "f(3,4)"),
    ("at.apply", "x0.at[jnp.array([5, -1, 5]), 1:].apply(jnp.exp, mode='clip')", "f(3,4)"),
    ("at.apply", "x0.at[jnp.array([5, 1, 1])].apply(lambda v: v - 3, mode='drop')", "f(3,2)"),
    ("at.apply", "x0.at[1:, ::2].apply(jnp.negative)", "f(3,4)"),
    ("at.apply", "x0.at[x1].apply(lambda v: v * v - 1)", "i(5,) i(4,)"),
    ("at.apply", "x0.at[:, x1].apply(jnp.tanh)", "f(2,5) i(2,2)"),
    ("lax.scatter_apply", f"lax.scatter_apply(x0, x1[:, None], jnp.sin, {ELEMENTS}, update_shape=(5,))", "f(4,) i(5,)"),
    ("lax.scatter_apply", f"lax.scatter_apply(x0, x1[:, None], jnp.exp, {ELEMENTS}, update_shape=(5,), mode='clip')", "f(4,) i(5,)"),
    ("lax.scatter_apply", f"lax.scatter_apply(x0, jnp.array([[2], [0], [2]]), lambda v: v / 2, {ROWS}, update_shape=(3, 2))", "f(4,2)"),
    ("lax.scatter_apply", f"lax.scatter_apply(x0, jnp.array([[2], [0]]), jnp.cos, {ROWS}, update_shape=(2, 2), unique_indices=True)", "f(4,2)"),
    ("lax.scatter_apply", f"lax.scatter_apply(x0, jnp.array([[0, 1], [1, 2], [9, 1]]), lambda v: v * 3, {BLOCKS}, update_shape=(2, 3, 2))", "f(4,3)"),
    ("lax._select_and_scatter", "lax._select_and_scatter(x0, lax.ge, (2, 2), (1, 2), ((0, 1), (1, 0)), x1, x2, lax.add)", "f(3,4) f(3,2) f()", "alone"),
    ("lax._select_and_scatter", "lax._select_and_scatter(x0, lambda a, b: a * a < b, (3,), (1,), ((1, 1),), x1, x2, lambda a, b: 2 * a - b)", "f(5,) f(5,) f()", "alone"),
    ("lax._select_and_scatter", "lax._select_and_scatter(x0, lax.le, (2,), (2,), ((0, 0),), x1, x2, lax.max)", "i(6,) i(3,) i()", "alone"),
    ("lax.conv_general_dilated_local", "lax.conv_general_dilated_local(x0, x1, (1,), 'VALID', (2,))", "f(2,2,5) f(3,4,4)"),
    ("lax.conv_general_dilated_local", f"lax.conv_general_dilated_local(x0, x1, (2, 1), 'SAME', (3, 2), dimension_numbers={NHWC})", "f(2,5,4,2) f(3,4,12,3)"),
    ("lax.conv_general_dilated_local", f"lax.conv_general_dilated_local(x0, x1, (1, 2), [(1, 0), (0, 1)], (2, 2), rhs_dilation=(1, 2), dimension_numbers={OTHER})", "f(4,2,2,3) f(3,2,8,2)"),
    ("lax.conv_general_dilated_local", "lax.conv_general_dilated_local(x0, x1, (1, 1), [(0, 0), (1, 1)], (2, 2), (2, 1))", "f(1,1,3,3) f(2,4,4,4)"),
    ("lax.conv_dimension_numbers", f"jnp.array(lax.conv_dimension_numbers((1, 8, 8, 3), (3, 3, 3, 16), {NHWC}).rhs_spec)", ""),
    ("lax.conv_dimension_numbers", f"jnp.array(lax.conv_dimension_numbers((1, 8, 8, 3), (3, 3, 3, 16), {OTHER}).lhs_spec)", ""),
    ("lax.conv_dimension_numbers", "jnp.array(lax.conv_dimension_numbers((1, 8, 3), (3, 3, 3), None).out_spec)", ""),
    ("lax.ConvDimensionNumbers", "lax.conv_general_dilated(x0, x1, (1, 2), 'SAME', dimension_numbers=lax.ConvDimensionNumbers((0, 3, 1, 2), (3, 2, 0, 1), (0, 3, 1, 2)))", "f(1,4,5,2) f(2,3,2,3)"),
    ("lax.conv_general_permutations", f"jnp.array(lax.conv_general_permutations({NHWC}))", ""),
    ("lax.conv_general_permutations", f"jnp.array(lax.conv_general_permutations({OTHER}))", ""),
    ("lax.conv_shape_tuple", "jnp.array(lax.conv_shape_tuple((2, 3, 9, 9), (8, 3, 3, 2), (2, 2), 'SAME'))", ""),
    ("lax.conv_shape_tuple", "jnp.array(lax.conv_shape_tuple((4, 3, 9), (8, 3, 4), (3,), 'VALID', 2))", ""),
    ("lax.conv_shape_tuple", "jnp.array(lax.conv_shape_tuple((2, 3, 9, 9), (8, 3, 3, 3), (1, 2), [(1, 2), (-3, 0)]))", ""),
    ("lax.conv_general_shape_tuple", f"jnp.array(lax.conv_general_shape_tuple((2, 9, 7, 3), (3, 3, 3, 8), (2, 1), 'SAME', {NHWC}))", ""),
    ("lax.conv_general_shape_tuple", f"jnp.array(lax.conv_general_shape_tuple((7, 2, 3, 9), (3, 8, 3, 2), (2, 1), [(1, 1), (0, 2)], {OTHER}))", ""),
    ("lax.conv_transpose_shape_tuple", f"jnp.array(lax.conv_transpose_shape_tuple((2, 4, 5, 3), (3, 2, 3, 8), (2, 3), 'SAME', {NHWC}))", ""),
    ("lax.conv_transpose_shape_tuple", f"jnp.array(lax.conv_transpose_shape_tuple((2, 4, 5, 3), (3, 2, 3, 8), (2, 3), 'VALID', {NHWC}))", ""),
    ("lax.conv_transpose_shape_tuple", f"jnp.array(lax.conv_transpose_shape_tuple((2, 4, 5, 3), (3, 2, 3, 8), (2, 1), [(1, 2), (0, 0)], {NHWC}))", ""),
    ("lax.padtype_to_pads", "jnp.array(lax.padtype_to_pads((5, 6), (3, 2), (2, 1), 'SAME'))", ""),
    ("lax.padtype_to_pads", "jnp.array(lax.padtype_to_pads((5, 6), (4, 2), (1, 3), 'SAME_LOWER'))", ""),
    ("lax.padtype_to_pads", "jnp.array(lax.padtype_to_pads((5, 6), (3, 2), (2, 1), 'VALID'))", ""),
    ("lax.reduce_window_shape_tuple", "jnp.array(lax.reduce_window_shape_tuple((5, 6), (3, 2), (2, 1), [(1, 1), (0, 0)]))", ""),
    ("lax.reduce_window_shape_tuple", "jnp.array(lax.reduce_window_shape_tuple((5, 6), (3, 2), (2, 1), [(0, 1), (2, 0)], (2, 1), (1, 3)))", ""),
    ("lax.ragged_dot", "lax.ragged_dot(x0, x1, jnp.array([1, 3, 0, 2]))", "f(6,2) f(4,2,3)", "alone"),
    ("lax.ragged_dot", "lax.ragged_dot(x0, x1, jnp.array([2, 1]))", "f(5,3) f(2,3,2)", "alone"),
    ("lax.ragged_dot", "lax.ragged_dot(x0, x1, jnp.array([3, 3]), preferred_element_type=jnp.int32)", "i(5,3) i(2,3,2)", "alone"),
    ("lax.optimization_barrier", "lax.optimization_barrier(x0) * 2", "f(3,)", "alone"),
    ("lax.optimization_barrier", "lax.optimization_barrier((x0, [x1]))", "f(3,) i(2,)", "alone"),
    ("random.multinomial", "random.multinomial(random.wrap_key_data(x2), x0 + 5, x1)", "i(3,) p(3,4) k(2,)"),
    ("random.multinomial", "random.multinomial(random.wrap_key_data(x2), x0 * 40, x1, shape=(2, 3, 4), dtype=jnp.float32)", "p(3,) p(4,) k(2,)"),
    ("random.multinomial", "random.multinomial(random.wrap_key_data(x1), jnp.array(100), x0)", "p(5,) k(2,)"),
    ("nn.identity", "jax.nn.identity(x0)", "i(3,)"),
    ("nn.log1mexp", "jax.nn.log1mexp(x0 * jnp.array([1e-12, 1e-3, 0.5, 1, 3, 20]))", "p(6,)"),
    ("nn.log1mexp", "jax.nn.log1mexp(jnp.array([0., -1., jnp.inf, jnp.nan], x0.dtype))", "f(1,)"),
    ("image.resize", "jax.image.resize(x0, (5, 3), 'bicubic')", "f(3,4)"),
    ("image.resize", "jax.image.resize(x0, (2, 6), method='bilinear')", "f(4,3)"),
    ("image.resize", "jax.image.resize(x0, (6, 3), jax.image.ResizeMethod.LANCZOS3)", "f(4,3)"),
    ("image.resize", "jax.image.resize(x0, (7,), jax.image.ResizeMethod.NEAREST)", "f(4,)"),
    ("custom_batching.sequential_vmap", "jax.custom_batching.sequential_vmap(lambda a, b: jnp.sin(a) * b)(x0, x1)", "f(3,) f(3,)"),
    ("custom_batching.sequential_vmap", "jax.vmap(jax.custom_batching.sequential_vmap(lambda a, b: jnp.dot(a, b)), (0, None))(x0, x1)", "f(4,3) f(3,)"),
    ("custom_batching.sequential_vmap", "jax.vmap(jax.custom_batching.sequential_vmap(lambda a: jnp.cumsum(a) * a))(x0)", "f(4,3)"),
    ("jnp.fromstring", "jnp.fromstring('1 2.5  -3', sep=' ')", ""),
    ("jnp.fromstring", "jnp.fromstring('1, 2,3 ,', dtype=jnp.int32, sep=',')", ""),
    ("jnp.fromstring", "jnp.fromstring('1;2;3', count=2, sep=';')", ""),
]  # fmt: skip


def write(directory):
    face_cases.write(directory, "more", EXPRESSIONS)
