import Diagnostics
import Meetings

/// Reads the bilagor of one ärende: the files beside it, and the list in its front matter (FORMAT §4).
struct PaperReading {
    let disk: FileSystem
    let clock: CalendarDate
    /// The ärende's folder relative to content/, with a slash at its end.
    let folder: String
    let matter: Matter
    var documents = DocumentReading.here
    var diagnostics: [Diagnostic] = []
    /// Which Markdown bilaga has a file as its original, by the file's name.
    private var originals: [String: String] = [:]

    init(
        disk: FileSystem, clock: CalendarDate, folder: String, matter: Matter, documents: DocumentReading = .here
    ) {
        (self.disk, self.clock, self.folder) = (disk, clock, folder)
        (self.matter, self.documents) = (matter, documents)
    }
}

extension PaperReading {
    func path(in file: FoundFile) -> String { String(file.path.dropFirst(folder.utf8.count)) }

    /// Nil for a file that cannot be read.
    mutating func paper(_ file: FoundFile) -> PaperSource? {
        file.isMarkdown ? text(file) : copied(file)
    }

    private mutating func text(_ file: FoundFile) -> PaperSource? {
        guard let text = TextFile.read(file.location, as: file.place, disk: disk, &diagnostics) else { return nil }
        let name = PaperName(file.name)
        var fields = text.fields(clock: clock, &diagnostics)
        let number = fields.attachmentNumber("nummer") ?? name.number
        let title = fields.text("titel")
        let visibility = fields.visibility()
        let holding = Holding(visibility, fields.embargo(), today: clock)
        let reviewed = fields.text("personuppgifter-granskade")
        let original = fields.locatedText("fil")
        tellCopy(&fields)
        fields.skip("datum", "handläggare")
        fields.finish()
        diagnostics += fields.diagnostics
        var reading = ProseReading(file: file)
        let titled = TitledText(text, givenTitle: title, &reading)
        diagnostics += reading.diagnostics
        var attachment = Attachment(
            number: number, isListed: false, title: titled.title ?? name.title,
            visibility: holding == nil ? visibility : .draft, content: .text(titled.prose, slug: name.slug),
            file: file.place, line: 1)
        attachment.holding = holding
        let findings =
            PersonalDataFinding.all(in: text.bytes, file: file.place) + PersonalDataFinding.all(inNameOf: file)
        return PaperSource(
            attachment: attachment, name: path(in: file),
            personalData: PersonalData(findings: findings, reviewed: reviewed), original: original)
    }

    /// A text with the ärende's own dnr beside it is another version of it.
    private mutating func tellCopy(_ fields: inout Fields) {
        guard let written = fields.locatedText("dnr"), let number = DiaryNumber(written.value),
            number.key == matter.diaryNumber?.key
        else { return }
        fields.report(.copyOfMatter(dnr: number.text, other: matter.file), written.line, written.column)
    }

    private mutating func copied(_ file: FoundFile) -> PaperSource {
        let name = PaperName(file.name)
        let published = name.ending.isEmpty ? name.slug.text : "\(name.slug).\(name.ending)"
        var attachment = Attachment(
            number: name.number, isListed: false, title: name.title, visibility: .public,
            content: .file(path: file.location, name: published, size: file.size), file: file.place, line: 1)
        let personalData = documents.personalData(of: file, disk: disk)
        attachment.text = personalData.text
        return PaperSource(
            attachment: attachment, name: path(in: file), personalData: personalData,
            headFault: headFault(inCopied: file, disk: disk))
    }
}

/// A head, or git's marks, in a file that is published as it is: nobody reads what it says (FORMAT §1).
func headFault(inCopied file: FoundFile, disk: FileSystem) -> Diagnostic? {
    guard !file.isBinary, let bytes = try? disk.read(file.location, 16 << 20) else { return nil }
    if let almost = AlmostHead(inCopy: bytes) {
        return Diagnostic(Place(file.place, line: almost.line), .headNotRead(almost.fault))
    }
    guard let line = ConflictMarks.line(in: bytes) else { return nil }
    return Diagnostic(Place(file.place, line: line), .conflictMarks)
}

