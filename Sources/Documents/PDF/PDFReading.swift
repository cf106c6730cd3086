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
        let isUnlocked = surface.isEncrypted
        if isUnlocked {
            // One that opens without a password is only locked against changes.
            guard let unlocked = unlocked(file ?? "", folder) else { return }
            (bytes, file) = (unlocked, folder.path + "/oppen.pdf")
            surface = PDFSurface(bytes, limit: Self.mostUnpacked - unpacked)
        }
        if surface.isTooLarge { leave(.tooLarge) }
        note(surface.strings, .plain, .part(part ?? "PDF"))
        note(surface.content, .plain, .part(part ?? "PDF"), kinds: .identityNumbers)
        note(surface.pictures, .plain, .part(part ?? "PDF: bild"), kinds: .identityNumbers)
        if surface.hasUnreadObjects { leave(.part(part ?? "PDF")) }
        if PDFSurface.hasMore(after: bytes) { leave(.part(part.map { "\($0)/efter slutet" } ?? "efter slutet")) }
        for markup in surface.markup {
            let own = MarkupText(markup, style: .values)
            note(own.text + own.attributes, .plain, .part(part ?? "XMP"))
        }
        for inner in surface.files {
            read(
                inner, location: nil, name: "bifogad", part: (part.map { $0 + "/" } ?? "") + "bifogad fil",
                depth: depth + 1)
        }
        if part == nil, bytes.firstPlace(of: Array("/ByteRange".utf8)) != nil {
            readSignatures(location ?? file ?? "", isUnlocked ? nil : bytes, folder)
        }
        readPages(file ?? "", surface, part: part)
        readOutside(file ?? "", folder, surface, part: part)
        readRevisions(bytes, folder, part: part)
    }

    /// - Parameter bytes: the file's; nil where they are not to be compared.
    private mutating func readSignatures(_ file: String, _ bytes: [UInt8]?, _ folder: TemporaryFolder) {
        guard let program = tools.pdfSignatures else {
            report.hasUnreadSignatures = true
            return
        }
        let said = run(program, ["-nocert", file], environment: ["TZ": "UTC", "LC_ALL": "C"])
        report.signatures = said.map { DocumentSignature.all(in: $0.text) } ?? []
        report.hasUnreadSignatures = said == nil
        guard let bytes, !report.signatures.contains(where: \.coversAll),
            let last = report.signatures.indices.max(by: { end(of: $0) < end(of: $1) }),
            bytes.indices.contains(end(of: last) - 1), let cleaner = tools.pdfCleaner,
            (try? folder.write(Array(bytes[..<end(of: last)]), to: "undertecknad.pdf")) != nil,
            let added = run(cleaner, ["added", file, folder.path + "/undertecknad.pdf"])
        else { return }
        report.signatures[last].coversAll = added.status == 0
    }

    private func end(of signature: Int) -> Int { report.signatures[signature].end ?? 0 }

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
        var signs: [Int] = []
        for (index, page) in pages.enumerated() {
            let place: DocumentPlace = part.map { .part($0) } ?? .page(index + 1)
            note(Array(page), .plain, place)
            note(PDFMarks.parted(page), .plain, place, kinds: .identityNumbers)
            if part == nil { shown.append(ShownText.joined(page)) }
            signs.append(page.count { $0 > 0x20 })
        }
        if surface.hasPictures || signs.contains(where: { $0 < 20 }),
            let scanned = scanned(file, signs: signs, hasHiddenText: surface.hasHiddenText)
        {
            leave(part.map { .part($0) } ?? .scanned(page: scanned))
        }
        if hasSignsWithoutLetters(file) { leave(part.map { .part($0) } ?? .signsWithoutLetters) }
    }

    /// What lies outside the pages, and in layers that are off: `pdftotext` passes both over.
    private mutating func readOutside(_ file: String, _ folder: TemporaryFolder, _ surface: PDFSurface, part: String?) {
        guard surface.hasStreams, tools.pdfText != nil else { return }
        guard let qpdf = tools.qpdf else { return leave(.toolMissing("qpdf")) }
        let bare = folder.path + "/bar.pdf"
        let arguments = ["--stream-data=preserve", "--object-streams=disable", "--warning-exit-0", "--", file, bare]
        guard let said = run(qpdf, arguments) else { return leave(.tooHeavy) }
        guard said.status == 0, let bytes = FileBytes.ifReadable(bare, limit: 2 * Self.mostUnpacked) else {
            return leave(part.map { .part($0) } ?? .damaged)
        }
        guard let wide = PDFWidening.widened(bytes), (try? folder.write(wide, to: "vid.pdf")) != nil,
            let program = tools.pdfText,
            let text = run(program, ["-enc", "UTF-8", "-q", folder.path + "/vid.pdf", "-"]),
            text.status == 0
        else { return leave(part.map { .part($0) } ?? .damaged) }
        let pages = Array(text.text.utf8).split(separator: 0x0C, omittingEmptySubsequences: false)
        let known = Set(report.findings.map(\.kind))
        for (index, page) in pages.enumerated() {
            let place: DocumentPlace = part.map { .part($0) } ?? .page(index + 1)
            // What a page has stands in another order here, so only what is new is told.
            for mark in PersonalDataMark.identityNumbers(in: Array(page), form: .plain) where !known.contains(mark.kind)
            {
                let finding = DocumentReport.Finding(kind: mark.kind, place: place)
                if !report.findings.contains(finding) { report.findings.append(finding) }
            }
        }
    }

    /// A page that is a picture: one with next to no text, one with little text and a picture over half of it or more (a
    /// scan with a stamp or a page head), and one with such a picture where letters lie unseen upon it, which a machine has
    /// guessed.
    private func scanned(_ file: String, signs: [Int], hasHiddenText: Bool) -> Int? {
        guard let program = tools.pdfImages, let said = run(program, ["-list", file]) else { return 1 }
        var areas: [Int: Double] = [:]
        for line in said.text.split(separator: "\n").dropFirst(2) {
            // page, number, type, width, height, colours, components, bits, encoding, interpolated, object, generation, x-ppi, y-ppi
            let words = line.split(separator: " ")
            guard words.count > 13, let page = Int(words[0]), words[2] != "smask", let width = Int(words[3]),
                let height = Int(words[4]), let across = Double(words[12]), let down = Double(words[13]),
                across > 0, down > 0
            else { continue }
            let isLarge = width >= 200 && height >= 100
            if isLarge, signs.indices.contains(page - 1), signs[page - 1] < 20 { return page }
            areas[page, default: 0] += Double(width) / across * Double(height) / down
        }
        // Half a page of A4 in square inches
        let half = 48.0
        return areas.filter { page, area in
            area >= half && signs.indices.contains(page - 1) && (hasHiddenText || signs[page - 1] < 200)
        }.keys.min()
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
