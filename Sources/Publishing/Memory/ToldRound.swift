import Diagnostics

/// What a build or a check said: what the site held, and what was found.
package struct ToldRound: Equatable {
    package let matters: Int
    package let meetings: Int
    /// Sorted.
    package let messages: [DiagnosticMessage]
    /// What was said beside those, a line each.
    package let lines: [String]
}

extension ToldRound {

    package init(_ site: LoadedSite, _ found: [Diagnostic], lines: [String] = []) {

        self.init(
            matters: site.register.matters.count, meetings: site.register.meetings.count,
            messages: found.sorted().map { $0.message(in: site.language) }, lines: lines)
    }
}

// MARK: - On disk

extension ToldRound {
    /// The numbers, the lines, and each message's place, kind and words; a text is its length in bytes, and eight of those a
    /// word.
    var words: [UInt64] {
        var words = [UInt64(matters), UInt64(meetings), UInt64(lines.count)]
        func add(_ text: String) {
            words.append(UInt64(text.utf8.count))
            var word: UInt64 = 0
            for (index, byte) in text.utf8.enumerated() {
                word |= UInt64(byte) << UInt64(index % 8 * 8)
                if index % 8 == 7 || index == text.utf8.count - 1 {
                    words.append(word)
                    word = 0
                }
            }
        }
        for line in lines { add(line) }
        for message in messages {
            words += [UInt64(message.place.line), UInt64(message.place.column)]
            for text in [message.place.file, message.severity.rawValue, message.code, message.text] { add(text) }
        }
        return words
    }

    init?(words: ArraySlice<UInt64>) {
        var rest = words
        func number() -> Int? { rest.popFirst().flatMap { Int(exactly: $0) } }
        func text() -> String? {
            guard let count = number(), count <= rest.count * 8 else { return nil }
            let bytes = rest.prefix((count + 7) / 8).flatMap { word in
                (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) }
            }
            rest = rest.dropFirst((count + 7) / 8)
            return String(validating: bytes.prefix(count), as: UTF8.self)
        }
        guard let matters = number(), let meetings = number(), let count = number(), count <= rest.count else {
            return nil
        }
        var lines: [String] = []
        for _ in 0..<count {
            guard let line = text() else { return nil }
            lines.append(line)
        }
        var messages: [DiagnosticMessage] = []
        while !rest.isEmpty {
            guard let line = number(), let column = number(), let file = text(),
                let severity = text().flatMap({ Diagnostic.Severity(rawValue: $0) }), let code = text(),
                let told = text()
            else { return nil }
            messages.append(
                DiagnosticMessage(Place(file, line: line, column: column), severity, code: code, text: told))
        }
        self.init(matters: matters, meetings: meetings, messages: messages, lines: lines)
    }
}
