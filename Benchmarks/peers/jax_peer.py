"""The workloads of README.md in JAX. Prints JSON lines; an argument is a regular expression that picks rows."""

import jax
import jax.numpy as jnp
from jax import random

import jax_programs as programs
from harness import report

# The original Threefry layout, Lanewise's default.
jax.config.update("jax_threefry_partitionable", False)

MILLION = 1_000_000
COMPILE_RUNS = 3


def relu(x):
    return jnp.maximum(0, x)


def post_f(x):
    x = x + 2
    x = x**2 - 4
    return jnp.sum(x)


def fresh_chain():
    """A new function object of 900 operations, which no cache has seen."""

    def chain(x):
        for _ in range(300):
            x = x * 1.0001
            x = x + 0.5
            x = jnp.sin(x)
        return x

    return chain


def fresh_grad_chain():
    chain = fresh_chain()
    return jax.grad(lambda x: jnp.sum(chain(x)))


def chain8(x, y):
    return ((((((x + y) * x - y) * 0.5 + x) * y) - 0.25) * x)


def decay(x):
    return jax.lax.scan(lambda c, x: (c * 0.99 + x, c), 0.0, x)


def last_sine(x):
    return jax.lax.scan(lambda c, x: (jnp.sin(c) * 0.99 + x, c), 0.0, x)[0]


def softmax(x):
    shifted = jnp.exp(x - jnp.max(x, axis=-1, keepdims=True))
    return shifted / jnp.sum(shifted, axis=-1, keepdims=True)


def recurrent(w, x, h):
    def step(h, x):
        h = jnp.tanh(w @ h + x)
        return h, h

    return jax.lax.scan(step, h, x)


def digits_loss(params, images, labels):
    hidden = relu(images @ params["w1"] + params["b1"])
    logits = hidden @ params["w2"] + params["b2"]
    picked = jnp.sum(jax.nn.log_softmax(logits) * jax.nn.one_hot(labels, 10), axis=-1)
    return -jnp.mean(picked)


def digits_step(params, velocity, images, labels):
    loss, gradient = jax.value_and_grad(digits_loss)(params, images, labels)
    velocity = jax.tree.map(lambda v, g: 0.9 * v + g, velocity, gradient)
    params = jax.tree.map(lambda p, v: p - 0.1 * v, params, velocity)
    return params, velocity, loss


def digits_arguments():
    keys = random.split(random.key(0), 4)
    params = {
        "w1": random.normal(keys[0], (64, 128)) * 0.1,
        "b1": jnp.zeros(128),
        "w2": random.normal(keys[1], (128, 10)) * 0.1,
        "b2": jnp.zeros(10),
    }
    velocity = jax.tree.map(jnp.zeros_like, params)
    return params, velocity, random.uniform(keys[2], (64, 64)), random.randint(keys[3], (64,), 0, 10)


def mlp_loss(params, x, y):
    prediction = jnp.tanh(x @ params["w1"] + params["b1"]) @ params["w2"] + params["b2"]
    return jnp.mean((prediction - y) ** 2)


def mlp_step(params, x, y):
    loss, gradient = jax.value_and_grad(mlp_loss)(params, x, y)
    return jax.tree.map(lambda p, g: p - 0.01 * g, params, gradient), loss


def mlp_arguments():
    keys = random.split(random.key(0))
    params = {
        "w1": random.normal(keys[0], (1, 128)),
        "b1": jnp.zeros(128),
        "w2": random.normal(keys[1], (128, 1)) * 0.1,
        "b2": jnp.zeros(1),
    }
    x = jnp.linspace(-1, 1, 1000).reshape(1000, 1)
    return params, x, jnp.sin(3 * x)


def called(function, *arguments):
    """A call that waits for its result, on arguments that are ready."""
    jax.block_until_ready(arguments)
    return lambda: jax.block_until_ready(function(*arguments))


def compiled(fresh, *arguments):
    """A call that traces, compiles and runs a new function each time."""
    jax.block_until_ready(arguments)
    return lambda: jax.block_until_ready(jax.jit(fresh())(*arguments))


