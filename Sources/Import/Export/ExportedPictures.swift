import Documents

/// The pictures of an exported file under the names that its text has for them.
enum ExportedPictures {
    /// None where the file has others than the text: which is which would be a guess.
    static func found(in exported: ExportedText, _ bytes: [UInt8]) -> [(path: String, bytes: [UInt8])] {
        let names = names(in: exported.text)
        let pictures = names.isEmpty ? [] : OfficeParts.pictures(of: bytes)
        guard names.count == pictures.count else { return [] }
        let folder = exported.path.split(separator: "/").dropLast().joined(separator: "/")
        return zip(names, pictures).compactMap { name, picture in
            isInside(name) ? ("\(folder)/\(name)", picture) : nil
        }
    }

    /// What `![words](bild.png)` names, in order, of the files that lie beside the text.
    private static func names(in text: String) -> [String] {
        text.split(separator: "![").dropFirst().compactMap { part -> String? in
            guard let start = part.firstRange(of: "](") else { return nil }
            let rest = part[start.upperBound...].prefix { $0 != ")" && $0 != "\n" }
            let name = rest.split(separator: " ").first.map(String.init) ?? ""
            let bare = name.hasPrefix("<") && name.hasSuffix(">") ? String(name.dropFirst().dropLast()) : name
            return bare.isEmpty || bare.contains("://") ? nil : bare
        }
    }

    private static func isInside(_ name: String) -> Bool {
        let endings = ["png", "jpg", "jpeg", "gif", "webp", "svg"]
        return endings.contains(FileName.ending(name))
            && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
                !$0.isEmpty && !$0.hasPrefix(".")
            }
    }
}
