"""Coefficients for the error function of float32: erf(k/2 + t) = c0 + t·(c1 + … + c7·t⁶) for t in [0, 1/2) and eight k.

Prints the rows of the table in ErrorFunction.h: a row for each power, a column for each interval. In the first interval c0
stands for t itself. Fits the worst relative error by Lawson's reweighting, and rounds to float32 one coefficient after the
other. Needs NumPy."""

import math
import re

import numpy as np

DEGREE = 6
INTERVALS = 8


def fit(target, weight, powers):
    """Coefficients of `powers` that come next to the target."""
    emphasis = np.ones_like(target)
    for _ in range(80):
        scale = weight * np.sqrt(emphasis)
        c, *_ = np.linalg.lstsq(powers * scale[:, None], target * scale, rcond=None)
        errors = np.abs(powers @ c - target) * weight
        emphasis *= errors / errors.max() + 1e-3
        emphasis /= emphasis.sum()
    return c


columns = []
for k in range(INTERVALS):
    c0 = np.float32(math.erf(k / 2)) if k else np.float32(0)
    t = 0.25 - 0.25 * np.cos((np.arange(400) + 0.5) / 400 * np.pi)
    exact = np.array([math.erf(k / 2 + v) for v in t])
    # In the last interval erf x rounds to 1 from 3.92 on, and the fit aims at 1 itself.
    aim = np.where(k / 2 + t > 3.9, 1.0, exact)
    target = (aim - float(c0)) / t - (k == 0)
    powers = np.vander(t, DEGREE + 1, increasing=True)
    rounded = []
    for power in range(DEGREE + 1):
        done = powers[:, :power] @ np.array(rounded)
        c = fit(target - done, t / exact, powers[:, power:])
        rounded.append(float(np.float32(c[0])))
    result = float(c0) + t * (powers @ np.array(rounded) + (k == 0))
    print(f"// {k}: 2^{math.log2(np.abs(result / exact - 1).max()):.2f}")
    columns.append([float(c0), *rounded])
for row in zip(*columns):
    # Without the zeros that double precision ends in.
    print("  {" + ", ".join(re.sub(r"\.?0*p", "p", c.hex(), count=1).replace("0xp", "0x0p") + "f" for c in row) + "},")
