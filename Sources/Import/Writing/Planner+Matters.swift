import Content
import Meetings

extension Planner {
    /// One folder an ärende: its text, its bilagor, and the originals.
    mutating func planMatter(_ group: MatterGroup, _ reasons: [Int: JoinReason]) {
        let folder = "arenden/\(group.slug)/"
        let path = folder + "arende.md"
        let isExtracts = group.main == nil && !group.others.isEmpty
        guard isExtracts || !group.isUnclaimed else { return }
        if !isExtracts || group.isUnclaimed, let obstacle = taken(group, path: "content/" + path) {
            for index in [group.main].compactMap(\.self) + group.others { plan.outcomes[index].obstacle = obstacle }
            return
        }
        guard let main = group.main else {
            return isExtracts ? planExtracts(group, reasons) : planStub(group, path: path)
        }
        let document = documents[main]
        var names: Set<String> = ["arende.md"]
        var papers: [Paper] = []
        // A number that stands twice in a paper is the first one's.
        var numbers: Set<AttachmentNumber> = []
        for part in document.text.attachments {
            papers.append(planPart(part, folder, source: main, &names, &numbers))
        }
        for index in group.others {
            papers.append(planJoined(index, of: group, folder, &names, &numbers))
            plan.outcomes[index].remarks.append(
                .joined(file: FileName.last(document.file), reason: reasons[index] ?? .initiativeOrTitle))
            let other = documents[index]
            if other.kind == .matter, !other.clauses.isEmpty, !document.clauses.isEmpty,
                other.clauses != document.clauses,
                let dnr = group.diaryNumber
            {
                plan.outcomes[index].remarks.append(
                    .secondProposal(dnr: dnr, file: FileName.last(document.file)))
            }
        }
        var originals: [Paper] = []
        for index in [main] + group.others
        where !hasPages(index) && !isKept(index) && (index == main || !isWorkbook(index)) {
            planOriginal(index, folder, &names).map { originals.append($0) }
        }
        if hasPages(main) { planPages(main, folder, &names).map { originals.append($0) } }
        let head = head(of: group, document, main, papers: papers, originals: originals)
        let text =
            head + "\n# \(MarkdownText.escaped(document.title?.value ?? group.title))\n\n" + document.text.markdown
            + "\n"
        plan.files.append(PlannedImport(path: path, content: .text(text), sources: [main]))
        plan.outcomes[main].path = path
    }

    /// Without a dnr the address is made from the title, so two that are called the same are told apart, and one that is
    /// too long for an address is cut. The whole of it stands above the text.
    func shownTitle(_ group: MatterGroup, _ document: ImportedDocument) -> String {
        let title = document.title?.value ?? group.title
        guard group.diaryNumber == nil else { return title }
        let copy = group.copy > 1 ? " (\(group.copy))" : ""
        guard let slug = Slug(title), slug.text.utf8.count > 120 else { return title + copy }
        var short = title.prefix(90)
        if let space = short.lastIndex(of: " ") { short = short[..<space] }
        return "\(short) …" + copy
    }

    /// A bilaga's line in the ärende's list.
    struct Paper {
        var number: AttachmentNumber?
        let title: String
        let file: String
        var isForMembers = false
    }

    /// The dnr, or the title of an ärende without one, stands in another file of the site.
    private func taken(_ group: MatterGroup, path: String) -> ImportObstacle? {
        let other =
            group.diaryNumber.map { site.files[DiaryNumber.key(of: $0)] }
            ?? Slug(group.copy > 1 ? "\(group.title) (\(group.copy))" : group.title).flatMap {
                site.filesBySlug[$0.text]
            }
        guard let other, other != path else { return nil }
        return .matterElsewhere(group.diaryNumber ?? group.title, file: other)
    }

    private mutating func planStub(_ group: MatterGroup, path: String) {
        var head = HeadText()
        head.note([laidUp(group.source)])
        head.add("dnr", group.diaryNumber)
        head.add("titel", group.title)
        if group.isUnclaimed { head.add("synlighet", "ledamöter") }
        // An ärende that is laid up for a secret extract is as secret.
        let hidden = group.others.filter { documents[$0].isHeldBack }
        if !hidden.isEmpty, !group.isUnclaimed {
            addVisibility(of: hidden, hasNumber: group.diaryNumber != nil, to: &head)
        }
        for meeting in group.extraMeetings { head.add(slug(of: meeting.code), meeting.date.description) }
        let range = group.main == nil ? free(group.numbers, of: group, path: "content/" + path) : []
        head.add("bilaga", RangeText.text(range))
        let text = head.ended() + "\n# \(MarkdownText.escaped(group.title))\n"
        plan.files.append(PlannedImport(path: path, content: .text(text), sources: [], isFallback: true))
    }

