"""Linear algebra with JAX's answers, in the corpus's form: `LinearAlgebra.swift` writes the same functions by hand.

A complex matrix is made of two inputs, its real and its imaginary part, and a complex result is given as its parts, so
that all of it is differentiated.
"""

import jax
import jax.numpy as jnp
import jax.scipy.linalg as jsl
import numpy as np
from jax import lax

import corpus_case

FUNCTIONS = []


def function(*shapes, derivatives=True, batched=True, x32=False):
    """A function by its name and the shapes of its inputs."""

    def register(f):
        FUNCTIONS.append((f, shapes, derivatives, batched, x32))
        return f

    return register


def parts(*x):
    return tuple(part for a in x for part in ((a.real, a.imag) if jnp.iscomplexobj(a) else (a,)))


def positive(x):
    return x @ x.mT.conj() + jnp.eye(x.shape[-1], dtype=x.dtype)


def wide(x):
    """A square matrix with eigenvalues apart from each other."""
    return x + jnp.diag(jnp.arange(1, x.shape[-1] + 1, dtype=x.dtype) * 2)


# Factors


@function((2, 3, 3), x32=True)
def cholesky_upper(x):
    return jnp.linalg.cholesky(positive(x), upper=True)


@function((3, 3), (3, 3))
def cholesky_complex(x, y):
    return parts(jnp.linalg.cholesky(positive(x + 1j * y)))


@function((3, 3), batched=False)  # JAX makes what it batches symmetric, whatever was asked for.
def cholesky_triangle(x):
    return lax.linalg.cholesky(positive(x) + jnp.triu(x, 1), symmetrize_input=False)


@function((4, 3), derivatives=False)
def qr_complete(x):
    return tuple(jnp.linalg.qr(x, mode="complete"))


@function((3, 5), derivatives=False)
def qr_of_wide(x):
    return tuple(jnp.linalg.qr(x))


@function((2, 4, 3), x32=True)
def qr_of_batch(x):
    return tuple(jnp.linalg.qr(x))


@function((4, 3), (4, 3))
def qr_complex(x, y):
    return parts(*jnp.linalg.qr(x + 1j * y))


@function((3, 4), derivatives=False)
def qr_raw(x):
    return tuple(jnp.linalg.qr(x, mode="raw"))


@function((2, 5, 3), derivatives=False, batched=False)
def reflectors(x):
    a, taus = jnp.linalg.qr(x, mode="raw")
    return lax.linalg.householder_product(a.mT, taus)


@function((4, 3), derivatives=False)
def svd_full(x):
    return tuple(jnp.linalg.svd(x))


@function((3, 5), derivatives=False, x32=True)
def svd_full_of_wide(x):
    return tuple(jnp.linalg.svd(x))


@function((5, 3))
def svd_of_tall(x):
    return tuple(jnp.linalg.svd(x, full_matrices=False))


@function((2, 3, 4), x32=True)
def svd_of_wide(x):
    return tuple(jnp.linalg.svd(x, full_matrices=False))


@function((4, 3), (4, 3))
def svd_complex(x, y):
    return parts(*jnp.linalg.svd(x + 1j * y, full_matrices=False))


@function((3, 3))
def svd_hermitian(x):
    return tuple(jnp.linalg.svd(wide(x), hermitian=True))


@function((2, 3, 4), x32=True)
def svdvals(x):
    return jnp.linalg.svdvals(x)


@function((5, 3))
def lu_of_tall(x):
    return jsl.lu(x)


@function((3, 5))
def lu_of_wide(x):
    return jsl.lu(x)


@function((2, 3, 4))
def lu_of_batch(x):
    return lax.linalg.lu(x)


@function((3, 3), (3, 3))
def lu_complex(x, y):
    return parts(*lax.linalg.lu(x + 1j * y))


@function((5, 3), derivatives=False)
def polar_of_tall(x):
    return jsl.polar(x)


@function((3, 5), derivatives=False)
def polar_left(x):
    return jsl.polar(x, side="left")


# Eigenvalues


@function((4, 4), x32=True)
def eigh_vectors(x):
    return tuple(jnp.linalg.eigh(wide(x)))


@function((2, 3, 3))
def eigh_of_upper(x):
    return tuple(jnp.linalg.eigh(wide(x), UPLO="U", symmetrize_input=False))


@function((3, 3), (3, 3))
def eigh_complex(x, y):
    return parts(*jnp.linalg.eigh(wide(x + 1j * y)))


