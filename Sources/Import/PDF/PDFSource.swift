import Dispatch
import Synchronization
import System

/// Reads a PDF with the machine's own programs, each as a child with a time and a limit: poppler for its text, tesseract
/// for pages that are pictures.
struct PDFSource {
    let tools: ImportTools
    let location: String
    /// Only these pages; nil for all.
    var range: ClosedRange<Int>?
    /// Told how many of the pages without text have been read.
    var progress: @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
}

extension PDFSource {
    static let mostPages = 500

    struct Reading {
        var content: PDFContent
        /// What stood beside boxes that nobody ticked.
        var unticked: [String] = []
        var count: Int
    }

    func read() throws(ImportFailure) -> Reading {
        let count = try pageCount()
        if range == nil, count > PDFSource.mostPages { throw ImportFailure(.tooManyPages(count)) }
        if let range, range.upperBound > count {
            throw ImportFailure(.noSuchPage(max(range.lowerBound, count + 1), count: count))
        }
        guard let program = tools.pdfToHTML else {
            throw ImportFailure(.toolMissing("pdftohtml", package: "poppler-utils"))
        }
        var arguments = ["-xml", "-i", "-q", "-nodrm", "-stdout"]
        if let range { arguments += ["-f", "\(range.lowerBound)", "-l", "\(range.upperBound)"] }
        let ending = try run(program, arguments + [safe(location)], seconds: 60 + count)
        guard ending.status == 0 else { throw ImportFailure(.damagedPDF) }
        var content = PDFContent(xml: ending.text)
        guard !content.pages.isEmpty else { throw ImportFailure(.noPages) }
        try recognise(&content)
        guard content.pages.contains(where: { !$0.spans.isEmpty }) else { throw ImportFailure(.noPages) }
        let unticked = PDFForm.mark(&content, PDFForm.boxes(location, tools))
        return Reading(content: content, unticked: unticked, count: count)
    }

    private func pageCount() throws(ImportFailure) -> Int {
        guard let program = tools.pdfInfo else {
            throw ImportFailure(.toolMissing("pdfinfo", package: "poppler-utils"))
        }
        let ending = try run(program, [safe(location)], seconds: 60)
        if ending.errorText.contains("Incorrect password") { throw ImportFailure(.locked) }
        guard ending.status == 0,
            let line = ending.text.split(separator: "\n").first(where: { $0.hasPrefix("Pages:") }),
            let count = line.split(separator: " ").last.flatMap({ Int($0) })
        else { throw ImportFailure(.damagedPDF) }
        guard count > 0 else { throw ImportFailure(.noPages) }
        return count
    }

    private func run(_ program: String, _ arguments: [String], seconds: Int) throws(ImportFailure)
        -> ChildProcess.Ending
    {
        let ending = try? ChildProcess.paper(program, arguments, seconds: seconds)
        guard let ending, !ending.isTimedOut else { throw ImportFailure(.toolFailed(FileName.last(program))) }
        return ending
    }

    private func safe(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }
}

// MARK: - Pages without text

extension PDFSource {
    /// Pages that have a picture instead of text, or letters that are no words, are read by tesseract.
    private func recognise(_ content: inout PDFContent) throws(ImportFailure) {
        let blind = content.pages.indices.filter { !TextHealth.isText(content.pages[$0].spans.map(\.text)) }
        guard !blind.isEmpty else { return }
        guard let tesseract = tools.tesseract else {
            // A blank page among others needs no reading.
            if blind.allSatisfy({ content.pages[$0].spans.isEmpty }), blind.count * 2 < content.pages.count { return }
            throw ImportFailure(.toolMissing("tesseract", package: "tesseract-ocr tesseract-ocr-swe tesseract-ocr-osd"))
        }
        guard let painter = tools.pdfToPPM else {
            throw ImportFailure(.toolMissing("pdftoppm", package: "poppler-utils"))
        }
        guard let folder = try? TemporaryFolder() else { throw ImportFailure(.toolFailed("pdftoppm")) }
        let pages = blind.map { content.pages[$0] }
        let results = Mutex([Int: Result<PDFPage, ImportFailure>]())
        let all = pages.count
        // A process a core, each with one thread (IMPORT.md §1).
        DispatchQueue.concurrentPerform(iterations: all) { place in
            let result = Result { () throws(ImportFailure) in
                try recognised(pages[place], painter, tesseract, folder.path)
            }
            let done = results.withLock { results in
                results[place] = result
                return results.count
            }
            progress(done, all)
        }
        let read = results.withLock { $0 }
        for (place, index) in blind.enumerated() {
            switch read[place] {
            case .success(let page)?: content.pages[index] = page
            case .failure(let failure)?: throw failure
            case nil: throw ImportFailure(.toolFailed("tesseract"))
            }
        }
    }