    private func laidUp(_ source: MatterSource?) -> String {
        let source = source?.text(in: options.language) ?? ""
        return switch options.language {
        case .swedish: "Upplagt av klubba import ur \(source)."
        case .english: "Laid up by klubba import from \(source)."
        }
    }

    /// A stub's bilaga numbers, unless another ärende of its meeting has one of them.
    private mutating func free(_ numbers: [AttachmentNumber], of group: MatterGroup, path: String) -> [AttachmentNumber]
    {
        let names = group.extraMeetings.map(name(of:))
        let isTaken = names.contains { name in
            numbers.contains { number in site.numbers[name]?[number].map { $0 != path } ?? false }
        }
        guard !isTaken else { return [] }
        for name in names { for number in numbers { site.numbers[name, default: [:]][number] = path } }
        return numbers
    }

    /// Extracts of records, in the folder of the ärende that they are about: the site's own, or one that is laid up.
    private mutating func planExtracts(_ group: MatterGroup, _ reasons: [Int: JoinReason]) {
        let standing = group.diaryNumber.flatMap { site.files[DiaryNumber.key(of: $0)] }
        var folder = "arenden/\(group.slug)/"
        if let standing {
            guard standing.hasSuffix("/arende.md"), standing.hasPrefix("content/arenden/") else {
                for index in group.others {
                    plan.outcomes[index].obstacle = .noFolder(file: standing)
                }
                return
            }
            folder = String(standing.dropFirst("content/".count).dropLast("arende.md".count))
        } else {
            planStub(group, path: folder + "arende.md")
        }
        var names: Set<String> = ["arende.md"]
        var numbers: Set<AttachmentNumber> = []
        for index in group.others {
            _ = planJoined(index, of: group, folder, &names, &numbers)
            plan.outcomes[index].remarks.append(
                .joined(file: standing ?? "content/\(folder)arende.md", reason: reasons[index] ?? .sameDiaryNumber))
        }
    }

    /// A bilaga that stood in the ärende's own file.
    private mutating func planPart(
        _ part: DocumentText.Attachment, _ folder: String, source: Int, _ names: inout Set<String>,
        _ numbers: inout Set<AttachmentNumber>
    ) -> Paper {
        let number = fitting(part.number, documents[source]).flatMap { numbers.insert($0).inserted ? $0 : nil }
        let name = unique(name(part.title, number), &names)
        var head = HeadText()
        head.add("nummer", number?.description)
        head.add("titel", part.title)
        addVisibility(of: [source], to: &head)
        let text = head.ended() + "\n# \(MarkdownText.escaped(part.title))\n\n\(part.markdown)\n"
        plan.files.append(PlannedImport(path: folder + name, content: .text(text), sources: [source]))
        return Paper(number: number, title: part.title, file: name)
    }

    /// A document of its own that belongs to the ärende.
    private mutating func planJoined(
        _ index: Int, of group: MatterGroup, _ folder: String, _ names: inout Set<String>,
        _ numbers: inout Set<AttachmentNumber>
    ) -> Paper {
        let document = documents[index]
        let kind = document.kind == .application ? "Ansökan" : document.paperTitle ?? "Bilaga"
        let number = PaperName(Substring(FileName.last(document.file))).number.flatMap { $0.parts.count > 1 ? $0 : nil }
        let own = fitting(document.attachmentNumbers.first ?? number, document).flatMap {
            numbers.insert($0).inserted ? $0 : nil
        }
        let place = document.extractName.map { "\(kind) \($0)" } ?? kind
        let name = unique(hasPages(index) ? partName(kind, own) : name(place, own), &names)
        var head = HeadText()
        head.add("nummer", own?.description)
        head.add("titel", kind)
        if hasPages(index) { head.add("fil", planPages(index, folder, &names)?.file) }
        // A workbook is the bilaga, and its tables what one reads of it (IMPORT.md §1).
        if isWorkbook(index) { head.add("fil", planOriginal(index, folder, &names)?.file) }
        if document.diaryNumber.map({ DiaryNumber.key(of: $0.value) })
            != group.diaryNumber.map({ DiaryNumber.key(of: $0) })
        {
            head.add("dnr", document.diaryNumber?.value)
        }
        head.add("datum", document.date?.value.description)
        addVisibility(of: [index], to: &head)
        let paragraphs = document.paragraphs.map { paragraph in
            "\n## § \(paragraph.number) \(paragraph.isTitled ? MarkdownText.escaped(paragraph.title) : "")"
                + (paragraph.diaryNumber.map { " (dnr \($0))" } ?? "") + "\n\n\(paragraph.markdown)\n"
        }
        var text =
            head.ended() + "\n# \(MarkdownText.escaped(document.title?.value ?? kind))\n\n\(document.text.markdown)\n"
            + paragraphs.joined()
        let signers = document.signatures.filter { _ in document.kind != .application }
        if !signers.isEmpty {
            text += "\n" + signers.map { MarkdownText.escaped($0.shown) }.joined(separator: "\n\n") + "\n"
        }
        plan.files.append(PlannedImport(path: folder + name, content: .text(text), sources: [index]))
        plan.outcomes[index].path = folder + name
        return Paper(number: own, title: kind, file: name)
    }

