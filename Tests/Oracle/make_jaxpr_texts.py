"""Writes Tests/ConformanceTests/Corpus/jaxpr_texts_more.json: JAX 0.4.34's texts of nested programs.

Loops in branches in calls, under grad, vmap and jit: what names, layout and shared programs come to where programs nest.
Run it with the versions of requirements.txt.
"""

import json
import pathlib
import re

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax, random

TARGET = pathlib.Path(__file__).parent.parent / "ConformanceTests" / "Corpus" / "jaxpr_texts_more.json"


@jax.jit
def inner(x):
    return jnp.where(x > 0, jnp.sin(x), x * 0.1)


@jax.jit
def outer(x):
    return inner(x) + inner(x * 2)


@jax.custom_vjp
def scaled(x, y):
    return x * y


scaled.defvjp(lambda x, y: (x * y, (x, y)), lambda saved, g: (g * saved[1], g * saved[0]))


def scan_of_cond(x):
    def step(c, _):
        return lax.cond(c > 1, lambda y: y / 2, lambda y: lax.while_loop(lambda z: z < 2, lambda z: z * 3, y), c), c

    return lax.scan(step, x, None, length=4)


def scan_in_scan(x):
    return lax.scan(lambda c, r: (lax.scan(lambda d, e: (d + e, d * e), c, r)[0], c), 0.0, x)


def switch_of_constants(i):
    return lax.switch(i, [lambda: (1.0, True), lambda: (2.0, False), lambda: (-jnp.inf, True)])


def counted(x):
    def body(state):
        i, total = state
        return i + 1, total + inner(x)[i]

    return lax.while_loop(lambda state: state[0] < 3, body, (0, 0.0))


def deep(x):
    for _ in range(3):
        f, x_ = x, x
        x = jax.jit(lambda y: jnp.tanh(y) + x_)(f)
    return x


x1, x3, x23 = jnp.float32(1.5), jnp.arange(3.0), jnp.ones((2, 3))
PROGRAMS = {
    "shared_in_shared": (lambda x: outer(x) + outer(inner(x)), (x3,)),
    "shared_in_one": (lambda x: outer(x) * outer(x), (x3,)),
    "grad_of_shared": (jax.grad(lambda x: (outer(x) + outer(x * x)).sum()), (x3,)),
    "vmap_of_shared": (jax.vmap(outer), (x23,)),
    "jit_of_grad_of_scan": (jax.jit(jax.grad(lambda x: scan_in_scan(x)[0])), (x23,)),
    "scan_of_cond": (scan_of_cond, (x1,)),
    "scan_in_scan": (scan_in_scan, (x23,)),
    "vmap_of_scan_of_cond": (jax.vmap(scan_of_cond), (x3,)),
    "jvp_of_scan_of_cond": (lambda x, t: jax.jvp(scan_of_cond, (x,), (t,)), (x1, x1)),
    "grad_of_cond": (jax.grad(lambda x: lax.cond(x > 0, jnp.sin, lambda y: 2.0 * y, x)), (1.0,)),
    "switch_of_constants": (switch_of_constants, (1,)),
    "counted": (counted, (x3,)),
    "vmap_of_counted": (jax.vmap(lambda x: counted(x)[1]), (x23,)),
    "deep": (deep, (x3,)),
    "custom_vjp": (lambda x: scaled(x, 2.0) + scaled(x, x), (1.0,)),
    "grad_of_custom_vjp": (jax.grad(lambda x: scaled(jnp.sin(x), x)), (1.0,)),
    "checkpoint_of_scan": (jax.grad(jax.checkpoint(lambda x: scan_in_scan(x)[0])), (x23,)),
    "policy": (
        jax.checkpoint(lambda x: jnp.sin(x @ x), policy=jax.checkpoint_policies.dots_saveable),
        (jnp.ones((2, 2)),),
    ),
    "captured": (lambda x: lax.scan(lambda c, i: (c + np.arange(3.0, dtype="float32") * i, c), x, x3)[0], (x3,)),
    "keys": (lambda k: lax.map(lambda i: random.normal(random.fold_in(k, i), (2,)), jnp.arange(3)), (random.key(0),)),
    "categorical": (lambda k, x: random.categorical(k, x), (random.key(0), x3)),
    "psum": (jax.vmap(lambda x: x / lax.psum(x, "i"), axis_name="i"), (x3,)),
    "psum_inside": (lambda x: x / lax.psum(x, "i"), (x3,), [("i", 4)]),
    "float0": (lambda x, i: jax.vjp(lambda x, i: x * i, x, i)[1](x), (1.0, 2)),
    "float0_tangent": (lambda x: jax.jvp(lambda x: x.astype("int32"), (x,), (x,)), (x3,)),
    "complex": (lambda x: jnp.real(jnp.exp(1j * x) * (2 - 3j)), (x3,)),
    "small_numbers": (lambda x: x * 1e-10 + 0.1 + jnp.clip(x, 0.1, 1e20), (x3,)),
    "debug_print": (lambda x: (jax.debug.print("{}", x), x * 2)[1], (1.0,)),
    "pure_callback": (lambda x: jax.pure_callback(np.sin, jax.ShapeDtypeStruct((3,), "float32"), x), (x3,)),
    "linear_solve": (lambda a, b: jnp.linalg.solve(a, b) + jnp.linalg.solve(a, b * 2), (jnp.eye(2), jnp.ones(2))),
    "eigh": (lambda a: jnp.linalg.eigh(a), (jnp.eye(2),)),
    "conv_grad": (
        jax.grad(lambda x: lax.conv(x, jnp.ones((1, 1, 2, 2)), (1, 1), "VALID").sum()),
        (jnp.ones((1, 1, 4, 4)),),
    ),
    "scatters": (lambda x, i: x.at[i].add(1.0).at[i].mul(2.0).at[i + 1].add(i), (x3, 1)),
    "reduce_window": (lambda x: lax.reduce_window(x, -jnp.inf, lax.max, (2,), (1,), "SAME"), (x3,)),
    "reduce_own": (lambda x: lax.reduce(x, 1.0, lambda a, b: a * b + 1, (0,)), (x3,)),
    "associative_scan": (lambda x: lax.associative_scan(jnp.add, x), (jnp.arange(8.0),)),
    "sort_of_two": (lambda x: lax.sort((x, -x), num_keys=2), (x3,)),
    "top_k": (lambda x: lax.top_k(x, 2), (x3,)),
    "lambda_names": (lambda x: jax.jit(lambda y: y + 1)(x) + jax.jit(lambda y: y + 2)(x), (x3,)),
    "donated": (jax.jit(lambda x: x + 1, donate_argnums=0), (x3,)),
    "scatter_apply": (lambda x, i: x.at[i].apply(lambda v: jnp.sin(v) * 2), (x3, np.arange(2))),
    "ragged_dot": (lambda x, y: lax.ragged_dot(x, y, jnp.array([1, 1])), (x23, jnp.ones((2, 3, 4)))),
    "optimization_barrier": (lambda x, y: lax.optimization_barrier((jnp.sin(x), y)), (x3, x1)),
    "many": (lambda x: [x := jnp.sin(x) for _ in range(300)], (x1,)),
}

texts = {}
for name, (f, arguments, *axes) in PROGRAMS.items():
    text = str(jax.make_jaxpr(f, axis_env=axes[0] if axes else None)(*arguments))
    texts[name] = {"text": re.sub(r"0x[0-9a-f]{6,}", "0x0", text)}
TARGET.write_text(json.dumps({"jax": jax.__version__, "programs": texts}, indent=1, sort_keys=True) + "\n")
