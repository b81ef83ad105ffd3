/// An expression of Python.
indirect enum Expression: Sendable {
  case none
  case bool(Bool)
  case int(Int)
  case float(Double)
  case imaginary(Double)
  case string(String)
  case ellipsis
  case name(String)
  case attribute(Expression, String)
  case call(Expression, [CallArgument])
  case subscripted(Expression, Expression)
  case slice(Expression?, Expression?, Expression?)
  case tuple([Expression])
  case list([Expression])
  case dictionary([(Expression, Expression)])
  case unary(String, Expression)
  case binary(String, Expression, Expression)
  /// `a < b <= c`.
  case comparison(Expression, [(String, Expression)])
  case and(Expression, Expression)
  case or(Expression, Expression)
  case not(Expression)
  case conditional(Expression, then: Expression, otherwise: Expression)
  case lambda([Parameter], Expression)
  case comprehension(Expression, [ComprehensionClause])
  /// `*values` among arguments or elements.
  case starred(Expression)
}

struct CallArgument: Sendable {
  /// nil for an argument by place.
  let name: String?
  let value: Expression
}

struct Parameter: Sendable {
  let name: String
  let defaultValue: Expression?
  /// Whether it takes all arguments that are left.
  var isVariadic = false
}

struct ComprehensionClause: Sendable {
  let target: Expression
  let values: Expression
  let conditions: [Expression]
}

/// A statement of Python.
indirect enum Statement: Sendable {
  case expression(Expression)
  case assignment([Expression], Expression)
  case result(Expression)
  case function(String, [Parameter], [Statement], decorators: [Expression])
  case loop(Expression, Expression, [Statement])
  case branch(Expression, [Statement], otherwise: [Statement])
  case pass
}