def workloads():
    x8, y8 = jnp.arange(8.0), jnp.ones(8)
    yield "eager_add_8", called(jnp.add, x8, y8), None
    yield "jit_affine_8", called(jax.jit(lambda x: x * 2 + 1), x8), None
    yield "eager_grad_relu", called(jax.grad(relu), jnp.float32(1.5)), None
    yield "eager_vmap_grad_relu_200", called(jax.vmap(jax.grad(relu)), jnp.linspace(-3, 3, 200)), None
    yield "eager_grad_tanh_3", called(jax.grad(lambda x: jnp.sum(jnp.tanh(x) * x)), jnp.linspace(-1, 1, 3)), None

    yield "eager_index", called(lambda x: x[3], x8), None
    yield "eager_slice", called(lambda x: x[1:3], x8), None
    yield "eager_reshape", called(lambda x: x.reshape(2, 4), x8), None
    yield "eager_sum_8", called(jnp.sum, x8), None
    yield "eager_set", called(lambda x: x.at[3].set(1.5), x8), None
    yield "eager_less_8", called(jnp.less, x8, y8), None
    yield "eager_split", called(random.split, random.key(0)), None
    yield "eager_stack_3", called(lambda *x: jnp.stack(x), x8[1], x8[2], x8[3]), None

    x1000 = jnp.linspace(-1, 1, 1000)
    yield "compile_chain_900", compiled(fresh_chain, x1000), COMPILE_RUNS
    yield "compile_grad_chain_900", compiled(fresh_grad_chain, x1000), COMPILE_RUNS

    x100k = jnp.linspace(0, 1, 100_000)
    yield "scan_100k", called(jax.jit(decay), x100k), None
    yield "grad_scan_100k", called(jax.jit(jax.grad(last_sine)), x100k), None
    count = jax.jit(lambda n: jax.lax.while_loop(lambda i: i < n, lambda i: i + 1, 0))
    yield "grad_scan_10k", called(jax.jit(jax.grad(last_sine)), jnp.linspace(0, 1, 10_000)), None
    logistic = jax.jit(lambda x: jax.lax.scan(lambda c, x: (3.7 * c * (1 - c), c - x), 0.4, x))
    yield "scan_logistic_100k", called(logistic, x100k), None
    yield "while_100k", called(count, jnp.int32(100_000)), None
    newton = jax.jit(
        lambda n, a: jax.lax.while_loop(
            lambda s: s[0] < n, lambda s: (s[0] + 1, 0.5 * (s[1] + a / s[1])), (0, 1.0)))
    yield "while_newton_100k", called(newton, jnp.int32(100_000), jnp.float32(2)), None
    weights, inputs = jnp.linspace(-0.1, 0.1, 4096).reshape(64, 64), jnp.linspace(-1, 1, 64_000).reshape(1000, 64)
    yield "rnn_1000", called(jax.jit(recurrent), weights, inputs, jnp.zeros(64)), None
    total = jax.jit(jax.grad(lambda w, x, h: jnp.sum(recurrent(w, x, h)[1])))
    yield "grad_rnn_1000", called(total, weights, inputs, jnp.zeros(64)), None
    update = jax.jit(
        lambda table, row: jax.lax.fori_loop(0, 1000, lambda i, t: t.at[i].set(row * i.astype(jnp.float32)), table))
    yield "update_rows_1000", called(update, jnp.zeros((1000, 1000)), jnp.linspace(0, 1, 1000)), None

    x = jnp.linspace(-10, 10, MILLION)
    yield "post_f_eager", called(post_f, x), None
    yield "post_f_jit", called(jax.jit(post_f), x), None
    yield "exp_1m", called(jax.jit(jnp.exp), x), None
    yield "tanh_1m", called(jax.jit(jnp.tanh), x), None
    yield "sin_1m", called(jax.jit(jnp.sin), x), None
    yield "log_1m", called(jax.jit(jnp.log), jnp.linspace(0.001, 10, MILLION)), None
    yield "chain8_1m", called(jax.jit(chain8), jnp.linspace(-1, 1, MILLION), jnp.linspace(0, 2, MILLION)), None

    square = jnp.linspace(-1, 1, 2048 * 2048).reshape(2048, 2048)
    yield "sum_all_2048", called(jax.jit(jnp.sum), square), None
    yield "sum_axis0_2048", called(jax.jit(lambda x: jnp.sum(x, axis=0)), square), None
    yield "sum_axis1_2048", called(jax.jit(lambda x: jnp.sum(x, axis=1)), square), None
    yield "softmax_2048", called(jax.jit(softmax), square), None

    for size in (512, 1024):
        a = jnp.linspace(-1, 1, size * size).reshape(size, size)
        yield f"matmul_{size}", called(jax.jit(jnp.matmul), a, a.T.copy()), None

    small = jnp.linspace(-1, 1, MILLION).reshape(1000, 1000)
    yield "sum_all_1000", called(jax.jit(jnp.sum), small), None
    yield "sum_axis0_1000", called(jax.jit(lambda x: jnp.sum(x, axis=0)), small), None
    yield "sum_axis1_1000", called(jax.jit(lambda x: jnp.sum(x, axis=1)), small), None
    cube = jnp.linspace(-1, 1, 128**3).reshape(128, 128, 128)
    yield "sum_axis0_128_cubed", called(jax.jit(lambda x: jnp.sum(x, axis=0)), cube), None
    tiles = jnp.linspace(-1, 1, 64**3).reshape(64, 64, 64)
    yield "matmul_64_of_64", called(jax.jit(jnp.matmul), tiles, tiles), None
    yield "matvec_2048", called(jax.jit(jnp.matmul), square, jnp.linspace(-1, 1, 2048)), None

    yield from programs.workloads(called)

    key = random.key(21)
    yield "uniform_1m", called(jax.jit(lambda k: random.uniform(k, (MILLION,))), key), None
    yield "normal_1m", called(jax.jit(lambda k: random.normal(k, (MILLION,))), key), None
    permutation = jax.jit(random.permutation, static_argnums=1)
    yield "permutation_1m", called(lambda k: permutation(k, MILLION), key), None

    normal = random.normal(random.key(1), (MILLION,))
    whole = random.randint(random.key(2), (MILLION,), 0, MILLION)
    yield "sort_1m", called(jax.jit(jnp.sort), normal), None
    yield "argsort_1m", called(jax.jit(jnp.argsort), normal), None
    yield "topk_100_1m", called(jax.jit(lambda x: jax.lax.top_k(x, 100)), normal), None
    yield "unique_1m", called(jnp.unique, whole), None
    yield "cumsum_1m", called(jax.jit(jnp.cumsum), normal), None
    yield "argmax_axis1_1000", called(jax.jit(lambda x: jnp.argmax(x, axis=1)), normal.reshape(1000, 1000)), None

    values = random.normal(random.key(3), (MILLION,))
    few = random.randint(random.key(4), (MILLION,), 0, 1000)
    many = random.randint(random.key(5), (MILLION,), 0, MILLION)
    yield "gather_1m", called(jax.jit(lambda x, i: x[i]), values, many), None
    yield "scatter_add_1m_1k", called(jax.jit(lambda x, i: jnp.zeros(1000).at[i].add(x)), values, few), None
    yield "scatter_add_1m_1m", called(jax.jit(lambda x, i: jnp.zeros(MILLION).at[i].add(x)), values, many), None

    yield "transpose_2048", called(jax.jit(jnp.transpose), square), None
    halves = jnp.linspace(-1, 1, MILLION), jnp.linspace(0, 2, MILLION)
    yield "concatenate_1m", called(jax.jit(lambda x, y: jnp.concatenate([x, y])), *halves), None

    parts = [random.normal(random.key(i), (2**19,)) for i in (6, 7)]
    signal = jax.lax.complex(*parts)
    yield "fft_2_19", called(jax.jit(jnp.fft.fft), signal), None
    yield "fft_2_16", called(jax.jit(jnp.fft.fft), signal[: 2**16]), None
    images, kernels = random.normal(random.key(8), (32, 3, 64, 64)), random.normal(random.key(9), (16, 3, 3, 3))
    convolution = jax.jit(lambda x, k: jax.lax.conv(x, k, (1, 1), "SAME"))
    yield "conv_3x3", called(convolution, images, kernels), None
    squares = (1, 1, 2, 2)
    pool = jax.jit(lambda x: jax.lax.reduce_window(x, -jnp.inf, jax.lax.max, squares, squares, "VALID"))
    yield "max_pool_2x2", called(pool, convolution(images, kernels)), None
    a = random.normal(random.key(6), (512, 512))
    yield "cholesky_512", called(jax.jit(jnp.linalg.cholesky), a @ a.T / 512 + jnp.eye(512)), None
    yield "solve_512", called(jax.jit(jnp.linalg.solve), a, random.normal(random.key(7), (512,))), None
    few = random.normal(random.key(8), (256, 256))
    yield "svd_256", called(jax.jit(lambda x: jnp.linalg.svd(x, full_matrices=False)), few), None
    yield "eigh_256", called(jax.jit(jnp.linalg.eigh), few + few.T), None
    yield "qr_256", called(jax.jit(jnp.linalg.qr), few), None
    many = random.normal(random.key(9), (1000, 8, 8)) + 4 * jnp.eye(8)
    yield "inv_8_of_1000", called(jax.jit(jnp.linalg.inv), many), None

    yield "mlp_step_jit", called(jax.jit(mlp_step), *mlp_arguments()), None
    yield "mlp_step_eager", called(mlp_step, *mlp_arguments()), None
    yield "digits_step", called(jax.jit(digits_step), *digits_arguments()), None


report(workloads())
