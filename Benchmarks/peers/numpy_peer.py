"""The workloads of README.md that NumPy has. Prints JSON lines; an argument is a regular expression that picks rows."""

import numpy as np

from harness import report

MILLION = 1_000_000


def linspace(low, high, count):
    return np.linspace(low, high, count, dtype=np.float32)


def post_f(x):
    x = x + 2
    x = x**2 - 4
    return np.sum(x)


def chain8(x, y):
    return ((((((x + y) * x - y) * np.float32(0.5) + x) * y) - np.float32(0.25)) * x)


def softmax(x):
    shifted = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return shifted / np.sum(shifted, axis=-1, keepdims=True)


def digits_step(params, velocity, images, labels):
    """One step with the backward pass written out by hand, for NumPy has no gradient."""
    hidden = np.maximum(0, images @ params["w1"] + params["b1"])
    logits = hidden @ params["w2"] + params["b2"]
    shifted = logits - np.max(logits, axis=-1, keepdims=True)
    log_probabilities = shifted - np.log(np.sum(np.exp(shifted), axis=-1, keepdims=True))
    rows = np.arange(len(labels))
    loss = -np.mean(log_probabilities[rows, labels])

    logits_gradient = np.exp(log_probabilities)
    logits_gradient[rows, labels] -= 1
    logits_gradient /= np.float32(len(labels))
    hidden_gradient = (logits_gradient @ params["w2"].T) * (hidden > 0)
    gradient = {
        "w1": images.T @ hidden_gradient,
        "b1": np.sum(hidden_gradient, axis=0),
        "w2": hidden.T @ logits_gradient,
        "b2": np.sum(logits_gradient, axis=0),
    }
    velocity = {name: np.float32(0.9) * velocity[name] + gradient[name] for name in params}
    params = {name: params[name] - np.float32(0.1) * velocity[name] for name in params}
    return params, velocity, loss


def digits_arguments(generator):
    params = {
        "w1": generator.standard_normal((64, 128), dtype=np.float32) * np.float32(0.1),
        "b1": np.zeros(128, np.float32),
        "w2": generator.standard_normal((128, 10), dtype=np.float32) * np.float32(0.1),
        "b2": np.zeros(10, np.float32),
    }
    velocity = {name: np.zeros_like(value) for name, value in params.items()}
    return params, velocity, generator.random((64, 64), dtype=np.float32), generator.integers(0, 10, 64)


def scatter_add(size, x, places):
    """NumPy's fastest for one axis, in float64; `np.add.at` is slower."""
    return np.bincount(places, weights=x, minlength=size)


def top_100(x):
    places = np.argpartition(x, len(x) - 100)[-100:]
    places = places[np.argsort(-x[places], kind="stable")]
    return x[places], places


def put(x, place, value):
    """A changed copy, as `x.at[place].set(value)` is."""
    x = x.copy()
    x[place] = value
    return x


def mlp_step(params, x, y):
    """One step with the backward pass written out by hand, for NumPy has no gradient."""
    hidden = np.tanh(x @ params["w1"] + params["b1"])
    difference = hidden @ params["w2"] + params["b2"] - y
    loss = np.mean(difference**2)

    slope = difference * np.float32(2 / len(x))
    hidden_gradient = (slope @ params["w2"].T) * (1 - hidden * hidden)
    gradient = {
        "w1": x.T @ hidden_gradient,
        "b1": np.sum(hidden_gradient, axis=0),
        "w2": hidden.T @ slope,
        "b2": np.sum(slope, axis=0),
    }
    return {name: params[name] - np.float32(0.01) * gradient[name] for name in params}, loss


def mlp_arguments(generator):
    params = {
        "w1": generator.standard_normal((1, 128), dtype=np.float32),
        "b1": np.zeros(128, np.float32),
        "w2": generator.standard_normal((128, 1), dtype=np.float32) * np.float32(0.1),
        "b2": np.zeros(1, np.float32),
    }
    x = linspace(-1, 1, 1000).reshape(1000, 1)
    return params, x, np.sin(3 * x)


