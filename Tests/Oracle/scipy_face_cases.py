"""Expressions of jax.scipy's functions, in the form of face_cases.py."""

import jax.experimental.ode
import jax.scipy.cluster.vq
import jax.scipy.integrate
import jax.scipy.interpolate
import jax.scipy.optimize
import jax.scipy.signal
import jax.scipy.sparse.linalg
import jax.scipy.spatial.transform

import face_cases

SOURCE = """
def bowl(v):
    return jnp.sum((v - 1) ** 2 * (1 + jnp.arange(v.size))) + jnp.prod(v) ** 2


def valley(v):
    return jnp.sum(100 * (v[1:] - v[:-1] ** 2) ** 2 + (1 - v[:-1]) ** 2)


def fields(r):
    return (r.x, r.success, r.status, r.fun, r.jac, r.hess_inv, r.nfev, r.njev, r.nit)


def pendulum(y, t):
    return {"angle": y["speed"], "speed": -jnp.sin(y["angle"]) - 0.1 * y["speed"]}


def spherical(times, rotations):
    return jsp.spatial.transform.Slerp.init(times, rotations)
"""

MINIMIZE = "jsp.optimize.minimize"
LBFGS = "method='l-bfgs-experimental-do-not-rely-on-this'"
ODEINT = "jax.experimental.ode.odeint"
ROTATION = "jsp.spatial.transform.Rotation"

OPTIMIZE = [
    (MINIMIZE, "jsp.optimize.minimize(bowl, x0, method='BFGS').x", "f(3,)", "values"),
    (MINIMIZE, "fields(jsp.optimize.minimize(bowl, x0, method='BFGS', options={'maxiter': 4, 'gtol': 1e-12}))", "f(4,)", "x64"),
    (MINIMIZE, "fields(jsp.optimize.minimize(valley, x0, method='bfgs', options={'maxiter': 12}))", "f(2,)", "x64 values"),
    (MINIMIZE, "fields(jsp.optimize.minimize(valley, x0, method='BFGS', options={'norm': 2, 'gtol': 1e-3, 'line_search_maxiter': 20}))", "p(3,)", "x64 values"),
    (MINIMIZE, "fields(jsp.optimize.minimize(valley, x0, method='BFGS', options={'line_search_maxiter': 1}))", "f(3,)", "x64 values"),
    (MINIMIZE, "jsp.optimize.minimize(lambda v, a, b: jnp.sum(a * v ** 4 + b * v), x0, (x1, x2), method='BFGS', options={'gtol': 1e-9}).x", "f(2,) p(2,) f(2,)", "x64"),
    (MINIMIZE, "fields(jsp.optimize.minimize(lambda v: jnp.sum(jnp.abs(v)), x0, method='BFGS'))", "f(2,)", "x64 values"),
    (MINIMIZE, f"jsp.optimize.minimize(bowl, x0, {LBFGS}).x", "f(3,)", "values"),
    (MINIMIZE, f"fields(jsp.optimize.minimize(valley, x0, {LBFGS}))[:5]", "f(4,)", "x64 values"),
    (MINIMIZE, f"fields(jsp.optimize.minimize(valley, x0, {LBFGS}, options={{'maxcor': 2, 'maxiter': 5}}))[:5]", "f(3,)", "x64"),
    (MINIMIZE, f"fields(jsp.optimize.minimize(valley, x0, {LBFGS}, options={{'maxcor': 3, 'maxfun': 9, 'norm': 1}}))[:5]", "f(3,)", "x64 values"),
    (MINIMIZE, f"fields(jsp.optimize.minimize(bowl, x0, {LBFGS}, options={{'ftol': 1e-2, 'gtol': 1e-9, 'maxls': 5}}))[:5]", "f(3,)", "x64 values"),
]  # fmt: skip

