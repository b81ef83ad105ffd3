// Expressions over a record's operands, as types: `Apply2<Add<F32>, Stream<F32, A>, Constant<F32, B>>` is a[i] + b.
// A value of an expression holds the addresses of its streams and its constants, which thereby stay in registers.

/// Which of a record's operands an expression reads.
protocol Operand {
  static var offset: Int { get }
}

// `Record` says what a record is. Its numbers stand here again, as a function of another module is not always inlined,
// and a kernel's call is as short as one.
@inline(__always) private var resultOffset: Int { 8 }
@inline(__always) private var immediateOffset: Int { 24 }
enum A: Operand { @inline(__always) static var offset: Int { 10 } }
enum B: Operand { @inline(__always) static var offset: Int { 12 } }
enum C: Operand { @inline(__always) static var offset: Int { 14 } }
enum D: Operand { @inline(__always) static var offset: Int { 16 } }
enum E: Operand { @inline(__always) static var offset: Int { 18 } }

/// The address in the slot that the record names at `offset`.
@inline(__always) func address(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ offset: Int) -> UnsafeRawPointer
{
  let slot = Int(record.load(fromByteOffset: offset, as: UInt16.self))
  return slots.load(fromByteOffset: slot * 8, as: UnsafeRawPointer.self)
}

@inline(__always) func resultAddress(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer) -> UnsafeMutableRawPointer {
  UnsafeMutableRawPointer(mutating: address(record, slots, resultOffset))
}

@inline(__always) func immediate(_ record: UnsafeRawPointer) -> Int {
  record.load(fromByteOffset: immediateOffset, as: Int.self)
}

protocol Expression {
  associatedtype L: Lanes
  init(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer)
  /// The vector whose first element is number i of the tile.
  func vector(_ i: Int) -> L.V
}

struct Stream<L: Lanes, Place: Operand>: Expression {
  let start: UnsafeRawPointer
  @inline(__always) init(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer) {
    start = address(record, slots, Place.offset)
  }
  @inline(__always) func vector(_ i: Int) -> L.V { L.load(start + i &* L.byteCount) }
}

struct Constant<L: Lanes, Place: Operand>: Expression {
  let value: L.V
  @inline(__always) init(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer) {
    value = L.splat(address(record, slots, Place.offset))
  }
  @inline(__always) func vector(_ i: Int) -> L.V { value }
}

struct Apply1<O: Operator1, X: Expression>: Expression where X.L == O.L {
  let x: X
  @inline(__always) init(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer) { x = X(record, slots) }
  @inline(__always) func vector(_ i: Int) -> O.Result.V { O.f(x.vector(i)) }
  typealias L = O.Result
}

struct Apply2<O: Operator2, X: Expression, Y: Expression>: Expression where X.L == O.L, Y.L == O.L {
  let x: X
  let y: Y
  @inline(__always) init(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer) {
    x = X(record, slots)
    y = Y(record, slots)
  }
  @inline(__always) func vector(_ i: Int) -> O.Result.V { O.f(x.vector(i), y.vector(i)) }
  typealias L = O.Result
}

/// x · y + z.
struct MultiplyAdd<L: FloatLanes, X: Expression, Y: Expression, Z: Expression>: Expression
where X.L == L, Y.L == L, Z.L == L {
  let x: X
  let y: Y
  let z: Z
  @inline(__always) init(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer) {
    x = X(record, slots)
    y = Y(record, slots)
    z = Z(record, slots)
  }
  @inline(__always) func vector(_ i: Int) -> L.V { L.fma(x.vector(i), y.vector(i), z.vector(i)) }
}

/// The value, brought one step of Horner's scheme on: x · b + coefficient.
typealias HornerStep<X: Expression, Coefficient: Expression> = Apply2<
  Add<F32>, Apply2<Mul<F32>, X, Stream<F32, B>>, Coefficient
> where X.L == F32, Coefficient.L == F32

/// The bool a chooses between b and c.
struct Choice<L: Lanes, Y: Expression, Z: Expression>: Expression where Y.L == L, Z.L == L {
  let mask: Stream<L.Mask, A>
  let y: Y
  let z: Z
  @inline(__always) init(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer) {
    mask = Stream(record, slots)
    y = Y(record, slots)
    z = Z(record, slots)
  }
  @inline(__always) func vector(_ i: Int) -> L.V { L.select(mask.vector(i), y.vector(i), z.vector(i)) }
}

/// The comparison of x and y chooses between z and w.
struct Decision<O: Operator2, X: Expression, Y: Expression, Z: Expression, W: Expression>: Expression
where X.L == O.L, Y.L == O.L, Z.L == O.L, W.L == O.L, O.Result == O.L.Mask {
  let x: X
  let y: Y
  let z: Z
  let w: W
  @inline(__always) init(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer) {
    x = X(record, slots)
    y = Y(record, slots)
    z = Z(record, slots)
    w = W(record, slots)
  }
  @inline(__always) func vector(_ i: Int) -> O.L.V {
    O.L.select(O.f(x.vector(i), y.vector(i)), z.vector(i), w.vector(i))
  }
  typealias L = O.L
}

/// A map kernel: stores the expression's value for every element of the tile, in whole vectors.
@inline(__always) func map<X: Expression>(
  _: X.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
) {
  let expression = X(record, slots)
  let result = resultAddress(record, slots)
  var i = 0
  while i < count {
    X.L.store(result + i &* X.L.byteCount, expression.vector(i))
    i &+= X.L.width
  }
}

// The leaves of the tables: R for streams, K for constants, and the operand.
typealias RA<L: Lanes> = Stream<L, A>
typealias RB<L: Lanes> = Stream<L, B>
typealias RC<L: Lanes> = Stream<L, C>
typealias KA<L: Lanes> = Constant<L, A>
typealias KB<L: Lanes> = Constant<L, B>
typealias KC<L: Lanes> = Constant<L, C>
typealias RD<L: Lanes> = Stream<L, D>
typealias KD<L: Lanes> = Constant<L, D>
typealias KE<L: Lanes> = Constant<L, E>
