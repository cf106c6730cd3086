import Meetings

/// The dnr and titles of matters that an audience may not see, and what becomes of an agenda's line or a § that has one.
/// When it is unsure whether a line is about one, it is not shown, and that is told.
struct HiddenNames {
    /// By the dnr's key and by the folded title: the dnr that stands for a secret matter, or nil for one that is hidden
    /// with its dnr.
    private var numbers = Names()
    private var titles = Names()
    /// Keys of the dnr that this audience sees.
    private var seen: Set<String> = []

    fileprivate struct Names {
        var place: [[UInt8]: Int] = [:]
        var words: [[UInt8]] = []
        var stubs: [String?] = []
        var finder = WordFinder([])
    }

    /// What an audience gets of a line.
    struct Reading: Equatable {
        /// Nil for a line that names a hidden matter, and the dnr alone for one that names a secret one.
        let text: String?
        /// The line is not the matter's own dnr or title, but has it in it.
        let mayBeHidden: Bool
        /// It names a hidden or a secret matter.
        var namesHidden = false
    }
}

extension HiddenNames {
    mutating func insert(_ matter: Matter, stub isStub: Bool) {
        let stub = isStub ? matter.diaryNumber?.text : nil
        for number in [matter.diaryNumber].compactMap(\.self) + matter.formerNumbers {
            numbers.insert(Array(number.key.utf8), stub)
        }
        titles.insert(Spelling.words(matter.title), stub)
    }

    /// All are inserted. A line that is one of these matters' dnr is theirs, whatever else it may look like.
    mutating func except(_ matters: [Matter]) {
        guard !isEmpty else { return }
        numbers.finder = WordFinder(numbers.words)
        titles.finder = WordFinder(titles.words)
        seen = Set(matters.lazy.filter { $0.visibility != .secret }.compactMap { $0.diaryNumber?.key })
    }

    /// A title of nothing but signs has no words.
    private var isEmpty: Bool { titles.words.isEmpty && numbers.words.isEmpty }

    /// Nil for a text that names a hidden matter, and the dnr alone for one that names a secret one.
    func admit(_ line: String) -> String? { reading(of: line).text }

    func reading(of line: String) -> Reading {
        guard !isEmpty else { return Reading(text: line, mayBeHidden: false) }
        if let own = seenNumber(of: line) { return Reading(text: own.isWhole ? line : own.text, mayBeHidden: false) }
        let key = LineKey(line)
        let folded = Spelling.words(line)
        var found: [Found] = []
        numbers.finder.find(in: key.bytes) { word, place in
            guard key.isNumber(at: place) else { return }
            found.append(
                Found(
                    stub: numbers.stubs[word], place: place, isOwn: place.lowerBound == 0 && key.isEnd(place.upperBound)
                ))
        }
        titles.finder.find(in: folded) { word, place in
            guard folded.isWords(at: place) else { return }
            found.append(Found(stub: titles.stubs[word], place: place, isOwn: place.count == folded.count))
        }
        guard !found.isEmpty else { return Reading(text: line, mayBeHidden: false) }
        // One that is hidden with its dnr hides the whole line; of several secret ones the first has it.
        let isHidden = found.contains { $0.stub == nil }
        let first = found.min { ($0.place.lowerBound, -$0.place.count) < ($1.place.lowerBound, -$1.place.count) }
        let isOwn = found.contains { $0.isOwn && ($0.stub == nil) == isHidden }
        return Reading(text: isHidden ? nil : first?.stub, mayBeHidden: !isOwn, namesHidden: true)
    }

    private struct Found {
        let stub: String?
        let place: Range<Int>
        let isOwn: Bool
    }

    /// The dnr of a matter that the audience sees, where a line is it or begins with it: the line is that matter's. One
    /// that lists several dnr is nobody's alone.
    private func seenNumber(of line: String) -> (text: String, isWhole: Bool)? {
        guard let (key, after) = DiaryNumberList.leading(of: line[...], { seen.contains($0) }) else { return nil }
        let listed = DiaryNumberList.keys(in: line) { seen.contains($0) || numbers.place[Array($0.utf8)] != nil }
        guard listed == [key] else { return nil }
        let dnr = line[..<after.startIndex]
        return after.isEmpty ? (line, true) : (String(dnr), false)
    }
}

extension HiddenNames.Names {
    fileprivate mutating func insert(_ word: [UInt8], _ stub: String?) {
        guard !word.isEmpty else { return }
        guard let there = place[word] else {
            place[word] = words.count
            words.append(word)
            stubs.append(stub)
            return
        }
        // Of two with one name the more hidden decides.
        if stub == nil { stubs[there] = nil }
    }
}

/// A line as dnr are compared, with the places where its words begin.
private struct LineKey {
    var bytes: [UInt8] = []
    private var isStart: [Bool] = []

    init(_ line: String) {
        for word in line.split(whereSeparator: \.isWhitespace) {
            let key = DiaryNumber.key(of: String(word)).utf8
            isStart += key.indices.map { $0 == key.startIndex }
            bytes += key
        }
    }

    /// No digit before or after makes it part of a longer number.
    func isNumber(at place: Range<Int>) -> Bool {
        let follows = place.upperBound < bytes.count && bytes[place.upperBound].isDigit && !isStart[place.upperBound]
        let precedes =
            place.lowerBound > 0 && bytes[place.lowerBound - 1].isDigit && bytes[place.lowerBound].isDigit
            && !isStart[place.lowerBound]
        return !follows && !precedes
    }

    /// The line or a word of it ends here.
    func isEnd(_ place: Int) -> Bool { place == bytes.count || isStart[place] }
}

extension [UInt8] {
    /// No letter or digit before or after makes it part of a longer word.
    func isWords(at place: Range<Int>) -> Bool {
        let isPart = { (byte: UInt8) in byte.isDigit || byte.isASCIILetter }
        if place.lowerBound > 0, isPart(self[place.lowerBound - 1]), isPart(self[place.lowerBound]) { return false }
        return place.upperBound == count || !isPart(self[place.upperBound]) || !isPart(self[place.upperBound - 1])
    }
}