SPATIAL = [
    (f"{ROTATION}.{name}", text.replace("Rotation", ROTATION), kinds, *words)
    for name, text, kinds, *words in [
        ("from_euler", "Rotation.from_euler('xyz', x0).as_matrix()", "f(3,)"),
        ("from_euler", "Rotation.from_euler('ZYX', x0 * 40, degrees=True).as_quat()", "f(4,3)"),
        ("from_euler", "Rotation.from_euler('y', x0).as_quat()", "f()"),
        ("from_euler", "Rotation.from_euler('xz', x0).as_quat()", "f(2,2)"),
        ("from_euler", "Rotation.from_euler('YXY', x0).as_quat()", "f(3,)"),
        ("from_euler", "Rotation.from_euler('Z', x0, True).as_matrix()", "i(1,)"),
        ("from_quat", "Rotation.from_quat(x0).as_quat()", "f(2,4)"),
        ("from_quat", "Rotation.from_quat(x0).as_quat(canonical=True)", "f(3,4)"),
        ("as_quat", "Rotation.from_quat(x0).as_quat(scalar_first=True)", "f(4,)"),
        ("as_quat", "Rotation.from_quat(jnp.array([[1., 2., 0., 0.], [-1., 2., 0., 0.], [0., -1., 1., 0.], [0., 0., -1., 0.]]) * x0).as_quat(True)", "p()"),
        ("as_euler", "Rotation.from_quat(x0).as_euler('xyz')", "f(4,)"),
        ("as_euler", "Rotation.from_quat(x0).as_euler('ZXZ', degrees=True)", "f(3,4)"),
        ("as_euler", "Rotation.from_quat(x0).as_euler('zyz')", "f(3,4)"),
        ("as_euler", "Rotation.from_quat(x0).as_euler('XZY')", "f(3,4)"),
        ("as_euler", "Rotation.from_euler('XYZ', x0 * jnp.array([1., 0., 1.]) + jnp.array([0., jnp.pi / 2, 0.])).as_euler('XYZ')[1]", "f(3,)", "values"),
        ("as_euler", "Rotation.from_euler('z', x0).as_euler('zxz')", "f()", "values"),
        ("from_matrix", "Rotation.from_matrix(x0).as_quat()", "f(5,3,3)"),
        ("from_matrix", "Rotation.from_matrix(Rotation.from_rotvec(x0).as_matrix()).as_rotvec()", "f(3,)"),
        ("from_rotvec", "Rotation.from_rotvec(x0).as_matrix()", "f(2,3)"),
        ("from_rotvec", "Rotation.from_rotvec(x0 * 50, degrees=True).as_rotvec(degrees=True)", "f(2,3)"),
        ("from_rotvec", "Rotation.from_rotvec(x0 * 1e-4).as_rotvec()", "f(3,)"),
        ("from_mrp", "Rotation.from_mrp(x0).as_quat()", "f(2,3)"),
        ("as_mrp", "Rotation.from_quat(x0).as_mrp()", "f(3,4)"),
        ("apply", "Rotation.from_quat(x0).apply(x1)", "f(4,) f(3,)"),
        ("apply", "Rotation.from_quat(x0).apply(x1, inverse=True)", "f(4,) f(2,3)"),
        ("apply", "Rotation.from_quat(x0).apply(x1)", "f(2,4) f(2,3)"),
        ("mul", "(Rotation.from_quat(x0) * Rotation.from_rotvec(x1)).as_quat()", "f(4,) f(3,)"),
        ("mul", "(Rotation.from_quat(x0) * Rotation.from_quat(x1)).as_quat()", "f(2,4) f(4,)"),
        ("inv", "Rotation.from_quat(x0).inv().as_quat()", "f(2,4)"),
        ("magnitude", "Rotation.from_quat(x0).magnitude()", "f(3,4)"),
        ("magnitude", "Rotation.from_rotvec(x0).magnitude()", "f(3,)"),
        ("mean", "Rotation.from_quat(x0).mean().as_matrix()", "f(5,4)"),
        ("mean", "Rotation.from_quat(x0).mean(weights=x1).as_matrix()", "f(3,4) p(3,)"),
        ("concatenate", "Rotation.concatenate([Rotation.from_quat(x0), Rotation.from_rotvec(x1)]).as_quat()", "f(2,4) f(1,3)"),
        ("identity", "Rotation.identity().as_matrix()", ""),
        ("identity", "Rotation.identity(dtype=jnp.float32).as_quat()", ""),
        ("getitem", "Rotation.from_quat(x0)[1].as_rotvec()", "f(3,4)"),
        ("getitem", "Rotation.from_quat(x0)[1:].as_rotvec()", "f(3,4)"),
        ("slerp", "spherical(jnp.cumsum(x0), Rotation.from_quat(x1))(jnp.cumsum(x0)[0] + x2).as_quat()", "p(4,) f(4,4) p(3,)"),
        ("slerp", "spherical(jnp.arange(3), Rotation.from_euler('xyz', x0))(0.7).as_matrix()", "f(3,3)"),
        ("slerp", "spherical(jnp.arange(3), Rotation.from_euler('xyz', x0))(jnp.arange(5) / 2).as_euler('xyz')", "f(3,3)"),
    ]
]  # fmt: skip

