"""Writes programs nested at random out of control flow and transformations, with JAX's answers, as a corpus.

    python make_random_programs.py DIRECTORY COUNT SEED [x64]

Every program is a function of a vector, a matrix and an integer, and is made of statements that are drawn: loops,
branches, derivatives, batches, checkpoints, custom rules and collectives, with others inside them.
"""

import sys
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

import corpus_case


@jax.custom_jvp
def rounded(x):
    return jnp.tanh(x) * 2


@rounded.defjvp
def _(primals, tangents):
    (x,), (t,) = primals, tangents
    return rounded(x), t * (2 - jnp.tanh(x) ** 2 * 2)


@jax.custom_vjp
def softened(x, y):
    return jnp.sin(x) * y


softened.defvjp(lambda x, y: (jnp.sin(x) * y, (x, y)), lambda r, g: (jnp.cos(r[0]) * r[1] * g, jnp.sin(r[0]) * g))


class Generator:
    """Draws functions from a vector to a vector of the same shape. What they capture is in `matrix` and `count`."""

    def __init__(self, random, matrix, count):
        self.random, self.matrix, self.count = random, matrix, count

    def draw(self, depth):
        if depth == 0:
            return self.leaf()
        makers = [
            self.scan, self.scan_reverse, self.scan_rows, self.fori, self.traced_fori, self.while_loop, self.cond,
            self.batched_cond, self.switch, self.vmap, self.vmap_named, self.grad, self.jvp, self.vjp, self.checkpoint,
            self.jit, self.hessian, self.map, self.associative, self.linearize, self.scan_pair, self.custom,
            self.inner_scan, self.compose, self.update, self.jacobian,
        ]  # fmt: skip
        return makers[self.random.integers(len(makers))](depth - 1)

    def leaf(self):
        a = float(np.round(self.random.normal() * 0.5, 2))
        m, n = self.matrix, self.count
        leaves = [
            lambda x: jnp.sin(x) + a, lambda x: jnp.tanh(x * a), lambda x: x * a + x[::-1], lambda x: m @ x * 0.3,
            lambda x: x / (1 + x * x), lambda x: jnp.where(x > a, x * x, jnp.cos(x)) * 0.5, lambda x: rounded(x) * 0.5,
            lambda x: jnp.exp(-x * x), lambda x: x * x.mean() * 0.5, lambda x: jnp.cumsum(x) * 0.3,
            lambda x: jnp.sort(x) * 0.7 + x, lambda x: jnp.maximum(x, a), lambda x: jax.nn.softmax(x),
            lambda x: x.at[1].add(a).at[0].set(x[2]), lambda x: softened(x, x * 0.5), lambda x: x[jnp.array([2, 0, 1])],
            lambda x: jnp.log1p(x * x), lambda x: x * n * 0.2, lambda x: x - lax.stop_gradient(x) * 0.5,
            lambda x: lax.dynamic_update_slice(x, x[:1] * 2, (n,)), lambda x: jnp.roll(x, 1) * m[0],
            lambda x: jax.nn.logsumexp(m * x, axis=1) * 0.4, lambda x: x.at[n % 3].multiply(a),
            lambda x: jnp.linalg.norm(x) * x * 0.3, lambda x: x.astype(jnp.float16).astype(x.dtype) * 0 + x,
            lambda x: (jnp.outer(x, x) * m).sum(0) * 0.3, lambda x: jnp.clip(x, -0.8, 0.8) * 1.1,
        ]  # fmt: skip
        return leaves[self.random.integers(len(leaves))]

    def compose(self, depth):
        f, g = self.draw(depth), self.draw(depth)
        return lambda x: f(g(x))

    def scan(self, depth):
        f, g, length = self.draw(depth), self.draw(depth), int(self.random.integers(1, 5))
        unroll = int(self.random.integers(1, 4))

        def run(x):
            c, ys = lax.scan(lambda c, _: (f(c), g(c)), x, None, length=length, unroll=unroll)
            return c + ys.sum(0) * 0.3

        return run

    def scan_reverse(self, depth):
        f, m = self.draw(depth), self.matrix

        def run(x):
            c, ys = lax.scan(lambda c, r: (f(c) * 0.5 + r, (c * r).sum()), x, m, reverse=True)
            return c + ys

        return run

    def scan_rows(self, depth):
        f = self.draw(depth)
        return lambda x: lax.scan(lambda c, r: (c + 1, f(r * x) + c), 0, jnp.outer(x, x) * 0.4)[1].mean(0)

    def scan_pair(self, depth):
        f, g = self.draw(depth), self.draw(depth)

        def fixed(x):
            return lax.scan(lambda s, r: ((f(s[0]) * 0.5 + s[1] * r, s[0]), g(s[1])), (x, x * 0.5), x)[1].sum(0)

        def counted(x):
            step = lambda s, r: ((f(s[0]) * 0.5 + s[1] * r[0], s[0], s[2] + r[1]), {"a": g(s[1]), "b": s[2]})
            (c, d, i), ys = lax.scan(step, (x, x * 0.5, 0), (self.matrix, jnp.arange(3)))
            return c + d * i + (ys["a"] * ys["b"][:, None]).sum(0)

        return fixed if self.random.random() < 0.5 else counted

    def inner_scan(self, depth):
        f = self.draw(depth)

        def run(x):
            outer = lambda c, r: (lax.fori_loop(0, 2, lambda i, c: f(c) + r * i, c) * 0.5, c[0])
            c, ys = lax.scan(outer, x, self.matrix)
            return c * ys

        return run

    def fori(self, depth):
        f, upper = self.draw(depth), int(self.random.integers(0, 4))
        return lambda x: lax.fori_loop(0, upper, lambda i, c: f(c) * 0.5 + i * 0.1, x)

    def traced_fori(self, depth):
        f = self.draw(depth)
        return lambda x: lax.fori_loop(0, self.count + 1, lambda i, c: f(c) * 0.5 + x * i * 0.1, x)

    def while_loop(self, depth):
        f = self.draw(depth)

        def run(x):
            more = lambda s: (s[0] < 4) & (jnp.abs(s[1]).sum() < 6)
            return lax.while_loop(more, lambda s: (s[0] + 1, f(s[1]) + x * 0.3), (0, x))[1]

        return run

    def cond(self, depth):
        f, g = self.draw(depth), self.draw(depth)
        return lambda x: lax.cond(x.sum() > 0.1, f, g, x)

    def batched_cond(self, depth):
        f, g = self.draw(depth), self.draw(depth)
        return lambda x: jax.vmap(lambda r: lax.cond(r[0] > r[1], f, lambda r: g(r) * x[0], r))(self.matrix * x).sum(0)

    def switch(self, depth):
        branches = [self.draw(depth) for _ in range(3)]
        index = self.random.integers(3)
        which = [lambda x: self.count, lambda x: jnp.argmax(x), lambda x: (x[0] * 3).astype(int)][index]
        return lambda x: lax.switch(which(x), branches, x)

    def vmap(self, depth):
        f, axes = self.draw(depth), [(0, 0), (1, 0), (0, 1), (1, 1)][self.random.integers(4)]
        return lambda x: jax.vmap(f, *axes)(self.matrix * x * 0.6).sum(axes[1])

    def vmap_named(self, depth):
        f, which = self.draw(depth), self.random.integers(5)

        def body(r):
            y = f(r)
            if which == 0:
                return y - lax.pmean(y, "i")
            if which == 1:
                return y * lax.psum(y * y, "i") * 0.2
            if which == 2:
                return y + lax.ppermute(y, "i", [(0, 1), (1, 2), (2, 0)])
            if which == 3:
                return lax.all_gather(y, "i").mean(0) * r
            return y - lax.pmax(lax.stop_gradient(y), "i") + lax.axis_index("i")

        return lambda x: jax.vmap(body, axis_name="i")(self.matrix * x).mean(0)

    def grad(self, depth):
        f = self.draw(depth)
        return jax.grad(lambda x: (f(x) * jnp.arange(1.0, 4.0)).sum() * 0.3)

    def jvp(self, depth):
        f = self.draw(depth)
        return lambda x: jax.jvp(f, (x,), (jnp.cos(x),))[1]

    def linearize(self, depth):
        f = self.draw(depth)

        def run(x):
            y, linear = jax.linearize(f, x)
            return y + linear(x * 0.5) * linear(jnp.ones(3, x.dtype))

        return run

    def vjp(self, depth):
        f = self.draw(depth)

        def run(x):
            y, pull = jax.vjp(f, x)
            return pull(y * 0.5)[0]

        return run

    def hessian(self, depth):
        f = self.leaf()
        return lambda x: jax.jacfwd(jax.grad(lambda x: (f(x) ** 2).sum()))(x) @ x * 0.3

    def jacobian(self, depth):
        f = self.draw(depth)
        make = [jax.jacfwd, jax.jacrev][self.random.integers(2)]
        return lambda x: make(f)(x).sum(0) * 0.5

    def checkpoint(self, depth):
        f = self.draw(depth)
        policy = [None, jax.checkpoint_policies.dots_saveable, jax.checkpoint_policies.everything_saveable]
        return jax.checkpoint(f, policy=policy[self.random.integers(3)])

    def jit(self, depth):
        return jax.jit(self.draw(depth))

    def custom(self, depth):
        f = self.draw(depth)
        return lambda x: rounded(f(x)) * 0.5 + softened(x, f(x))

    def map(self, depth):
        f, size = self.draw(depth), [None, 2][self.random.integers(2)]
        return lambda x: lax.map(f, self.matrix + x, batch_size=size).sum(0) * 0.4

    def associative(self, depth):
        f = self.draw(depth)

        def run(x):
            a, b = lax.associative_scan(lambda p, q: (p[0] * q[0], p[1] * q[0] + q[1]), (jnp.tanh(x), f(x)))
            return a + b

        return run

    def update(self, depth):
        f = self.draw(depth)
        return lambda x: lax.fori_loop(0, 3, lambda i, c: c.at[i].set(f(c)[i] + x[i]), jnp.zeros_like(x))


