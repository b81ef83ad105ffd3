// bench [--json] [REGEX]: times the workloads whose name matches, all without a pattern.
let arguments = CommandLine.arguments.dropFirst()
let json = arguments.contains("--json")
let pattern = try arguments.first { $0 != "--json" }.map { try Regex($0) }

for workload in workloads() {
  if let pattern, !workload.name.contains(pattern) { continue }
  let measurement = Measurement(workload)
  print(json ? measurement.json(workload.name) : measurement.line(workload.name))
}