SIGNAL = [
    ("jsp.signal.detrend", "jsp.signal.detrend(x0)", "f(6,)"),
    ("jsp.signal.detrend", "jsp.signal.detrend(x0, axis=0, type='constant')", "f(5,2)"),
    ("jsp.signal.detrend", "jsp.signal.detrend(x0, axis=1, bp=[3, 5])", "f(2,8)"),
    ("jsp.signal.detrend", "jsp.signal.detrend(x0)", "i(5,)"),
    ("jsp.signal.csd", "jsp.signal.csd(x0, x1, nperseg=8)", "f(24,) f(24,)"),
    ("jsp.signal.csd", "jsp.signal.csd(x0, x1, fs=4., nperseg=6, noverlap=2, nfft=9, detrend=False)", "f(2,20) f(2,17)"),
    ("jsp.signal.csd", "jsp.signal.csd(x0, None, nperseg=5, scaling='spectrum', average='median')", "f(22,)"),
    ("jsp.signal.csd", "jsp.signal.csd(x0, x1, nperseg=6, average='median', detrend='linear')", "f(24,) f(24,)"),
    ("jsp.signal.csd", "jsp.signal.csd(x0, x1, nperseg=6, axis=0)", "f(14,2) f(14,2)"),
    ("jsp.signal.welch", "jsp.signal.welch(x0, nperseg=8)", "f(32,)"),
    ("jsp.signal.welch", "jsp.signal.welch(x0)", "f(16,)"),
    ("jsp.signal.welch", "jsp.signal.welch(x0, fs=10., window=x1, nperseg=7, noverlap=3, return_onesided=False)", "f(3,25) p(7,)"),
    ("jsp.signal.welch", "jsp.signal.welch(x0 + 1j * x1, nperseg=6, return_onesided=False)", "f(20,) f(20,)"),
    ("jsp.signal.welch", "jsp.signal.welch(x0, window='hamming', nperseg=8, axis=0, scaling='spectrum')", "f(20,2)"),
    ("jsp.signal.welch", "jsp.signal.welch(x0, window='blackman', nperseg=7, average='median')", "f(30,)"),
    ("jsp.signal.stft", "jsp.signal.stft(x0, nperseg=8)", "f(30,)"),
    ("jsp.signal.stft", "jsp.signal.stft(x0)", "f(20,)"),
    ("jsp.signal.stft", "jsp.signal.stft(x0, fs=2., window='boxcar', nperseg=6, noverlap=4, nfft=10, boundary='even')", "f(2,21)"),
    ("jsp.signal.stft", "jsp.signal.stft(x0, nperseg=7, detrend='constant', boundary='odd', padded=False)", "f(25,)"),
    ("jsp.signal.stft", "jsp.signal.stft(x0, nperseg=6, boundary='constant', return_onesided=False, axis=0)", "f(16,2)"),
    ("jsp.signal.stft", "jsp.signal.stft(x0, window=x1, nperseg=5, boundary=None, detrend='linear')", "f(18,) p(5,)"),
    ("jsp.signal.stft", "jsp.signal.stft(x0 + 1j * x1, nperseg=4, return_onesided=False)", "f(14,) f(14,)"),
    ("jsp.signal.istft", "jsp.signal.istft(jsp.signal.stft(x0, nperseg=8)[2])", "f(30,)"),
    ("jsp.signal.istft", "jsp.signal.istft(x0 + 1j * x1, fs=4.)", "f(5,6) f(5,6)"),
    ("jsp.signal.istft", "jsp.signal.istft(x0 + 1j * x1, nperseg=6, noverlap=4, nfft=8, boundary=False)[1]", "f(2,5,6) f(2,5,6)"),
    ("jsp.signal.istft", "jsp.signal.istft(x0 + 1j * x1, input_onesided=False, window='hamming')[1]", "f(6,4) f(6,4)"),
    ("jsp.signal.istft", "jsp.signal.istft(x0 + 1j * x1, time_axis=0, freq_axis=2)[1]", "f(4,2,5) f(4,2,5)"),
]  # fmt: skip

