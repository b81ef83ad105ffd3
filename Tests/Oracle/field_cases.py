"""Cases of transforms, convolutions, windows, networks and images: jax.numpy.fft, lax, jax.nn, jax.image, jax.ops and
jax.scipy's fft, signal and ndimage."""

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

from tensors import static, tensor

ABOUT = (
    "Calls of jax.numpy.fft, lax, jax.nn, jax.image, jax.ops and jax.scipy's fft, signal and ndimage with 64-bit types off. "
    "'args' are the array operands ('complex': of the first two, the real and the imaginary part of one), 'kwargs' all other arguments; "
    "'out' is the result, of complex ones the real part, then the imaginary part."
)

generator = np.random.default_rng(77)


def reals(*shape):
    return np.round(generator.uniform(-2, 2, shape), 2).astype(np.float32)


FUNCTIONS = {"scipyfft": jax.scipy.fft, "signal": jax.scipy.signal, "ndimage": jax.scipy.ndimage, "ops": jax.ops,
             "image": jax.image, "nn": jax.nn, "fft": jnp.fft, "lax": lax}  # fmt: skip


def call(fn, arrays, kwargs):
    module, name = fn.split(".", 1)
    if module == "initializers":
        options = dict(kwargs)
        key, shape = jax.random.key(options.pop("seed")), options.pop("shape")
        dtype = options.pop("as_dtype", None)
        maker = getattr(jax.nn.initializers, name)
        if name not in ("zeros", "ones"):
            maker = maker(**options)
        return maker(key, shape, dtype) if dtype else maker(key, shape)
    function = getattr(FUNCTIONS[module], name)
    if name == "map_coordinates":
        return function(arrays[0], list(arrays[1:]), **kwargs)
    if name == "scale_and_translate":
        return function(arrays[0], scale=arrays[1], translation=arrays[2], **kwargs)
    if name in ("reduce_window", "reduce"):
        operation = {"add": lax.add, "mul": lax.mul, "max": lax.max, "min": lax.min, "affine": lambda a, b: 2 * a + b}
        options = dict(kwargs)
        initial, operation = options.pop("initial"), operation[options.pop("operation")]
        return function(arrays[0], arrays[0].dtype.type(initial), operation, *options.values())
    if name in ("dot_product_attention", "softmax", "log_softmax", "standardize"):
        names = kwargs.get("arrays", [])
        count = len(arrays) - len(names)
        options = {k: v for k, v in kwargs.items() if k != "arrays"}
        return function(*arrays[:count], **dict(zip(names, arrays[count:])), **options)
    return function(*arrays, **kwargs)


class Cases(list):
    def add(self, fn, *arrays, is_complex=False, **kwargs):
        operands = [jnp.asarray(x) for x in arrays]
        given = [lax.complex(operands[0], operands[1])] + operands[2:] if is_complex else operands
        out = call(fn, given, kwargs)
        parts = [out.real, out.imag] if jnp.iscomplexobj(out) else [out]
        case = {"fn": fn, "args": [tensor(x) for x in operands]}
        if is_complex:
            case["complex"] = True
        case["kwargs"] = {name: static(value) for name, value in kwargs.items()}
        case["out"] = [tensor(x) for x in parts]
        self.append(case)


