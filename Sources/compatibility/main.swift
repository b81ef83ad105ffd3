// Writes COMPATIBILITY.md: `swift run compatibility`, in the repository.
import Foundation

let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()
let page = Page(catalogue: try Catalogue(repository: repository))
try page.text.write(to: repository.appendingPathComponent("COMPATIBILITY.md"), atomically: true, encoding: .utf8)
