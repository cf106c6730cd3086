import Meetings

/// An ärende's own document and those that belong to it.
struct MatterGroup {
    /// Indices of documents; nil for an ärende that only a record or a kallelse knows.
    var main: Int?
    var others: [Int] = []
    /// The folder's name.
    let slug: String
    var diaryNumber: String?
    var title: String
    /// 2 for the second ärende whose address would be the same.
    var copy = 1
    /// Meetings that other papers say it was handled at.
    var extraMeetings: [MeetingMention] = []
    /// Its bilaga numbers, where only a kallelse has told of it.
    var numbers: [AttachmentNumber] = []
    /// The record or the kallelse that it was found in.
    var source: MatterSource?
    /// Its papers are a packet's unsure ones, that no sure ärende could take.
    var isUnclaimed = false
}

/// Puts documents that are about the same ärende together: by dnr, by the initiative's name or title, by bilaga number.
struct Grouping {
    private let documents: [ImportedDocument]
    private(set) var groups: [MatterGroup] = []
    private(set) var reasons: [Int: JoinReason] = [:]
    private(set) var doubts: [Int: Remark] = [:]
    private var byNumber: [String: Int] = [:]
    private var byKey: [String: [Int]] = [:]
    private var bySlug: [String: Int] = [:]

    init(_ documents: [ImportedDocument], without left: Set<Int>, unclaimed: [String: String] = [:]) {
        self.documents = documents
        for (file, title) in unclaimed.sorted(by: { $0.key < $1.key }) {
            let slug = free(Slug(title)?.text.shortened ?? "handlingar")
            groups.append(
                MatterGroup(main: nil, slug: slug, title: title, source: .file(FileName.last(file)), isUnclaimed: true))
        }
        let papers = documents.indices.filter { index in
            documents[index].isRead && !left.contains(index) && !documents[index].isMeetings
                && !documents[index].kind.isService
        }
        // An ärende with a proposal first, so that it is the one that the others join.
        for index in papers where documents[index].kind == .matter && !documents[index].clauses.isEmpty { place(index) }
        for index in papers where documents[index].kind == .matter && documents[index].clauses.isEmpty { place(index) }
        for index in papers where documents[index].kind == .application { place(index) }
        for index in papers where documents[index].kind == .attachment { place(index) }
        for index in papers where documents[index].kind == .other { place(index) }
        for index in papers where documents[index].kind == .record { place(index) }
    }
}

extension Grouping {
    private mutating func place(_ index: Int) {
        let document = documents[index]
        if document.kind != .matter, let owner = document.part?.belongsTo {
            if let group = byNumber[DiaryNumber.key(of: owner)] ?? groups.firstIndex(where: { $0.title == owner }) {
                join(index, group, .packetOrder)
                return
            }
        }
        if let dnr = document.diaryNumber?.value, let group = byNumber[DiaryNumber.key(of: dnr)] {
            join(index, group, .sameDiaryNumber)
            return
        }
        if document.diaryNumber == nil, document.kind != .matter {
            let found = Set(InitiativeName.keys(document).flatMap { byKey[$0] ?? [] })
            if found.count == 1, let group = found.first {
                join(index, group, .initiativeOrTitle)
                return
            }
            if found.count > 1 { doubts[index] = .similarMatters(key: document.title?.value ?? "") }
            if let group = numbered(document) {
                join(index, group, .attachmentNumber)
                return
            }
        }
        open(index)
    }

    private mutating func open(_ index: Int) {
        let document = documents[index]
        let title = document.title?.value ?? FileName.title(document.file)
        let dnr = document.diaryNumber?.value
        let wanted = Slug(dnr ?? title)?.text.shortened ?? "arende"
        if dnr != nil, let group = bySlug[wanted] {
            join(index, group, .sameDiaryNumber)
            return
        }
        // A title is no proof that two papers belong together: each gets a folder of its own.
        let slug = free(wanted)
        if let dnr, document.saysExtract {
            // An extract is a bilaga of the ärende that its § is about.
            byNumber[DiaryNumber.key(of: dnr)] = groups.count
            groups.append(
                MatterGroup(
                    main: nil, slug: slug, diaryNumber: dnr,
                    title: document.paragraphs.first { $0.isTitled }?.title ?? dnr,
                    source: .file(FileName.last(document.file))))
            join(index, groups.count - 1, .sameDiaryNumber)
            return
        }
        if let dnr { byNumber[DiaryNumber.key(of: dnr)] = groups.count }
        for key in InitiativeName.keys(document) { byKey[key, default: []].append(groups.count) }
        groups.append(MatterGroup(main: index, slug: slug, diaryNumber: dnr, title: title, copy: copy(wanted, slug)))
    }