    /// The file that it all came from, for the members: a Word file says more than one sees, and a text from a PDF may
    /// hold what nobody looked through.
    private mutating func planOriginal(_ index: Int, _ folder: String, _ names: inout Set<String>) -> Paper? {
        guard options.keepsOriginals else { return nil }
        if options.isRedacting {
            plan.outcomes[index].remarks.append(.originalLeftOut)
            return nil
        }
        var name = FileName.last(documents[index].file)
        let ending = FileName.ending(name)
        if ending == "md" || ending == "markdown" || ending.isEmpty || name.hasSuffix("~") {
            name = FileName.stem(name) + ".txt"
        }
        if name.hasPrefix(".") || name.hasPrefix("~") {
            name = "original-" + name.drop { $0 == "." || $0 == "~" || $0 == "$" }
        }
        let own = unique(name, &names)
        plan.files.append(PlannedImport(path: folder + own, content: .copy(of: locations[index]), sources: [index]))
        return Paper(number: nil, title: "Original: \(FileName.title(own))", file: own, isForMembers: true)
    }

    /// A part of a PDF: its pages become a PDF of its own.
    private func hasPages(_ index: Int) -> Bool { documents[index].part != nil && documents[index].format == "pdf" }

    private func isWorkbook(_ index: Int) -> Bool { ["xlsx", "ods"].contains(documents[index].format) }

    private mutating func planPages(_ index: Int, _ folder: String, _ names: inout Set<String>) -> Paper? {
        guard options.keepsOriginals, let part = documents[index].part else { return nil }
        if options.isRedacting {
            plan.outcomes[index].remarks.append(.originalLeftOut)
            return nil
        }
        guard options.canCut else {
            plan.outcomes[index].remarks.append(.pagesKeptWhole)
            return nil
        }
        let title = documents[index].paperTitle ?? "Handling"
        let number = documents[index].kind == .matter ? nil : documents[index].attachmentNumbers.first
        let own = unique(FileName.stem(partName(title, number)) + ".pdf", &names)
        plan.files.append(
            PlannedImport(path: folder + own, content: .pages(of: locations[index], part.pages), sources: [index]))
        return Paper(number: nil, title: "Original: \(title)", file: own, isForMembers: true)
    }

    /// A number is written where the ärende's range has it, or where it has no range.
    private func fitting(_ number: AttachmentNumber?, _ document: ImportedDocument) -> AttachmentNumber? {
        guard let number else { return nil }
        let range = document.kind == .matter ? document.attachmentNumbers : []
        return range.isEmpty || range.dropFirst().contains(number) ? number : nil
    }

    /// A personnummer keeps a text from the public until somebody has taken it away.
    func addVisibility(of indices: [Int], hasNumber: Bool = true, to head: inout HeadText) {
        // One that was marked secret is secret still.
        if let ground = indices.lazy.compactMap({ documents[$0].text.secrecy }).first {
            // A stub shows the dnr alone: without one there is nothing to show, and nobody sees it.
            head.add("synlighet", hasNumber ? "sekretess" : "utkast")
            if hasNumber { head.add("sekretess", ground) }
            return
        }
        let own = indices.map { documents[$0].text.visibility }
        head.add("publiceras", own.compactMap(\.day).max()?.description)
        if own.contains(where: { $0.audience == "utkast" }) { return head.add("synlighet", "utkast") }
        let isMarked = own.contains { $0.audience != nil }
        let isOpen = !options.isRedacting
        let isPersonal = indices.contains { documents[$0].personalData.contains { $0.kind == .identityNumber } }
        let isUnknown = indices.contains {
            documents[$0].kind == .other || !options.isConfirmed && documents[$0].part?.guessedOwner != nil
        }
        if isOpen && isPersonal || isUnknown || isMarked { head.add("synlighet", "ledamöter") }
    }
}

extension ImportedDocument {
    /// Which meeting and § an extract is of, for its file's name; nil for any other paper.
    fileprivate var extractName: String? {
        guard saysExtract, part == nil else { return nil }
        let meeting = [text.bodyCode, text.meeting?.description].compactMap(\.self)
        let number = paragraphs.count == 1 ? paragraphs.first.map { "§ \($0.number)" } : nil
        return (meeting + [number].compactMap(\.self)).joined(separator: " ")
    }
}

extension ImportedDocument.Signer {
    /// "Åsa Ek, förbundschef"
    var shown: String { [name, role].compactMap(\.self).joined(separator: ", ") }
}
