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
        if let number = matter.diaryNumber { numbers.updateValue(stub, forKey: number.key) }
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
        let words = line.split(separator: " ").map { $0.trimming(" ()[],.;:") }
        for start in words.indices {
            for end in start..<min(start + 3, words.count) {
                if let stub = numbers[DiaryNumber.key(of: words[start...end].joined())] { return stub }
            }
        }
        let folded = Spelling.fold(line)
        for (title, stub) in titles where folded == title || title.count >= 12 && folded.contains(title) { return stub }
        return line
    }
}

extension Substring {
    fileprivate func trimming(_ signs: String) -> Substring {
        var part = self
        while let first = part.first, signs.contains(first) { part.removeFirst() }
        while let last = part.last, signs.contains(last) { part.removeLast() }
        return part
    }
}
