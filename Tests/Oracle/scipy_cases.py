"""Cases of jax.scipy.special and jax.scipy.stats: values and derivatives in float64, and values at the edges."""

import jax
import jax.numpy as jnp
import numpy as np
from jax import scipy as jsp

from tensors import bit_patterns, static

ABOUT = (
    "Calls of jax.scipy's functions with 64-bit types on. 'args' are array operands, 'kwargs' static ones under JAX's "
    "names; 'out' are the results, 'slopes' the derivative of the sum of all results by each operand, null where JAX "
    "has none. Floating results and operands are bit patterns."
)

INF, NAN = float("inf"), float("nan")
SEED = 11


def spread(low, high, count=9):
    """Numbers between bounds, in no order, the same in every run."""
    return np.random.default_rng(SEED).permutation(np.linspace(low, high, count))


def grid(*bounds):
    return [np.random.default_rng(SEED + i).permutation(np.linspace(*b, 9)) for i, b in enumerate(bounds)]


WIDE = (-6, 7)
POSITIVE = (0.05, 12)
UNIT = (0.01, 0.99)

# name: (bounds of each operand, operands without a derivative). Beyond 8, JAX's betaln is wrong in the seventh digit.
SPECIAL = {
    "gammaln": ([WIDE], []), "gammasgn": ([WIDE], []), "gamma": ([WIDE], []), "factorial": ([(0.1, 9)], []),
    "digamma": ([WIDE], []), "erf": ([WIDE], []), "erfc": ([WIDE], []), "erfinv": ([(-0.99, 0.99)], []),
    "logit": ([UNIT], []), "expit": ([WIDE], []), "ndtr": ([WIDE], []), "ndtri": ([UNIT], []),
    "log_ndtr": ([(-30, 9)], []), "i0": ([WIDE], []), "i0e": ([(-40, 40)], []), "i1": ([WIDE], []),
    "i1e": ([(-40, 40)], []), "entr": ([(0.1, 5)], []), "fresnel": ([(-5, 5)], []),
    "xlogy": ([WIDE, POSITIVE], []), "xlog1py": ([WIDE, POSITIVE], []), "rel_entr": ([POSITIVE, POSITIVE], []),
    "kl_div": ([POSITIVE, POSITIVE], []), "beta": ([(0.05, 7), (0.1, 7.9)], []),
    "betaln": ([(0.1, 7), (0.1, 7.9)], []), "gammainc": ([POSITIVE, POSITIVE], []),
    "gammaincc": ([POSITIVE, POSITIVE], []), "zeta": ([(1.3, 8), POSITIVE], []), "poch": ([POSITIVE, (0.1, 5)], []),
    "betainc": ([POSITIVE, POSITIVE, UNIT], [0, 1]), "hyp1f1": ([(0.2, 4), (0.3, 5), (-9, 9)], []),
}  # fmt: skip

EDGES = [-2.5, -2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0, INF, -INF, NAN]
# Functions of one operand at the edges; exponential integrals and hyp1f1 are NaN in JAX where they have a limit.
AT_EDGES = [
    "gammaln", "gammasgn", "gamma", "factorial", "digamma", "erf", "erfc", "erfinv", "logit", "expit", "ndtr", "ndtri",
    "log_ndtr", "i0e", "i1e", "entr", "fresnel",
]  # fmt: skip
FINITE_EDGES = [-2.0, -0.5, 0.0, 0.5, 1.0, 3.0, NAN]

# name: (bounds of the argument, shape parameters, functions)
DENSITY = ["logpdf", "pdf"]
CUMULATIVE = ["cdf", "logcdf", "sf", "logsf"]
STATS = {
    "norm": (WIDE, [], DENSITY + CUMULATIVE), "uniform": ((-0.5, 2.5), [], DENSITY + ["cdf"]),
    "expon": (WIDE, [], DENSITY), "laplace": (WIDE, [], DENSITY + ["cdf"]),
    "logistic": (WIDE, [], DENSITY + ["cdf", "sf"]), "cauchy": (WIDE, [], DENSITY + CUMULATIVE),
    "t": (WIDE, [3.5], DENSITY), "chi2": ((0.4, 12), [3.0], DENSITY + CUMULATIVE),
    "gamma": ((0.4, 12), [2.5], DENSITY + CUMULATIVE), "beta": ((0.35, 1.5), [2.0, 3.5], DENSITY + CUMULATIVE),
    "pareto": ((1.5, 9), [2.5], DENSITY), "truncnorm": ((-1.8, 2.6), [-1.5, 2.0], DENSITY + CUMULATIVE),
}  # fmt: skip
QUANTILES = {
    "norm": ["ppf", "isf"], "uniform": ["ppf"], "logistic": ["ppf", "isf"], "cauchy": ["ppf", "isf"],
}  # fmt: skip
UNSCALED = {
    "gennorm": ((0.1, 4), [1.5], DENSITY + ["cdf"]), "vonmises": (WIDE, [1.5], DENSITY),
    "wrapcauchy": ((0.1, 6), [0.4], DENSITY),
}  # fmt: skip
COUNTS = {
    "poisson": ([3.0], ["logpmf", "pmf", "cdf"]), "bernoulli": ([0.3], ["logpmf", "pmf"]),
    "binom": ([6.0, 0.3], ["logpmf", "pmf"]), "nbinom": ([4.0, 0.4], ["logpmf", "pmf"]),
    "geom": ([0.3], ["logpmf", "pmf"]), "betabinom": ([6.0, 2.0, 3.0], ["logpmf", "pmf"]),
}  # fmt: skip