def programs(count, seed, dtype):
    for index in range(count):
        random = np.random.default_rng([seed, index])
        inputs = [
            jnp.asarray(np.round(random.normal(size=3), 2), dtype),
            jnp.asarray(np.round(random.normal(size=(3, 3)), 2), dtype), jnp.asarray(random.integers(0, 3), jnp.int32),
        ]  # fmt: skip
        depth = int(random.integers(1, 5))
        state = random.bit_generator.state

        def f(x, m, n):
            # Drawn anew for every trace, from the same numbers.
            again = np.random.default_rng()
            again.bit_generator.state = state
            return Generator(again, m, n).draw(depth)(x)

        axes = [(0, None, None), (None, 2, 0), (1, 0, None), (0, 1, 0)]
        chosen = [axes[i] for i in random.choice(4, 2, replace=False)]
        try:
            case = corpus_case.case(
                "random_programs", f"depth{depth}", index, f, inputs, py=f"program({seed}, {index})(x0, x1, x2)",
                in_axes=chosen, seed=index)  # fmt: skip
        except (ValueError, TypeError, KeyError, NotImplementedError) as error:
            # What JAX refuses: reverse mode through a loop without bounds, forward mode through a custom VJP.
            print(f"{seed}/{index}: {type(error).__name__}: {str(error)[:100]}", file=sys.stderr)
            continue
        value = np.asarray(f(*inputs))
        if np.isfinite(value).all() and np.abs(value).max() < 1e3:
            yield case


if __name__ == "__main__":
    directory, count, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    x64 = "x64" in sys.argv
    jax.config.update("jax_platforms", "cpu")
    jax.config.update("jax_enable_x64", x64)
    directory.mkdir(parents=True, exist_ok=True)
    dtype = jnp.float64 if x64 else jnp.float32
    name = f"random_programs_{seed}.{'x64' if x64 else 'x32'}.jsonl"
    corpus_case.write(directory / name, programs(count, seed, dtype))