@function((2, 3, 3))
def eigvalsh(x):
    return jnp.linalg.eigvalsh(x, UPLO="U")


@function((4, 4), derivatives=False)
def eig_vectors(x):
    return parts(*jnp.linalg.eig(x))


@function((3, 3), (3, 3), derivatives=False)
def eig_complex(x, y):
    return parts(*jnp.linalg.eig(x + 1j * y))


@function((2, 4, 4))
def eigvals(x):
    return parts(jnp.linalg.eigvals(x))


@function((3, 3), (3, 3))
def eigvals_complex(x, y):
    return parts(jnp.linalg.eigvals(x + 1j * y))


@function((4, 4), derivatives=False, x32=True)
def schur_real(x):
    return jsl.schur(x)


@function((4, 4), derivatives=False)
def schur_complex(x):
    return parts(*jsl.schur(x, output="complex"))


@function((4, 4), derivatives=False, batched=False)
def rsf2csf(x):
    t, z = jsl.rsf2csf(*jsl.schur(x))
    return parts(jnp.tril(t, -1), z @ t @ z.T.conj())


@function((5,), (4,), derivatives=False, batched=False)
def eigh_tridiagonal(d, e):
    return jsl.eigh_tridiagonal(d, e, eigvals_only=True)


@function((2, 4, 4), derivatives=False, batched=False)
def hessenberg(x):
    return lax.linalg.hessenberg(x)


@function((2, 4, 4), derivatives=False, batched=False)
def tridiagonal(x):
    return lax.linalg.tridiagonal(x + x.mT)


# Equations


@function((3, 3), (2, 4, 3, 2), x32=True)
def solve_shared(a, b):
    return jnp.linalg.solve(wide(a), b)


@function((2, 1, 3, 3), (1, 2, 3, 2))
def solve_broadcast(a, b):
    return jnp.linalg.solve(wide(a), b)


@function((2, 3, 3), (3,))
def solve_vector(a, b):
    return jnp.linalg.solve(wide(a), b)


@function((3, 3), (3, 3), (3, 2), (3, 2))
def solve_complex(x, y, u, v):
    return parts(jnp.linalg.solve(wide(x + 1j * y), u + 1j * v))


@function((2, 3, 3))
def inv_of_batch(x):
    return jnp.linalg.inv(wide(x))


@function((3, 3), (3, 3))
def inv_complex(x, y):
    return parts(jnp.linalg.inv(wide(x + 1j * y)))


@function((3, 3), (3, 2), x32=True)
def solve_positive(a, b):
    return jsl.solve(positive(a), b, assume_a="pos", lower=True)


@function((3, 3), (3,))
def solve_positive_upper(a, b):
    return jsl.solve(positive(a), b, assume_a="pos")


@function((3, 3), (3, 2))
def cho_solve_lower(a, b):
    return jsl.cho_solve(jsl.cho_factor(positive(a), lower=True), b)


@function((3, 3), (3, 3), (3,))
def cho_solve_complex(x, y, b):
    return parts(jsl.cho_solve(jsl.cho_factor(positive(x + 1j * y)), b.astype(complex)))


@function((3, 3), (3, 2))
def lu_solve_transposed(a, b):
    return jsl.lu_solve(jsl.lu_factor(wide(a)), b, trans=1)


@function((3, 3), (3, 3), (3,))
def lu_solve_adjoint(x, y, b):
    return parts(jsl.lu_solve(jsl.lu_factor(wide(x + 1j * y)), b.astype(complex), trans=2))


@function((3, 3), (3, 3), (3, 2), (3, 2))
def triangular_adjoint(x, y, u, v):
    return parts(jsl.solve_triangular(wide(x + 1j * y), u + 1j * v, trans=2, lower=True))


@function((3, 3), (3, 3), (2, 3), (2, 3))
def triangular_conjugate(x, y, u, v):
    return parts(lax.linalg.triangular_solve(wide(x + 1j * y), u + 1j * v, conjugate_a=True))


@function((2, 3, 3), (2, 4, 3), x32=True)
def triangular_right(a, b):
    return lax.linalg.triangular_solve(wide(a), b, lower=True, transpose_a=True)


@function((3, 3), (4, 3))
def triangular_right_unit(a, b):
    return lax.linalg.triangular_solve(a, b, unit_diagonal=True)


