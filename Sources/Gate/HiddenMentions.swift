import Content
import Diagnostics
import Meetings
import Register

/// Where a text that an audience sees mentions what it may not see: a dnr, a title, an initiative or a party of a matter
/// that is hidden from it. Perhaps nobody meant it to.
public struct HiddenMentions {
    /// Keys of hidden dnr, with the dnr as written.
    private var numbers: [String: String] = [:]
    private var names: [String] = []
    private let digits: NumberDigits
    private let nameFinder: WordFinder

    /// A shorter title, such as "Budget", is a word that stands in many texts.
    private static let shortestTitle = 12
    private static let shortestName = 4
}

extension HiddenMentions {
    init(_ register: Register, hiddenFrom seen: SeenRegister) {
        let hidden = register.sources.matters.map(\.matter).filter { !seen.audience.maySee($0.visibility) }
        for matter in hidden {
            // The stub of a secret matter shows its dnr.
            let own = Gate.leavesStub(matter) ? [] : [matter.diaryNumber].compactMap(\.self)
            for number in own + matter.formerNumbers { numbers[number.key] = number.text }
        }
        var known: Set<[UInt8]> = []
        for (_, matter) in seen.matters.indexed where matter.visibility != .secret {
            for name in [matter.title] + HiddenMentions.parties(of: matter) { known.insert(Spelling.fold(name)) }
        }
        for body in register.profile.bodies { known.insert(Spelling.fold(body.name)) }
        known.insert(Spelling.fold(register.profile.organisation))
        for matter in hidden {
            let own =
                [matter.title].filter { $0.count >= HiddenMentions.shortestTitle }
                + HiddenMentions.parties(of: matter).filter { $0.count >= HiddenMentions.shortestName }
            for name in own where known.insert(Spelling.fold(name)).inserted { names.append(name) }
        }
        digits = NumberDigits(numbers.keys)
        nameFinder = WordFinder(names.map { Spelling.fold($0) })
    }

    private static func parties(of matter: Matter) -> [String] {
        [matter.initiative?.name, matter.initiative?.owner].compactMap(\.self) + (matter.initiative?.partners ?? [])
            + (matter.application?.parties ?? [])
    }

    /// False for nearly every text, and soon: none of the names stands anywhere in it.
    func mayBe(in bytes: [UInt8]) -> Bool {
        if digits.mayBe(in: bytes) { return true }
        guard !names.isEmpty else { return false }
        let line = String(decoding: bytes.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
        let folded = Spelling.fold(line)
        var isThere = false
        nameFinder.find(in: folded) { _, place in isThere = isThere || folded.isWords(at: place) }
        return isThere
    }

    /// The hidden names that a passage has in it, as they are written in the hidden matter, each once.
    func found(in passage: String) -> [String] {
        var found: [String] = []
        func add(_ name: String) { if !found.contains(name) { found.append(name) } }
        if digits.mayBe(in: passage.utf8) {
            let words = passage.split { $0.isWhitespace || "()[],;\"”“'*_`".contains($0) }.map { word in
                DiaryNumber.key(of: String(word).trimmingEnd)
            }
            for (place, word) in words.enumerated() {
                if let number = numbers[word] { add(number) }
                // "KS 2020/14" is two words.
                if place > 0, let number = numbers[words[place - 1] + word] { add(number) }
            }
        }
        guard !names.isEmpty else { return found }
        let folded = Spelling.fold(passage)
        nameFinder.find(in: folded) { word, place in
            if folded.isWords(at: place) { add(names[word]) }
        }
        return found
    }
}

extension String {
    /// Without the full stop or colon that ends a sentence.
    fileprivate var trimmingEnd: String {
        var text = self[...]
        while let last = text.last, ".:?!".contains(last) { text.removeLast() }
        return String(text)
    }
}

extension Register {
    /// Warnings for texts that mention what their readers may not see.
    ///
    /// - Parameter read: the bytes of a file, relative to the site's root; nil for one that cannot be read.
    public func mentionsOfHidden(in seen: SeenRegister, read: (String) -> [UInt8]?) -> [Diagnostic] {
        let mentions = HiddenMentions(self, hiddenFrom: seen)
        var diagnostics: [Diagnostic] = []
        func look(in file: String, except hidden: [Range<Int>] = []) {
            guard let bytes = read(file), mentions.mayBe(in: bytes) else { return }
            var told: Set<String> = []
            for passage in SourcePassages(bytes) where !hidden.contains(where: { $0.contains(passage.line) }) {
                for name in mentions.found(in: passage.text) where told.insert(name).inserted {
                    diagnostics.append(Diagnostic(Place(file, line: passage.line), .hiddenMentioned(name: name)))
                }
            }
        }
        for (_, matter) in seen.matters.indexed where matter.visibility != .secret {
            look(in: matter.file)
            for attachment in matter.attachments {
                if case .text = attachment.content { look(in: attachment.file) }
            }
        }
        let records = Dictionary(sources.records.map { ($0.minutes.meeting, $0.minutes) }) { first, _ in first }
        for case (_, let linked?) in seen.minutes.indexed {
            guard let whole = records[linked.minutes.meeting] else { continue }
            let open = Set(linked.entries.indexed.compactMap { $0.1.entry?.number })
            let ends = whole.entries.dropFirst().map(\.line) + [Int.max]
            look(
                in: whole.file,
                except: zip(whole.entries, ends).filter { !open.contains($0.0.number) }.map { $0.0.line..<$0.1 })
        }
        for page in seen.pages + [seen.front].compactMap(\.self) { look(in: page.file) }
        return diagnostics
    }
}
