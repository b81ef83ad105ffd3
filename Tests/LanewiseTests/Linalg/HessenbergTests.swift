import Lanewise
import Testing

@Suite struct HessenbergTests {
  private let a = Random.normal(Random.key(1), [2, 5, 5], dtype: .float64)

  @Test func factorsGiveTheMatrix() {
    let (h, q) = Linalg.hessenbergFactors(a)
    expectClose(matmul(matmul(q, h), q.mT), a, 1e-12)
    expectClose(matmul(q, q.mT), broadcastTo(eye(5, dtype: .float64), [2, 5, 5]), 1e-12)
    #expect(Linalg.hessenberg(a).asArray(Double.self) == h.asArray(Double.self))
    #expect(Double(max(abs(tril(h, k: -2)))) == 0)
    #expect(Linalg.hessenbergFactors([[3]]).q.asArray(Float.self) == [1])
  }

  @Test func reflectorsAreApplied() {
    let (tall, c) = (a[.all, .all, ..<3], Random.normal(Random.key(2), [2, 5, 4], dtype: .float64))
    let (reflectors, taus) = Lax.geqrf(tall)
    let (q, r) = Lax.qr(tall, fullMatrices: true)
    expectClose(Lax.ormqr(reflectors, taus, c), matmul(q, c), 1e-12)
    expectClose(Lax.ormqr(reflectors, taus, c, transpose: true), matmul(q.mT, c), 1e-12)
    expectClose(Lax.ormqr(reflectors, taus, c.mT, left: false), matmul(c.mT, q), 1e-12)
    expectClose(Lax.ormqr(reflectors, taus, tall, transpose: true), r, 1e-12)
    let wide = Lax.geqrf(tall.mT)
    expectClose(
      Lax.ormqr(wide.a, wide.taus, eye(3, dtype: .float64)), Lax.qr(tall.mT, fullMatrices: true).q, 1e-12)
  }

  @Test func mistakes() {
    expectError("must be square") { Linalg.hessenberg(zeros([2, 3])) }
    expectError("C must have 5 rows") { Lax.ormqr(zeros([5, 3]), zeros([3]), zeros([4, 4])) }
  }
}