def density(method):
    """A method of gaussian_kde as a function of dataset, weights and points."""

    def call(dataset, weights, *points, **kwargs):
        kde = jsp.stats.gaussian_kde(dataset, weights=weights, **kwargs)
        return getattr(kde, method)(*points)

    return call


def function(path):
    if path.startswith("stats.gaussian_kde."):
        return density(path.split(".")[-1])
    found = jsp
    for part in path.split("."):
        found = getattr(found, part)
    return found


def case(path, args, kwargs=None, constant=None):
    """`constant`: operands by which no derivative is asked for; None asks for none at all."""
    kwargs = kwargs or {}
    args = [jnp.asarray(x) for x in args]
    if path == "special.lpmn_values":
        call = lambda z: function(path)(z=z, **kwargs)  # noqa: E731
    else:
        call = lambda *x: function(path)(*x, **kwargs)  # noqa: E731
    described = {"fn": path, "args": [bit_patterns(x) for x in args]}
    described |= {"kwargs": {key: static(value) for key, value in kwargs.items()}}
    described["out"] = [bit_patterns(x) for x in jax.tree.leaves(call(*args))]
    if constant is not None:
        moving = [i for i in range(len(args)) if i not in constant]
        total = lambda *x: sum(jnp.sum(y) for y in jax.tree.leaves(call(*x)))  # noqa: E731
        slopes = dict(zip(moving, jax.grad(total, argnums=moving)(*args)))
        described["slopes"] = [bit_patterns(slopes[i]) if i in slopes else None for i in range(len(args))]
    return described


def cases():
    with jax.experimental.enable_x64(True):
        yield from special_cases()
        yield from stats_cases()


def special_cases():
    for name, (bounds, constant) in SPECIAL.items():
        yield case(f"special.{name}", grid(*bounds), constant=constant)
    for name in AT_EDGES:
        yield case(f"special.{name}", [np.array(EDGES)])
    for name in ("xlogy", "xlog1py", "rel_entr", "kl_div", "gammainc", "gammaincc", "beta"):
        yield case(f"special.{name}", [np.repeat(FINITE_EDGES, 7), np.tile(FINITE_EDGES, 7)])
    for name in ("xlogy", "xlog1py"):
        yield case(f"special.{name}", [np.array([0.0, 1.0, 0.0, 2.0]), np.array([0.0, 0.0, 2.0, 3.0])], constant=[])
    yield case("special.spence", [np.array([-1.0, 0.0, 1.0, 2.0, NAN])])
    yield case("special.spence", [spread(0.05, 9)])
    # Its reverse derivative is NaN between 1 and 2 in JAX, where a branch not taken has the logarithm of 1 − x.
    yield case("special.spence", [np.array([0.1, 0.4, 1.6, 3.0, 9.0])], constant=[])
    for n in (0, 1, 2, 4):
        yield case("special.polygamma", [np.array(n), spread(0.05, 9)], constant=[0])
    for n in (1, 2, 5):
        yield case("special.expn", [np.array(float(n)), spread(0.1, 12)])
    yield case("special.exp1", [spread(0.1, 12)])
    yield case("special.expi", [np.array([-4.0, -0.5, -0.1, 0.3, 1.0, 2.5, 7.0, 20.0, 50.0])])
    for d in (1, 2, 4):
        yield case("special.multigammaln", [spread(2.6, 9)], {"d": d}, constant=[])
    for n in (0, 1, 2, 7, 12):
        yield case("special.bernoulli", [], {"n": n})
    yield case("special.bessel_jn", [np.array([0.3, 1.0, 2.7, 6.0])], {"v": 3})
    yield case("special.bessel_jn", [np.array([[0.5], [4.0]])], {"v": 0})
    matrix = np.random.default_rng(SEED).normal(size=(2, 3, 4))
    for name in ("logsumexp", "softmax", "log_softmax"):
        yield case(f"special.{name}", [matrix], constant=[])
        for axis in (-1, 0, (0, 2)):
            yield case(f"special.{name}", [matrix], {"axis": axis}, constant=[])
    yield case("special.logsumexp", [matrix], {"axis": 1, "keepdims": True})
    for normalized in (False, True):
        for order in (0, 1, 4):
            yield case(
                "special.lpmn_values", [spread(-0.95, 0.95, 5)], {"m": order, "n": order, "is_normalized": normalized}
            )


