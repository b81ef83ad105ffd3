"""Cases of the NumPy face, in the order of NumPy's manual."""

import jax.numpy as jnp
import numpy as np

from tensors import static, tensor

ABOUT = (
    "Calls of jax.numpy (linalg.norm: jax.numpy.linalg) with 64-bit types off. 'args' are the array operands, in "
    "order and without nesting (stack([a, b]) has two); 'kwargs' are all other arguments under NumPy's names, "
    "einsum's string as 'subscripts'; 'out' are the results, in order. A tensor marked 'weak' is a Python number."
)

# Functions that take their arrays as one sequence, and those whose arrays follow a string.
SEQUENCE = {"stack", "vstack", "hstack", "dstack", "column_stack", "concatenate", "block"}
f32, i32 = jnp.float32, jnp.int32


def evaluate(fn, arrays, kwargs):
    function = jnp.linalg.norm if fn == "linalg.norm" else getattr(jnp, fn)
    if fn == "einsum":
        return function(kwargs["subscripts"], *arrays)
    if fn in SEQUENCE:
        return function(list(arrays), **kwargs)
    return function(*arrays, **kwargs)


class Cases(list):
    """Collects cases; `reals` and `integers` make the same few short numbers at every run."""

    def __init__(self):
        self.generator = np.random.default_rng(101)

    def reals(self, *shape, low=-3, high=3):
        return np.round(self.generator.uniform(low, high, shape), 2).astype(np.float32)

    def integers(self, *shape, low=-9, high=10, dtype=np.int32):
        return self.generator.integers(low, high, shape).astype(dtype)

    def booleans(self, *shape):
        return self.generator.random(shape) < 0.5

    def add(self, fn, *arrays, **kwargs):
        operands = [x if isinstance(x, (bool, int, float)) else jnp.asarray(x) for x in arrays]
        out = evaluate(fn, operands, kwargs)
        out = list(out) if isinstance(out, (list, tuple)) else [out]
        self.append({
            "fn": fn,
            "args": [tensor(x) for x in operands],
            "kwargs": {name: static(value) for name, value in kwargs.items()},
            "out": [tensor(x) for x in out],
        })  # fmt: skip

    def each(self, fn, *arrays, options):
        """One case for every dictionary of keyword arguments."""
        for kwargs in options:
            self.add(fn, *arrays, **kwargs)


def axes(*choices):
    return [{"axis": axis} for axis in choices]


def creation(c):
    for stop in (0, 1, 5, 2.5):
        c.add("arange", start=stop)
    for start, stop, step in [(2, 9, 1), (0, 10, 3), (10, 0, -3), (5, 5, 1), (0.0, 1.0, 0.1), (1.0, -1.0, -0.25),
                              (-2, 2, 0.5), (3, 0, 1), (0, 7, 2.5)]:  # fmt: skip
        c.add("arange", start=start, stop=stop, step=step)
    c.add("arange", start=6, dtype=f32)
    c.add("arange", start=1, stop=7, step=2, dtype=jnp.uint8)
    for start, stop, num in [(-3, 3, 7), (0, 1, 1), (0, 1, 0), (5, -5, 11), (2.5, 2.5, 3), (-10, 10, 50)]:
        for endpoint in (True, False):
            c.add("linspace", start=start, stop=stop, num=num, endpoint=endpoint)
    c.add("linspace", start=0, stop=10, num=5, dtype=i32)
    for options in [{}, {"endpoint": False}, {"base": 2.0}]:
        c.add("logspace", start=0, stop=3, num=7, **options)
    c.add("geomspace", start=1.0, stop=1000.0, num=4)
    for n, m, k in [(3, None, 0), (3, 4, 1), (4, 3, -1), (2, 5, 3), (3, 3, 5), (0, 2, 0)]:
        c.add("eye", N=n, M=m, k=k)
        c.add("tri", N=n, M=m, k=k)
    c.add("eye", N=3, dtype=i32)
    c.add("identity", n=4)
    c.each("full", options=[{"shape": [2, 3], "fill_value": 7}, {"shape": [], "fill_value": 2.5},
                            {"shape": [2], "fill_value": 1, "dtype": f32}])  # fmt: skip
    for matrix in (c.integers(3, 4), c.reals(4, 3), c.integers(2, 2, 3)):
        for k in (-2, -1, 0, 1, 2):
            c.add("tril", matrix, k=k)
            c.add("triu", matrix, k=k)
    for k in (-2, 0, 1):
        c.add("diag", c.integers(3), k=k)
        c.add("diag", c.reals(3, 4), k=k)
    c.add("diagflat", c.integers(2, 2), k=1)
    for indexing in ("xy", "ij"):
        c.add("meshgrid", c.integers(3), c.integers(2), indexing=indexing)
        c.add("meshgrid", c.reals(2), c.integers(3), c.reals(2), indexing=indexing)
        c.add("meshgrid", c.reals(2), c.reals(3), indexing=indexing, sparse=True)
    c.add("vander", c.integers(3))
    c.add("vander", c.reals(3), N=2, increasing=True)


