import Meetings

/// What a line is when it is part of a page and not of the text, as far as the line alone tells.
enum PageFurniture {
    static func reason(_ line: String) -> NoiseLine.Reason? {
        guard line.utf8.count <= 160 else { return nil }
        if isVersion(line) { return .templateVersion }
        if isSignatureMark(line) { return .signatureMark }
        if isRule(line) { return .rule }
        return PageNumber.isOne(line) ? .pageNumber : nil
    }

    /// `v:19-07-10`, `Version 2019-07-10`, `Mall 3.1`: the form's, not the meeting's (RULES.md).
    static func isVersion(_ line: String) -> Bool {
        var reader = WordReader(line)
        guard reader.skip(anyOf: ["v", "ver", "version", "mallversion", "blankettversion", "mall", "blankett"]) else {
            return false
        }
        reader.skipSigns(".:")
        var digits = 0
        while !reader.isAtEnd {
            guard let number = reader.number() else { return false }
            digits += number.digits
            guard reader.isAtEnd || reader.skipSigns("-.:/") else { return false }
        }
        return digits >= 2
    }

    /// "Justerandes sign", "Utdragsbestyrkande"
    static func isSignatureMark(_ line: String) -> Bool {
        let words = line.foldedWords
        return [
            "justerandes sign", "justerarens sign", "justerares sign", "ordforandens sign", "ordforandes sign",
            "justerandes signatur", "justerandes signaturer", "utdragsbestyrkande", "signatur justerare",
        ].contains { words.hasPrefix($0) } && words.utf8.count <= 90
    }

    /// A line of underscores, dashes or dots.
    static func isRule(_ line: String) -> Bool {
        var marks = 0
        for byte in line.utf8 where byte != 0x20 && byte != 0x09 {
            guard "_-=.*".utf8.contains(byte) else { return false }
            marks += 1
        }
        return marks >= 5
    }
}
