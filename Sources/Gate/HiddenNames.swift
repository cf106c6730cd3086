import Meetings

/// The dnr and titles of matters that an audience may not see, and what becomes of an agenda's line that has one.
struct HiddenNames {
    /// By the dnr's key: the dnr that stands for a secret matter, or nil for one that is hidden with its dnr.
    private var numbers: [String: String?] = [:]
    /// Folded titles, with the same.
    private var titles: [(title: [UInt8], stub: String?)] = []
    /// Keys of the dnr that this audience sees.
    private var seen: Set<String> = []
}

extension HiddenNames {
    mutating func insert(_ matter: Matter, stub isStub: Bool) {
        let stub = isStub ? matter.diaryNumber?.text : nil
        for number in [matter.diaryNumber].compactMap(\.self) + matter.formerNumbers {
            numbers.updateValue(stub, forKey: number.key)
        }
        titles.append((Spelling.fold(matter.title), stub))
    }

    /// A line that is one of these matters' dnr is theirs, whatever else it may look like.
    mutating func except(_ matters: [Matter]) {
        guard !titles.isEmpty else { return }
        seen = Set(matters.lazy.filter { $0.visibility != .secret }.compactMap { $0.diaryNumber?.key })
    }

    /// Nil for a line that names a hidden matter, and the dnr alone for one that names a secret one.
    func admit(_ line: String) -> String? {
        guard !titles.isEmpty, !seen.contains(DiaryNumber.key(of: line)) else { return line }
        let key = Array(DiaryNumber.key(of: line).utf8)
        for (number, stub) in numbers where key.has(Array(number.utf8)) { return stub }
        let folded = Spelling.fold(line)
        for (title, stub) in titles where folded == title || title.count >= 12 && folded.contains(title) { return stub }
        return line
    }
}

extension [UInt8] {
    /// True when another text is in this one, and no digit before or after makes it part of a longer number.
    fileprivate func has(_ part: [UInt8]) -> Bool {
        guard !part.isEmpty, part.count <= count else { return false }
        return (0...(count - part.count)).contains { start in
            let end = start + part.count
            guard self[start..<end].elementsEqual(part) else { return false }
            let follows = end < count && self[end].isDigit
            let precedes = start > 0 && self[start - 1].isDigit && part[0].isDigit
            return !follows && !precedes
        }
    }
}