def transforms(c):
    for name in ("fft", "ifft", "irfft", "hfft"):
        for options in ({}, {"n": 5}, {"n": 3}, {"axis": 0}, {"norm": "ortho"}, {"norm": "forward", "n": 8, "axis": 0}):
            c.add(f"fft.{name}", reals(4, 6), reals(4, 6), is_complex=True, **options)
    for name in ("fft", "rfft", "ihfft"):
        for options in ({}, {"n": 5}, {"axis": 0, "norm": "ortho"}, {"norm": "forward"}):
            c.add(f"fft.{name}", reals(4, 6), **options)
    c.add("fft.fft", np.arange(5, dtype=np.int32))
    c.add("fft.rfft", np.arange(6, dtype=np.int32))
    for name in ("fft2", "ifft2", "irfft2", "fftn", "ifftn", "irfftn"):
        for options in ({}, {"s": (3, 5), "axes": (0, 2)}, {"axes": (2, 0), "norm": "ortho"}):
            c.add(f"fft.{name}", reals(2, 3, 4), reals(2, 3, 4), is_complex=True, **options)
    for name in ("rfft2", "rfftn"):
        for options in ({}, {"s": (3, 5), "axes": (0, 2)}, {"axes": (2, 0), "norm": "forward"}):
            c.add(f"fft.{name}", reals(2, 3, 4), **options)
    for n in (1, 4, 7):
        c.add("fft.fftfreq", n=n)
        c.add("fft.rfftfreq", n=n, d=0.5)
    for name in ("fftshift", "ifftshift"):
        for options in ({}, {"axes": 1}, {"axes": (0, 2)}):
            c.add(f"fft.{name}", reals(2, 3, 5), **options)


    for name in ("dct", "idct"):
        for options in ({}, {"n": 3}, {"n": 7, "axis": 0}, {"norm": "ortho"}, {"axis": 0, "norm": "ortho"}):
            c.add(f"scipyfft.{name}", reals(4, 5), **options)
    for name in ("dctn", "idctn"):
        for options in ({}, {"s": (3, 6), "axes": (0, 1)}, {"norm": "ortho"}):
            c.add(f"scipyfft.{name}", reals(4, 5), **options)


def signals(c):
    for mode in ("full", "same", "valid"):
        for name in ("convolve", "correlate", "fftconvolve"):
            for m, n in ((7, 4), (4, 7), (6, 3), (5, 5)):
                if name != "fftconvolve" or m >= n:
                    c.add(f"signal.{name}", reals(m), reals(n), mode=mode)
            c.add(f"signal.{name}", reals(5, 6), reals(3, 2), mode=mode)
        for name in ("convolve2d", "correlate2d"):
            for shapes in (((5, 6), (3, 2)), ((3, 2), (5, 6)), ((4, 4), (4, 4))):
                c.add(f"signal.{name}", reals(*shapes[0]), reals(*shapes[1]), mode=mode)


def convolutions(c):
    for options in ({"padding": "SAME"}, {"padding": "VALID", "rhs_dilation": (1, 2)}):
        c.add(
            "lax.conv_general_dilated_patches", reals(2, 3, 5, 6), filter_shape=(2, 3), window_strides=(1, 2), **options
        )
        c.add(
            "lax.conv_general_dilated_patches", reals(2, 5, 6, 3), filter_shape=(2, 3), window_strides=(1, 2),
            dimension_numbers=("NHWC", "HWIO", "NHWC"), **options,
        )  # fmt: skip
    nhwc = ("NHWC", "HWIO", "NHWC")
    for options in (
        {"window_strides": (1, 1), "padding": "SAME"},
        {"window_strides": (2, 1), "padding": "VALID"},
        {"window_strides": (2, 2), "padding": "SAME_LOWER", "rhs_dilation": (1, 2)},
        {"window_strides": (1, 1), "padding": ((1, 2), (0, -1)), "lhs_dilation": (2, 1)},
    ):
        c.add("lax.conv_general_dilated", reals(2, 4, 7, 6), reals(6, 4, 3, 2), **options)
        c.add("lax.conv_general_dilated", reals(2, 4, 7, 6), reals(6, 2, 3, 2), feature_group_count=2, **options)
        c.add("lax.conv_general_dilated", reals(4, 3, 7, 6), reals(6, 3, 3, 2), batch_group_count=2, **options)
        c.add("lax.conv_general_dilated", reals(2, 7, 6, 4), reals(3, 2, 4, 5), dimension_numbers=nhwc, **options)
        c.add(
            "lax.conv_general_dilated", reals(7, 2, 4, 6), reals(4, 3, 5, 2),
            dimension_numbers=("HNCW", "IHOW", "CWNH"), **options,
        )  # fmt: skip
    c.add("lax.conv_general_dilated", reals(2, 3), reals(4, 3), window_strides=(), padding=())
    c.add("lax.conv", reals(1, 2, 9), reals(3, 2, 4), window_strides=(2,), padding="SAME")
    for padding in ("SAME", "VALID", ((1, 2),)):
        for strides in ((1,), (2,), (3,)):
            c.add("lax.conv_transpose", reals(2, 5, 3), reals(2, 3, 4), strides=strides, padding=padding)
    c.add(
        "lax.conv_transpose", reals(1, 4, 5, 3), reals(3, 2, 4, 3), strides=(2, 1), padding="SAME",
        transpose_kernel=True, rhs_dilation=(1, 2),
    )  # fmt: skip


