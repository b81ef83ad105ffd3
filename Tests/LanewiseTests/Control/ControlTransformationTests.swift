import Lanewise
import Testing

/// Loops and branches give what the same program gives written out, under every transformation.
@Suite struct ControlTransformationTests {
  let x = NDArray([0.7, -0.4, 1.3])
  let direction = NDArray([1.0, 0.5, -2.0])
  let batch = NDArray([[0.7, -0.4, 1.3], [-1.2, 0.1, 0.4], [0.2, 0.9, -0.1]])

  @Test(arguments: ControlForm.all) func valuesAndForwardMode(_ form: ControlForm) {
    expectClose(form.looped(x), form.unrolled(x))
    expectClose(jit(form.looped)(x), form.unrolled(x))
    let (value, tangent) = jvp(form.looped, x, direction)
    let (wantedValue, wantedTangent) = jvp(form.unrolled, x, direction)
    expectClose(value, wantedValue)
    expectClose(tangent, wantedTangent)
    expectClose(jit { jvp(form.looped, $0, direction).1 }(x), wantedTangent)
  }

  @Test(arguments: ControlForm.all) func batches(_ form: ControlForm) {
    expectClose(vmap(form.looped)(batch), vmap(form.unrolled)(batch), 1e-4)
    expectClose(jit(vmap(form.looped))(batch), vmap(form.unrolled)(batch), 1e-4)
    expectClose(
      vmap { jvp(form.looped, $0, direction).1 }(batch), vmap { jvp(form.unrolled, $0, direction).1 }(batch), 1e-4)
  }

  @Test(arguments: ControlForm.all.filter(\.isReversible)) func reverseMode(_ form: ControlForm) {
    let looped = grad { (x: NDArray) in (form.looped(x) * direction).sum() }
    let unrolled = grad { (x: NDArray) in (form.unrolled(x) * direction).sum() }
    expectClose(looped(x), unrolled(x), 1e-4)
    expectClose(jit(looped)(x), unrolled(x), 1e-4)
    expectClose(vmap(looped)(batch), vmap(unrolled)(batch), 1e-4)
    expectClose(jit(vmap(jit(looped)))(batch), vmap(unrolled)(batch), 1e-4)
  }

  @Test(arguments: ControlForm.all.filter(\.isReversible)) func secondDerivatives(_ form: ControlForm) {
    let looped = grad { (x: NDArray) in (form.looped(x) * direction).sum() }
    let unrolled = grad { (x: NDArray) in (form.unrolled(x) * direction).sum() }
    expectClose(jvp(looped, x, direction).1, jvp(unrolled, x, direction).1, 1e-3)
    expectClose(grad { looped($0).sum() }(x), grad { unrolled($0).sum() }(x), 1e-3)
    expectClose(
      grad { jvp(form.looped, $0, direction).1.sum() }(x), grad { jvp(form.unrolled, $0, direction).1.sum() }(x), 1e-3)
  }
}
