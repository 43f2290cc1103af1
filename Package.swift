// swift-tools-version: 6.2
import PackageDescription

/// What every target is compiled with.
///
/// - Swift 6 language mode (from the tools version): data races are compile errors.
/// - `ExistentialAny`: a dynamic dispatch is visible as `any`.
/// - `MemberImportVisibility`: a member comes only from a module this file imports, so a layer cannot leak.
/// - `InternalImportsByDefault`: what a module is built on stays out of its public interface.
/// - warnings as errors: a warning nobody fixes hides the next one.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let log = Target.Dependency.product(name: "Logging", package: "swift-log")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")

let package = Package(
    name: "liban",
    products: [.executable(name: "liban", targets: ["liban"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // The core. Imports nothing: no Foundation, no clock, no ids.
        .target(name: "Workflow", swiftSettings: strict),
        // The one door for people and batches; declares the ports it needs.
        .target(name: "UseCases", dependencies: ["Workflow", "Locking"], swiftSettings: strict),
        // A lock for moments, shared by whoever keeps something in memory.
        .target(name: "Locking", swiftSettings: strict),
        // libpq in Swift; knows nothing of projects.
        .systemLibrary(name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(name: "Postgres", dependencies: ["CLibpq", "Locking", log], swiftSettings: strict),
        // The ports on PostgreSQL. The package root is its path so that `sql/` ships in its bundle.
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .target(
            name: "Store", dependencies: ["UseCases", "Workflow", "Postgres", "CSodium"], path: ".",
            exclude: ["deploy", "README.md", "Tests"], sources: ["Sources/Store"], resources: [.copy("sql")],
            swiftSettings: strict),
        // The wall chart: progress → layout → shapes → SVG, PDF, PNG; ledgers as XLSX.
        .systemLibrary(
            name: "CDrawing", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev", "libturbojpeg0-dev"])]),
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(
            name: "WallChart", dependencies: ["Workflow", "CDrawing", "CQRCode", "CXlsxWriter"], swiftSettings: strict),
        // HTTP: API and pages.
        .target(
            name: "Web",
            dependencies: [
                "UseCases", "Workflow", "Locking", hummingbird, log,
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.copy("Resources")], swiftSettings: strict),
        // Configuration and wiring, shared by the server and the batches.
        .target(
            name: "Boot",
            dependencies: [
                "Store", "UseCases", "Workflow", "Postgres", log, .product(name: "Yams", package: "Yams"),
            ],
            resources: [.copy("Resources")], swiftSettings: strict),
        .executableTarget(
            name: "liban",
            dependencies: [
                "Boot", "Web", "WallChart", "UseCases", "Workflow", "Store", "Postgres", "Locking", log, hummingbird,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        // A throwaway PostgreSQL and one database per test.
        .target(
            name: "TestSupport", dependencies: ["Boot", "Store", "UseCases", "Workflow", "Postgres", log],
            path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "WorkflowTests", dependencies: ["Workflow"], exclude: ["Oracle"], swiftSettings: strict),
        .testTarget(name: "SimulationTests", dependencies: ["UseCases", "Workflow"], swiftSettings: strict),
        .testTarget(name: "PostgresTests", dependencies: ["Postgres"], swiftSettings: strict),
        .testTarget(
            name: "StoreTests", dependencies: ["Store", "TestSupport", "Workflow", "UseCases", "Postgres"],
            swiftSettings: strict),
        .testTarget(
            name: "UseCasesTests",
            dependencies: ["UseCases", "TestSupport", "Workflow", "Store", "Boot", "Postgres", "WallChart"],
            swiftSettings: strict),
        .testTarget(
            name: "WallChartTests", dependencies: ["WallChart", "Workflow", "CDrawing"], swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "TestSupport", "UseCases", "Workflow", "Boot", "Store",
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            swiftSettings: strict),
        .testTarget(name: "LiveTests", dependencies: ["liban", "TestSupport", "Postgres"], swiftSettings: strict),
        .testTarget(name: "TidyTests", dependencies: ["Workflow"], swiftSettings: strict),
    ]
)
