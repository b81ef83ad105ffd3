import LanewiseEngine
import Testing

@Suite struct EigenStepsTests {
  @Test(arguments: [false, true]) func hermitianMatrices(isLower: Bool) {
    var generator = Generator(8)
    for (dtype, tolerance) in lapackTypes {
      for (count, n) in [(1, 1), (3, 4), (1, 50)] {
        let matrices = (0..<count).map { _ in
          let a = TestMatrix.random(n, n, dtype, &generator)
          return a + a.adjoint
        }
        let given = matrices.map { a in
          TestMatrix(n, n) { (isLower ? $0 >= $1 : $0 <= $1) ? a[$0, $1] : Complex(9, 0) }
        }
        let results = EighStep(isLower: isLower).results(
          [TestArray(given, dtype)], [([count, n, n], dtype), ([count, n], dtype.realPart)])
        for ((a, v), w) in zip(zip(matrices, results[0].matrices), results[1].matrices) {
          #expect((a * v).distance(v * .diagonal(w.elements)) < tolerance * 4, "\(dtype) \(n)")
          #expect((v.adjoint * v).distance(.identity(n)) < tolerance)
          #expect(zip(w.elements, w.elements.dropFirst()).allSatisfy { $0.real <= $1.real })
        }
        let values = EighStep(isLower: isLower, valuesOnly: true).results(
          [TestArray(given, dtype)], [([count, n], dtype.realPart)])
        for (alone, w) in zip(values[0].matrices, results[1].matrices) { #expect(alone.distance(w) < tolerance * 4) }
      }
    }
  }

  @Test func anyMatrices() {
    var generator = Generator(9)
    for (dtype, tolerance) in lapackTypes {
      let complex: DType = dtype.realPart == .float32 ? .complex64 : .complex128
      for (count, n) in [(1, 1), (3, 4), (2, 7)] {
        let matrices = (0..<count).map { _ in TestMatrix.random(n, n, dtype, &generator) }
        let input = TestArray(matrices, dtype)
        let vectors: (shape: [Int], dtype: DType) = ([count, n, n], complex)
        let both = EigStep(hasLeft: true, hasRight: true).results([input], [([count, n], complex), vectors, vectors])
        let values = EigStep(hasLeft: false, hasRight: false).results([input], [([count, n], complex)])[0]
        for index in 0..<count {
          let (w, left, right) = (both[0].matrices[index], both[1].matrices[index], both[2].matrices[index])
          let diagonal = TestMatrix.diagonal(w.elements)
          #expect((matrices[index] * right).distance(right * diagonal) < tolerance * 4, "\(dtype) \(n)")
          #expect((left.adjoint * matrices[index]).distance(diagonal * left.adjoint) < tolerance * 4, "\(dtype) \(n)")
          for w in w.elements {
            let found = values.matrices[index].elements
            #expect(found.contains { abs($0.real - w.real) + abs($0.imaginary - w.imaginary) < tolerance })
          }
        }
      }
    }
  }

  @Test func nanGivesNaN() {
    for (dtype, _) in lapackTypes {
      let bad = TestMatrix(3, 3) { _, _ in Complex(.nan, 0) }
      let complex: DType = dtype.realPart == .float32 ? .complex64 : .complex128
      let symmetric = EighStep(isLower: true).results(
        [TestArray([bad], dtype)], [([1, 3, 3], dtype), ([1, 3], dtype.realPart)])
      let values = EighStep(isLower: true, valuesOnly: true).results(
        [TestArray([bad], dtype)], [([1, 3], dtype.realPart)])
      #expect(values[0].wide.allSatisfy { $0.real.isNaN })
      let any = EigStep(hasLeft: false, hasRight: false).results([TestArray([bad], dtype)], [([1, 3], complex)])
      #expect(symmetric[1].wide.allSatisfy { $0.real.isNaN } && any[0].wide.allSatisfy { $0.real.isNaN })
    }
  }
}