def manipulation(c):
    x = c.integers(3, 4)
    for shift, axis in [(1, None), (-5, None), (1, 0), (-1, 1), ((1, 2), (0, 1)), ((1, -2), (1, 0)), (2, (0, 1)),
                        ((1, 1), (0, 0)), (9, -1)]:  # fmt: skip
        c.add("roll", x, shift=shift, axis=axis)
    for reps in (2, (2,), (2, 1), (1, 3), (2, 1, 2), (0, 2)):
        c.add("tile", c.integers(2, 3), reps=reps)
    c.add("tile", c.reals(3), reps=(2, 2))
    for repeats, axis in [(2, None), (2, 0), (3, 1), (0, 1)]:
        c.add("repeat", c.integers(2, 3), repeats=repeats, axis=axis)
    for repeats, axis in [((1, 0, 2), 1), ((2, 3), 0)]:
        c.add("repeat", c.integers(2, 3), repeats=np.array(repeats), axis=axis)
    for sections, axis in [(2, 0), (3, 1), ((1, 3), 0), ((2,), 1), ((0, 3), 0)]:
        c.add("split", c.integers(4, 6), indices_or_sections=sections, axis=axis)
    for sections in (3, 4, (2, 5)):
        c.add("array_split", c.integers(7), indices_or_sections=sections)
    c.add("array_split", c.integers(5, 3), indices_or_sections=2, axis=1)
    y = c.reals(2, 3, 4)
    for source, destination in [(0, -1), (-1, 0), (1, 2), ((0, 1), (-1, -2)), ((0, 2), (1, 0))]:
        c.add("moveaxis", y, source=source, destination=destination)
    for axis1, axis2 in [(0, 1), (0, -1), (1, 1), (-1, -2)]:
        c.add("swapaxes", y, axis1=axis1, axis2=axis2)
    c.each("transpose", y, options=[{}, {"axes": (1, 0, 2)}, {"axes": (-1, 0, 1)}])
    c.each("expand_dims", c.reals(2, 3), options=axes(0, 1, -1, (0, 1), (0, -1), (1, 3), (-1, -2)))
    c.each("squeeze", c.reals(1, 3, 1), options=[{}, *axes(0, -1, (0, 2))])
    c.each("stack", c.integers(2, 3), c.integers(2, 3), options=axes(0, 1, 2, -1, -2))
    c.each("concatenate", c.integers(2, 3), c.reals(2, 3), options=axes(0, 1, -1, None))
    for fn in ("vstack", "hstack", "dstack", "column_stack"):
        c.add(fn, c.integers(3), c.integers(3), c.integers(3))
        c.add(fn, c.reals(2, 3), c.integers(2, 3))
    c.add("hstack", c.integers(2), c.integers(3))
    c.add("vstack", c.integers(3), c.integers(2, 3))
    c.add("column_stack", c.integers(2), c.integers(2, 2))
    for operand, shape in [(c.integers(3), (2, 3)), (c.integers(2, 1), (2, 3)), (c.reals(), (2, 2)),
                           (c.reals(1, 3), (2, 2, 3)), (c.integers(3), (3,)), (c.integers(1, 3), (0, 3))]:  # fmt: skip
        c.add("broadcast_to", operand, shape=shape)
    c.each("flip", y, options=axes(None, 0, -1, (0, 2), (1, -1)))
    c.add("fliplr", x)
    c.add("flipud", x)
    c.each("rot90", c.integers(2, 3), options=[{"k": k} for k in (1, 2, 3, -1)])
    for shape, order in [((4, 3), "C"), ((-1,), "C"), ((2, -1, 3), "C"), ((4, 3), "F"), ((6, -1), "F")]:
        c.add("reshape", x, shape=shape, order=order)