@function((3, 3), (3,))
def triangular_vector(a, b):
    return lax.linalg.triangular_solve(wide(a), b, left_side=False, lower=True)


@function((4,), (4,), (4,), (4, 2), derivatives=False, batched=False)
def tridiagonal_solve(low, d, high, b):
    return lax.linalg.tridiagonal_solve(low.at[0].set(0), d + 4, high.at[-1].set(0), b)


@function((4, 2), derivatives=False)
def tridiagonal_solve_of_right(b):
    low, d, high = (jnp.asarray(x, b.dtype) for x in ([0, 1, 2, 3], [5, 6, 7, 8], [2, 1, 1, 0]))
    return lax.linalg.tridiagonal_solve(low, d, high, b)


@function((2, 3, 6), (2, 3))
def tensorsolve(a, b):
    return jnp.linalg.tensorsolve(a + 3 * jnp.eye(6, dtype=a.dtype).reshape(2, 3, 6), b)


@function((2, 6, 3), (2, 3))
def tensorsolve_of_axes(a, b):
    shifted = jnp.moveaxis(3 * jnp.eye(6, dtype=a.dtype).reshape(2, 3, 6), 2, 1)
    return jnp.linalg.tensorsolve(a + shifted, b, axes=(1,))


@function((4, 2, 2))
def tensorinv(a):
    return jnp.linalg.tensorinv(a + 3 * jnp.eye(4, dtype=a.dtype).reshape(4, 2, 2), ind=1)


@function((5, 3), (5, 2))
def lstsq_of_tall(a, b):
    return jnp.linalg.lstsq(a, b)


@function((2, 4), (2,), x32=True)
def lstsq_of_wide(a, b):
    return jnp.linalg.lstsq(a, b)[0]


@function((4, 2), (2, 3), (4,), derivatives=False, batched=False)
def lstsq_deficient(x, y, b):
    return jnp.linalg.lstsq(x @ y, b, rcond=1e-6)[::2]


@function((2, 4, 3), x32=True)
def pinv_of_tall(a):
    return jnp.linalg.pinv(a)


@function((3, 4), (3, 4))
def pinv_complex(x, y):
    return parts(jnp.linalg.pinv(x + 1j * y))


@function((3, 3))
def pinv_hermitian(a):
    return jnp.linalg.pinv(wide(a), hermitian=True)


@function((4, 2), (2, 3), derivatives=False)
def pinv_deficient(x, y):
    return jnp.linalg.pinv(x @ y, rtol=1e-6)


# Numbers


@function((1, 1))
def det_of_one(a):
    return jnp.linalg.det(a)


@function((2, 2, 2))
def det_of_two(a):
    return jnp.linalg.det(a)


@function((2, 4, 4), x32=True)
def det_of_four(a):
    return jnp.linalg.det(a)


@function((4, 4), (4, 4))
def det_complex(x, y):
    return parts(jnp.linalg.det(x + 1j * y))


@function((4, 4))
def slogdet_of_four(a):
    return tuple(jnp.linalg.slogdet(a))


@function((2, 3, 3), (2, 3, 3))
def slogdet_complex(x, y):
    return parts(*jnp.linalg.slogdet(x + 1j * y))


@function((5, 3), (3, 4), derivatives=False)
def matrix_rank(x, y):
    return jnp.linalg.matrix_rank(x @ y)


@function((2, 4, 3), derivatives=False)
def matrix_rank_above(x):
    return jnp.linalg.matrix_rank(x, 0.8)


@function((2, 3, 4), x32=True)
def norms_of_matrices(x):
    orders = ("fro", "nuc", 1, -1, 2, -2, jnp.inf, -jnp.inf)
    return tuple(jnp.linalg.norm(x, order, axis=(2, 0), keepdims=True) for order in orders)


@function((2, 5), x32=True)
def norms_of_vectors(x):
    orders = (None, 1, 2, 3, -1, 0.5, jnp.inf, -jnp.inf)
    return tuple(jnp.linalg.norm(x, order, axis=1) for order in orders)


@function((2, 5), derivatives=False)
def norm_zero(x):
    return jnp.linalg.norm(jnp.where(x > 0, x, 0), 0, axis=0)


@function((3, 4))
def vector_norms(x):
    return jnp.linalg.vector_norm(x, ord=3, keepdims=True), jnp.linalg.vector_norm(x, axis=0)


