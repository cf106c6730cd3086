import Meetings

/// Which ärende each paper of a packet belongs to.
struct PacketLinks {
    private let codes: BodyCodes
    private(set) var linked: [ImportedDocument]

    init(_ documents: [ImportedDocument], codes: BodyCodes) {
        (self.codes, linked) = (codes, documents)
        link()
        warn()
    }
}

extension PacketLinks {
    private mutating func link() {
        let documents = linked
        var before: ImportedDocument?
        for index in linked.indices where !linked[index].kind.isService {
            linked[index].part?.fallbackOwner = before?.ownName
            // A plan has said so.
            let isSaid = linked[index].part?.belongsTo != nil
            switch linked[index].kind {
            case .matter: before = linked[index]
            case .summons: break
            case .record where isMeetings(linked[index]) && !isSaid:
                let owner = owner(of: linked[index], in: documents) ?? before
                linked[index].part?.fallbackOwner = owner?.ownName
            default:
                if !isSaid { settle(index, owner(of: linked[index], in: documents), before) }
            }
        }
    }

    /// A whole record of a body that the site has; an extract is always a bilaga.
    private func isMeetings(_ record: ImportedDocument) -> Bool {
        guard let code = record.text.bodyCode, codes.isKnown(code: code), record.text.meeting != nil else {
            return false
        }
        return !record.isExtract
    }

    /// The ärende that has its number; else the one before it, as a guess where only the order says so.
    private mutating func settle(_ index: Int, _ owner: ImportedDocument?, _ before: ImportedDocument?) {
        let paper = linked[index]
        if let owner {
            linked[index].part?.belongsTo = owner.ownName
        } else if let before, let name = before.ownName, isNext(paper, before) {
            if !paper.attachmentNumbers.isEmpty || isNamed(paper, with: before) {
                linked[index].part?.belongsTo = name
            } else {
                linked[index].part?.guessedOwner = name
                let line = paper.text.lines.first { !$0.text.trimmed.isEmpty }?.number ?? 1
                linked[index].doubts.append(ImportFact("till", name, line: line, isSure: false))
            }
        }
    }

    /// They have a dnr or the name of an insats in common, or the ärende's text names the paper.
    private func isNamed(_ paper: ImportedDocument, with matter: ImportedDocument) -> Bool {
        let own = ([paper.diaryNumber?.value] + paper.paragraphs.map(\.diaryNumber)).compactMap(\.self)
            .map { DiaryNumber.key(of: $0) }
        if let dnr = matter.diaryNumber.map({ DiaryNumber.key(of: $0.value) }), own.contains(dnr) { return true }
        if !Set(InitiativeName.keys(paper)).isDisjoint(with: InitiativeName.keys(matter)) { return true }
        guard let title = paper.title?.value.foldedWords, title.contains(" "), PaperKindWord.kind(of: title) == nil
        else { return false }
        return matter.text.lines.contains { " \($0.text.foldedWords) ".contains(" \(title) ") }
    }

    /// A paper without a number may follow its ärende. One with a number does where numbering begins anew in each ärende:
    /// "Bilaga 1" and "Bilaga 2" of one that has no number of its own.
    private func isNext(_ paper: ImportedDocument, _ before: ImportedDocument) -> Bool {
        guard let number = paper.attachmentNumbers.first, !before.attachmentNumbers.isEmpty else { return true }
        return number.parts == [1] || before.attachmentNumbers.contains(number)
    }

    /// The ärende whose range has the number, or the same first part.
    private func owner(of paper: ImportedDocument, in documents: [ImportedDocument]) -> ImportedDocument? {
        guard let number = paper.attachmentNumbers.first, number.parts.count > 1 else { return nil }
        let matters = documents.filter { $0.kind == .matter && !$0.attachmentNumbers.isEmpty }
        let exact = matters.filter { $0.attachmentNumbers.contains(number) }
        if exact.count == 1 { return exact[0] }
        let near = matters.filter { $0.attachmentNumbers.first?.parts.first == number.parts.first }
        return near.count == 1 ? near[0] : nil
    }

    /// A paper that its ärende's range names and that is not there, and one that no ärende claims.
    private mutating func warn() {
        let there = Set(linked.flatMap { $0.kind == .matter ? [] : $0.attachmentNumbers })
        for index in linked.indices where !linked[index].kind.isService {
            if linked[index].kind == .matter {
                for number in linked[index].attachmentNumbers.dropFirst() where !there.contains(number) {
                    linked[index].remarks.append(.paperMissing(number: number.description))
                }
            } else if ![.summons, .record].contains(linked[index].kind), linked[index].part?.belongsTo == nil,
                linked[index].part?.guessedOwner == nil
            {
                linked[index].remarks.append(.paperUnclaimed)
            }
            if let part = linked[index].part, !part.isSure {
                linked[index].remarks.append(
                    .unsureCut(page: part.pages.lowerBound, signs: part.signs))
            }
        }
    }
}

extension ImportedDocument {
    /// What others name it by: its dnr, else its title.
    var ownName: String? { diaryNumber?.value ?? title?.value }

    /// One § of a record, or some of them, and no meeting's whole record.
    var isExtract: Bool {
        paragraphs.count <= 1 || saysExtract
    }

    /// It calls itself an extract or a list of decisions, or was exported as one: never its meeting's record.
    var saysExtract: Bool {
        if isPartOfRecord { return true }
        guard kind == .record else { return false }
        if part?.title?.foldedWords.hasText("utdrag") ?? false { return true }
        let first = paragraphs.first?.line ?? Int.max
        return text.lines.prefix(20).contains { line in
            let words = line.text.foldedWords
            return line.number < first && (words.hasText("utdrag") || words == "beslutslista")
        }
    }
}