def selection(c):
    x = c.integers(3, 4)
    for indices, axis in [((0, 2), 0), ((3, 1, 1), 1), ((0, 11), None), ((-1, 0), 1), (((0, 1), (2, 0)), 0)]:
        c.add("take", x, np.array(indices, np.int32), axis=axis)
    c.add("take", c.reals(3), np.array([0, 5, -4], np.int32), axis=0)
    c.add("take", c.integers(3), np.array([0, 5, -4], np.int32), axis=0)
    c.each("take", c.reals(3), np.array([0, 5, -4], np.int32), options=[{"mode": "clip"}, {"mode": "wrap"}])
    c.add("take_along_axis", x, np.array([[1, 0], [3, 3], [2, -1]], np.int32), axis=1)
    c.add("where", c.booleans(2, 3), c.reals(2, 3), c.reals(3))
    c.add("where", c.booleans(3), c.integers(2, 1), c.reals(3))
    c.add("where", c.booleans(2, 3), c.integers(2, 3), 0)
    c.add("where", c.booleans(2, 3), c.integers(2, 3), 0.5)
    c.add("where", True, c.reals(2), -1)
    for low, high in [(-1, 1), (None, 0), (0, None), (2, -2)]:
        c.add("clip", c.integers(6), min=low, max=high)
        c.add("clip", c.reals(6), min=low, max=high)
    c.add("clip", c.reals(4), min=-0.5, max=0.5)
    c.add("diagonal", x)
    c.add("diagonal", c.integers(2, 3, 3), offset=1, axis1=1, axis2=2)
    ties, ragged = c.integers(3, 5, low=0, high=3), c.reals(3, 4)
    ragged[1, 2] = np.nan
    for fn in ("sort", "argsort"):
        c.each(fn, ties, options=axes(0, 1, -1, None))
        c.each(fn, ragged, options=axes(0, 1, None))
        c.add(fn, c.booleans(6))
        c.add(fn, np.array([0.0, -0.0, np.inf, -np.inf, 1.0], np.float32))
        c.add(fn, ties, axis=1, descending=True)
    for sorter in ([0, 2, 4], [-1, 0, 1, 2, 3, 5]):
        for side in ("left", "right"):
            c.add("searchsorted", np.array([0, 1, 1, 2, 4], np.int32), np.array(sorter, np.int32), side=side)


def reductions(c):
    x, y, z = c.reals(2, 3, 4), c.integers(2, 3, 4), c.booleans(3, 4)
    some = [{}, *axes(0, -1, (0, 2)), {"axis": 1, "keepdims": True}, {"keepdims": True}]
    for fn in ("sum", "prod", "max", "min", "mean"):
        c.each(fn, x, options=some)
        c.each(fn, y, options=some[:3])
    c.each("sum", z, options=some[:3])
    c.add("sum", c.integers(4, dtype=np.uint8, low=0, high=255))
    c.add("prod", c.integers(3, dtype=np.int8))
    c.add("sum", y, axis=0, dtype=f32)
    c.add("sum", np.zeros((0, 3), np.float32), axis=0)
    c.add("prod", np.zeros((3, 0), np.float32), axis=1)
    c.add("mean", np.zeros((0,), np.float32))
    for fn in ("var", "std"):
        for ddof in (0, 1, 2):
            c.each(fn, x, options=[{**options, "ddof": ddof} for options in some[:4]])
        c.add(fn, y, axis=1)
        c.add(fn, np.array([3], np.float32), ddof=1)
    picks = [{}, *axes(0, 1, -1), {"axis": 1, "keepdims": True}, {"keepdims": True}]
    for fn in ("argmax", "argmin"):
        c.each(fn, x, options=picks)
        c.add(fn, np.array([1, 3, 3, 1], np.int32))
        c.add(fn, np.array([1, np.nan, 5, np.nan], np.float32))
        c.add(fn, z, axis=0)
    for fn in ("any", "all"):
        c.each(fn, z, options=some[:3] + [{"axis": (0, 1)}, {"axis": 1, "keepdims": True}])
        c.add(fn, np.array([0.0, np.nan], np.float32))
        c.add(fn, c.integers(2, 3, low=0, high=2), axis=1)
        c.add(fn, np.zeros((0, 2), bool), axis=0)
    for fn in ("cumsum", "cumprod"):
        c.each(fn, x, options=axes(None, 0, 1, -1))
        c.add(fn, y, axis=2)
        c.add(fn, z, axis=1)
    holes = np.array([[1, np.nan, 3], [np.nan, np.nan, -2]], np.float32)
    for fn in ("nansum", "nanprod", "nanmean", "nanmax", "nanmin", "nanvar", "nanstd"):
        c.each(fn, holes, options=[{}, *axes(0, 1), {"axis": 1, "keepdims": True}])
    c.each("count_nonzero", y, options=[{}, *axes(0)])
    c.each("median", c.reals(3, 4), options=[{}, *axes(0, 1)])
    c.each("ptp", y, options=[{}, *axes(1)])
    c.each("average", c.reals(3, 4), options=[{}, *axes(0)])


