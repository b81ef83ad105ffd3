"""How goldens are written: arrays and static arguments as JSON, one case a line."""

import json
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np

GOLDENS = Path(__file__).resolve().parents[1] / "LanewiseTests" / "Goldens"

SHORT_NAMES = {
    "bool": "bool", "int8": "i8", "int16": "i16", "int32": "i32", "int64": "i64",
    "uint8": "u8", "uint16": "u16", "uint32": "u32", "uint64": "u64",
    "float16": "f16", "bfloat16": "bf16", "float32": "f32", "float64": "f64", "complex64": "c64",
}  # fmt: skip


def short_name(dtype):
    return SHORT_NAMES[jnp.dtype(dtype).name]


def number(value):
    """The shortest decimal that reads back as the same float32; NaN and the infinities as strings."""
    value = np.float32(value)
    if not np.isfinite(value):
        return str(value)
    decimal = float(str(value))
    assert np.float32(decimal) == value
    return decimal


def tensor(value):
    """{"dtype", "shape", "data"}, row by row. A Python number becomes a rank-0 tensor marked "weak"."""
    if isinstance(value, (bool, int, float)):
        return tensor(jnp.asarray(value)) | {"weak": True}
    value = np.asarray(value)
    if value.dtype in (np.float32, np.bool_) or np.issubdtype(value.dtype, np.integer):
        convert = number if value.dtype == np.float32 else lambda x: x.item()
        data = [convert(x) for x in value.ravel()]
        return {"dtype": short_name(value.dtype), "shape": list(value.shape), "data": data}
    raise TypeError(f"no goldens of dtype {value.dtype}")


def bit_patterns(value):
    """Like `tensor`, but a floating array has "bits" instead of "data": its elements' bit patterns as unsigned
    integers. 64-bit elements, integers too, are strings, for not every JSON reader keeps them whole."""
    value = np.asarray(value)
    key, flat = "data", value.ravel()
    if jnp.issubdtype(value.dtype, jnp.floating):
        key, flat = "bits", flat.view(f"uint{8 * value.dtype.itemsize}")
    convert = (lambda x: str(x.item())) if value.dtype.itemsize == 8 else (lambda x: x.item())
    return {"dtype": short_name(value.dtype), "shape": list(value.shape), key: [convert(x) for x in flat]}


def static(value):
    """A static argument: numbers, strings, lists of them; a float is {"float": x}, so that 2.0 is not read as 2."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, np.integer):
        return value.item()
    if isinstance(value, float):
        return {"float": number(value)}
    if isinstance(value, (tuple, list, np.ndarray)):
        return [static(x) for x in value]
    return short_name(value)


def write(name, about, cases, directory=GOLDENS):
    directory.mkdir(parents=True, exist_ok=True)
    about = f"{about} Made by Tests/Oracle/make_goldens.py with JAX {jax.__version__}, NumPy {np.__version__}."
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    (directory / name).write_text(f'{{"about":{json.dumps(about)},\n"cases":[\n{lines}\n]}}\n')
    print(f"{name}: {len(cases)} cases")
