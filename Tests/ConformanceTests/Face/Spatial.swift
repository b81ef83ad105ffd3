import Lanewise
import LanewiseCore

// jax.scipy.spatial.transform: a rotation is an object that knows its quaternions.
extension FaceTable {
  mutating func addSpatial() {
    module = "jax.scipy.spatial.transform.Rotation"
    value("from_quat", "quat") { .rotation(.fromQuat($0.x("quat"))) }
    value("from_matrix", "matrix") { .rotation(.fromMatrix($0.x("matrix"))) }
    value("from_mrp", "mrp") { .rotation(.fromMRP($0.x("mrp"))) }
    value("from_rotvec", "rotvec degrees") { .rotation(.fromRotvec($0.x("rotvec"), degrees: $0.bool("degrees"))) }
    value("from_euler", "seq angles degrees") {
      .rotation(.fromEuler($0.string("seq") ?? "", $0.x("angles"), degrees: $0.bool("degrees")))
    }
    value("identity", "num dtype") { .rotation(.identity(dtype: $0.dtype())) }
    value("concatenate", "rotations") { a in
      .rotation(.concatenate((a["rotations"]?.items ?? []).map { a.rotation($0) }))
    }
    // What follows a rotation's dot, with the rotation first.
    array("as_quat", "self canonical scalar_first") {
      $0.rotation.asQuat(canonical: $0.bool("canonical"), scalarFirst: $0.bool("scalar_first"))
    }
    array("as_matrix", "self") { $0.rotation.asMatrix() }
    array("as_mrp", "self") { $0.rotation.asMRP() }
    array("as_rotvec", "self degrees") { $0.rotation.asRotvec(degrees: $0.bool("degrees")) }
    array("as_euler", "self seq degrees") {
      $0.rotation.asEuler($0.string("seq") ?? "", degrees: $0.bool("degrees"))
    }
    array("apply", "self vectors inverse") { $0.rotation.apply($0.x("vectors"), inverse: $0.bool("inverse")) }
    array("magnitude", "self") { $0.rotation.magnitude() }
    value("inv", "self") { .rotation($0.rotation.inv()) }
    value("mean", "self weights") { .rotation($0.rotation.mean(weights: $0.optionalX("weights"))) }
    value("__mul__", "self other") { a in .rotation(a.rotation * a.rotation(a["other"] ?? .none)) }
    value("__getitem__", "self index") { a in
      switch a["index"] {
      case .int(let place): .rotation(a.rotation[place])
      case .slice(let start, let stop, let step): .rotation(a.rotation[.slice(start, stop, step ?? 1)])
      default: .rotation(a.rotation[a.x("index")])
      }
    }
    module = "jax.scipy.spatial.transform.Slerp"
    value("init", "times rotations") { a in
      let slerp = Slerp(a.x("times"), a.rotation(a["rotations"] ?? .none))
      return .function { given, _ in .rotation(slerp(given.first?.asArray ?? 0)) }
    }
  }
}

extension Value {
  fileprivate static func rotation(_ rotation: Rotation) -> Value {
    .object(Object(type: "jax.scipy.spatial.transform.Rotation", members: ["quat": .array(rotation.quat)]))
  }
}

extension Arguments {
  fileprivate var rotation: Rotation { rotation(self["self"] ?? .none) }

  fileprivate func rotation(_ value: Value) -> Rotation {
    if case .object(let object) = value, case .array(let quat)? = object.members["quat"] { return .fromQuat(quat) }
    interpreter.fault("\(function) of \(value)")
    return .identity()
  }
}
