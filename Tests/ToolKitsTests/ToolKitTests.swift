import Foundation
import Testing

@testable import ToolKits

@Suite("What commands take beside klubba")
struct ToolKitTests {
    @Test("every line of the lists is read, and every package has a name", arguments: ToolKit.allCases)
    func lists(kit: ToolKit) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/ToolKits/Lists/\(kit.rawValue).txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { $0.first != "#" }
        #expect(kit.needs.count == lines.count && !lines.isEmpty)
        #expect(
            kit.needs.allSatisfy {
                !$0.name.isEmpty && !$0.package.isEmpty && !$0.swedish.isEmpty && !$0.english.isEmpty
            })
    }

    @Test("Python packages are one version each, with hashes alone")
    func lock() throws {
        let lock = String(decoding: try #require(ToolKit.packet.lock), as: UTF8.self)
        let lines = lock.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.hasPrefix("    #") }
        #expect(lines.contains { $0.hasPrefix("weasyprint==70.0 ") })
        #expect(
            lines.allSatisfy { line in
                line.wholeMatch(of: /[a-z0-9-]+==[0-9.]+ \\/) != nil
                    || line.wholeMatch(of: /[ ]{4}--hash=sha256:[0-9a-f]{64}( \\)?/) != nil
            })
        #expect(ToolKit.import.lock == nil)
    }

    @Test("what is missing is told by package, each once; klubba's own and Python's are no packages of Debian")
    func missing() {
        let needs = ToolKit.packet.needs
        let checks = needs.map { need in
            let isThere = need.kind == .program || need.kind == .module
            return ToolCheck(need, isThere ? .present(place: nil, version: nil) : .missing)
        }
        #expect(
            checks.missingPackages == [
                "libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-urw-base35", "fonts-dejavu-core",
                "libreoffice-calc-nogui", "libreoffice-impress-nogui",
            ])
        #expect(checks.lacksOwnProgram && checks.lacksPython && checks.isReadyForPython)
        let poppler = ToolKit.documents.needs.map { ToolCheck($0, .missing) }
        #expect(poppler.missingPackages == ["poppler-utils", "qpdf"])
        #expect(!needs.map { ToolCheck($0, .missing) }.isReadyForPython)
    }

    @Test("an installation is an environment of its own with hashes required; one that breaks off leaves no program")
    func installation() throws {
        let folder = NSTemporaryDirectory() + "/klubba-verktyg-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        // A Python whose environments have a pip that notes its words, installs a program, and fails when told to.
        let python = """
            #!/bin/sh
            mkdir -p "$4/bin"
            cat > "$4/bin/pip" <<'END'
            #!/bin/sh
            echo "$@" >> "$(dirname "$0")/words"
            touch "$(dirname "$0")/weasyprint"
            [ ! -e "\(folder)/fel" ] || { echo "ERROR: no match" >&2; exit 1; }
            END
            chmod +x "$4/bin/pip"
            """
        try Data(python.utf8).write(to: URL(fileURLWithPath: folder + "/python3"))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/python3")
        let lock = try #require(ToolKit.packet.lock)
        let installer = PythonInstaller(folder: folder + "/a/packet", python: folder + "/python3", lock: lock)
        try installer.install()
        let words = try String(contentsOfFile: folder + "/a/packet/bin/words", encoding: .utf8)
        #expect(words.contains("--require-hashes --only-binary :all: -r "))
        #expect(FileManager.default.fileExists(atPath: folder + "/a/packet/bin/weasyprint"))
        try Data().write(to: URL(fileURLWithPath: folder + "/fel"))
        #expect(throws: (any Error).self) { try installer.install() }
        #expect(!FileManager.default.fileExists(atPath: folder + "/a/packet/bin/weasyprint"))
    }
}