    private func recognised(
        _ page: PDFPage, _ painter: String, _ tesseract: String, _ folder: String
    ) throws(ImportFailure) -> PDFPage {
        let number = "\(page.number)"
        let picture = "\(folder)/sida-\(number)"
        let painted = try run(
            painter, ["-r", "200", "-gray", "-f", number, "-l", number, "-singlefile", safe(location), picture],
            seconds: 60)
        guard painted.status == 0 else { throw ImportFailure(.damagedPDF) }
        let ending = try run(tesseract, [picture + ".pgm", "stdout", "-l", "swe", "--psm", "1", "tsv"], seconds: 60)
        // The picture of a page is some four megabytes, and a file may have hundreds.
        FileBytes.remove(picture + ".pgm")
        guard ending.status == 0 else { throw ImportFailure(.toolFailed("tesseract")) }
        return PDFPage(recognised: ending.text, replacing: page)
    }
}

extension PDFPage {
    /// Reads tesseract's table: a word a row, with its place and how sure it is.
    init(recognised table: String, replacing page: PDFPage) {
        struct Word {
            let line: String
            let left, top, right, bottom: Double
            let text: String
        }
        var words: [Word] = []
        var sure = 0.0
        var (width, height) = (page.width, page.height)
        for row in table.split(separator: "\n").dropFirst() {
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count == 12, let left = Double(cells[6]), let top = Double(cells[7]),
                let wide = Double(cells[8]),
                let high = Double(cells[9])
            else { continue }
            if cells[0] == "1" { (width, height) = (wide, high) }
            guard cells[0] == "5", let confidence = Double(cells[10]), confidence >= 0,
                !String(cells[11]).trimmed.isEmpty
            else { continue }
            sure += confidence
            words.append(
                Word(
                    line: cells[2...4].joined(separator: " "), left: left, top: top, right: left + wide,
                    bottom: top + high, text: String(cells[11])))
        }
        self.init(number: page.number, width: width, height: height)
        confidence = words.isEmpty ? nil : Int((sure / Double(words.count)).rounded())
        let lines = Dictionary(grouping: words, by: \.line).mapValues { line in
            (top: line.map(\.top).min() ?? 0, bottom: line.map(\.bottom).max() ?? 0)
        }
        let heights = lines.values.map { $0.bottom - $0.top }.sorted()
        let usual = heights.isEmpty ? 1 : heights[heights.count / 2]
        spans = words.map { word in
            let line = lines[word.line] ?? (word.top, word.bottom)
            let isLarge = line.bottom - line.top > usual * 1.35
            return Span(
                left: word.left, top: line.top, right: word.right, bottom: line.bottom, text: word.text,
                size: isLarge ? usual * 1.5 : usual)
        }
    }
}

/// Whether letters are words: a font without a table of its letters gives signs at random.
enum TextHealth {
    private static let common: Set<String> = [
        "och", "att", "i", "på", "för", "en", "ett", "som", "av", "till", "den", "det", "är", "med", "om", "har", "the",
        "of", "and", "dnr", "bilaga", "kr", "nr",
    ]

    static func isText(_ parts: [String]) -> Bool {
        let words = parts.joined(separator: " ").split { $0 == " " || $0 == "\n" || $0 == "\u{A0}" }
        let letters = parts.joined().filter(\.isLetter).count
        guard letters > 0 else { return false }
        if parts.joined().contains("\u{FFFD}"), parts.joined().count(where: { $0 == "\u{FFFD}" }) * 20 > letters {
            return false
        }
        guard words.count >= 8 else { return true }
        let known = words.contains { common.contains($0.lowercased()) }
        let odd = words.count(where: isOdd)
        return known ? odd * 2 < words.count : odd * 4 < words.count
    }

    /// A sign within a word, a capital after a small letter, or no vowel in many letters.
    private static func isOdd(_ word: Substring) -> Bool {
        guard word.count >= 3 else { return false }
        let inner = word.dropFirst().dropLast()
        if inner.contains(where: {
            "¶¥¤§\\[]^`{}|~\"#$&*+<=>?@_".contains($0)
                || $0.isASCII && !$0.isLetter && !$0.isNumber && !"-.,:;/()'%@_+&".contains($0)
        }) {
            return !word.contains("@") && !word.contains("://")
        }
        let letters = word.filter(\.isLetter)
        guard letters.count >= 5 else { return false }
        let vowels = letters.count { "aeiouyåäöéü".contains($0.lowercased()) }
        return vowels == 0 || vowels * 6 < letters.count
    }
}

extension ChildProcess {
    /// One of the programs that read a paper (IMPORT.md §1).
    static func paper(_ program: String, _ arguments: [String], seconds: Int) throws(SystemError) -> Ending {
        try run(
            program, arguments, environment: ["OMP_THREAD_LIMIT": "1"], seconds: seconds, confinement: .paper)
    }
}
