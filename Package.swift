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
    products: [
        .executable(name: "liban", targets: ["liban"]), .executable(name: "liban-photos", targets: ["liban-photos"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
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
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .target(
            name: "Store",
            dependencies: ["UseCases", "Workflow", "Postgres", "Locking", "CSodium", "COpenSSL", log], path: ".",
            exclude: ["deploy", "README.md", "Tests"], sources: ["Sources/Store"], resources: [.copy("sql")],
            swiftSettings: strict),
        // Stored files: bytes on disk by their hash, sealed originals, photos re-encoded by a program of their own.
        .target(name: "Vault", dependencies: ["UseCases", "Workflow", "Locking", "CSodium"], swiftSettings: strict),
        // Decodes what strangers send, under tight limits and outside the server's process.
        .systemLibrary(name: "CVips", pkgConfig: "vips", providers: [.apt(["libvips-dev"])]),
        .executableTarget(name: "liban-photos", dependencies: ["CVips"], swiftSettings: strict),
        // The wall chart: progress → layout → shapes → SVG, PDF, PNG; ledgers as XLSX.
        .systemLibrary(
            name: "CDrawing", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev", "libturbojpeg0-dev"])]),
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(
            name: "WallChart", dependencies: ["Workflow", "CDrawing", "CQRCode", "CXlsxWriter"], swiftSettings: strict),
        // Sign-in through an outside provider. OpenSSL is there already: libpq speaks TLS with it.
        .target(
            name: "OpenID",
            dependencies: [
                "UseCases", "Workflow", "Locking", .product(name: "AsyncHTTPClient", package: "async-http-client"),
                "COpenSSL",
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: strict),
        // Messages to mailboxes and programs outside, by libcurl.
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(
            name: "Delivery", dependencies: ["UseCases", "Workflow", "CCurl", "CSodium"], swiftSettings: strict),
        // Tables people take away: CSV and workbooks of statements and reports.
        .target(name: "Sheets", dependencies: ["Workflow", "CXlsxWriter"], swiftSettings: strict),
        // HTTP: API and pages.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "Web",
            dependencies: [
                "UseCases", "Workflow", "Sheets", "Locking", "CZlib", hummingbird, log,
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "HummingbirdHTTP2", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            ],
            resources: [.copy("Resources")], swiftSettings: strict),
        // Configuration and wiring, shared by the server and the batches.
        .target(
            name: "Boot",
            dependencies: [
                "Store", "UseCases", "Vault", "Workflow", "Postgres", log, .product(name: "Yams", package: "Yams"),
            ],
            resources: [.copy("Resources")], swiftSettings: strict),
        .executableTarget(
            name: "liban",
            dependencies: [
                "Boot", "Web", "WallChart", "OpenID", "Delivery", "Sheets", "UseCases", "Vault", "Workflow", "Store",
                "Postgres",
                "Locking", log,
                hummingbird,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        // A throwaway PostgreSQL and one database per test.
        .target(
            name: "TestSupport", dependencies: ["Boot", "Store", "UseCases", "Workflow", "Postgres", log],
            path: "Tests/TestSupport", swiftSettings: strict),
        .target(name: "Seeds", path: "Tests/Seeds", swiftSettings: strict),
        .testTarget(
            name: "WorkflowTests", dependencies: ["Workflow", "Seeds"], exclude: ["Oracle"], swiftSettings: strict),
        .testTarget(name: "SimulationTests", dependencies: ["UseCases", "Workflow", "Seeds"], swiftSettings: strict),
        .testTarget(name: "PostgresTests", dependencies: ["Postgres"], swiftSettings: strict),
        .testTarget(
            name: "StoreTests", dependencies: ["Store", "TestSupport", "Workflow", "UseCases", "Postgres"],
            swiftSettings: strict),
        .testTarget(
            name: "UseCasesTests",
            dependencies: ["UseCases", "TestSupport", "Seeds", "Workflow", "Store", "Boot", "Postgres", "WallChart"],
            swiftSettings: strict),
        .testTarget(name: "SheetsTests", dependencies: ["Sheets", "Workflow"], swiftSettings: strict),
        .testTarget(
            name: "WallChartTests", dependencies: ["WallChart", "Workflow", "Seeds", "CDrawing"], swiftSettings: strict),
        .testTarget(
            name: "VaultTests",
            dependencies: ["Vault", "TestSupport", "Seeds", "UseCases", "Workflow", "liban-photos"],
            swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "TestSupport", "Seeds", "UseCases", "Vault", "Workflow", "Boot", "Store",
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "OpenIDTests", dependencies: ["OpenID", "UseCases", "Workflow", "COpenSSL"], swiftSettings: strict),
        .testTarget(
            name: "DeliveryTests",
            dependencies: ["Delivery", "UseCases", "TestSupport", "Store", "Workflow", "Postgres"],
            exclude: ["receiver.py"],
            swiftSettings: strict),
        .testTarget(name: "LiveTests", dependencies: ["liban", "TestSupport", "Postgres"], swiftSettings: strict),
        .testTarget(name: "TidyTests", dependencies: ["Workflow"], swiftSettings: strict),
    ]
)
