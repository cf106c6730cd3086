import System

extension DocumentReader {
    private static let secondsForProgram = 60
    private static let mostRevisions = 8

    mutating func readPDF(_ bytes: [UInt8], location: String?, part: String?, depth: Int) {
        var bytes = bytes
        var surface = PDFSurface(bytes, limit: Self.mostUnpacked - unpacked)
        guard let folder = try? TemporaryFolder() else { return leave(.tooHeavy) }
        var file = location
        if file == nil || surface.isEncrypted {
            file = folder.path + "/fil.pdf"
            guard (try? folder.write(bytes, to: "fil.pdf")) != nil else { return leave(.tooHeavy) }
        }
        if surface.isEncrypted {
            // One that opens without a password is only locked against changes.
            guard let unlocked = unlocked(file ?? "", folder) else { return }
            (bytes, file) = (unlocked, folder.path + "/oppen.pdf")
            surface = PDFSurface(bytes, limit: Self.mostUnpacked - unpacked)
        }
        if surface.isTooLarge { leave(.tooLarge) }
        note(surface.strings, .plain, .part(part ?? "PDF"))
        note(surface.content, .plain, .part(part ?? "PDF"), kinds: .identityNumbers)
        for markup in surface.markup {
            let own = MarkupText(markup, style: .values)
            note(own.text + own.attributes, .plain, .part(part ?? "XMP"))
        }
        for inner in surface.files {
            read(
                inner, location: nil, name: "bifogad", part: (part.map { $0 + "/" } ?? "") + "bifogad fil",
                depth: depth + 1)
        }
        if part == nil, bytes.firstPlace(of: Array("/ByteRange".utf8)) != nil { readSignatures(location ?? file ?? "") }
        readPages(file ?? "", surface, part: part)
        readRevisions(bytes, folder, part: part)
    }

    private mutating func readSignatures(_ file: String) {
        guard let program = tools.pdfSignatures else {
            report.hasUnreadSignatures = true
            return
        }
        let said = run(program, ["-nocert", file], environment: ["TZ": "UTC", "LC_ALL": "C"])
        report.signatures = said.map { DocumentSignature.all(in: $0.text) } ?? []
        report.hasUnreadSignatures = said == nil
    }

    /// The text of the pages. A page that is a picture, and signs that are no letters, leave it unread.
    private mutating func readPages(_ file: String, _ surface: PDFSurface, part: String?) {
        guard let program = tools.pdfText else { return leave(.toolMissing("poppler-utils")) }
        guard let said = run(program, ["-enc", "UTF-8", "-q", file, "-"]) else { return leave(.tooHeavy) }
        guard said.status == 0 else {
            // Without a stream all that it says has been seen.
            if surface.hasStreams { leave(.damaged) }
            return
        }
        let pages = Array(said.text.utf8).split(separator: 0x0C, omittingEmptySubsequences: false).dropLast()
        var emptyPages: [Int] = []
        for (index, page) in pages.enumerated() {
            let place: DocumentPlace = part.map { .part($0) } ?? .page(index + 1)
            note(Array(page), .plain, place)
            if part == nil { shown.append(ShownText.joined(page)) }
            if page.count(where: { $0 > 0x20 }) < 20 { emptyPages.append(index + 1) }
        }
        if !emptyPages.isEmpty, let scanned = pictures(of: file).first(where: emptyPages.contains) {
            leave(part.map { .part($0) } ?? .scanned(page: scanned))
        }
        if hasSignsWithoutLetters(file) { leave(part.map { .part($0) } ?? .signsWithoutLetters) }
    }

    /// The pages with a picture that could hold a text.
    private func pictures(of file: String) -> [Int] {
        guard let program = tools.pdfImages, let said = run(program, ["-list", file]) else { return [1] }
        return said.text.split(separator: "\n").dropFirst(2).compactMap { line in
            let words = line.split(separator: " ")
            guard words.count > 4, let page = Int(words[0]), let width = Int(words[3]), let height = Int(words[4]),
                width >= 200, height >= 100
            else { return nil }
            return page
        }
    }

    /// Whether a typeface is in it whose signs are numbers that nothing turns into letters.
    private func hasSignsWithoutLetters(_ file: String) -> Bool {
        guard let program = tools.pdfFonts, let said = run(program, [file]) else { return false }
        return said.text.split(separator: "\n").dropFirst(2).contains { line in
            // name, type, encoding, embedded, subset, unicode, object and generation
            let words = line.split(separator: " ")
            guard words.count > 6 else { return false }
            let (isKnown, encoding) = (words[words.count - 3] == "yes", words[words.count - 6])
            return !isKnown && (encoding.hasPrefix("Identity") || line.contains("Type 3"))
        }
    }

    private mutating func unlocked(_ file: String, _ folder: TemporaryFolder) -> [UInt8]? {
        guard let program = tools.qpdf else {
            leave(.toolMissing("qpdf"))
            return nil
        }
        let target = folder.path + "/oppen.pdf"
        let arguments = ["--password=", "--decrypt", "--object-streams=disable", "--", file, target]
        guard let said = run(program, arguments), said.status == 0 || said.status == 3,
            let bytes = FileBytes.ifReadable(target, limit: Self.mostUnpacked)
        else {
            leave(.locked)
            return nil
        }
        return bytes
    }

    /// What an earlier saving of the file said, which its newest part no longer shows.
    private mutating func readRevisions(_ bytes: [UInt8], _ folder: TemporaryFolder, part: String?) {
        guard let program = tools.pdfText else { return }
        var ends: [Int] = []
        var index = 0
        while let place = bytes.firstPlace(of: Array("%%EOF".utf8), from: index) {
            ends.append(place + 5)
            index = place + 5
        }
        guard ends.count > 1 else { return }
        for end in ends.dropLast().suffix(Self.mostRevisions) {
            guard (try? folder.write(Array(bytes[..<end]), to: "forra.pdf")) != nil,
                let said = run(program, ["-enc", "UTF-8", "-q", folder.path + "/forra.pdf", "-"]), said.status == 0
            else { continue }
            note(Array(said.text.utf8), .plain, .part(part ?? "tidigare version"), kinds: .identityNumbers)
        }
    }

    private func run(
        _ program: String, _ arguments: [String], environment: [String: String] = [:]
    ) -> ChildProcess.Ending? {
        let said = try? ChildProcess.run(
            program, arguments, environment: environment, seconds: Self.secondsForProgram)
        return said.flatMap { $0.isTimedOut ? nil : $0 }
    }
}