def products(c):
    for form, *shapes in [
        ("ii", (3, 3)), ("ii->i", (3, 3)), ("ij->", (2, 3)), ("ij->ji", (2, 3)), ("ij->j", (2, 3)),
        ("ij,jk", (2, 3), (3, 4)), ("ij,jk->ki", (2, 3), (3, 4)), ("i,j->ij", (2,), (3,)),
        ("i,i->i", (3,), (3,)), ("i,i", (3,), (3,)),
        ("bij,bjk->bik", (2, 2, 3), (2, 3, 2)), ("...ij,...jk->...ik", (2, 2, 3), (3, 2)), ("...i->...", (2, 3)),
        ("ij,jk,kl->il", (2, 3), (3, 2), (2, 4)), ("ij,kj,k->i", (2, 3), (4, 3), (4,)), ("ijj->i", (2, 3, 3)),
        ("i...,i...->...", (2, 3), (2, 3)), ("ba", (2, 3)),
        ("iij,jk->ik", (2, 2, 3), (3, 2)), ("b...d,d->...b", (2, 3, 4), (4,)),
    ]:  # fmt: skip
        c.add("einsum", *(c.reals(*shape) for shape in shapes), subscripts=form)
        if len(shapes) == 2:
            c.add("einsum", *(c.integers(*shape) for shape in shapes), subscripts=form)
    x, y = c.reals(2, 3, 4), c.reals(4, 3, 2)
    for contracted in (1, ((2,), (0,)), ((1, 2), (1, 0)), ((0,), (2,)), 0):
        c.add("tensordot", x if contracted != 0 else x[0, 0], y if contracted != 0 else y[0, 0], axes=contracted)
    c.add("tensordot", c.reals(2, 3), c.reals(2, 3))
    for left, right in [((3,), (3,)), ((2, 3), (3,)), ((3,), (3, 2)), ((2, 3), (3, 4)), ((2, 2, 3), (2, 3, 1)),
                        ((2, 1, 2, 3), (3, 3, 2))]:  # fmt: skip
        c.add("matmul", c.reals(*left), c.reals(*right))
        c.add("dot", c.reals(*left), c.reals(*right))
        c.add("matmul", c.integers(*left), c.integers(*right))
    c.add("dot", c.reals(2, 3), 2.0)
    c.add("outer", c.reals(3), c.integers(2))
    c.add("outer", c.integers(2, 2), c.integers(3))
    c.add("vdot", c.reals(4), c.reals(4))
    c.add("vdot", c.reals(2, 3), c.reals(2, 3))
    c.add("inner", c.reals(2, 3), c.reals(4, 3))
    c.add("kron", c.integers(2, 2), c.integers(1, 3))
    c.add("cross", c.reals(2, 3), c.reals(2, 3))
    for operand in (c.reals(4), c.integers(4)):
        c.each("linalg.norm", operand, options=[{}, *({"ord": p} for p in (1, 2, np.inf, -np.inf, 0, 3))])
    c.each("linalg.norm", c.reals(3, 4), options=[{}, *({"ord": p} for p in ("fro", 1, 2, np.inf, "nuc")), *axes(0, 1),
                                                  {"axis": 1, "keepdims": True}, {"ord": 1, "axis": 0}])  # fmt: skip
    c.each("trace", c.integers(3, 4), options=[{"offset": k} for k in (0, 1, -1, 5)])
    c.add("trace", c.reals(2, 3, 3), axis1=1, axis2=2)
    c.add("polyval", c.integers(4), c.reals(5))
    c.add("polyval", np.array([-3, 4, -2, 7], np.int32), np.linspace(-5, 5, 6, dtype=np.float32))
    c.add("polyval", c.reals(3), c.reals(2, 2))