extension PaperReading {
    /// The files, with what the list says of them, in the list's order; then the others, by number and name.
    mutating func merge(_ papers: [PaperSource], list: FrontMatter.Value?, in file: String) -> [PaperSource] {
        var rest = papers
        var merged: [PaperSource] = []
        var named: Set<String> = []
        for item in items(of: list, in: file) {
            guard var paper = listed(item, in: file, &rest, &named) else { continue }
            paper.attachment.isListed = true
            merged.append(paper)
        }
        rest.sort { left, right in
            switch (left.attachment.number, right.attachment.number) {
            case (let one?, let other?) where one != other: one < other
            case (.some, nil): true
            case (nil, .some): false
            default: left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
            }
        }
        diagnostics += rest.compactMap(\.headFault)
        return merged + rest
    }

    /// Gives each Markdown bilaga the file that its head names as its original: one bilaga, one number.
    mutating func withOriginals(_ papers: [PaperSource]) -> [PaperSource] {
        guard papers.contains(where: { $0.original != nil }) else { return papers }
        var taken: Set<String> = []
        var read = papers
        for index in read.indices {
            guard let named = read[index].original else { continue }
            let place = Place(read[index].attachment.file, line: named.line, column: named.column)
            let folder = read[index].name.utf8.lastIndex(of: UInt8(ascii: "/")).map { read[index].name[...$0] } ?? ""
            let path = ContentPath.resolve(named.value, from: String(folder))
            if named.value.hasPrefix("/") || path == ".." || path.hasPrefix("../") {
                diagnostics.append(Diagnostic(place, .attachmentOutside(path: named.value)))
                continue
            }
            let found = papers.first { $0.name.precomposedKey == path.precomposedKey }
            guard let found, case .file(let location, let name, let size) = found.attachment.content else {
                diagnostics.append(Diagnostic(place, .attachmentFileMissing(name: named.value)))
                continue
            }
            guard taken.insert(found.name).inserted else {
                diagnostics.append(Diagnostic(place, .attachmentListedTwice(name: named.value)))
                continue
            }
            read[index].attachment.original = Attachment.Original(
                path: location, name: name, size: size, file: found.attachment.file)
            read[index].personalData.findings += found.personalData.findings
            var own = found.personalData
            own.findings = []
            read[index].personalData.originals = [own]
            originals[found.name.precomposedKey] = read[index].name
        }
        return read.filter { !taken.contains($0.name) }
    }

    private mutating func items(of list: FrontMatter.Value?, in file: String) -> [FrontMatter.Value] {
        switch list?.content {
        case .list(let items): return items
        case .text(let names):
            // File names with commas between, as any list (FORMAT §1).
            return names.split(separator: ",").map { name in
                let trimmed = String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
                return FrontMatter.Value(content: .text(trimmed), line: list?.line ?? 1, column: list?.column ?? 1)
            }
        case .map: return list.map { [$0] } ?? []
        case nil: return []
        }
    }

