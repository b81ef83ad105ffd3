"""The memory that the tutorial's f takes in JAX for 10^8 elements, beyond its argument."""

import resource

import jax
import jax.numpy as jnp


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


count = 100_000_000
f = jax.jit(lambda x: ((x + 2) ** 2 - 4).sum())
x = jnp.zeros(count).block_until_ready()
before = peak()
f(x).block_until_ready()
print(f"f of 10^8 elements: argument {4 * count / 2**20} MiB, peak of the process {before} MiB before the call, {peak()} after")
