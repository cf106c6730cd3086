// swift-tools-version: 6.1
import Foundation
import PackageDescription

/// The rooms of the house, and which room may import which (docs/decisions.md, "The rooms").
let package = Package(
    name: "klubba",
    products: [
        .executable(name: "klubba", targets: ["klubba"]),
        // The pipeline, for other programs: what they give it and get from it are values of the other three.
        .library(name: "Publishing", targets: ["Publishing", "Meetings", "Diagnostics", "Output"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    ],
    targets: [
        .target(name: "System", dependencies: ["CSystem", .product(name: "Crypto", package: "swift-crypto")]),
        .systemLibrary(name: "CCommonMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .target(name: "CommonMark", dependencies: ["CCommonMark", "System"]),
        .target(name: "Meetings"),
        .target(name: "Diagnostics", dependencies: ["System"]),
        .target(name: "Documents", dependencies: ["System"]),
        .target(
            name: "Content", dependencies: ["CommonMark", "Meetings", "Diagnostics", "Documents", "System", "Yams"]),
        .target(name: "Register", dependencies: ["Meetings", "Diagnostics", "Documents", "Content"]),
        .target(name: "Gate", dependencies: ["Meetings", "Diagnostics", "Documents", "Content", "Register"]),
        .executableTarget(name: "embed-theme", path: "Plugins/embed-theme"),
        .plugin(name: "EmbedTheme", capability: .buildTool(), dependencies: ["embed-theme"]),
        .target(name: "Theme", exclude: ["Default"], plugins: ["EmbedTheme"]),
        .target(
            name: "Site",
            dependencies: [
                "Meetings", "Diagnostics", "Documents", "Register", "Theme", "Search", "Fingerprints", "System",
            ]),
        .target(name: "PDFWork"),
        .target(
            name: "Packet", dependencies: ["Meetings", "Diagnostics", "Register", "Theme", "Site", "PDFWork", "System"]),
        .plugin(name: "EmbedEnclosures", capability: .buildTool(), dependencies: ["embed-theme"]),
        .target(
            name: "Archive",
            dependencies: [
                "Meetings", "Diagnostics", "Register", "Gate", "Packet", "Ledger", "System",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            exclude: ["Enclosed"], plugins: ["EmbedEnclosures"]),
        .target(name: "Editing", dependencies: ["Content", "Meetings", "Diagnostics"]),
        .target(name: "Drafts", dependencies: ["Meetings", "Content", "Register", "Editing"]),
        .plugin(name: "EmbedPage", capability: .buildTool(), dependencies: ["embed-theme"]),
        .target(
            name: "Desk",
            dependencies: [
                "Meetings", "Diagnostics", "Content", "Register", "Editing", "Drafts", "History", "LocalServer",
                "System",
            ], exclude: ["Page"], plugins: ["EmbedPage"]),
        .target(name: "Fingerprints"),
        .target(name: "History", dependencies: ["System"]),
        .target(name: "CSystem"),
        .target(name: "Output", dependencies: ["Fingerprints", "System"]),
        .target(
            name: "Import",
            dependencies: ["CommonMark", "Meetings", "Diagnostics", "Content", "Documents", "Editing", "System"]),
        .target(
            name: "Ledger",
            dependencies: ["Meetings", "Diagnostics", "System", .product(name: "Crypto", package: "swift-crypto")]),
        .target(name: "Letters", dependencies: ["Meetings", "Diagnostics", "Register", "Theme", "Site", "System"]),
        .target(name: "Delivery", dependencies: ["Meetings", "Output", "Fingerprints", "System"]),
        .target(
            name: "Publishing",
            dependencies: [
                "Meetings", "Diagnostics", "Documents", "Content", "Register", "Gate", "Theme", "Site", "Packet",
                "Output", "Ledger", "Archive", "Fingerprints", "System",
            ]),
        .target(name: "LocalServer", dependencies: ["System"]),
        .target(name: "Preview", dependencies: ["LocalServer", "System"]),
        .plugin(name: "EmbedLists", capability: .buildTool(), dependencies: ["embed-theme"]),
        .target(name: "ToolKits", dependencies: ["System"], exclude: ["Lists"], plugins: ["EmbedLists"]),
        .target(name: "Search", dependencies: ["System"]),
        .executableTarget(
            name: "klubba",
            dependencies: [
                "Meetings", "Diagnostics", "Content", "Register", "Gate", "Theme", "Site", "Packet", "Output",
                "Preview", "Ledger", "System", "Import", "Fingerprints", "Documents", "Delivery", "Archive",
                "Editing", "Drafts", "History", "LocalServer", "Desk", "Publishing", "Letters",
                "ToolKits",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .testTarget(name: "CommonMarkTests", dependencies: ["CommonMark"]),
        .testTarget(name: "MeetingsTests", dependencies: ["Meetings"]),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(name: "DocumentsTests", dependencies: ["Documents"]),
        .testTarget(name: "ContentTests", dependencies: ["Content", "CommonMark", "Meetings", "Diagnostics"]),
        .testTarget(name: "RegisterTests", dependencies: ["Register", "Gate", "Content", "Meetings", "Diagnostics"]),
        .testTarget(name: "ThemeTests", dependencies: ["Theme"], resources: [.copy("Specification")]),
        .testTarget(name: "SiteTests", dependencies: ["Site"]),
        .testTarget(name: "OutputTests", dependencies: ["Output", "Fingerprints"]),
        .testTarget(name: "SearchTests", dependencies: ["Search"]),
        .testTarget(name: "SystemTests", dependencies: ["System"]),
        .testTarget(name: "DeliveryTests", dependencies: ["Delivery", "Meetings", "Output"]),
        .testTarget(name: "ToolKitsTests", dependencies: ["ToolKits"]),
        .testTarget(name: "LettersTests", dependencies: ["Letters", "Meetings"]),
        .testTarget(
            name: "ImportTests", dependencies: ["Import", "Content", "Meetings", "Diagnostics"],
            exclude: ["Fixtures"]),
        .testTarget(name: "EditingTests", dependencies: ["Editing", "Content", "Meetings", "Diagnostics"]),
        .testTarget(name: "HistoryTests", dependencies: ["History", "System"]),
        .testTarget(
            name: "LedgerTests", dependencies: ["Ledger", "Meetings", "Diagnostics"], exclude: ["Vectors"]),
        .testTarget(name: "ArchiveTests", dependencies: ["Archive", "Ledger", "Meetings", "Diagnostics"]),
        // Sees of the room what another program sees.
        .testTarget(
            name: "PublishingTests", dependencies: ["Publishing", "Meetings", "Diagnostics", "Output"],
            packageAccess: false),
        .testTarget(name: "PreviewTests", dependencies: ["Preview", "LocalServer"]),
        .testTarget(
            name: "KlubbaTests", dependencies: ["klubba", "Ledger", "Meetings", "Diagnostics", "System"],
            exclude: ["Fixtures"]),
    ],
    swiftLanguageModes: [.v6]
)

// The rooms for PDF files need libqpdf, which the rest of klubba does without (docs/decisions.md, "klubba-pdf").
// KLUBBA_LIBQPDF is its version, or empty where it is missing: the Makefile asks pkg-config, for SwiftPM remembers
// what a manifest answered as long as the environment is the same. Without the variable the usual places are asked.
let usualPlaces = ["/usr/include", "/usr/local/include", "/opt/homebrew/include"]
let hasLibqpdf =
    Context.environment["KLUBBA_LIBQPDF"].map { !$0.isEmpty }
    ?? usualPlaces.contains { FileManager.default.fileExists(atPath: $0 + "/qpdf/qpdf-c.h") }

if hasLibqpdf {
    package.products.append(.executable(name: "klubba-pdf", targets: ["klubba-pdf"]))
    package.targets += [
        .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
        .target(name: "PDF", dependencies: ["CQPDF", "PDFWork"]),
        .executableTarget(name: "klubba-pdf", dependencies: ["CQPDF", "PDF", "PDFWork"]),
        .testTarget(
            name: "PacketTests", dependencies: ["klubba", "klubba-pdf", "Packet", "PDF", "PDFWork", "Meetings"]),
    ]
}
