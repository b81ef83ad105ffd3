import Lanewise
import LanewiseMacros

// What @Tree cannot be written to, with the sentence that says why. The compiler checks the comments.

// expected-error@+1 {{@Tree: Counter is a class, which has an identity, but transformations make new values of a tree; make it a struct or an enum.}}
@Tree final class Counter {
  var count: NDArray = 0.0
}

// expected-error@+1 {{@Tree: Server is an actor, which has an identity, but transformations make new values of a tree; make it a struct or an enum.}}
@Tree actor Server {
  var state: NDArray = 0.0
}

@Tree struct Lazy {
  var x: NDArray
  // expected-error@+1 {{@Tree: a lazy property has no value before it is used; give it its value at the start, or compute it.}}
  lazy var square = x * x
}

@Tree struct Together {
  // expected-error@+1 {{@Tree: properties that are declared together in a tuple are not seen; declare them one by one.}}
  var (a, b): (NDArray, NDArray)
}

@Tree struct Conditional {
  var x: NDArray
  // expected-error@+1 {{@Tree: what is inside #if is not seen; declare the properties and cases outside, or write walk by hand.}}
  #if DEBUG
    var y: NDArray
  #endif
}