def workloads():
    x8, y8 = np.arange(8, dtype=np.float32), np.ones(8, np.float32)
    yield "eager_add_8", lambda: np.add(x8, y8), None
    yield "eager_index", lambda: x8[3], None
    yield "eager_slice", lambda: x8[1:3], None
    yield "eager_reshape", lambda: x8.reshape(2, 4), None
    yield "eager_sum_8", lambda: np.sum(x8), None
    yield "eager_set", lambda: put(x8, 3, 1.5), None
    yield "eager_less_8", lambda: np.less(x8, y8), None
    scalars = [x8[1], x8[2], x8[3]]
    yield "eager_stack_3", lambda: np.stack(scalars), None

    x = linspace(-10, 10, MILLION)
    yield "post_f_eager", lambda: post_f(x), None
    yield "exp_1m", lambda: np.exp(x), None
    yield "tanh_1m", lambda: np.tanh(x), None
    yield "sin_1m", lambda: np.sin(x), None
    positive = linspace(0.001, 10, MILLION)
    yield "log_1m", lambda: np.log(positive), None
    left, right = linspace(-1, 1, MILLION), linspace(0, 2, MILLION)
    yield "chain8_1m", lambda: chain8(left, right), None

    square = linspace(-1, 1, 2048 * 2048).reshape(2048, 2048)
    yield "sum_all_2048", lambda: np.sum(square), None
    yield "sum_axis0_2048", lambda: np.sum(square, axis=0), None
    yield "sum_axis1_2048", lambda: np.sum(square, axis=1), None
    yield "softmax_2048", lambda: softmax(square), None

    for size in (512, 1024):
        a = linspace(-1, 1, size * size).reshape(size, size)
        b = a.T.copy()
        yield f"matmul_{size}", lambda a=a, b=b: np.matmul(a, b), None

    small = linspace(-1, 1, MILLION).reshape(1000, 1000)
    yield "sum_all_1000", lambda: np.sum(small), None
    yield "sum_axis0_1000", lambda: np.sum(small, axis=0), None
    yield "sum_axis1_1000", lambda: np.sum(small, axis=1), None
    cube = linspace(-1, 1, 128**3).reshape(128, 128, 128)
    yield "sum_axis0_128_cubed", lambda: np.sum(cube, axis=0), None
    tiles = linspace(-1, 1, 64**3).reshape(64, 64, 64)
    yield "matmul_64_of_64", lambda: np.matmul(tiles, tiles), None
    vector = linspace(-1, 1, 2048)
    yield "matvec_2048", lambda: np.matmul(square, vector), None
    exponent = linspace(-3, 3, MILLION)
    yield "pow_1m", lambda: positive**exponent, None
    yield "wave_1m", lambda: np.sin(x) * np.exp(-x * x) + np.cos(x), None

    generator = np.random.default_rng(21)
    yield "uniform_1m", lambda: generator.random(MILLION, dtype=np.float32), None
    yield "normal_1m", lambda: generator.standard_normal(MILLION, dtype=np.float32), None
    yield "permutation_1m", lambda: generator.permutation(MILLION), None

    normal = generator.standard_normal(MILLION, dtype=np.float32)
    whole = generator.integers(0, MILLION, MILLION, dtype=np.int32)
    yield "sort_1m", lambda: np.sort(normal), None
    yield "argsort_1m", lambda: np.argsort(normal), None
    yield "topk_100_1m", lambda: top_100(normal), None
    yield "unique_1m", lambda: np.unique(whole), None
    yield "cumsum_1m", lambda: np.cumsum(normal), None
    yield "argmax_axis1_1000", lambda: np.argmax(normal.reshape(1000, 1000), axis=1), None

    few = generator.integers(0, 1000, MILLION, dtype=np.int32)
    yield "gather_1m", lambda: normal[whole], None
    yield "scatter_add_1m_1k", lambda: scatter_add(1000, normal, few), None
    yield "scatter_add_1m_1m", lambda: scatter_add(MILLION, normal, whole), None

    yield "transpose_2048", lambda: square.T.copy(), None
    yield "concatenate_1m", lambda: np.concatenate([left, right]), None

    signal = (generator.standard_normal(2**19) + 1j * generator.standard_normal(2**19)).astype(np.complex64)
    short = signal[: 2**16].copy()
    yield "fft_2_19", lambda: np.fft.fft(signal), None
    yield "fft_2_16", lambda: np.fft.fft(short), None
    a = generator.standard_normal((512, 512), dtype=np.float32)
    definite = a @ a.T / np.float32(512) + np.eye(512, dtype=np.float32)
    yield "cholesky_512", lambda: np.linalg.cholesky(definite), None
    b = generator.standard_normal(512, dtype=np.float32)
    yield "solve_512", lambda: np.linalg.solve(a, b), None
    few = generator.standard_normal((256, 256), dtype=np.float32)
    yield "svd_256", lambda: np.linalg.svd(few, full_matrices=False), None
    yield "eigh_256", lambda: np.linalg.eigh(few + few.T), None
    yield "qr_256", lambda: np.linalg.qr(few), None
    many = generator.standard_normal((1000, 8, 8), dtype=np.float32) + 4 * np.eye(8, dtype=np.float32)
    yield "inv_8_of_1000", lambda: np.linalg.inv(many), None

    regression = mlp_arguments(generator)
    yield "mlp_step_eager", lambda: mlp_step(*regression), None
    arguments = digits_arguments(generator)
    yield "digits_step", lambda: digits_step(*arguments), None


report(workloads())
