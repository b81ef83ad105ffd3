"""Writes the lists that COMPATIBILITY.md is made from, in Sources/compatibility/Data: the public names of JAX's modules,
and how often names are used, from a table with the columns `name` and `count` whose path is the one argument."""

import csv
import importlib
import inspect
import pathlib
import sys
import types

DATA = pathlib.Path(__file__).parents[2] / "Sources" / "compatibility" / "Data"

MODULES = """jax jax.numpy jax.numpy.linalg jax.numpy.fft jax.lax jax.lax.linalg jax.random jax.nn jax.nn.initializers
jax.tree jax.tree_util jax.ops jax.image jax.debug jax.dtypes jax.errors jax.custom_batching jax.custom_derivatives
jax.flatten_util jax.scipy jax.scipy.special jax.scipy.stats jax.scipy.linalg jax.scipy.fft jax.scipy.signal
jax.scipy.ndimage jax.scipy.optimize jax.scipy.integrate jax.scipy.interpolate jax.scipy.sparse.linalg
jax.scipy.cluster.vq jax.scipy.spatial.transform""".split()


def public(module):
    """Names of functions, classes and constants; of modules only those of distributions, which hold functions."""
    for name in sorted(dir(module)):
        if name.startswith("_") or name in ("annotations", "partial", "Any"):
            continue
        value = getattr(module, name)
        if isinstance(value, types.ModuleType):
            if module.__name__ == "jax.scipy.stats":
                yield from (f"{name}.{inner}" for inner in public(value))
        elif not getattr(value, "__module__", "jax").startswith("typing"):
            yield name


def write_names():
    lines = []
    for path in MODULES:
        lines += [f"{path}.{name}" for name in public(importlib.import_module(path))]
    (DATA / "names.txt").write_text("\n".join(lines) + "\n")


def write_uses(table):
    with open(table) as file:
        rows = [(row["name"], int(row["count"])) for row in csv.DictReader(file)]
    rows.sort(key=lambda row: (-row[1], row[0]))
    (DATA / "uses.csv").write_text("name,count\n" + "".join(f"{name},{count}\n" for name, count in rows))


write_names()
write_uses(sys.argv[1])
