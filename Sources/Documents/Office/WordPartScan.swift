/// Reads a part of a Word file once, tag by tag, and writes it without hidden runs and, where it is to be moved in, with its
/// text boxes as paragraphs.
struct WordPartScan {
    let hiddenStyles: Set<String>
    private let movesBoxes: Bool
    private(set) var hidden: [String] = []
    private(set) var boxes: [String] = []
    private(set) var struck: [String] = []
    private(set) var additions = 0

    /// What is written: the part, and each text box that is being read.
    private var written: [[UInt8]] = [[]]
    private var waiting: [(text: String, bytes: [UInt8])] = []
    private var runs: [Run] = []
    /// Of each paragraph that is being read, whether its style hides it.
    private var paragraphs: [Bool] = []
    private var boxWords: [String] = []
    private var struckWords = ""
    private var (paragraphProperties, struckDepth, fallback, fallbackBoxes) = (0, 0, 0, 0)
    private var isText = false
    /// An old form's box whose field is being read, and whether it is ticked.
    private var tick: Bool?
    private var isTickEnding = false

    private struct Run {
        let start: Int
        /// How many boxes waited when it began.
        let waiting: Int
        var isHidden: Bool
        var words = ""
    }

    init(hiddenStyles: Set<String>, movesBoxes: Bool = true) {
        (self.hiddenStyles, self.movesBoxes) = (hiddenStyles, movesBoxes)
    }
}