def stats_cases():
    place = np.array(0.25)
    scale = np.array(1.4)
    for name, (bounds, shapes, functions) in STATS.items():
        shapes = [np.array(x) for x in shapes]
        for f in functions:
            constant = list(range(1, len(shapes) + 1)) if name == "beta" and f not in DENSITY else []
            yield case(f"stats.{name}.{f}", [spread(*bounds)] + shapes + [place, scale], constant=constant)
            yield case(f"stats.{name}.{f}", [np.array([-4.0, 0.25, 1.65, 9.0])] + shapes + [place, scale])
    for name, functions in QUANTILES.items():
        for f in functions:
            yield case(f"stats.{name}.{f}", [spread(*UNIT), place, scale], constant=[])
            yield case(f"stats.{name}.{f}", [np.array([-0.5, 0.5, 1.5]), place, scale])
    for name, (bounds, shapes, functions) in UNSCALED.items():
        for f in functions:
            yield case(f"stats.{name}.{f}", [spread(*bounds)] + [np.array(x) for x in shapes], constant=[])
    yield case("stats.vonmises.logpdf", [np.array([0.5, 0.5]), np.array([-1.0, 0.0])])
    yield case("stats.wrapcauchy.logpdf", [np.array([-1.0, 7.0, 1.0]), np.array([0.4, 0.4, 1.5])])
    numbers = np.array([-1.0, 0.0, 1.0, 2.0, 3.0, 5.0, 6.0, 7.0])
    for name, (shapes, functions) in COUNTS.items():
        for f in functions:
            yield case(f"stats.{name}.{f}", [numbers] + [np.array(x) for x in shapes])
            if f == "logpmf":
                inside = numbers[2:3] if name == "bernoulli" else numbers[2:7]
                yield case(
                    f"stats.{name}.{f}", [inside] + [np.array(x) for x in shapes],
                    constant=[] if name != "betabinom" else [0],
                )  # fmt: skip
    for f in ("cdf", "ppf"):
        yield case(f"stats.bernoulli.{f}", [np.array([-0.5, 0.0, 0.5, 0.8, 1.0, 1.5, NAN]), np.array(0.3)])
        yield case(f"stats.bernoulli.{f}", [np.array(0.5), np.array([-0.1, 1.1, NAN])])
    alpha = np.array([1.5, 2.0, 3.0])
    simplex = np.array([[0.2, 0.1, 0.3], [0.3, 0.4, 0.3], [0.5, 0.5, 0.5]])
    for f in DENSITY:
        yield case(f"stats.dirichlet.{f}", [simplex, alpha])
        yield case(f"stats.dirichlet.{f}", [simplex[:2, :2], alpha], constant=[])
    for f in ("logpmf", "pmf"):
        yield case(f"stats.multinomial.{f}", [np.array([1, 2, 3]), np.array(6), np.array([0.2, 0.3, 0.5])])
        yield case(f"stats.multinomial.{f}", [np.array([1, 2, 3]), np.array(5), np.array([0.2, 0.3, 0.5])])
    table = np.random.default_rng(SEED).integers(0, 4, size=(5, 6))
    for axis in (0, 1, None):
        yield case("stats.mode", [table], {"axis": axis})
        yield case("stats.sem", [table.astype(float)], {"axis": axis}, constant=[])
    yield case("stats.mode", [table], {"axis": 0, "keepdims": True})
    for method in ("average", "min", "max", "dense", "ordinal"):
        for axis in (None, 0, 1):
            yield case("stats.rankdata", [table], {"method": method, "axis": axis})
    yield case("stats.sem", [np.where(table == 3, NAN, table)], {"axis": 0, "nan_policy": "omit"})
    cov = np.array([[2.0, 0.5], [0.5, 1.0]])
    points = np.random.default_rng(SEED).normal(size=(4, 2))
    for f in DENSITY:
        yield case(f"stats.multivariate_normal.{f}", [points, np.array([0.3, -0.2]), cov], constant=[])
        yield case(f"stats.multivariate_normal.{f}", [points[0], points, np.stack([cov, 2 * cov] * 2)])
        yield case(f"stats.multivariate_normal.{f}", [points, np.array([0.3, -0.2]), np.array(1.7)], constant=[])
        yield case(f"stats.multivariate_normal.{f}", [points[:, 0], np.array(0.3), np.array(1.7)], constant=[])
    weights = np.array([0.1, 0.5, 0.2, 0.2])
    for data, at in ((points.T, points.T * 0.7), (points[:, 0], np.array([-0.4, 0.2, 1.0]))):
        for f in DENSITY:
            yield case(f"stats.gaussian_kde.{f}", [data, weights, at], constant=[])
            for method in ("silverman", 0.6):
                yield case(f"stats.gaussian_kde.{f}", [data, weights, at], {"bw_method": method})
    box = [points[:, 0], weights, np.array(-0.5), np.array(1.5)]
    yield case("stats.gaussian_kde.integrate_box_1d", box, constant=[])
