import Lanewise
import LanewiseMacros

var model = Model([
  .dense(Dense(kernel: [[1.0, -2.0], [3.0, 4.0]], bias: zeros([2]))), .affine(scale: 2.0, 1.0, times: 1), .relu,
])
let x = NDArray([1.0, 2.0])
print(treeStructure(model))
for (path, leaf) in treeLeavesWithPath(model) { print(path, leaf.shape) }

// The gradient of a model is a model.
func loss(_ model: Model, _ x: NDArray) -> NDArray { (model(x) ** 2).sum() + model.heads["a"]!.sum() }
let gradient: Model = grad(loss)(model, x)
if case .dense(let dense) = gradient.layers[0] { print(dense.bias!, dense.kernel) }
print(gradient.heads["a"]!, gradient.shift.by, gradient.layerCount)
let stepped = jit { (m: Model, x: NDArray) in treeMap({ $0 - 0.0001 * $1 }, m, grad(loss)(m, x)) }(model, x)
print(loss(stepped, x) .< loss(model, x))

// A case is static: another case is another program.
nonisolated(unsafe) var traces = 0
let run = jit { (model: Model, x: NDArray) in
  traces += 1
  return model(x)
}
print(run(model, x), run(stepped, x).shape, traces)
model.mode = .test
print(run(model, x), traces)

// Axes for parts of structs and enums.
let layers: [Layer] = [.affine(scale: [1.0, 2.0, 3.0], 1.0, times: 2), .switch]
let apply = { (layers: [Layer], x: NDArray) in layers.reduce(x) { $1($0) } }
print(vmap(apply, inAxes: ([["affine": ["scale": 0, "1": nil]], nil], nil))(layers, 1.0))

// Generic, recursive and nested types.
print(treeStructure(Tagged<Int, NDArray>(content: [1.0])), treeMap({ -$0 }, Outer.Inner(x: 1.0)).x)
let chain = Chain.link([1.0, 2.0], next: .link([3.0, 4.0], next: .end))
print(treeStructure(chain), treeLeaves(grad { (c: Chain) in c.sum }(chain)).map { $0.shape })
do {
  print(try catching { treeMap({ $0 + $1 }, chain, .link(1.0, next: .end)).sum })
} catch { print(error) }
