// bench [--json] [--flush] [REGEX]: times the workloads whose name matches, all without a pattern; with --sweep or
// --variations, those; with --flush, subnormal numbers taken for zeros, as XLA does.
// bench --scaling: how they go with elements and threads; bench --memory: what the tutorial's f takes.
import Lanewise

let arguments = CommandLine.arguments.dropFirst()
if arguments.contains("--scaling") {
  Scaling.printTable()
} else if arguments.contains("--memory") {
  Scaling.printMemory()
} else {
  let json = arguments.contains("--json")
  let pattern = try arguments.first { !$0.hasPrefix("--") }.map { try Regex($0) }
  let chosen =
    arguments.contains("--sweep")
    ? Sweep.workloads() : arguments.contains("--variations") ? Variations.all() : workloads()
  for workload in chosen {
    if let pattern, !workload.name.contains(pattern) { continue }
    let measurement =
      arguments.contains("--flush") ? flushingSubnormals { Measurement(workload) } : Measurement(workload)
    print(json ? measurement.json(workload.name) : measurement.line(workload.name))
  }
}
