// swift-tools-version: 6.2
import PackageDescription

/// Applied to every Swift target of this package.
///
/// Release builds leave out the checks for overlapping access, which debug builds and so all tests keep.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

/// Applied to the libraries: release builds look across modules, since a word or a node passes several of them.
///
/// What is `package` is otherwise never inlined into another module, whatever it is marked as; the compiler asks for
/// library evolution to do so, which nothing here uses.
let library =
  strict + [
    .unsafeFlags(
      [
        "-enable-library-evolution", "-Xfrontend", "-allow-non-resilient-access", "-Xfrontend",
        "-package-cmo", "-no-emit-module-separately-wmo",
      ],
      .when(configuration: .release)
    )
  ]

let package = Package(
  name: "planlint",
  products: [
    .executable(name: "planlint", targets: ["planlint"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"])]
    ),

    // Bytes, lines, libyaml's events as one flat tree, scalar maps, words.
    .target(name: "PlanText", dependencies: ["CLibYAML"], swiftSettings: library),
    .testTarget(name: "PlanTextTests", dependencies: ["PlanText"], swiftSettings: strict),

    // RFC 9535 JSONPath over the tree.
    .target(name: "PlanQuery", dependencies: ["PlanText"], swiftSettings: library),
    .testTarget(
      name: "PlanQueryTests",
      dependencies: ["PlanQuery", "PlanText"],
      swiftSettings: strict
    ),

    // JSON Schema 2020-12 over the tree; shorthand and spelling of the plan format.
    .target(name: "PlanSchema", dependencies: ["PlanText"], swiftSettings: library),
    .testTarget(
      name: "PlanSchemaTests",
      dependencies: ["PlanSchema", "PlanText"],
      swiftSettings: strict
    ),

    // Rule modules, phrase patterns, the engine.
    .target(
      name: "PlanRules",
      dependencies: ["PlanText", "PlanQuery", "PlanSchema"],
      swiftSettings: library
    ),
    .testTarget(
      name: "PlanRulesTests",
      dependencies: ["PlanRules", "PlanSchema", "PlanQuery", "PlanText"],
      swiftSettings: strict
    ),

    // The rule modules themselves, compiled into the program by a tool that runs during the build.
    .executableTarget(
      name: "EmbedRules",
      dependencies: ["PlanRules", "PlanText"],
      swiftSettings: strict
    ),
    .plugin(
      name: "EmbedRulesPlugin",
      capability: .buildTool(),
      dependencies: ["EmbedRules"],
      path: "Sources/EmbedRulesPlugin"
    ),
    .target(
      name: "BuiltInRules",
      dependencies: ["PlanRules", "PlanText"],
      path: "Rules",
      sources: ["BuiltInRules.swift"],
      swiftSettings: strict,
      plugins: ["EmbedRulesPlugin"]
    ),

    // Diagnostics in every format.
    .target(name: "PlanReport", dependencies: ["PlanText"], swiftSettings: library),
    .testTarget(
      name: "PlanReportTests",
      dependencies: ["PlanReport", "PlanText"],
      swiftSettings: strict
    ),

    // Commands, file walking, exit status; nothing else.
    .executableTarget(
      name: "planlint",
      dependencies: [
        "BuiltInRules", "PlanText", "PlanQuery", "PlanRules", "PlanReport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict,
      // One static file starts 4 ms earlier than one that is put together at its start, and runs on machines without
      // Swift. The two libraries are what the argument parser's FoundationEssentials stands on.
      linkerSettings: [
        .unsafeFlags(
          [
            "-static-executable", "-use-ld=lld",
            "-l_FoundationCShims", "-l_FoundationCollections",
          ],
          .when(configuration: .release)
        )
      ]
    ),
    // The built program, run as people run it.
    .testTarget(
      name: "CommandTests",
      dependencies: ["planlint", "PlanText"],
      exclude: ["Fixtures"],
      swiftSettings: strict
    ),
  ],
  swiftLanguageModes: [.v6]
)
