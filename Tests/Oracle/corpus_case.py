"""Cases in the form of the conformance corpus: what real JAX answers for a function, and the function as JSON."""

import base64
import enum
import json
import math

import jax
import jax.numpy as jnp
import numpy as np
from jax import core

SHORT_NAMES = {
    "bool": "bool", "int8": "i8", "int16": "i16", "int32": "i32", "int64": "i64", "uint8": "u8", "uint16": "u16",
    "uint32": "u32", "uint64": "u64", "float16": "f16", "bfloat16": "bf16", "float32": "f32", "float64": "f64",
    "complex64": "c64", "complex128": "c128",
}  # fmt: skip

# Hints to XLA and Python functions, which are no part of what a program computes.
LEFT_OUT = {
    "pjit": {"jaxpr", "name"},
    "scan": {"jaxpr", "length", "linear", "num_carry", "num_consts", "reverse"},
    "custom_jvp_call": {"call_jaxpr", "num_consts", "symbolic_zeros"},
    "custom_vjp_call_jaxpr": {"fun_jaxpr", "num_consts", "symbolic_zeros"},
    "reduce_precision": {"exponent_bits", "mantissa_bits"},
}

TOLERANCES = {"f64": ((1e-10, 1e-12), (1e-8, 1e-10)), "f32": ((1e-4, 1e-5), (5e-4, 5e-5))}


def tensor(value):
    value = np.asarray(value)
    return {
        "dtype": SHORT_NAMES[value.dtype.name], "shape": list(np.shape(value)),
        "data": base64.b64encode(value.tobytes()).decode(),
    }  # fmt: skip


def number(value):
    value = np.asarray(value).item() if not isinstance(value, (bool, int, float)) else value
    if isinstance(value, complex):
        return [number(value.real), number(value.imag)]
    if isinstance(value, float) and not math.isfinite(value):
        return "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"
    return value


def parameter(value):
    if isinstance(value, core.ClosedJaxpr):
        return {"$jaxpr": program(value.jaxpr, value.consts)}
    if isinstance(value, core.Jaxpr):
        return {"$jaxpr": program(value, [])}
    if isinstance(value, enum.Enum):
        return {"$enum": str(value)}
    if isinstance(value, np.dtype) or (isinstance(value, type) and issubclass(value, np.generic)):
        return {"$dtype": SHORT_NAMES[jnp.dtype(value).name]}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        fields = {name: parameter(field) for name, field in zip(value._fields, value)}
        # Batched gathers came after this form of them; where there are none, they are not mentioned.
        return {"$record": type(value).__name__, **{k: v for k, v in fields.items() if "batching" not in k or v}}
    if isinstance(value, (tuple, list)):
        return [parameter(x) for x in value]
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, (float, np.floating)):
        return float(value) if math.isfinite(value) else {"$float": number(float(value))}
    if isinstance(value, np.integer):
        return int(value)
    return {"$opaque": type(value).__name__}


def program(jaxpr, consts):
    numbers = {}

    def define(variables):
        for variable in variables:
            numbers[len(numbers) if isinstance(variable, core.DropVar) else variable] = len(numbers)
        return [variable.aval.str_short(short_dtypes=True) for variable in variables]

    def atom(x):
        if isinstance(x, core.Literal):
            return {"lit": number(x.val), "t": x.aval.str_short(short_dtypes=True)}
        return numbers[x]

    result = {}
    if consts:
        result["consts"] = [tensor(x) for x in consts]
        result["const_avals"] = define(jaxpr.constvars)
    result["in"] = define(jaxpr.invars)
    result["eqns"] = []
    for equation in jaxpr.eqns:
        name = equation.primitive.name
        kept = LEFT_OUT.get(name, equation.params.keys())
        one = {"p": name, "i": [atom(x) for x in equation.invars], "o": define(equation.outvars)}
        parameters = {k: parameter(v) for k, v in sorted(equation.params.items()) if k in kept and k != "sharding"}
        if parameters:
            one["k"] = parameters
        result["eqns"].append(one)
    result["out"] = [atom(x) for x in jaxpr.outvars]
    return result


