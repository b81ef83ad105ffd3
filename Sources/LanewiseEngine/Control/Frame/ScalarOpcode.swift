/// What an instruction of scalar code does. `acc` is one of two registers: a float32 or a float64, or an integer or
/// bool; `a` and `b` are elements in memory. The result goes to memory and to its register.
enum ScalarOpcode: UInt16 {
  // MARK: Flow
  /// Runs a record. Registers hold nothing after it.
  case call
  /// Runs one of two branches. Registers hold nothing after it.
  case choose

  // MARK: Memory
  case loadF32, loadF64, loadI32, loadI64, loadBool
  case storeF32, storeF64, storeI32, storeI64, storeBool
  /// The result is a; registers keep what they hold.
  case move1, move4, move8

  // MARK: float32: acc = acc op a; `of`: a op acc; `two`: a op b; pairs: (acc op a) op b, (a op b) op c
  case addF32, subF32, subOfF32, mulF32, divF32, divOfF32, maxF32, minF32
  case addTwoF32, subTwoF32, mulTwoF32, divTwoF32, maxTwoF32, minTwoF32
  case negF32, absF32, squareF32, sqrtF32
  case addAddF32, addSubF32, addSubOfF32, addMulF32
  case subAddF32, subSubF32, subSubOfF32, subMulF32
  case subOfAddF32, subOfSubF32, subOfSubOfF32, subOfMulF32
  case mulAddF32, mulSubF32, mulSubOfF32, mulMulF32
  case addTwoAddF32, addTwoSubF32, addTwoSubOfF32, addTwoMulF32
  case subTwoAddF32, subTwoSubF32, subTwoSubOfF32, subTwoMulF32
  case mulTwoAddF32, mulTwoSubF32, mulTwoSubOfF32, mulTwoMulF32
  /// acc + a · b, acc − a · b, a · b − acc, a · b · acc.
  case addProductF32, subProductF32, subOfProductF32, mulProductF32

  // MARK: float64: acc = acc op a; `of`: a op acc; `two`: a op b; pairs: (acc op a) op b, (a op b) op c
  case addF64, subF64, subOfF64, mulF64, divF64, divOfF64, maxF64, minF64
  case addTwoF64, subTwoF64, mulTwoF64, divTwoF64, maxTwoF64, minTwoF64
  case negF64, absF64, squareF64, sqrtF64
  case addAddF64, addSubF64, addSubOfF64, addMulF64
  case subAddF64, subSubF64, subSubOfF64, subMulF64
  case subOfAddF64, subOfSubF64, subOfSubOfF64, subOfMulF64
  case mulAddF64, mulSubF64, mulSubOfF64, mulMulF64
  case addTwoAddF64, addTwoSubF64, addTwoSubOfF64, addTwoMulF64
  case subTwoAddF64, subTwoSubF64, subTwoSubOfF64, subTwoMulF64
  case mulTwoAddF64, mulTwoSubF64, mulTwoSubOfF64, mulTwoMulF64
  /// acc + a · b, acc − a · b, a · b − acc, a · b · acc.
  case addProductF64, subProductF64, subOfProductF64, mulProductF64

  // MARK: Integers
  case addI32, subI32, subOfI32, mulI32, maxI32, minI32, divI32, remI32, floorDivI32, floorRemI32
  case addI64, subI64, subOfI64, mulI64, maxI64, minI64, divI64, remI64, floorDivI64, floorRemI64
  case shiftLeft32, shiftRight32, shiftRightArithmeticI32, shiftRightArithmeticI64
  case andI32, orI32, xorI32, andI64, orI64, xorI64, andBool, orBool, xorBool, notBool
  case negI32, negI64, signI32, signI64

  // MARK: Comparisons of acc with a: 0 or 1
  case eqF32, neF32, ltF32, leF32, gtF32, geF32
  case eqF64, neF64, ltF64, leF64, gtF64, geF64
  case eqI32, neI32, ltI32, leI32, gtI32, geI32
  case eqI64, neI64, ltI64, leI64, gtI64, geI64

  // MARK: Choices by the integer register: a or b; acc or a; a or acc
  case chooseF32, keepOrF32, orKeepF32, chooseF64, keepOrF64, orKeepF64
  case chooseI32, chooseI64, chooseBool

  // MARK: Elements of arrays at a place: the integer register says which, and b if there are two integers
  /// acc = the element of a.
  case elementF32, elementF64, elementI32, elementI64, elementBool
  /// The element of the result = acc, or a.
  case setF32, setF64, setBool, set4, set8
  /// The result is where the place of a is.
  case view

  // MARK: Conversions
  case convertI32F32, convertI32F64, convertF32F64, convertF64F32, convertI64I32
}
