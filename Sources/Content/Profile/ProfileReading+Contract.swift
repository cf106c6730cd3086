import Diagnostics
import Meetings

/// Keys of klubba.yml (FORMAT §2) whose form is checked here, wherever their meaning lives.
extension ProfileReading {
    /// Folders under content/ whose files are published, beside `bilder` and `dokument`.
    mutating func fileFolders(_ fields: inout Fields) -> [String] {
        var folders = ["bilder", "dokument"]
        for written in fields.texts("filer") {
            let parts = written.value.split(separator: "/").filter { $0 != "." }
            let own = ["arenden", "moten", "sidor", "forsegling"]
            if parts.isEmpty || parts.contains("..") || written.value.hasPrefix("/") || own.contains(String(parts[0])) {
                fields.report(.notAFileFolder(name: written.value), written.line, written.column)
                continue
            }
            let folder = parts.joined(separator: "/")
            if !folders.contains(folder) { folders.append(folder) }
        }
        return folders
    }

    /// Files in the output that are somebody else's: `robots.txt`, `.well-known/`.
    mutating func othersFiles(_ fields: inout Fields) -> [String] {
        fields.texts("egna-filer").compactMap { written in
            let parts = written.value.split(separator: "/", omittingEmptySubsequences: false)
            guard !written.value.hasPrefix("/"), !parts.dropLast().contains(""), !parts.contains(".."),
                !parts.contains("."), written.value != "/", !written.value.isEmpty
            else {
                fields.report(.notAnOutputFile(name: written.value), written.line, written.column)
                return nil
            }
            return written.value
        }
    }

    func licence(_ fields: inout Fields) -> Licence? {
        guard let written = fields.locatedText("licens") else { return nil }
        if let licence = Licence(written: written.value) { return licence }
        let nearest = Licence.nearest(to: written.value)?.rawValue
        fields.report(.unknownLicence(text: written.value, nearest: nearest), written.line, written.column)
        return nil
    }

    func deskRules(_ fields: inout Fields) -> DeskRules {
        map("skrivbord", "\"kallelse-dagar: 14\"", &fields) { inner in
            var rules = DeskRules()
            rules.daysToSummons = days("kallelse-dagar", &inner) ?? rules.daysToSummons
            rules.daysOfHistory = days("historik-dagar", &inner) ?? rules.daysOfHistory
            return rules
        } ?? DeskRules()
    }
}

extension String {
    /// `https://handlingar.example.se`
    var isWebAddress: Bool {
        let rest = hasPrefix("https://") ? dropFirst(8) : hasPrefix("http://") ? dropFirst(7) : ""
        return !rest.isEmpty && rest.first != "/"
            && rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}?#".utf8.contains($0) }
    }
}
