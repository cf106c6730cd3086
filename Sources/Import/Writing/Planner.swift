import Content
import Diagnostics
import Meetings

/// Makes the plan of an import. Pure: the same documents and the same site give the same plan.
public struct Planner {
    var documents: [ImportedDocument]
    /// Where each document's file lies.
    let locations: [String]
    let options: Options
    var site: ExistingSite
    var plan = ImportPlan()
    var bodies: [Body]
    /// The meeting's name in whose folder each packet is kept, by the packet's file.
    var packets: [String: String] = [:]
    /// Packets that have unsure parts and no sure ärende to lay them in: what their folder is called.
    var unclaimed: [String: String] = [:]

    public struct Options: Sendable {
        public var keepsOriginals: Bool
        public var isRedacting: Bool
        /// Pages can be cut out of a PDF.
        public var canCut: Bool
        /// Somebody has looked at how the packets are cut.
        public var isConfirmed: Bool
        public var language: MessageLanguage

        public init(
            keepsOriginals: Bool, isRedacting: Bool, canCut: Bool = false, isConfirmed: Bool = true,
            language: MessageLanguage = .swedish
        ) {
            self.language = language
            (self.keepsOriginals, self.isRedacting) = (keepsOriginals, isRedacting)
            (self.canCut, self.isConfirmed) = (canCut, isConfirmed)
        }
    }

    public init(_ documents: [ImportedDocument], locations: [String], site: ExistingSite, options: Options) {
        (self.documents, self.locations, self.site, self.options) = (documents, locations, site, options)
        bodies = site.bodies
    }
}

extension Planner {
    public static func plan(
        _ documents: [ImportedDocument], locations: [String], site: ExistingSite, options: Options
    ) -> ImportPlan {
        var planner = Planner(documents, locations: locations, site: site, options: options)
        planner.run()
        return planner.plan
    }

    /// Every word of a written document is on a page, in a head or in the list.
    private mutating func countWords() {
        for (index, document) in documents.enumerated()
        where plan.outcomes[index].path != nil && document.exported == nil || document.kind.isService {
            let texts = plan.files.filter { $0.sources.contains(index) }.compactMap { file in
                if case .text(let text) = file.content { text } else { nil }
            }
            let ledger = WordLedger(document, texts: texts)
            plan.outcomes[index].words = ledger.count
            plan.outcomes[index].remarks += ledger.unplaced.map { .noise($0) }
        }
    }

    private mutating func run() {
        plan.outcomes = documents.map { ImportPlan.Outcome(path: nil, remarks: $0.remarks) }
        settleParts()
        planExported()
        let copies = sameTexts().union(documents.indices.filter { documents[$0].exported != nil })
        var grouping = Grouping(documents, without: copies, unclaimed: unclaimed)
        addBodies()
        packets = packetHomes()
        for index in documents.indices
        where documents[index].isMeetings && documents[index].isRead
            && (!copies.contains(index) || documents[index].exported != nil)
        {
            link(index, &grouping)
        }
        for (index, remark) in grouping.doubts { plan.outcomes[index].remarks.append(remark) }
        for group in grouping.groups { planMatter(group, grouping.reasons) }
        let (placed, standing) = (grouping, site.files)
        let known = { (dnr: String) in placed.has(dnr) || standing[DiaryNumber.key(of: dnr)] != nil }
        for index in documents.indices
        where documents[index].kind == .summons && documents[index].isRead && !copies.contains(index) {
            planSummons(index, isKnown: known)
        }
        for index in documents.indices
        where documents[index].kind == .record && documents[index].isMeetings && documents[index].isRead
            && !copies.contains(index)
        {
            planRecord(index, isKnown: known)
        }
        planPackets()
        countWords()
        if bodies.count > site.bodies.count, !site.hasProfile {
            plan.files.append(
                PlannedImport(
                    path: "../klubba.yml", content: .text(ProfileText.text(bodies)), sources: [], isFallback: true))
        }
    }