@function((2, 3, 4))
def matrix_norms(x):
    return jnp.linalg.matrix_norm(x, keepdims=True), jnp.linalg.matrix_norm(x, ord="nuc")


@function((2, 3, 3))
def conds(x):
    return tuple(jnp.linalg.cond(wide(x), p) for p in (None, 1, -1, 2, -2, "fro", jnp.inf))


# Products and functions of matrices


@function((3, 4), (4, 2), (2, 5), (5, 3))
def multi_dot(a, b, c, d):
    return jnp.linalg.multi_dot([a, b, c, d])


@function((4,), (4, 2), (2,))
def multi_dot_of_vectors(a, b, c):
    return jnp.linalg.multi_dot([a, b, c])


@function((3, 3))
def matrix_powers(x):
    return tuple(jnp.linalg.matrix_power(wide(x), n) for n in (0, 1, 2, 5, -1))


@function((2, 3), (2, 3), (2, 3), (2, 3))
def vecdot_complex(x, y, u, v):
    return parts(jnp.linalg.vecdot(x + 1j * y, u + 1j * v, axis=0))


@function((2, 3, 4))
def diagonals(x):
    return jnp.linalg.diagonal(x, offset=1), jnp.linalg.trace(x, offset=-1), jnp.linalg.matrix_transpose(x)


@function((2, 3, 3), x32=True)
def expm_of_batch(x):
    return jsl.expm(x)


@function((4, 4))
def expm_small(x):
    return jsl.expm(0.002 * x)


@function((4, 4))
def expm_large(x):
    return jsl.expm(8 * x)


@function((3, 3), (3, 3))
def expm_complex(x, y):
    return parts(jsl.expm(x + 1j * y))


@function((3, 3))
def expm_of_triangle(x):
    return jsl.expm(jnp.triu(x), upper_triangular=True)


@function((5, 5), derivatives=False, x32=True)
def sqrtm(x):
    return parts(jsl.sqrtm(x))


@function((3,), (4,), batched=False)
def toeplitz(c, r):
    return jsl.toeplitz(c, r)


@function((), (3,), (2, 2), batched=False)
def block_diag(a, b, c):
    return jsl.block_diag(a, b, c)


def singular():
    """Matrices that lack one, or two, to a full rank: (name, function, input)."""
    draw = np.random.default_rng(5)
    one = draw.normal(size=(4, 3)) @ draw.normal(size=(3, 4))
    two = draw.normal(size=(4, 2)) @ draw.normal(size=(2, 4))
    yield "det_singular", jnp.linalg.det, np.round(one, 3)
    exact = np.array([[1.0, 2, 3, 4], [2, 4, 6, 8], [0, 1, 1, 0], [1, 0, 0, 1]])
    yield "det_singular", jnp.linalg.det, exact
    yield "det_singular", jnp.linalg.det, np.array([[1.0, 2, 3, 4], [2, 4, 6, 8], [3, 6, 9, 12], [1, 0, 0, 1]])
    yield "pinv_singular", lambda x: jnp.linalg.pinv(x, 1e-8), two


def cases(x64):
    dtype = jnp.float64 if x64 else jnp.float32
    for index, (f, shapes, derivatives, batched, x32) in enumerate(FUNCTIONS):
        if not x64 and not x32:
            continue
        draw = np.random.default_rng([19, index])
        inputs = [jnp.asarray(draw.normal(size=shape), dtype) for shape in shapes]
        py = f"{f.__name__}({', '.join(f'x{i}' for i in range(len(inputs)))})"
        in_axes = [(0,) * len(inputs)] if batched else []
        if batched and len(inputs) > 1:
            in_axes.append((None,) * (len(inputs) - 1) + (len(shapes[-1]),))
            in_axes.append((len(shapes[0]),) + (None,) * (len(inputs) - 1))
        yield corpus_case.case(
            "linear_algebra", f.__name__, int(x64), f, inputs, py=py, in_axes=in_axes, seed=index,
            derivatives=derivatives,
        )  # fmt: skip
    if x64:
        for index, (name, f, x) in enumerate(singular()):
            yield corpus_case.case("linear_algebra", name, index, f, [jnp.asarray(x)], py=f"{name}(x0)", seed=index)


def write(directory):
    for x64 in (False, True):
        jax.config.update("jax_enable_x64", x64)
        corpus_case.write(directory / f"linear_algebra.{'x64' if x64 else 'x32'}.jsonl", cases(x64))
    jax.config.update("jax_enable_x64", False)