extension WordPartScan {
    /// The part as one sees it; nil for one whose tags do not close.
    mutating func shown(_ bytes: [UInt8]) -> [UInt8]? {
        written[0].reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
                take(words: bytes[index..<end])
                index = end
                continue
            }
            let end = MarkupText.tagEnd(bytes, from: index)
            let whole = bytes[index..<min(end + 1, bytes.count)]
            take(tag: bytes[min(index + 1, end)..<end], whole)
            index = min(end + 1, bytes.count)
        }
        guard written.count == 1, runs.isEmpty, waiting.isEmpty else { return nil }
        return written.first
    }

    private mutating func take(words: ArraySlice<UInt8>) {
        emit(words)
        guard isText else { return }
        let text = String(decoding: words, as: UTF8.self)
        if struckDepth > 0 {
            struckWords += text
        } else if fallbackBoxes == 0 {
            if !runs.isEmpty { runs[runs.count - 1].words += text }
            if !boxWords.isEmpty { boxWords[boxWords.count - 1] += text }
        }
    }

    private mutating func emit(_ bytes: ArraySlice<UInt8>) {
        if fallbackBoxes == 0, !written.isEmpty { written[written.count - 1] += bytes }
    }

    private mutating func take(tag: ArraySlice<UInt8>, _ whole: ArraySlice<UInt8>) {
        let isClosing = tag.first == UInt8(ascii: "/")
        let isEmpty = tag.last == UInt8(ascii: "/")
        let name = MarkupText.localName(isClosing ? tag.dropFirst() : tag)
        let step = isEmpty ? 0 : isClosing ? -1 : 1
        switch name {
        case "txbxContent" where movesBoxes: return box(step)
        case "r" where !isClosing: beginRun(isEmpty)
        case "p" where step > 0 && fallbackBoxes == 0: paragraphs.append(false)
        case "pPr": paragraphProperties += step
        case "Fallback": fallback += step
        case "t", "delText": isText = step > 0
        case "ins", "moveTo": additions += step > 0 ? 1 : 0
        case "del", "moveFrom": strike(step)
        case "checkBox" where step > 0: tick = false
        case "default" where tick != nil, "checked" where tick != nil: tick = !WordPartScan.isOff(tag)
        case "textpath" where !isClosing && fallback == 0: art(tag)
        case "fldChar" where tick != nil: isTickEnding = String(decoding: tag, as: UTF8.self).contains("\"end\"")
        case "vanish" where paragraphProperties == 0 && !runs.isEmpty:
            runs[runs.count - 1].isHidden = !WordPartScan.isOff(tag)
        case "rStyle" where paragraphProperties == 0 && !runs.isEmpty && isHiding(tag):
            runs[runs.count - 1].isHidden = true
        case "pStyle" where !paragraphs.isEmpty && isHiding(tag): paragraphs[paragraphs.count - 1] = true
        default: break
        }
        emit(whole)
        if isClosing, name == "r" { endRun() }
        if isClosing, name == "r", isTickEnding { tickBox() }
        if isClosing, name == "p" { endParagraph() }
    }

    /// What Word calls an on/off value: "0", "false" and "off" switch it off.
    static func isOff(_ tag: ArraySlice<UInt8>) -> Bool {
        MarkupTags.value("val", in: tag).map { ["0", "false", "off"].contains($0) } ?? false
    }

    /// A box is drawn by its field: its sign stands where the field ends.
    private mutating func tickBox() {
        emit(Array("<w:r><w:t xml:space=\"preserve\">\(tick == true ? "☒" : "☐") </w:t></w:r>".utf8)[...])
        (tick, isTickEnding) = (nil, false)
    }

    /// WordArt: words that are drawn, as a box's.
    private mutating func art(_ tag: ArraySlice<UInt8>) {
        let text = String(decoding: tag, as: UTF8.self)
        guard movesBoxes, let start = text.firstRange(of: "string=\"") else { return }
        let words = text[start.upperBound...].prefix { $0 != "\"" }
        guard words.contains(where: { !$0.isWhitespace }) else { return }
        let paragraph = "<w:p><w:r><w:t xml:space=\"preserve\">\(words)</w:t></w:r></w:p>"
        waiting.append((String(words).withSigns, Array(paragraph.utf8)))
    }

    private func isHiding(_ tag: ArraySlice<UInt8>) -> Bool {
        guard !hiddenStyles.isEmpty else { return false }
        return MarkupTags.value("val", in: tag).map { hiddenStyles.contains($0) } ?? false
    }

    private mutating func beginRun(_ isEmpty: Bool) {
        guard !isEmpty, fallbackBoxes == 0 else { return }
        runs.append(
            Run(start: written.last?.count ?? 0, waiting: waiting.count, isHidden: paragraphs.last ?? false))
    }

    private mutating func endRun() {
        guard fallbackBoxes == 0, let run = runs.popLast(), run.isHidden, !written.isEmpty else { return }
        let last = written.count - 1
        if run.start <= written[last].count { written[last].removeSubrange(run.start...) }
        let hung = waiting.count > run.waiting ? waiting[run.waiting...].map(\.text) : []
        waiting.removeSubrange(min(run.waiting, waiting.count)...)
        let words = ([run.words] + hung).joined(separator: " ").withSigns
        if words.contains(where: { !$0.isWhitespace }) { hidden.append(words) }
    }

    private mutating func endParagraph() {
        if fallbackBoxes == 0 { _ = paragraphs.popLast() }
        if !boxWords.isEmpty { boxWords[boxWords.count - 1] += " " }
        guard paragraphs.isEmpty, written.count == 1 else { return }
        for box in waiting {
            written[0] += box.bytes
            boxes.append(box.text)
        }
        waiting = []
    }

    /// A box stands twice in a file, for older programs too: that one is passed over.
    private mutating func box(_ step: Int) {
        if fallback > 0 || fallbackBoxes > 0 {
            fallbackBoxes = max(0, fallbackBoxes + step)
        } else if step > 0 {
            written.append([])
            boxWords.append("")
        } else if step < 0, written.count > 1, let bytes = written.popLast() {
            let words = boxWords.popLast() ?? ""
            waiting.append((words.withSigns.split(separator: " ").joined(separator: " "), bytes))
        }
    }

    private mutating func strike(_ step: Int) {
        struckDepth = max(0, struckDepth + step)
        guard struckDepth == 0, struckWords.contains(where: { !$0.isWhitespace }) else { return }
        struck.append(struckWords.withSigns)
        struckWords = ""
    }
}
