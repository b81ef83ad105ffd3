"""One call of NumPy's for each row of `Sweep.swift`. Prints JSON lines; an argument is a regular expression that picks
rows."""

import numpy as np

from harness import report

COUNT = 1_000_000


def linspace(low, high):
    return np.linspace(low, high, COUNT, dtype=np.float32)


x, unit, positive = linspace(-3, 3), linspace(-0.99, 0.99), linspace(0.01, 4)
whole = np.arange(COUNT, dtype=np.int32) % np.int32(1000)
divisor = whole + np.int32(1)
matrix = linspace(-3, 3).reshape(1000, 1000)
# What Lanewise makes of them in int32.
places = np.mod(np.arange(COUNT, dtype=np.int32) * np.int32(7919), np.int32(COUNT))
shuffled = x[places]
mask = x > 0
ones = np.ones_like(x)


def changed(array, change):
    copy = array.copy()
    change(copy)
    return copy


def plain(names, *operands, suffix=""):
    return {name + suffix: lambda f=getattr(np, name): f(*operands) for name in names.split()}


ROWS = {
    **plain(
        "abs negative sign square exp exp2 expm1 sin cos tan arctan sinh cosh tanh arcsinh cbrt floor ceil trunc rint isnan"
        " isfinite signbit reciprocal deg2rad sinc nan_to_num logical_not modf frexp", x),
    **plain("arcsin arccos arctanh", unit),
    **plain("sqrt log log2 log10 log1p", positive),
    **plain("invert bitwise_count abs", whole, suffix="_int"),
    **plain(
        "add subtract multiply divide maximum minimum fmax arctan2 hypot remainder fmod floor_divide copysign nextafter"
        " logaddexp heaviside less equal isclose", x, positive),
    **plain("add multiply floor_divide remainder bitwise_and bitwise_xor gcd", whole, divisor, suffix="_int"),
    **plain(
        "sum prod max min mean var std any all argmax argmin ptp count_nonzero nansum nanmean nanmax nanvar median cumsum"
        " cumprod diff trapezoid gradient unwrap", x),
    **plain("sort argsort unique", shuffled),
    "clip": lambda: np.clip(x, -1, 1),
    "round_2": lambda: np.round(x, 2),
    "astype_int32": lambda: x.astype(np.int32),
    "astype_float32_int": lambda: whole.astype(np.float32),
    "power_3": lambda: x**3,
    "power_half": lambda: positive**np.float32(0.5),
    "arccosh": lambda: np.arccosh(positive + 1),
    "ldexp": lambda: np.ldexp(x, 3),
    "where": lambda: np.where(x > 0, x, positive),
    "left_shift_int": lambda: whole << 3,
    "power": lambda: positive**positive,
    "percentile": lambda: np.percentile(x, 30),
    "norm": lambda: np.linalg.norm(x),
    "average": lambda: np.average(x, weights=positive),
    "sum_rows": lambda: matrix.sum(1),
    "sum_columns": lambda: matrix.sum(0),
    "max_rows": lambda: matrix.max(1),
    "max_columns": lambda: matrix.max(0),
    "argmax_rows": lambda: matrix.argmax(1),
    "argmax_columns": lambda: matrix.argmax(0),
    "sum_int": lambda: whole.sum(),
    "bincount_int": lambda: np.bincount(whole),
    "histogram": lambda: np.histogram(x, 100),
    "cummax": lambda: np.maximum.accumulate(x),
    "partition": lambda: np.partition(shuffled, 500_000),
    "cumsum_rows": lambda: matrix.cumsum(1),
    "cumsum_columns": lambda: matrix.cumsum(0),
    "sort_rows": lambda: np.sort(matrix, 1),
    "sort_columns": lambda: np.sort(matrix, 0),
    "sort_int": lambda: np.sort(whole),
    "unique_int": lambda: np.unique(whole),
    "searchsorted": lambda: np.searchsorted(x, shuffled),
    "digitize": lambda: np.digitize(x, np.linspace(-3, 3, 100, dtype=np.float32)),
    "interp": lambda: np.interp(x, np.linspace(-3, 3, 100), np.linspace(0, 1, 100)),
    "isin_int": lambda: np.isin(whole, np.arange(10)),
    "take": lambda: np.take(x, places, mode="clip"),
    "index": lambda: x[places],
    "mask": lambda: x[mask],
    "nonzero": lambda: np.nonzero(mask),
    "extract": lambda: np.extract(mask, x),
    "take_along_axis": lambda: np.take_along_axis(matrix, np.argsort(matrix[:1], 1), 1),
    "stride": lambda: x[::3].copy(),
    "reverse": lambda: x[::-1].copy(),
    "rows": lambda: matrix[100:900].copy(),
    "columns": lambda: matrix[:, 100:900].copy(),
    "set_slice": lambda: changed(x, lambda y: y.__setitem__(slice(1000, 500_000), 1)),
    "set_places": lambda: changed(x, lambda y: y.__setitem__(places, ones)),
    "add_places": lambda: changed(x, lambda y: np.add.at(y, places, ones)),
    "add_bins_int": lambda: np.add.at(np.zeros(1000, np.float32), whole, ones),
    "select": lambda: np.select([mask], [x], 1),
    "choose_int": lambda: np.choose(whole % 2, [x, ones]),
    "put": lambda: changed(x, lambda y: np.put(y, places, ones)),
    "transpose": lambda: matrix.T.copy(),
    "concatenate": lambda: np.concatenate([x, x]),
    "stack": lambda: np.stack([x, x], 1),
    "tile": lambda: np.tile(x, 2),
    "repeat": lambda: np.repeat(x, 2),
    "roll": lambda: np.roll(x, 1000),
    "flip": lambda: np.flip(matrix, 1).copy(),
    "rot90": lambda: np.rot90(matrix).copy(),
    "pad": lambda: np.pad(matrix, 3),
    "tril": lambda: np.tril(matrix),
    "diagonal": lambda: np.diagonal(matrix).copy(),
    "broadcast_add": lambda: matrix + matrix[0],
    "outer": lambda: np.outer(x[:1000], x[:1000]),
    "arange": lambda: np.arange(COUNT, dtype=np.int32),
    "linspace": lambda: np.linspace(0, 1, COUNT, dtype=np.float32),
    "packbits": lambda: np.packbits(x > 0),
}  # fmt: skip

np.seterr(all="ignore")
report((f"sweep_{name}", call, None) for name, call in ROWS.items())
