// swift-tools-version: 6.1
import PackageDescription

/// The rooms of the house, and which room may import which (docs/decisions.md, "The rooms").
let package = Package(
    name: "klubba",
    products: [
        .executable(name: "klubba", targets: ["klubba"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CCommonMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .target(name: "CommonMark", dependencies: ["CCommonMark"]),
        .target(name: "Meetings"),
        .target(name: "Diagnostics"),
        .target(name: "Content", dependencies: ["CommonMark", "Meetings", "Diagnostics", "Yams"]),
        .target(name: "Register", dependencies: ["Meetings", "Diagnostics", "Content"]),
        .executableTarget(name: "embed-theme", path: "Plugins/embed-theme"),
        .plugin(name: "EmbedTheme", capability: .buildTool(), dependencies: ["embed-theme"]),
        .target(name: "Theme", exclude: ["Default"], plugins: ["EmbedTheme"]),
        .target(name: "Site", dependencies: ["Meetings", "Diagnostics", "Register", "Theme"]),
        .target(name: "Output"),
        .executableTarget(
            name: "klubba",
            dependencies: [
                "Meetings", "Diagnostics", "Content", "Register", "Theme", "Site", "Output",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .testTarget(name: "CommonMarkTests", dependencies: ["CommonMark"]),
        .testTarget(name: "MeetingsTests", dependencies: ["Meetings"]),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(name: "ContentTests", dependencies: ["Content", "CommonMark", "Meetings", "Diagnostics"]),
        .testTarget(name: "RegisterTests", dependencies: ["Register", "Content", "Meetings", "Diagnostics"]),
        .testTarget(name: "ThemeTests", dependencies: ["Theme"], resources: [.copy("Specification")]),
        .testTarget(name: "SiteTests", dependencies: ["Site"]),
        .testTarget(name: "OutputTests", dependencies: ["Output"]),
        .testTarget(name: "KlubbaTests", dependencies: ["klubba", "Meetings", "Diagnostics"], exclude: ["Fixtures"]),
    ],
    swiftLanguageModes: [.v6]
)
