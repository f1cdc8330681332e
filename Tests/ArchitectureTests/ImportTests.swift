import Testing

struct `The architecture` {
  let package = SourcePackage.shared

  @Test func `is told whole by the table in the manifest`() {
    #expect(package.modules.count >= 12, "the rows `.module(…)` of Package.swift were not found")
    #expect(Set(package.modules.keys) == package.folders)
  }

  @Test func `has no import that the table does not list`() {
    for file in package.files {
      let listed = Set(package.modules[file.module, default: []])
      for name in file.imports where package.known.contains(name) && !listed.contains(name) {
        Issue.record(
          "\(file.path) imports \(name): add it to the row \(file.module), or do without")
      }
    }
  }

  @Test func `has imports that point up the table only`() {
    for (row, module) in package.order.enumerated() {
      for name in package.modules[module, default: []] {
        guard let imported = package.order.firstIndex(of: name) else { continue }
        #expect(imported < row, "\(module) imports \(name), which stands below it")
      }
    }
  }

  @Test(arguments: [
    ("CSQLite", "SQLite"), ("CGraphviz", "Diagrams"), ("CLexicons", "Lexicons"),
    ("CModels", "Language"), ("CCurl", "Gathering"), ("CLibXML2", "Markup"),
    ("CCMark", "Markup"), ("CArchive", "Archives"), ("CUchardet", "Characters"),
  ])
  func `keeps each C library behind one module`(_ library: String, _ door: String) {
    for file in package.files where file.imports.contains(library) {
      #expect(file.module == door, "\(file.path) imports \(library); only \(door) may")
    }
  }

  @Test func `does without Foundation`() {
    for file in package.files where file.imports.contains("Foundation") {
      Issue.record("\(file.path) imports Foundation: FoundationEssentials starts faster")
    }
  }

  @Test func `has no type named like its module`() {
    for file in package.files where file.types.contains(file.module) {
      Issue.record("\(file.path) declares \(file.module): the module's name could not qualify it")
    }
  }

  @Test func `has files that are read at one sitting`() {
    for file in package.files + package.testFiles where file.lineCount > 250 {
      Issue.record("\(file.path) has \(file.lineCount) lines: cut it by subject, 250 at most")
    }
  }

  @Test func `has no row without files, and no file called Placeholder`() {
    for file in package.files + package.testFiles where file.path.hasSuffix("/Placeholder.swift") {
      Issue.record("\(file.path) holds a place: give the module its first real file")
    }
  }
}
