// swift-tools-version: 6.2
import PackageDescription

// The architecture as a table: one row a module, what it may import beside it.
// An import only ever points to a row above. ArchitectureTests keeps it so.

// MARK: - C libraries and embedded files, without logic

let foundations: [Target] = [
  .systemLibrary(
    name: "CSQLite", pkgConfig: "sqlite3",
    providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
  .systemLibrary(
    name: "CGraphviz", pkgConfig: "libgvc",
    providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
  .target(name: "CCurl"),
  .systemLibrary(
    name: "CLibXML2", pkgConfig: "libxml-2.0",
    providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
  .systemLibrary(
    name: "CArchive", pkgConfig: "libarchive",
    providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
  .systemLibrary(
    name: "CUchardet", pkgConfig: "uchardet",
    providers: [.apt(["libuchardet-dev"]), .brew(["uchardet"])]),
  .systemLibrary(
    name: "CCMark", pkgConfig: "libcmark",
    providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
  .embedded("CLexicons", path: "Sources/CLexicons", files: ["Data"]),
  .embedded("CModels", path: "Sources/CModels", files: ["Data"]),
  .embedded("Schema", path: "Schema", files: ["Migrations"]),
]

// MARK: - Modules, lowest first

let modules: [Target] = [
  .module("Diagnostics", imports: []),
  .module("JSON", imports: []),
  .module("Lexicons", imports: ["CLexicons"]),
  .module("Diplomacy", imports: ["Lexicons"]),
  .module("Language", imports: ["Lexicons", "CModels"]),
  .module("Gathering", imports: ["CCurl", "Diagnostics", "Diplomacy"]),
  .module("Characters", imports: ["CUchardet"]),
  .module("Markup", imports: ["CLibXML2", "CCMark"]),
  .module("Archives", imports: ["CArchive"]),
  .module("Processes", imports: []),
  .module(
    "Articles",
    imports: [
      "Diagnostics", "JSON", "Lexicons", "Diplomacy", "Characters", "Markup", "Archives",
      "Processes",
    ]),
  .module("Extraction", imports: ["Lexicons", "Diplomacy", "Language"]),
  .module("SQLite", imports: ["CSQLite"]),
  .module(
    "Record", imports: ["Diagnostics", "JSON", "Lexicons", "Diplomacy", "SQLite", "Schema"]),
  .module("Cypher", imports: ["Diagnostics", "JSON", "SQLite"]),
  .module("Diagrams", imports: ["CGraphviz", "JSON", "Processes"]),
  .module("Arguments", imports: ["Diagnostics"]),
  .module(
    "Commands",
    imports: [
      "Diagnostics", "JSON", "Diplomacy", "Language", "Gathering", "Articles", "Extraction",
      "SQLite",
      "Record", "Cypher", "Diagrams", "Arguments",
    ]),
  .executableTarget(name: "memcon", dependencies: ["Commands"], swiftSettings: Target.strict),
  .executableTarget(name: "memcon-train", dependencies: ["Language"], swiftSettings: Target.strict),
]

// MARK: - Tools, run from the package and not installed

let tools: [Target] = [
  .tool(
    "measure", path: "Benchmarks/Measure",
    imports: [
      "Diagnostics", "JSON", "Lexicons", "Diplomacy", "Language", "Articles", "Extraction",
      "SQLite", "Record", "Diagrams", "Processes",
    ],
    exclude: ["Scripts", "Gold/alpha-3.tsv"]),
  .tool(
    "cypher-bench", path: "Benchmarks/Cypher",
    imports: ["Diagnostics", "SQLite", "Record", "Cypher", "Commands"], exclude: ["Scripts"]),
  .tool(
    "cypher-tck", path: "Benchmarks/TCK",
    imports: ["Diagnostics", "SQLite", "Cypher", "RandomQueries"],
    exclude: ["passing.txt"]),
]

// MARK: - Tests

let tests: [Target] = [
  .target(
    name: "TestSupport", dependencies: ["Diplomacy", "Record"], path: "Tests/TestSupport",
    swiftSettings: Target.strict),
  .target(
    name: "RandomQueries", dependencies: ["Cypher", "SQLite", "Diagnostics", "TestSupport"],
    path: "Tests/RandomQueries", swiftSettings: Target.strict),
  .tests("Architecture", of: []),
  .tests("Diagnostics", of: ["Diagnostics"]),
  .tests("JSON", of: ["JSON"]),
  .tests("Diplomacy", of: ["Lexicons", "Diplomacy"]),
  .tests("Language", of: ["Language"]),
  .tests("Gathering", of: ["Gathering", "Diagnostics"]),
  .tests("Articles", of: ["Articles", "Diplomacy", "Diagnostics"], data: ["Pages"]),
  .tests(
    "Extraction", of: ["Language", "Extraction", "Diplomacy", "Articles"], data: ["Fixtures"]),
  .tests("SQLite", of: ["SQLite"]),
  .tests(
    "Record",
    of: ["Record", "SQLite", "Diplomacy", "Diagnostics", "JSON", "Articles", "Extraction"],
    data: ["Fixtures"]),
  .tests("Cypher", of: ["Cypher", "SQLite", "Diagnostics", "RandomQueries"], data: ["Fixtures"]),
  .tests("Diagrams", of: ["Diagrams", "JSON"], data: ["Fixtures"]),
  .tests("Arguments", of: ["Arguments", "Diagnostics"]),
  .tests(
    "Commands",
    of: [
      "Commands", "Arguments", "Diagnostics", "Diagrams", "JSON", "Record", "SQLite", "Articles",
      "Gathering",
    ],
    data: ["Snapshots"]),
]

let package = Package(
  name: "memcon",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "memcon", targets: ["memcon"]),
    .library(name: "Cypher", targets: ["Cypher"]),
  ],
  targets: foundations + modules + tools + tests,
  swiftLanguageModes: [.v6]
)

// MARK: - Rows

extension Target {
  static var strict: [SwiftSetting] {
    [
      .treatAllWarnings(as: .error),
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ]
  }

  static func module(_ name: String, imports: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: imports, swiftSettings: strict)
  }

  /// A tool shares with the tests what makes texts and numbers for both.
  static func tool(
    _ name: String, path: String, imports: [Target.Dependency], exclude: [String] = []
  ) -> Target {
    .executableTarget(
      name: name, dependencies: imports + ["TestSupport"], path: path, exclude: exclude,
      swiftSettings: strict)
  }

  /// `data` names the folders of fixtures and snapshots, which tests read from the source tree.
  static func tests(
    _ name: String, of modules: [Target.Dependency], data: [String] = []
  ) -> Target {
    .testTarget(
      name: "\(name)Tests", dependencies: modules + ["TestSupport"], exclude: data,
      swiftSettings: strict)
  }

  /// A C target whose files are compiled in with `#embed`, so that one binary is all there is.
  static func embedded(_ name: String, path: String, files: [String]) -> Target {
    .target(name: name, path: path, exclude: files)
  }
}