def case(group, name, index, f, inputs, *, py, src=None, in_axes=(), seed=0, derivatives=True):
    """What `f(*inputs)` is in every form: its value, jvp and vjp by all floating inputs, and for each of `in_axes` a
    batch of two examples. Keys are raw u32[2]: `f` wraps them."""
    random = np.random.default_rng(seed)
    inputs = [jnp.asarray(x) for x in inputs]
    flat = lambda *x: jax.tree.leaves(f(*x))
    outputs, tree = flat(*inputs), jax.tree.structure(f(*inputs))
    x64 = jax.config.jax_enable_x64
    is_narrow = not x64 or any(x.dtype in (jnp.float32, jnp.complex64) for x in outputs)
    (rtol, atol), (rtol_ad, atol_ad) = TOLERANCES["f32" if is_narrow else "f64"]
    result = {
        "id": f"{group}/{name}/{index}", "group": group, "name": name, "fn": name, "params": {}, "py": py, "x64": x64,
        "inputs": [tensor(x) for x in inputs], "outputs": [tensor(x) for x in outputs],
        "out_tree": str(tree)[len("PyTreeDef(") : -1], "tol": {"rtol": rtol, "atol": atol, "exact": False},
        "tol_ad": {"rtol": rtol_ad, "atol": atol_ad},
    }  # fmt: skip
    if src:
        result["src"] = src
    floats = lambda xs: [i for i, x in enumerate(xs) if jnp.issubdtype(x.dtype, jnp.inexact)]
    wrt, floating = floats(inputs), floats(outputs)
    if derivatives and wrt and floating:
        compiled = jax.jit(flat)  # so that what is not differentiated is no more known than in the jaxpr

        def like(x):
            drawn = random.normal(size=x.shape)
            return jnp.asarray(drawn + 1j * random.normal(size=x.shape) if jnp.iscomplexobj(x) else drawn, x.dtype)

        def part(*moving):
            given = list(inputs)
            for i, x in zip(wrt, moving):
                given[i] = x
            results = compiled(*given)
            return [results[i] for i in floating]

        tangents = [like(inputs[i]) for i in wrt]
        try:
            moved = jax.jvp(part, [inputs[i] for i in wrt], tangents)[1]
            result["jvp"] = {
                "wrt": wrt, "in_tangents": [tensor(x) for x in tangents], "out_tangents": [tensor(x) for x in moved],
            }  # fmt: skip
        except (TypeError, NotImplementedError) as error:  # forward mode through a custom VJP, or without a rule
            result["jvp"] = {"wrt": wrt, "error": type(error).__name__}
        cotangents = [like(outputs[i]) for i in floating]
        try:
            pulled = jax.vjp(part, *[inputs[i] for i in wrt])[1](cotangents)
            result["vjp"] = {
                "wrt": wrt, "out_cotangents": [tensor(x) for x in cotangents],
                "in_cotangents": [tensor(x) for x in pulled],
            }  # fmt: skip
        # Reverse mode through a loop without bounds, without a rule, or through a custom rule for batches.
        except (ValueError, NotImplementedError, AssertionError) as error:
            result["vjp"] = {"wrt": wrt, "error": type(error).__name__}
    for axes in in_axes:
        batched = []
        for x, axis in zip(inputs, axes):
            if axis is None:
                batched.append(None)
                continue
            other = x + 0.25 if jnp.issubdtype(x.dtype, jnp.floating) else x[::-1] if x.ndim else x + 1
            batched.append(jnp.stack([x, other.astype(x.dtype)], axis=axis))
        values = jax.vmap(flat, in_axes=axes)(*[x if b is None else b for x, b in zip(inputs, batched)])
        result.setdefault("vmap", []).append({
            "in_axes": list(axes), "inputs": [b if b is None else tensor(b) for b in batched],
            "outputs": [tensor(x) for x in values],
        })  # fmt: skip
    closed = jax.make_jaxpr(flat)(*inputs)
    return result | {"jaxpr": program(closed.jaxpr, closed.consts)}


def write(path, cases):
    """One case a line, as they come. What XLA compiled for one is of no use to the next, and would fill the memory."""
    count = 0
    with path.open("w") as file:
        for count, case in enumerate(cases, 1):
            file.write(json.dumps(case, separators=(",", ":")) + "\n")
            file.flush()
            jax.clear_caches()
    print(f"{path.name}: {count} cases")