def windows(c):
    for operation, initial in (("add", 0.0), ("max", -np.inf), ("min", np.inf), ("mul", 1.0), ("affine", 0.5)):
        for window in (
            ((2, 2), (1, 1), "VALID"),
            ((3, 2), (2, 1), "SAME"),
            ((2, 3), (1, 2), ((1, 0), (2, 1)), (2, 1), (1, 2)),
        ):
            names = ("window_dimensions", "window_strides", "padding", "base_dilation", "window_dilation")
            c.add("lax.reduce_window", reals(5, 6), operation=operation, initial=initial, **dict(zip(names, window)))
        for dimensions in ((0,), (1,), (0, 1), ()):
            c.add("lax.reduce", reals(3, 4), operation=operation, initial=initial, dimensions=dimensions)
    c.add("lax.reduce", reals(3, 4), operation="add", initial=2.0, dimensions=(1,))


def networks(c):
    x = np.array([-7, -3, -1, -0.5, -0.0, 0.5, 1, 3, 6, 7], np.float32)
    for name in ("relu", "relu6", "sigmoid", "log_sigmoid", "softplus", "sparse_plus", "sparse_sigmoid", "soft_sign",
                 "silu", "swish", "elu", "celu", "selu", "gelu", "leaky_relu", "hard_tanh", "hard_sigmoid", "hard_silu",
                 "hard_swish", "mish", "squareplus", "tanh", "softmax", "log_softmax", "standardize",
                 "logsumexp"):  # fmt: skip
        c.add(f"nn.{name}", x)
        if name not in ("sigmoid", "silu", "swish", "mish"):  # which take floating point only
            c.add(f"nn.{name}", np.array([-2, 0, 1, 8], np.int32))
    c.add("nn.glu", reals(3, 4))
    c.add("nn.glu", reals(4, 3), axis=0)
    mask = np.array([[True, False, True, True], [False, True, True, False], [True, True, True, True]])
    for name in ("softmax", "log_softmax", "standardize"):
        for axis in (0, 1, (0, 1)):
            c.add(f"nn.{name}", reals(3, 4), axis=axis)
            if name != "standardize" or axis != 0:  # where a column of one element has no variance
                c.add(f"nn.{name}", reals(3, 4), mask, arrays=["where"], axis=axis)
    c.add("nn.standardize", reals(3, 4), reals(3, 1), np.abs(reals(3, 1)), arrays=["mean", "variance"], epsilon=0.5)
    c.add("nn.one_hot", np.array([[0, 3], [-1, 2]], np.int32), num_classes=3)
    c.add("nn.one_hot", np.array([0, 2], np.int32), num_classes=4, axis=0, dtype=jnp.int32)
    for options in ({}, {"is_causal": True}, {"scale": 0.3}, {"is_causal": True, "local_window_size": (1, 0)}):
        c.add("nn.dot_product_attention", reals(2, 3, 4, 5), reals(2, 6, 2, 5), reals(2, 6, 2, 5), **options)
    c.add(
        "nn.dot_product_attention", reals(2, 3, 2, 5), reals(2, 4, 2, 5), reals(2, 4, 2, 5), reals(1, 2, 3, 4),
        generator.random((2, 1, 3, 4)) < 0.6, np.array([2, 3], np.int32), np.array([4, 2], np.int32),
        arrays=["bias", "mask", "query_seq_lengths", "key_value_seq_lengths"],
    )  # fmt: skip
    c.add("nn.dot_product_attention", reals(3, 2, 5), reals(4, 2, 5), reals(4, 2, 5))


