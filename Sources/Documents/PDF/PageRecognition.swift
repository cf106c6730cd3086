import System

/// What a picture of a page says, read by tesseract, and whether that is sure enough to go by (FORMAT §8): every word is
/// sure, and no ink is left over. A signature in handwriting, a stamp or a picture makes a page unsure.
struct PageRecognition {
    let text: [UInt8]
    let isSure: Bool

    private struct Word {
        let text: String
        let line: String
        let confidence: Double
        let left, top, width, height: Int
    }
}

extension PageRecognition {
    /// Dots along the longer side of the picture that is read: 300 an inch of an A4 page.
    static let longSide = 3508
    /// The least sure word, the words' mean, and the least sure word with a digit in it.
    private static let (least, mean, leastNumber) = (60.0, 88.0, 80.0)
    /// The part of the ink that may lie outside the words: rules of a table, specks.
    private static let mostInkOutside = 0.03

    /// - Parameters:
    ///   - table: tesseract's, a word a row (`tsv`).
    ///   - picture: what it read, in grey (PGM).
    init(_ table: String, picture: [UInt8]) {
        let words = table.split(separator: "\n").dropFirst().compactMap { row -> Word? in
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count == 12, cells[0] == "5", let confidence = Double(cells[10]), confidence >= 0,
                let left = Int(cells[6]), let top = Int(cells[7]), let width = Int(cells[8]),
                let height = Int(cells[9]), cells[11].contains(where: { !$0.isWhitespace })
            else { return nil }
            return Word(
                text: String(cells[11]), line: cells[2...4].joined(separator: " "), confidence: confidence,
                left: left, top: top, width: width, height: height)
        }
        var text = ""
        for (index, word) in words.enumerated() {
            if index > 0 { text += words[index - 1].line == word.line ? " " : "\n" }
            text += word.text
        }
        self.text = Array(text.utf8)
        let isEachSure = words.allSatisfy { word in
            word.confidence >= (word.text.contains(where: \.isNumber) ? Self.leastNumber : Self.least)
        }
        let sum = words.reduce(0) { $0 + $1.confidence }
        isSure =
            words.count > 4 && isEachSure && sum >= Self.mean * Double(words.count)
            && PageRecognition.inkOutside(words, picture).map { $0 <= Self.mostInkOutside } ?? false
    }

    /// The part of the dark dots that lie in no word; nil for a picture that is none.
    private static func inkOutside(_ words: [Word], _ picture: [UInt8]) -> Double? {
        guard let (width, height, start) = size(picture) else { return nil }
        var isInWord = [Bool](repeating: false, count: width * height)
        let margin = 6
        for word in words {
            let columns = max(0, word.left - margin)..<max(0, min(width, word.left + word.width + margin))
            for row in max(0, word.top - margin)..<max(0, min(height, word.top + word.height + margin))
            where !columns.isEmpty {
                for column in columns { isInWord[row * width + column] = true }
            }
        }
        var (ink, outside) = (0, 0)
        for place in 0..<(width * height) where picture[start + place] < 128 {
            ink += 1
            if !isInWord[place] { outside += 1 }
        }
        return ink == 0 ? nil : Double(outside) / Double(ink)
    }

    /// `P5 1654 2339 255`, and where the dots begin.
    private static func size(_ picture: [UInt8]) -> (width: Int, height: Int, start: Int)? {
        guard picture.starts(with: "P5".utf8) else { return nil }
        var (numbers, index): ([Int], Int) = ([], 2)
        while numbers.count < 3 {
            while index < picture.count, picture[index] <= 0x20 { index += 1 }
            let digits = picture[index...].prefix { $0 > 0x20 }
            guard digits.count < 8, let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
            numbers.append(number)
            index += digits.count
        }
        let (width, height) = (numbers[0], numbers[1])
        guard numbers[2] == 255, width > 0, height > 0, width < 20_000, height < 20_000,
            picture.count >= index + 1 + width * height
        else { return nil }
        return (width, height, index + 1)
    }
}

extension DocumentReader {
    private static let mostScannedPages = 40

    /// Pages that are pictures. The first that cannot be read for sure leaves the file unread.
    mutating func readScanned(_ pages: [Int], of file: String, part: String?) {
        guard let first = pages.first else { return }
        guard pages.count <= Self.mostScannedPages, let folder = try? TemporaryFolder() else {
            return leave(part.map { .part($0) } ?? .scanned(page: first))
        }
        for page in pages {
            guard let read = recognised(page, of: file, in: folder.path) else {
                return leave(part.map { .part($0) } ?? .scanned(page: page))
            }
            note(read.text, .plain, part.map { .part($0) } ?? .page(page))
            guard read.isSure else { return leave(part.map { .part($0) } ?? .scanned(page: page)) }
            if part == nil, page <= shown.count { shown[page - 1] = ShownText.joined(read.text) }
        }
    }

    private func recognised(_ page: Int, of file: String, in folder: String) -> PageRecognition? {
        guard let painter = tools.pdfPainter, let tesseract = tools.tesseract else { return nil }
        let picture = folder + "/sida"
        let painted = run(
            painter,
            [
                "-scale-to", "\(PageRecognition.longSide)", "-gray", "-singlefile", "-f", "\(page)", "-l", "\(page)",
                file, picture,
            ])
        guard painted?.status == 0, let dots = FileBytes.ifReadable(picture + ".pgm", limit: 64 << 20) else {
            return nil
        }
        let said = run(
            tesseract, [picture + ".pgm", "stdout", "-l", "swe", "--psm", "3", "tsv"],
            environment: ["OMP_THREAD_LIMIT": "1"])
        return said?.status == 0 ? PageRecognition(said?.text ?? "", picture: dots) : nil
    }
}