# Householder's reflectors have no derivative, and hessenberg no batches in JAX.
LINALG = [
    ("jsp.linalg.hilbert", "jsp.linalg.hilbert(4)", ""),
    ("jsp.linalg.hessenberg", "jsp.linalg.hessenberg(x0)", "f(4,4)", "values alone"),
    ("jsp.linalg.hessenberg", "jsp.linalg.hessenberg(x0, calc_q=True)", "f(2,5,5)", "values alone"),
    ("jsp.linalg.hessenberg", "jsp.linalg.hessenberg(x0, calc_q=True)", "f(2,2)", "values alone"),
    ("jsp.linalg.hessenberg", "jnp.abs(jsp.linalg.hessenberg(x0 + 1j * x1))", "f(4,4) f(4,4)", "values alone"),
    ("jsp.linalg.funm", "jsp.linalg.funm(x0, jnp.exp)", "f(4,4)", "x64 values alone"),
    ("jsp.linalg.funm", "jsp.linalg.funm(x0 + x0.T, lambda x: jnp.sin(x) + 2 * jnp.cos(x), disp=False)", "f(3,3)", "x64 values alone"),
    ("jsp.linalg.funm", "jsp.linalg.funm(jnp.triu(x0), jnp.sqrt, disp=False)", "f(5,5)", "x64 values alone"),
    ("jsp.linalg.expm_frechet", "jsp.linalg.expm_frechet(x0, x1)", "f(3,3) f(3,3)", "values"),
    ("jsp.linalg.expm_frechet", "jsp.linalg.expm_frechet(x0 * 4, x1, compute_expm=False)", "f(3,3) f(3,3)", "values"),
    ("lax.linalg.qdwh", "lax.linalg.qdwh(x0)", "f(4,4)", "values"),
    ("lax.linalg.qdwh", "lax.linalg.qdwh(x0, eps=1e-4)[:2]", "f(5,3)", "x64"),
    ("lax.linalg.qdwh", "lax.linalg.qdwh(x0 @ x1, max_iterations=3)[2:]", "f(4,1) f(1,4)", "values"),
    ("jax.scipy.integrate.trapezoid", "jax.scipy.integrate.trapezoid(x0, x1, axis=0)", "f(4,2) p(4,)"),
]  # fmt: skip

GRID = "(jnp.array([1., 2., 4.]), jnp.array([0., 1., 1.5, 3.]))"

