import Lanewise
import LanewiseCore

// jax.nn.initializers: functions whose results are functions.
extension FaceTable {
  private mutating func initializer(
    _ name: String, _ parameters: String, _ make: @escaping @Sendable (Arguments) -> Initializer
  ) {
    value(name, parameters) { arguments in
      let initializer = make(arguments)
      return .function { values, named in
        guard let key = values.first?.number, let shape = values.dropFirst().first?.items?.compactMap(\.int) else {
          return arguments.interpreter.fault("an initializer without a key and a shape")
        }
        var dtype: DType?
        if case .dtype(let given) = named["dtype"] ?? values.dropFirst(2).first { dtype = given }
        return .array(initializer(key, shape, dtype: dtype))
      }
    }
  }

  mutating func addInitializers() {
    module = "jax.nn.initializers"
    typealias I = NN.Initializers
    initializer("constant", "value dtype") { I.constant($0.x("value"), dtype: $0.dtype()) }
    initializer("uniform", "scale dtype") { I.uniform(scale: $0.double("scale", 1e-2), dtype: $0.dtype()) }
    initializer("normal", "stddev dtype") { I.normal(stddev: $0.double("stddev", 1e-2), dtype: $0.dtype()) }
    initializer("truncated_normal", "stddev dtype") {
      I.truncatedNormal(stddev: $0.double("stddev", 1e-2), dtype: $0.dtype())
    }
    initializer("orthogonal", "scale column_axis dtype") {
      I.orthogonal(scale: $0.double("scale", 1), columnAxis: $0.int("column_axis", -1), dtype: $0.dtype())
    }
    initializer("delta_orthogonal", "scale column_axis dtype") {
      I.deltaOrthogonal(scale: $0.double("scale", 1), columnAxis: $0.int("column_axis", -1), dtype: $0.dtype())
    }
    initializer("variance_scaling", "scale mode distribution in_axis out_axis dtype") { a in
      let modes: [String: I.Mode] = ["fan_in": .fanIn, "fan_out": .fanOut, "fan_avg": .fanAvg]
      let distributions: [String: I.Distribution] = [
        "truncated_normal": .truncatedNormal, "normal": .normal, "uniform": .uniform,
      ]
      guard let mode = a.string("mode").flatMap({ modes[$0] }),
        let distribution = a.string("distribution").flatMap({ distributions[$0] })
      else {
        a.interpreter.fault("a variance_scaling of an unknown kind")
        return I.zeros
      }
      return I.varianceScaling(
        a.double("scale"), mode, distribution, inAxis: a.int("in_axis", -2), outAxis: a.int("out_axis", -1),
        dtype: a.dtype())
    }
    typealias Scaled = @Sendable (Int, Int, DType?) -> Initializer
    let scaled: [(String, Scaled)] = [
      ("glorot_uniform", { I.glorotUniform(inAxis: $0, outAxis: $1, dtype: $2) }),
      ("glorot_normal", { I.glorotNormal(inAxis: $0, outAxis: $1, dtype: $2) }),
      ("xavier_uniform", { I.xavierUniform(inAxis: $0, outAxis: $1, dtype: $2) }),
      ("xavier_normal", { I.xavierNormal(inAxis: $0, outAxis: $1, dtype: $2) }),
      ("lecun_uniform", { I.lecunUniform(inAxis: $0, outAxis: $1, dtype: $2) }),
      ("lecun_normal", { I.lecunNormal(inAxis: $0, outAxis: $1, dtype: $2) }),
      ("he_uniform", { I.heUniform(inAxis: $0, outAxis: $1, dtype: $2) }),
      ("he_normal", { I.heNormal(inAxis: $0, outAxis: $1, dtype: $2) }),
      ("kaiming_uniform", { I.kaimingUniform(inAxis: $0, outAxis: $1, dtype: $2) }),
      ("kaiming_normal", { I.kaimingNormal(inAxis: $0, outAxis: $1, dtype: $2) }),
    ]
    for (name, make) in scaled {
      initializer(name, "in_axis out_axis batch_axis dtype") {
        make($0.int("in_axis", -2), $0.int("out_axis", -1), $0.dtype())
      }
    }
  }
}
