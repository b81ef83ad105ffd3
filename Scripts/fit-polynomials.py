"""Minimax polynomials for the double-precision functions, by Remez's exchange in high precision.

Prints, for each piece, the coefficients from the lowest power up, and the largest weighted error."""

import sys
from mpmath import mp, mpf, matrix, lu_solve, cos, pi, exp, log, sin, sqrt, atan, asin, sinh, erf, erfc, fabs

mp.prec = 240


def remez(f, weight, low, high, degree, rounds=12, grid=1500):
    """p of that degree with the least greatest |p − f|·weight on [low, high]."""
    low, high = mpf(low), mpf(high)
    n = degree + 2
    points = [(low + high) / 2 - (high - low) / 2 * cos(pi * i / (n - 1)) for i in range(n)]
    xs = [(low + high) / 2 - (high - low) / 2 * cos(pi * i / grid) for i in range(grid + 1)]
    plain = weight
    top = max(plain(x) for x in xs)
    # Where the weight vanishes, any value would do; a floor keeps the equations regular.
    weight = lambda x: max(plain(x), top / 1000)
    fs = [f(x) for x in xs]
    ws = [weight(x) for x in xs]
    for _ in range(rounds):
        a, b = matrix(n, n), matrix(n, 1)
        for i, x in enumerate(points):
            for j in range(degree + 1):
                a[i, j] = x**j
            a[i, degree + 1] = (-1) ** i / weight(x)
            b[i] = f(x)
        solution = lu_solve(a, b)
        c = [solution[j] for j in range(degree + 1)]
        errors = [(mp.polyval(c[::-1], x) - y) * w for x, y, w in zip(xs, fs, ws)]
        extrema = []
        for i in range(grid + 1):
            if not extrema or errors[i] * extrema[-1][1] < 0:
                extrema.append((xs[i], errors[i]))
            elif fabs(errors[i]) > fabs(extrema[-1][1]):
                extrema[-1] = (xs[i], errors[i])
        while len(extrema) > n:
            if fabs(extrema[0][1]) < fabs(extrema[-1][1]):
                extrema.pop(0)
            else:
                extrema.pop()
        worst = max(fabs(e) for e in errors)
        if len(extrema) < n:
            break
        points = [x for x, _ in extrema]
    return c, worst


def safe(f, at_zero):
    return lambda x: at_zero if fabs(x) < mpf(2) ** -60 else f(x)


one = lambda x: mpf(1)
h = log(mpf(2)) / 2 * mpf("1.0001")
PIECES = {
    # e^r = 1 + r + r²·P(r)
    "exp": (safe(lambda r: (exp(r) - 1 - r) / r**2, mpf(1) / 2), lambda r: r * r / exp(r), -h, h, 9),
    # 2^r = 1 + r·P(r)
    "exp2": (safe(lambda r: (mpf(2) ** r - 1) / r, log(mpf(2))), lambda r: fabs(r) / mpf(2) ** r, -0.5001, 0.5001, 10),
    # log((1+s)/(1−s)) = 2s + s·z·P(z), z = s²
    "log": (safe(lambda z: (log((1 + sqrt(z)) / (1 - sqrt(z))) - 2 * sqrt(z)) / (sqrt(z) * z), mpf(2) / 3), lambda z: z, 0, 0.02945, 6),
    # sin r = r + r·z·P(z)
    "sin": (safe(lambda z: (sin(sqrt(z)) - sqrt(z)) / (sqrt(z) * z), -mpf(1) / 6), lambda z: z, 0, 0.6169, 5),
    # cos r = 1 − z/2 + z²·P(z)
    "cos": (safe(lambda z: (cos(sqrt(z)) - 1 + z / 2) / z**2, mpf(1) / 24), lambda z: z * z, 0, 0.6169, 5),
    # atan t = t + t·z·P(z)
    "atan": (safe(lambda z: (atan(sqrt(z)) - sqrt(z)) / (sqrt(z) * z), -mpf(1) / 3), lambda z: z, 0, 0.17158, 11),
    # asin x = x + x·z·P(z)
    "asin": (safe(lambda z: (asin(sqrt(z)) - sqrt(z)) / (sqrt(z) * z), mpf(1) / 6), lambda z: z, 0, 0.25, 12),
    # sinh x = x + x·z·P(z)
    "sinh": (safe(lambda z: (sinh(sqrt(z)) - sqrt(z)) / (sqrt(z) * z), mpf(1) / 6), lambda z: z, 0, 1, 6),
    # erf x = x + x·P(z)
    "erf": (safe(lambda z: erf(sqrt(z)) / sqrt(z) - 1, 2 / sqrt(pi) - 1), one, 0, 1, 11),
    # erfc a = e^(−a²)·t·P(t − 5/16), t = 2/(2 + a)
    "erfc": (lambda u: (lambda t: exp((2 / t - 2) ** 2) * erfc(2 / t - 2) / t)(u + mpf(5) / 16), lambda u: 1 / PIECES["erfc"][0](u), mpf("0.0666") - mpf(5) / 16, mpf("0.80001") - mpf(5) / 16, 23),
    # log2 m = s·(2/ln 2) + s·z·P(z)
    "log2": (safe(lambda z: (log((1 + sqrt(z)) / (1 - sqrt(z))) / log(mpf(2)) - 2 / log(mpf(2)) * sqrt(z)) / (sqrt(z) * z), 2 / (3 * log(mpf(2)))), lambda z: z, 0, 0.02945, 8),
}
for name in sys.argv[1:] or PIECES:
    c, worst = remez(*PIECES[name])
    print(f"{name}: error 2^{mp.nstr(log(worst, 2), 4)}")
    print("   ", ", ".join(repr(float(x)) for x in c))
