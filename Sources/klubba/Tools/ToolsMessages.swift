import Diagnostics
import System
import ToolKits

/// What `klubba tools` says.
enum ToolsMessages {
    static let more = "Mer om en del, och installera: klubba tools packet (eller import, documents, archive)."

    static func table(_ kit: ToolKit, _ checks: [ToolCheck]) -> String {
        let names = checks.map { check -> String in
            let name = check.need.name.split(separator: "/").last.map(String.init) ?? check.need.name
            guard case .present(_, let version?) = check.state else { return name }
            return "\(name) \(version)"
        }
        let width = names.map(\.count).max() ?? 0
        let lines = zip(checks, names).map { check, name in
            let state = check.isMissing ? "saknas" : "finns "
            return "  \(state)  \(name)\(String(repeating: " ", count: width - name.count))  \(check.need.swedish)"
        }
        return ([title(kit)] + lines + [""]).joined(separator: "\n")
    }

    private static func title(_ kit: ToolKit) -> String {
        switch kit {
        case .packet: "packet: PDF-filer av handlingar och protokoll (klubba packet, build --packets, letters, archive)"
        case .import: "import: Word, PDF och skannat in, och Word ut (klubba import, export)"
        case .documents: "documents: läsa bilagor innan de publiceras (klubba check, build)"
        case .archive: "archive: pröva arkivpaket och tidsstämplar (klubba archive, verify)"
        }
    }

    /// Exact commands for what only root installs.
    static func advice(_ checks: [ToolCheck]) -> [String] {
        var lines: [String] = []
        let packages = checks.missingPackages
        if !packages.isEmpty {
            lines += [
                "Det här finns i Debian och Ubuntu, och installeras av den som är root:",
                "  sudo apt-get install \(packages.joined(separator: " "))", "",
            ]
        }
        if checks.lacksOwnProgram {
            lines += [
                "klubba-pdf är Klubbas eget andra program. Installera det med paketet (eller bygg det i Klubbas källkod med make build):",
                "  sudo apt-get install ./klubba-pdf_VERSION_amd64.deb", "",
            ]
        }
        return lines
    }

    static func python(_ installer: PythonInstaller) -> String {
        "WeasyPrint är ett Pythonprogram. Klubba hämtar det från pypi.org, varje fil kontrollerad mot sin kontrollsumma:\n"
            + installer.commands.map { "  \($0)\n" }.joined()
    }

    static let pythonLater = "Installera det ovan först och kör kommandot igen, så installeras resten i din hemmapp."

    static func missing(_ checks: [ToolCheck]) -> String {
        "Det här saknas: \(checks.map(\.need.package).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: ", "))."
    }

    static func failed(_ failure: InstallFailure, _ folder: String) -> String {
        switch failure {
        case .failed(let said):
            "Installationen i \(folder) gick inte: \(said.visible). Kontrollera nätet och kör kommandot igen."
        case .timedOut(let seconds): "Installationen blev inte klar på \(seconds) s. Kör kommandot igen."
        case .refused(let error): "\(error.path) gick inte att skriva eller starta (\(error.reason.swedish))."
        }
    }
}