SOLVERS = [
    ("jsp.special.lpmn", "jsp.special.lpmn(4, 4, jnp.tanh(x0))", "f(5,)"),
    ("jsp.special.lpmn", "jsp.special.lpmn(1, 1, jnp.tanh(x0))", "f(3,)"),
    ("jsp.special.lpmn", "jsp.special.lpmn_values(3, 3, jnp.tanh(x0), True)", "f(3,)"),
    ("jsp.sparse.linalg.cg", "jsp.sparse.linalg.cg(x0 @ x0.T + jnp.eye(4), x1, tol=1e-13)[0]", "f(4,4) f(4,)", "x64"),
    ("jsp.sparse.linalg.bicgstab", "jsp.sparse.linalg.bicgstab(lambda v: (x0 + 5 * jnp.eye(4)) @ v, x1, tol=1e-13)[0]", "f(4,4) f(4,)", "x64"),
    ("jsp.sparse.linalg.gmres", "jsp.sparse.linalg.gmres(x0 + 3 * jnp.eye(4), x1, tol=1e-13)[0]", "f(4,4) f(4,)", "x64"),
    ("jsp.sparse.linalg.gmres", "jsp.sparse.linalg.gmres(lambda v: (x0 + 3 * jnp.eye(4)) @ v, x1)[0]", "f(4,4) f(4,)"),
    ("jsp.sparse.linalg.gmres", "jsp.sparse.linalg.gmres(lambda v: (x0 + 3 * jnp.eye(5)) @ v, x1, x2, tol=1e-13, solve_method='incremental')[0]", "f(5,5) f(5,) f(5,)", "x64"),
    ("jsp.sparse.linalg.gmres", "jsp.sparse.linalg.gmres(x0 + 6 * jnp.eye(6), x1, tol=1e-13, restart=2, maxiter=3)[0]", "f(6,6) f(6,)", "x64 values"),
    ("jsp.sparse.linalg.gmres", "jsp.sparse.linalg.gmres(x0 + 6 * jnp.eye(6), x1, tol=1e-13, restart=3, M=lambda v: v / 6, solve_method='incremental')[0]", "f(6,6) f(6,)", "x64"),
    ("jsp.sparse.linalg.gmres", "jsp.sparse.linalg.gmres(lambda v: {'a': 2 * v['a'] + jnp.sum(v['b']), 'b': x0 * v['b']}, {'a': x1, 'b': x2}, tol=1e-13)[0]", "p(2,) f() f(2,)", "x64"),
    ("jsp.cluster.vq.vq", "jsp.cluster.vq.vq(x0, x1)", "f(6,2) f(3,2)"),
    ("jsp.cluster.vq.vq", "jsp.cluster.vq.vq(x0, x1)", "f(5,) f(3,)"),
    ("jsp.interpolate.RegularGridInterpolator", f"jsp.interpolate.RegularGridInterpolator({GRID}, x0)(x1 * 2)", "f(3,4) p(5,2)"),
    ("jsp.interpolate.RegularGridInterpolator", f"jsp.interpolate.RegularGridInterpolator({GRID}, x0, fill_value=None)(x1)", "f(3,4,2) f(3,2)"),
    ("jsp.interpolate.RegularGridInterpolator", f"jsp.interpolate.RegularGridInterpolator({GRID}, x0, method='nearest', fill_value=-1.)(x1)", "f(3,4) p(2,3,2)"),
    ("jsp.interpolate.RegularGridInterpolator", f"jsp.interpolate.RegularGridInterpolator({GRID}, x0)((x1, x2), method='nearest')", "f(3,4) p(4,) p(4,)"),
    ("jsp.interpolate.RegularGridInterpolator", "jsp.interpolate.RegularGridInterpolator((jnp.cumsum(x0),), x1, fill_value=None)(x2)", "p(4,) f(4,) p(3,)"),
    ("jsp.interpolate.RegularGridInterpolator", f"jsp.interpolate.RegularGridInterpolator({GRID} + (jnp.arange(3),), x0)(x1)", "f(3,4,3) p(3,)"),
    (ODEINT, f"{ODEINT}(lambda y, t: -x1 * y, x0, jnp.linspace(0., 1., 4))", "f(2,) p(2,)", "x64"),
    (ODEINT, f"{ODEINT}(lambda y, t, a: jnp.sin(t) * y - a * y ** 2, x0, jnp.cumsum(x1), x2, rtol=1e-6, atol=1e-6)", "f() p(3,) p()", "x64"),
    (ODEINT, f"{ODEINT}(pendulum, {{'angle': x0, 'speed': x1}}, jnp.arange(3.), rtol=1e-5, atol=1e-7, hmax=0.1)", "f() f()", "x64"),
    (ODEINT, f"{ODEINT}(lambda y, t: x1 @ y, x0, jnp.array([0.5, 1.5]), rtol=1e-2, atol=1e-2, mxstep=3)", "f(3,) f(3,3)", "x64 values"),
    (ODEINT, f"{ODEINT}(lambda y, t: -y, x0, jnp.linspace(0., 1., 3), rtol=1e-4, atol=1e-4)", "f(2,)", "values"),
]  # fmt: skip

EXPRESSIONS = OPTIMIZE + SPATIAL + SIGNAL + LINALG + SOLVERS


def write(directory):
    scope = dict(face_cases.SCOPE)
    exec(SOURCE, scope)
    face_cases.write(directory, "scipy_face", EXPRESSIONS, scope, SOURCE)
