import Meetings

/// The code of a body by its name: the profile's, or else the one that people would give it.
struct BodyCodes: Sendable {
    let bodies: [Body]
}

extension BodyCodes {
    /// The code and whether klubba.yml has it.
    func code(of name: String, diaryNumber: String? = nil) -> (code: String, isKnown: Bool) {
        let folded = name.folded
        if let body = bodies.first(where: { $0.name.folded == folded || $0.code.text.folded == folded }) {
            return (body.code.text, true)
        }
        let near = bodies.filter { BodyCodes.stem($0.name.folded) == BodyCodes.stem(folded) }
        if near.count == 1 { return (near[0].code.text, true) }
        // "Förbundsstyrelsens arbetsutskott" is the arbetsutskott, or else the styrelse's own.
        let words = folded.split(separator: " ").map(String.init)
        let owners = words.dropLast().joined(separator: " ")
        if owners.hasSuffix("s"), DecidingBody.isName(owners), let last = words.last {
            let same = bodies.filter { BodyCodes.stem($0.name.folded) == BodyCodes.stem(last) }
            if same.count == 1, words.count == 2 { return (same[0].code.text, true) }
            let owner = String(owners.dropLast())
            let code = self.code(of: owner, diaryNumber: diaryNumber).code + self.code(of: last).code
            return (code, isKnown(code: code))
        }
        if DecidingBody.isGeneral(name) {
            let same = bodies.filter { $0.name.folded.hasSuffix(folded) }
            if same.count == 1 { return (same[0].code.text, true) }
        }
        let code =
            BodyCodes.usual(folded) ?? BodyCodes.letters(of: diaryNumber, name: folded) ?? BodyCodes.initials(folded)
        if let body = bodies.first(where: { $0.code.text.folded == code.folded }) { return (body.code.text, true) }
        return (code, false)
    }

    func isKnown(code: String) -> Bool { bodies.contains { $0.code.text.folded == code.folded } }

    private static func stem(_ name: String) -> String {
        name.hasSuffix("en") || name.hasSuffix("et") ? String(name.dropLast(2)) : name
    }

    private static func usual(_ name: String) -> String? {
        let table = [
            "kommunstyrelse": "KS", "kommunfullmaktige": "KF", "arbetsutskott": "AU", "forbundsstyrelse": "FS",
            "arbetsmarknadsnamnd": "AMN", "socialnamnd": "SN", "utbildningsnamnd": "UN", "kulturnamnd": "KN",
            "omsorgsnamnd": "ON", "aldrenamnd": "ÄN", "valnamnd": "VN", "regionstyrelse": "RS",
            "regionfullmaktige": "RF", "byggnadsnamnd": "BN", "fritidsnamnd": "FN", "namndens arbetsutskott": "AU",
        ]
        return table[name] ?? table[stem(name)]
    }

    /// AMN of `AMN-2023-00096` for the arbetsmarknadsnämnd.
    private static func letters(of diaryNumber: String?, name: String) -> String? {
        guard let diaryNumber else { return nil }
        let letters = diaryNumber.prefix { $0.isLetter }
        guard (2...4).contains(letters.count), letters.first?.lowercased().folded == name.first.map(String.init) else {
            return nil
        }
        return letters.uppercased()
    }

    private static func initials(_ name: String) -> String {
        let words = name.split { $0 == " " || $0 == "-" }.filter { $0 != "och" && $0 != "for" }
        var initials = words.compactMap(\.first).map(String.init).joined().uppercased()
        for (ending, letter) in [("namnd", "N"), ("styrels", "S"), ("utskott", "U"), ("rad", "R"), ("direktion", "D")] {
            if let last = words.last, last.contains(ending), !last.hasPrefix(ending) { initials += letter }
        }
        return initials.isEmpty ? "ORGAN" : initials
    }
}

extension MeetingMention {
    /// The meetings that a line names: "AU 200820", "AU 200820, FS 200918", "Förbundsstyrelsen 2020-09-18".
    static func all(in line: String, codes: BodyCodes, clock: CalendarDate) -> [MeetingMention] {
        guard line.utf8.count <= 120, line.utf8.contains(where: \.isDigit) else { return [] }
        let bytes = Array(line.utf8)
        var found: [MeetingMention] = []
        var start = 0
        var code: String?
        for mention in DateMention.all(in: line, clock: clock) {
            let before = String(decoding: bytes[start..<mention.range.lowerBound], as: UTF8.self)
            start = mention.range.upperBound
            let words = before.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
                .filter { !["den", "och", "sammanträde", "möte", "till", "kl", "datum"].contains($0.lowercased()) }
            if words.isEmpty, code != nil {
                // "AU 200514, 200820"
            } else if words.count == 1, let known = MeetingMention.code(words[0], codes) {
                code = known
            } else if (1...3).contains(words.count), let name = DecidingBody.named(by: words.joined(separator: " ")) {
                code = codes.code(of: name).code
            } else {
                return []
            }
            if let code { found.append(MeetingMention(code: code, date: mention.date)) }
        }
        let rest = String(decoding: bytes[start...], as: UTF8.self)
        return rest.contains(where: \.isLetter) ? [] : found
    }

    /// A body's code: one that klubba.yml has, or two to four capitals.
    private static func code(_ word: String, _ codes: BodyCodes) -> String? {
        if let body = codes.bodies.first(where: { $0.code.text.folded == word.folded }) { return body.code.text }
        let isOther = ["DNR", "SFS", "ISO", "NR", "KL", "TEL", "REV", "VER", "SID"].contains(word)
        return (2...5).contains(word.count) && word.allSatisfy(\.isUppercase) && !isOther ? word : nil
    }
}
