"""Writes Goldens/array_text.json: arrays as bytes, and the texts JAX 0.4.34 with NumPy 2.1.3 prints for them.

    python make_array_text.py ../ConformanceTests/Corpus/array_repr.json ../LanewiseCoreTests/Goldens/array_text.json

A third argument multiplies the number of random arrays, a fourth is their seed.
"""
import base64
import json
import sys

import jax
import jax.numpy as jnp
import ml_dtypes
import numpy as np
from jax import random  # noqa: F401  (used by the expressions)

jax.config.update("jax_platforms", "cpu")
SHORT = {
    "bool": "bool", "int8": "i8", "int16": "i16", "int32": "i32", "int64": "i64", "uint8": "u8", "uint16": "u16",
    "uint32": "u32", "uint64": "u64", "float16": "f16", "bfloat16": "bf16", "float32": "f32", "float64": "f64",
    "complex64": "c64", "complex128": "c128"}


def case(name, x):
    """One array as the golden holds it."""
    if jnp.issubdtype(x.dtype, jax.dtypes.prng_key):
        data, dtype = np.asarray(random.key_data(x)), "key"
    else:
        data, dtype = np.asarray(x), SHORT[x.dtype.name]
    result = {
        "name": name, "dtype": dtype, "shape": list(x.shape), "data": base64.b64encode(data.tobytes()).decode(),
        "str": str(x), "repr": repr(x)}
    if getattr(x, "weak_type", False):
        result["weak"] = True
    if x.ndim == 0 and dtype != "key":
        result["item"] = str(x.item())
        result["fixed"] = f"{x:.3f}"
    return result


def values(rng, dtype, count):
    """Values of one of several characters."""
    kind = np.dtype(dtype).kind
    if dtype == "bool":
        return rng.integers(0, 2, count).astype(bool)
    if kind in "iu":
        info = np.iinfo(dtype)
        width = int(rng.integers(1, info.bits))
        low = 0 if kind == "u" or rng.random() < 0.4 else -(2 ** (width - 1))
        x = rng.integers(low, 2 ** (width - 1) if kind == "i" else 2**width, count, dtype=dtype)
        return np.where(rng.random(count) < 0.1, np.array(info.min if rng.random() < 0.5 else info.max, dtype), x) \
            if rng.random() < 0.2 else x
    if kind == "c":
        part = "float32" if dtype == "complex64" else "float64"
        re, im = values(rng, part, count), values(rng, part, count)
        x = np.empty(count, dtype)
        x.real, x.imag = re, im
        return x
    character = rng.integers(0, 11)
    normal = rng.standard_normal(count)
    if character == 0:
        x = normal
    elif character == 1:
        x = np.round(normal * 10 ** rng.integers(0, 5))
    elif character == 2:
        x = np.round(normal * 100) / 10 ** rng.integers(0, 4)
    elif character == 3:
        x = normal * 10.0 ** rng.integers(-12, 12)
    elif character == 4:
        x = normal * 10.0 ** rng.integers(-30, 30, count)
    elif character == 5:
        x = rng.random(count) * 10.0 ** rng.integers(-3, 8)
    elif character == 6:
        x = 2.0 ** rng.integers(-140, 127, count)
    elif character == 7:
        x = np.round(rng.random(count) * 10**6) / 2 ** rng.integers(0, 20)
    elif character == 8:
        return np.frombuffer(rng.bytes(count * np.dtype(dtype).itemsize), dtype)  # any bits
    elif character == 9:
        x = (rng.integers(0, 10**8, count) + 0.5) / 10**8  # ties of the eight digits that are printed
    else:
        x = 2.0 ** rng.integers(-6, 4, count) * np.where(rng.random(count) < 0.5, -1, 1)
    with np.errstate(over="ignore"):
        x = x.astype(dtype)
    if rng.random() < 0.3:
        special = np.array([np.nan, np.inf, -np.inf, 0.0, -0.0]).astype(dtype)
        pick = rng.integers(0, len(special), int(rng.integers(1, 4)))
        x = np.where(rng.random(count) < 0.3, special[rng.choice(pick, count)], x).astype(dtype)
    return x


def shapes(rng):
    choice = rng.integers(0, 12)
    if choice < 2:
        return ()
    if choice < 6:
        return (int(rng.integers(1, 30)),)
    if choice < 8:
        return tuple(int(n) for n in rng.integers(1, 8, 2))
    if choice < 10:
        return tuple(int(n) for n in rng.integers(1, 4, rng.integers(3, 6)))
    return (int(rng.integers(1, 4)),)


def main():
    corpus, out = sys.argv[1:3]
    factor = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    rng = np.random.default_rng(int(sys.argv[4]) if len(sys.argv) > 4 else 20241118)
    cases = []
    for entry in json.load(open(corpus))["cases"]:
        x = eval(entry["expr"])
        result = case(entry["expr"], x)
        assert (result["str"], result["repr"]) == (entry["str"], entry["repr"]), entry["expr"]
        assert result.get("item") == entry.get("item") or result["dtype"] == "key", entry["expr"]
        assert result.get("fixed") == entry.get("format_.3f"), entry["expr"]
        cases.append(result)
    with jax.experimental.enable_x64():
        for dtype in SHORT:
            for number in range(40 * factor):
                shape = shapes(rng)
                x = values(rng, getattr(ml_dtypes, dtype, dtype), int(np.prod(shape, dtype=int)))
                cases.append(case(f"{dtype}/{number}", jnp.asarray(x.reshape(shape))))
            for shape in [(0,), (3, 0), (1001,), (7, 150), (10, 11, 12), (2, 600), (3, 2, 2, 2, 60)]:
                # Summarised arrays count up, so that the file stays small: only corners are printed.
                x = jnp.arange(np.prod(shape)) % (2 if dtype == "bool" else 100)
                result = case(f"{dtype}/{shape}", x.astype(dtype).reshape(shape))
                result["data"] = "arange % " + ("2" if dtype == "bool" else "100")
                cases.append(result)
        for dtype in ["float32", "float64"]:
            info = np.finfo(dtype)
            powers = np.ldexp(np.ones((), dtype), np.arange(info.minexp - info.nmant, info.maxexp, 1))
            for start in range(0, len(powers), 97):
                cases.append(case(f"{dtype}/powers of two/{start}", jnp.asarray(powers[start:start + 97:3])))
                cases.append(case(f"{dtype}/a power of two/{start}", jnp.asarray(powers[start])))
    with open(out, "w") as file:
        file.write('{"cases": [\n' + ",\n".join(json.dumps(c, ensure_ascii=False) for c in cases) + "\n]}\n")
    print(len(cases), "cases")


if __name__ == "__main__":
    main()