    /// What was exported goes back to its own place.
    private mutating func planExported() {
        for (index, document) in documents.enumerated() {
            guard let own = document.exported else { continue }
            let path = own.base.path
            if site.sealed.contains("content/" + path) {
                plan.outcomes[index].obstacle = .sealed(file: "content/\(path)")
                continue
            }
            let merged = WordMerge(own, now: site.texts[path], bodies: bodies.map(\.code.text))
            plan.outcomes[index].remarks += merged.conflicts
            plan.files.append(
                PlannedImport(path: path, content: .text(merged.text), sources: [index], isUpdate: true))
            for picture in document.pictures {
                plan.files.append(
                    PlannedImport(
                        path: picture.path, content: .bytes(picture.bytes), sources: [index], isFallback: true))
            }
            plan.outcomes[index].path = path
        }
        for (index, document) in documents.enumerated() where document.exported != nil && document.kind == .record {
            if plan.outcomes[index].path != nil, let meeting = meeting(of: document) { planMeeting(of: index, meeting) }
        }
    }

    /// The same text twice is written once.
    private mutating func sameTexts() -> Set<Int> {
        var first: [String: Int] = [:]
        var copies: Set<Int> = []
        for (index, document) in documents.enumerated() where document.isRead && !document.text.markdown.isEmpty {
            let key = [
                document.kind.rawValue, document.diaryNumber?.value ?? "", document.title?.value ?? "",
                document.meetings.map { "\($0.code) \($0.dates)" }.joined(), document.text.markdown,
            ].joined(separator: "\n")
            if let other = first[key] {
                copies.insert(index)
                plan.outcomes[index].remarks.append(.sameText(file: documents[other].file))
            } else {
                first[key] = index
            }
        }
        return copies
    }

    /// Without a klubba.yml the bodies that the papers name are the site's.
    private mutating func addBodies() {
        guard !site.hasProfile else { return }
        for document in documents where document.isRead {
            guard let code = document.text.bodyCode, let name = document.body?.value, let body = BodyCode(code),
                !bodies.contains(where: { $0.code == body })
            else { continue }
            bodies.append(Body(code: body, name: name.capitalised, role: MissingBody.role(of: name)))
        }
    }

    func isKnown(_ code: String) -> Bool { bodies.contains { $0.code.text.folded == code.folded } }

    func slug(of code: String) -> String {
        bodies.first { $0.code.text.folded == code.folded }?.code.slug.text ?? Slug(code)?.text ?? code
    }

    /// Which meeting a record or a kallelse is of, when the site knows its body.
    func meeting(of document: ImportedDocument) -> MeetingMention? {
        guard let code = document.text.bodyCode, let date = document.text.meeting, isKnown(code) else { return nil }
        return MeetingMention(code: code, date: date)
    }

    func name(of meeting: MeetingMention) -> String { "\(slug(of: meeting.code))-\(meeting.date)" }

    /// A record's or a kallelse's ärenden were handled at its meeting; those that nobody knows are laid up from it.
    private mutating func link(_ index: Int, _ grouping: inout Grouping) {
        let document = documents[index]
        guard let meeting = meeting(of: document), !document.isHeldBack else { return }
        let source: MatterSource = document.kind == .record ? .record(name(of: meeting)) : .summons(name(of: meeting))
        var handled: [(dnr: String?, title: String, numbers: [AttachmentNumber])] = document.paragraphs.map {
            ($0.diaryNumber, $0.isTitled ? $0.title : "", [])
        }
        for item in document.text.agenda {
            let (title, numbers) = AgendaItems.withoutAttachments(item.title)
            handled.append((item.diaryNumber, title, numbers))
        }
        for case (let dnr?, let title, let numbers) in handled {
            if grouping.has(dnr) {
                grouping.add(meeting, toMatter: dnr)
            } else if site.files[DiaryNumber.key(of: dnr)] == nil {
                // A heading of a number alone says nothing of what the ärende is about.
                let isNamed = !title.isEmpty && title != dnr
                grouping.add(dnr, title: isNamed ? title : dnr, numbers: numbers, at: meeting, from: source)
                plan.outcomes[index].remarks.append(.matterLaidUp(dnr: dnr, from: source))
                if !isNamed { plan.outcomes[index].remarks.append(.matterUntitled(dnr: dnr)) }
            }
        }
    }
}