    private mutating func listed(
        _ item: FrontMatter.Value, in file: String, _ rest: inout [PaperSource], _ named: inout Set<String>
    ) -> PaperSource? {
        let place = Place(file, line: item.line, column: item.column)
        var entries: [FrontMatter.Entry]
        switch item.content {
        case .map(let written): entries = written
        case .text(let name):
            entries = [
                FrontMatter.Entry(
                    key: "fil", line: item.line, column: item.column,
                    value: FrontMatter.Value(content: .text(name), line: item.line, column: item.column))
            ]
        case .list:
            diagnostics.append(
                Diagnostic(
                    place, .expectedMap(key: "bilagor", example: "{nummer: 6.1, titel: Ansökan, fil: ansokan.md}")))
            return nil
        }
        entries.removeAll { $0.value.content == .text("") && !HeadKey.guarding.contains($0.folded) }
        var fields = Fields(entries, file: file, clock: clock)
        let number = fields.attachmentNumber("nummer")
        let title = fields.text("titel")
        let name = fields.locatedText("fil")
        let visibility = fields.isWritten("synlighet") ? fields.visibility() : nil
        let seen = fields.text("granskad") ?? fields.text("personuppgifter-granskade")
        let embargo = fields.embargo()
        fields.finish()
        diagnostics += fields.diagnostics
        guard let name else {
            let shown = title ?? number.map { "Bilaga \($0)" } ?? "Bilaga"
            diagnostics.append(Diagnostic(place, .attachmentWithoutFile(title: shown)))
            return missing(number: number, title: shown, visibility: visibility, embargo, place: place)
        }
        let namePlace = Place(file, line: name.line, column: name.column)
        let path = ContentPath.resolve(name.value, from: "")
        if name.value.hasPrefix("/") || path == ".." || path.hasPrefix("../") {
            diagnostics.append(Diagnostic(namePlace, .attachmentOutside(path: name.value)))
            return nil
        }
        guard named.insert(path.precomposedKey).inserted else {
            diagnostics.append(Diagnostic(namePlace, .attachmentListedTwice(name: name.value)))
            return nil
        }
        guard let index = rest.firstIndex(where: { $0.name.precomposedKey == path.precomposedKey }) else {
            if let text = originals[path.precomposedKey] {
                diagnostics.append(Diagnostic(namePlace, .originalListed(name: name.value, text: text)))
                return nil
            }
            diagnostics.append(Diagnostic(namePlace, .attachmentFileMissing(name: name.value)))
            let shown = title ?? PaperName(path[...]).title
            return missing(number: number, title: shown, visibility: visibility, embargo, place: place)
        }
        var paper = rest.remove(at: index)
        paper.personalData.seen = seen
        for original in paper.personalData.originals.indices { paper.personalData.originals[original].seen = seen }
        if let number { paper.attachment.number = number }
        if let title { paper.attachment.title = title }
        if visibility == nil { paper.headFault.map { diagnostics.append($0) } }
        paper.attachment.restrict(to: visibility ?? .public, embargo, today: clock)
        return paper
    }

    private func missing(
        number: AttachmentNumber?, title: String, visibility: Visibility?, _ embargo: Embargo?, place: Place
    ) -> PaperSource {
        var attachment = Attachment(
            number: number, isListed: true, title: title, visibility: .public, content: .missing,
            file: place.file, line: place.line)
        attachment.restrict(to: visibility ?? .public, embargo, today: clock)
        return PaperSource(attachment: attachment, name: "", personalData: PersonalData())
    }
}

extension Attachment {
    /// What the ärende's list says of who may see it adds to what its own head says; the stricter holds.
    fileprivate mutating func restrict(to listed: Visibility, _ embargo: Embargo?, today: CalendarDate) {
        let written = max(listed, holding?.written ?? visibility)
        let own: Embargo? = if case .embargo(let own, _) = holding { own } else { nil }
        let holding =
            [embargo, own].compactMap { Holding(written, $0, today: today) }.first
            ?? Holding(written, nil, today: today)
        self.holding = holding
        visibility = holding == nil ? written : .draft
    }
}

extension String {
    /// A name as one system writes it and as another does: "å" as one character or as a and a ring.
    fileprivate var precomposedKey: String {
        utf8.allSatisfy { $0 < 0x80 } ? self : String(String.UnicodeScalarView(decomposedStringScalars))
    }

    private var decomposedStringScalars: [Unicode.Scalar] {
        unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
            switch scalar {
            case "å": ["a", "\u{30A}"]
            case "ä": ["a", "\u{308}"]
            case "ö": ["o", "\u{308}"]
            case "Å": ["A", "\u{30A}"]
            case "Ä": ["A", "\u{308}"]
            case "Ö": ["O", "\u{308}"]
            case "é": ["e", "\u{301}"]
            default: [scalar]
            }
        }
    }
}
