import PDFWork

/// What a PDF says of itself about PDF/A, and what speaks against it. A claim is not proof: nothing here validates.
struct ArchiveReading {
    private(set) var claim: PaperReport.ArchiveClaim?
    private(set) var flaws: [PaperReport.Flaw] = []
}

extension ArchiveReading {
    mutating func look(in document: Document) {
        if let metadata = document.root["/Metadata"], metadata.isStream, let bytes = document.bytes(of: metadata) {
            let text = String(decoding: bytes, as: UTF8.self)
            if let part = ArchiveReading.value(of: "pdfaid:part", in: text).flatMap({ Int($0) }) {
                let level = ArchiveReading.value(of: "pdfaid:conformance", in: text)?.uppercased() ?? ""
                claim = PaperReport.ArchiveClaim(part: part, level: level)
            }
        }
        // The whole has one output intent, sRGB. Colours that were meant for a press would be read by the wrong one.
        let intents = document.root["/OutputIntents"]
        for index in 0..<min(intents?.count ?? 0, 20) {
            let components = intents?[index]["/DestOutputProfile"]?["/N"]?.integer
            if let components, components != 3, components != 1 { flaws = [.colours] }
        }
    }

    /// As an attribute, `pdfaid:part="3"`, or as an element.
    private static func value(of name: String, in text: String) -> String? {
        guard let place = text.firstRange(of: name) else { return nil }
        let rest = text[place.upperBound...].drop { "= \t\n\r>\"'".contains($0) }
        let value = rest.prefix { $0.isLetter || $0.isNumber }
        return value.isEmpty || value.count > 4 ? nil : String(value)
    }
}