def initializers(c):
    for seed in (0, 7):
        for name in ("glorot_uniform", "glorot_normal", "lecun_uniform", "lecun_normal", "he_uniform", "he_normal"):
            c.add(f"initializers.{name}", seed=seed, shape=(3, 4))
        c.add("initializers.he_normal", seed=seed, shape=(2, 3, 3, 2), in_axis=1, out_axis=0)
        c.add("initializers.glorot_uniform", seed=seed, shape=(4, 3, 2), batch_axis=(0,))
        c.add("initializers.glorot_uniform", seed=seed, shape=(4, 3, 2), in_axis=(0, 1))
        for name in ("uniform", "normal", "truncated_normal", "ones", "zeros"):
            c.add(f"initializers.{name}", seed=seed, shape=(5,))
        c.add("initializers.truncated_normal", seed=seed, shape=(5,), stddev=0.5, lower=-1.0, upper=0.5)
        for shape in ((4, 4), (2, 5), (3, 2, 2)):
            c.add("initializers.orthogonal", seed=seed, shape=shape, scale=2.0)
        c.add("initializers.orthogonal", seed=seed, shape=(3, 2, 4), column_axis=0)
        c.add("initializers.delta_orthogonal", seed=seed, shape=(3, 4, 2, 3))
        c.add("initializers.constant", seed=seed, shape=(2, 2), value=3)
        for distribution in ("normal", "uniform", "truncated_normal"):
            options = {"scale": 0.5, "mode": "fan_out", "distribution": distribution}
            c.add("initializers.variance_scaling", seed=seed, shape=(3, 5), **options)
            c.add("initializers.variance_scaling", seed=seed, shape=(2, 3), as_dtype=jnp.complex64, **options)


def images(c):
    for method in ("nearest", "linear", "cubic", "lanczos3", "lanczos5"):
        for shape in ((2, 7, 9, 1), (2, 3, 3, 1), (2, 5, 10, 1), (2, 5, 4, 1)):
            c.add("image.resize", reals(2, 5, 4, 1), shape=shape, method=method)
        c.add("image.resize", reals(6, 8), shape=(4, 3), method=method, antialias=False)
    c.add("image.resize", np.arange(12, dtype=np.int32).reshape(3, 4), shape=(2, 6), method="linear")
    for method in ("linear", "cubic", "lanczos3", "lanczos5"):
        for antialias in (True, False):
            c.add(
                "image.scale_and_translate", reals(5, 6, 2), np.array([0.7, 1.6], np.float32),
                np.array([0.5, -1.25], np.float32), shape=(4, 7, 2), spatial_dims=(0, 1), method=method,
                antialias=antialias,
            )  # fmt: skip
    for mode in ("constant", "nearest", "wrap", "mirror", "reflect"):
        for order in (0, 1):
            x, y = reals(9) * 3, reals(9) * 4
            c.add("ndimage.map_coordinates", reals(4, 5), x, y, order=order, mode=mode)
    c.add("ndimage.map_coordinates", np.arange(6, dtype=np.int32), reals(5) * 4, order=1, cval=9)


def segments(c):
    ids = np.array([0, 2, 2, 5, -1, 0], np.int32)
    for name in ("sum", "prod", "max", "min"):
        for options in ({"num_segments": 4}, {}):
            c.add(f"ops.segment_{name}", reals(6), ids, **options)
            c.add(f"ops.segment_{name}", generator.integers(-5, 5, (6, 2)).astype(np.int32), ids, **options)


def cases():
    c = Cases()
    for make in (transforms, signals, convolutions, windows, networks, initializers, images, segments):
        make(c)
    return c