    /// An address that no group has, and which is this one's from now on.
    private mutating func free(_ wanted: String) -> String {
        var slug = wanted
        var number = 2
        while bySlug[slug] != nil {
            slug = "\(wanted)-\(number)"
            number += 1
        }
        bySlug[slug] = groups.count
        return slug
    }

    /// 2 for the second that wanted the same address.
    private func copy(_ wanted: String, _ slug: String) -> Int {
        Int(slug.dropFirst(wanted.count + 1)) ?? 1
    }

    private mutating func join(_ index: Int, _ group: Int, _ reason: JoinReason) {
        groups[group].others.append(index)
        reasons[index] = reason
        if groups[group].diaryNumber == nil, let dnr = documents[index].diaryNumber?.value {
            groups[group].diaryNumber = dnr
            byNumber[DiaryNumber.key(of: dnr)] = group
        }
    }

    /// The one ärende whose range has the bilaga's number, at the same meeting or from the same folder.
    private func numbered(_ document: ImportedDocument) -> Int? {
        guard let number = document.attachmentNumbers.first, number.parts.count > 1 else { return nil }
        let folder = document.file.dropLast(FileName.last(document.file).count)
        let fitting = groups.indices.filter { index in
            guard let main = groups[index].main else { return false }
            let other = documents[main]
            guard other.attachmentNumbers.contains(number), other.kind == .matter else { return false }
            let sameMeeting =
                !document.meetings.isEmpty
                && document.meetings.contains { own in
                    other.meetings.contains { $0.code == own.code && !Set($0.dates).isDisjoint(with: own.dates) }
                }
            return sameMeeting || other.file.dropLast(FileName.last(other.file).count) == folder
        }
        return fitting.count == 1 ? fitting[0] : nil
    }

    /// An ärende that only a record or a kallelse knows.
    mutating func add(
        _ dnr: String, title: String, numbers: [AttachmentNumber] = [], at meeting: MeetingMention,
        from source: MatterSource
    ) {
        let slug = Slug(dnr)?.text.shortened ?? "arende"
        guard bySlug[slug] == nil else { return }
        bySlug[slug] = groups.count
        byNumber[DiaryNumber.key(of: dnr)] = groups.count
        groups.append(
            MatterGroup(
                main: nil, slug: slug, diaryNumber: dnr, title: title, extraMeetings: [meeting], numbers: numbers,
                source: source))
    }

    /// Another paper says that the ärende was handled there.
    mutating func add(_ meeting: MeetingMention, toMatter dnr: String) {
        guard let group = byNumber[DiaryNumber.key(of: dnr)] else { return }
        let own = groups[group].main.map { documents[$0].meetings } ?? []
        let isKnown =
            own.contains { $0.code == meeting.code } || groups[group].extraMeetings.contains(meeting)
        if !isKnown { groups[group].extraMeetings.append(meeting) }
    }

    /// Whether an ärende is there.
    func has(_ dnr: String) -> Bool { byNumber[DiaryNumber.key(of: dnr)] != nil }
}

extension String {
    /// A folder's name of a reasonable length, cut at a dash.
    var shortened: String {
        guard utf8.count > 80 else { return self }
        let cut = String(decoding: utf8.prefix(80), as: UTF8.self)
        return cut.lastIndex(of: "-").map { String(cut[..<$0]) } ?? cut
    }
}

extension ImportedDocument {
    /// A record or a kallelse that says that not all may see it: its file has no such mark, so it is not written.
    var isHeldBack: Bool { text.secrecy != nil || text.visibility.isHidden }

    /// A meeting's own paper: a kallelse, or a record that is no extract for an ärende.
    var isMeetings: Bool { kind == .summons || kind == .record && part?.belongsTo == nil && !saysExtract }
}