def elementwise(c):
    signs = np.array([7, -7, 7, -7, 0, 6, -6], np.int32), np.array([3, 3, -3, -3, 5, 2, 2], np.int32)
    reals = tuple(x.astype(np.float32) / 2 for x in signs)
    for fn in ("floor_divide", "remainder", "mod", "fmod", "divmod", "true_divide"):
        c.add(fn, *signs)
        c.add(fn, *reals)
        c.add(fn, signs[0], 4)
        c.add(fn, reals[0], 1.5)
        c.add(fn, signs[0], reals[1])
    c.add("floor_divide", c.integers(4, low=0, high=255, dtype=np.uint8), np.array([7, 1, 200, 3], np.uint8))
    bases, small = c.reals(5), c.integers(5, low=-4, high=5)
    for exponent in (0, 1, 2, 3, 7, -1, -2, 0.5, 2.0, -1.5):
        c.add("power", bases, exponent)
    for exponent in (0, 1, 2, 5):
        c.add("power", small, exponent)
    c.add("power", small, 2.0)
    c.add("power", np.array([2, -2, 3], np.int32), np.array([3, 3, 0], np.int32))
    c.add("power", bases, np.array([2, 0, 1, 3, -1], np.int32))
    c.add("power", np.abs(bases), c.reals(5))
    c.add("power", 2, small.astype(np.float32))
    c.add("float_power", small + 10, 0.5)
    edges = np.array([0.0, -0.0, 1.0, -2.5, np.inf, -np.inf, np.nan], np.float32)
    for fn in ("logaddexp", "logaddexp2", "hypot", "arctan2", "maximum", "minimum", "fmax", "fmin", "copysign",
               "nextafter", "heaviside"):  # fmt: skip
        c.add(fn, c.reals(2, 3), c.reals(3))
        c.add(fn, edges, np.full(7, -1.5, np.float32))
        c.add(fn, edges, edges[::-1].copy())
    for fn in ("logaddexp", "hypot", "arctan2", "maximum"):
        c.add(fn, c.integers(3, low=1), c.reals(3))
    for fn in ("sign", "abs", "square", "negative", "positive", "isnan", "isinf", "isfinite", "signbit", "nan_to_num"):
        c.add(fn, edges)
        c.add(fn, c.integers(5))
    for fn in ("sign", "abs", "negative"):
        c.add(fn, c.integers(4, low=0, high=200, dtype=np.uint8))
    for fn in ("floor", "ceil", "trunc", "rint", "fix"):
        c.add(fn, np.array([-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 2.4, -2.6], np.float32))
    ticks = np.array([0.5, 1.5, 2.5, -0.5, 12.345, -7.85, 150.0, 0.125], np.float32)
    c.each("round", ticks, options=[{"decimals": k} for k in (0, 1, 2, -1, -2)])
    c.each("round", np.array([15, 25, -35, 149], np.int32), options=[{"decimals": k} for k in (0, 1)])
    for fn in ("gcd", "lcm"):
        c.add(fn, c.integers(5, low=-30, high=30), c.integers(5, low=1, high=30))
    for fn in ("bitwise_and", "bitwise_or", "bitwise_xor"):
        c.add(fn, c.integers(4), c.integers(4))
        c.add(fn, c.booleans(4), c.booleans(4))
    for fn in ("left_shift", "right_shift"):
        c.add(fn, c.integers(4), np.array([0, 1, 5, 31], np.int32))
    for fn in ("logical_and", "logical_or", "logical_xor"):
        c.add(fn, c.reals(3), c.booleans(3))
    for fn in ("equal", "not_equal", "less", "less_equal", "greater", "greater_equal"):
        c.add(fn, edges, edges[::-1].copy())
        c.add(fn, c.integers(4, low=0, high=2), 1)


def cases():
    collected = Cases()
    for section in (creation, manipulation, selection, reductions, products, elementwise):
        section(collected)
    return collected
