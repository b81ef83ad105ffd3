import Lanewise
import Testing

/// Exercise 9: a function as a program.
@Suite struct ProgramTextTests {
  @Test func aJaxprOfIntegers() {
    func f(_ x: NDArray) -> NDArray {
      var x = x + 3
      x = x ** 2
      return sum(x + 21)
    }
    #expect(makeJaxpr(f)(arange(10)).description == Golden.text("jaxpr"))
    #expect(Int(f(arange(10))) == 855)
  }
}
