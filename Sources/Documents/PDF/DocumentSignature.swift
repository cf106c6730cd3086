/// An electronic signature in a PDF (ISO 32000-2, 12.8), as `pdfsig` tells of it. Whether its certificate is to be trusted
/// is not asked: that takes the network, and lists of whom to trust.
public struct DocumentSignature: Hashable, Sendable {
    /// Of the certificate, without words that a personnummer stands in; empty where nothing is left.
    public let name: String
    /// Seconds since 1970, universal time, as the signature claims; nil where it does not.
    public let time: Int?
    /// What it covers is as it was when it was made.
    public let isIntact: Bool
    /// It covers the file to its end, or what comes after is evidence of signatures alone (PAdES LT and LTA).
    public internal(set) var coversAll: Bool
    /// How many of the file's first bytes it covers, its own place aside; nil where that is not known.
    let end: Int?

    public init(name: String, time: Int?, isIntact: Bool, coversAll: Bool, end: Int? = nil) {
        (self.name, self.time, self.isIntact, self.coversAll) = (name, time, isIntact, coversAll)
        self.end = end
    }
}

extension DocumentSignature {
    /// All that `pdfsig`, run with universal time and no language, tells of. A time stamp of the whole document (PAdES LTA)
    /// is nobody's signature: `pdfsig` does not know it, and gives it no time of its own.
    static func all(in said: String) -> [DocumentSignature] {
        var found: [[String: String]] = []
        for line in said.split(separator: "\n") {
            if line.hasPrefix("Signature #") { found.append([:]) }
            guard !found.isEmpty, let start = line.firstRange(of: "- ") else { continue }
            let text = line[start.upperBound...]
            let key = text.prefix { $0 != ":" }
            let value = text.dropFirst(key.count + 1).drop { $0 == " " }
            found[found.count - 1][String(key)] = String(value)
        }
        return found.filter { fields in
            fields["Signature Type"] != "unknown" || fields["Signing Time"].flatMap(seconds) ?? 0 != 0
        }.map { fields in
            DocumentSignature(
                name: named(fields["Signer Certificate Common Name"] ?? ""),
                time: fields["Signing Time"].flatMap(seconds),
                isIntact: fields["Signature Validation"]?.hasPrefix("Signature is Valid") ?? false,
                coversAll: fields["Total document signed"] != nil,
                end: fields["Signed Ranges"].flatMap(end))
        }
    }

    /// A name may hold anything; four digits in a row are none of it.
    private static func named(_ name: String) -> String {
        let words = name.split { $0 == " " || $0 == "\u{A0}" || $0 == "," }.filter { word in
            word.count(where: \.isNumber) < 4
        }
        let text = words.joined(separator: " ")
        let hasNumber = !PersonalDataMark.identityNumbers(in: Array(text.utf8), form: .plain).isEmpty
        return hasNumber || text.contains("(null)") ? "" : String(text.prefix(200))
    }

    /// Of `[0 - 24544], [33548 - 34046]`; a signature that leaves out the file's beginning, or more than itself, covers nothing.
    private static func end(_ ranges: String) -> Int? {
        let numbers = ranges.split { !$0.isNumber }.compactMap { Int($0) }
        guard numbers.count == 4, numbers[0] == 0, numbers[1] < numbers[2], numbers[2] < numbers[3] else { return nil }
        return numbers[3]
    }

    /// `Nov 27 2026 19:44:13`
    private static func seconds(_ text: String) -> Int? {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let words = text.split(separator: " ")
        guard words.count == 4, let month = months.firstIndex(of: String(words[0])), let day = Int(words[1]),
            let year = Int(words[2]), (1970...9999).contains(year), (1...31).contains(day)
        else { return nil }
        let clock = words[3].split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3 else { return nil }
        // Days since 1970, by Hinnant's rule.
        let shifted = month < 2 ? year - 1 : year
        let era = shifted / 400
        let ofEra = shifted - era * 400
        let ofYear = (153 * (month < 2 ? month + 10 : month - 2) + 2) / 5 + day - 1
        let days = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
        return days * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
    }
}

// MARK: - Between processes

extension DocumentSignature {
    var words: [String] {
        [
            "underskrift", name.filter { $0 != "\t" && $0 != "\n" }, time.map(String.init) ?? "",
            isIntact ? "hel" : "bruten",
            coversAll ? "allt" : "del",
        ]
    }

    init?(words: [String]) {
        guard words.count == 5, words[2].isEmpty || Int(words[2]) != nil else { return nil }
        self.init(name: words[1], time: Int(words[2]), isIntact: words[3] == "hel", coversAll: words[4] == "allt")
    }
}
