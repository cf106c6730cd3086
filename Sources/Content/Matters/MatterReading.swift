import CommonMark
import Diagnostics
import Meetings

/// Reads one ärende: its text, and the bilagor in its folder.
struct MatterReading {
    let disk: FileSystem
    let clock: CalendarDate
    let bodies: [Body]
    var documents = DocumentReading.here
    var diagnostics: [Diagnostic] = []
}

extension MatterReading {
    /// Nil when its text cannot be read, or it has no title.
    mutating func read(_ files: ContentTree.MatterFiles) -> MatterSource? {
        let file = files.text.place
        guard let text = TextFile.read(files.text.location, as: file, disk: disk, &diagnostics) else { return nil }
        var fields = text.fields(clock: clock, &diagnostics)
        let number = (fields.locatedText("dnr")?.value).flatMap { DiaryNumber($0) }
        let givenTitle = fields.text("titel")
        let visibility = fields.visibility()
        let holding = Holding(visibility, fields.embargo(), today: clock)
        let kind = fields.word("typ", Matter.Kind.self) ?? .decision
        let signatures = fields.signatures()
        var reading = ProseReading(file: files.text)
        let body = MatterText(
            text, givenTitle: givenTitle, signatures: signatures.compactMap(\.name), clock: clock, &reading)
        diagnostics += reading.diagnostics
        guard let title = givenTitle ?? body.title else {
            if !fields.isUnreadable { diagnostics.append(Diagnostic(Place(file), .titleMissing)) }
            return nil
        }
        if number == nil && !fields.isUnreadable && visibility != .secret {
            diagnostics.append(Diagnostic(Place(file), .diaryNumberMissing))
        }
        let slug = number.flatMap { Slug($0.text) } ?? Slug(title) ?? Slug(text: "arende")
        var matter = Matter(
            diaryNumber: number, title: title, slug: slug, kind: kind, visibility: holding == nil ? visibility : .draft,
            file: file)
        matter.holding = holding
        (matter.proposal, matter.before, matter.after) = (body.proposal, body.before, body.after)
        matter.formerNumbers = fields.texts("tidigare-dnr").compactMap { DiaryNumber($0.value) }
        matter.signatures = signatures
        matter.secrecyGround = fields.text("sekretess")
        if fields.isWritten("sekretess"), visibility != .secret {
            let place = fields.place(of: "sekretess")
            fields.report(.secrecyWithoutVisibility, place.line, place.column)
        }
        matter.caseOfficers = fields.texts("handläggare").map(\.value)
        matter.initiative = initiative(&fields)
        matter.amount = fields.money("belopp")
        matter.period = fields.period("period")
        matter.application = application(&fields, kind: kind)
        matter.handlings = handlings(&fields)
        matter.numbers = writtenNumbers(&fields)
        let reviewed = fields.text("personuppgifter-granskade")
        fields.skip("datum")
        let list = fields.value("bilagor")
        fields.finish()
        diagnostics += fields.diagnostics
        if let proposal = matter.proposal, proposal.clauses.isEmpty, visibility != .secret {
            let line = reading.proposalLine ?? 1
            diagnostics.append(Diagnostic(Place(file, line: line), .proposalWithoutClauses(heading: proposal.heading)))
        }
        let papers = self.papers(files, list: list, of: matter)
        matter.attachments = papers.map(\.attachment)
        matter.settleNumbers()
        let findings = PersonalDataFinding.all(in: text.bytes, file: file)
        return MatterSource(
            matter: matter, personalData: PersonalData(findings: findings, reviewed: reviewed),
            attachmentData: papers.map(\.personalData), places: places(in: fields))
    }

    private mutating func papers(
        _ files: ContentTree.MatterFiles, list: FrontMatter.Value?, of matter: Matter
    ) -> [PaperSource] {
        var reading = PaperReading(
            disk: disk, clock: clock, folder: files.folder ?? "arenden/", matter: matter, documents: documents)
        let read = files.papers.compactMap { reading.paper($0) }
        let merged = reading.merge(reading.withOriginals(read), list: list, in: matter.file)
        diagnostics += reading.diagnostics
        return merged
    }

    private func initiative(_ fields: inout Fields) -> Initiative? {
        let name = fields.text("insats")
        let owner = fields.text("insatsägare")
        let partners = fields.texts("samverkansparter").map(\.value)
        guard name != nil || owner != nil || !partners.isEmpty else { return nil }
        return Initiative(name: name, owner: owner, partners: partners)
    }

    private func application(_ fields: inout Fields, kind: Matter.Kind) -> Application? {
        guard kind == .application else { return nil }
        var application = Application()
        application.parties = fields.texts("parter").map(\.value)
        application.targetGroup = fields.text("målgrupp")
        application.purpose = fields.text("syfte")
        application.plannedStart = fields.date("planerad-start")
        application.plannedEnd = fields.date("planerat-slut")
        application.budget = fields.text("budget")
        return application
    }

    private func handlings(_ fields: inout Fields) -> [Handling] {
        bodies.compactMap { body in
            let days = fields.meetingDays(body.code.slug.text)
            guard !days.isEmpty else { return nil }
            return Handling(body: body.code, days: days.count == 1 ? days : Array(Set(days)).sorted())
        }
    }

    private func places(in fields: Fields) -> [MatterSource.KeyPlace] {
        var places: [MatterSource.KeyPlace] = []
        places.reserveCapacity(6 + bodies.count)
        for key in ["dnr", "tidigare-dnr", "titel", "bilaga", "bilagor", "belopp", "period"] where fields.has(key) {
            places.append(place(of: key, in: fields))
        }
        for body in bodies where fields.has(body.code.slug.text) {
            places.append(place(of: body.code.slug.text, in: fields))
        }
        return places
    }

    private func place(of key: String, in fields: Fields) -> MatterSource.KeyPlace {
        let place = fields.place(of: key)
        return MatterSource.KeyPlace(key: key, line: place.line, column: place.column)
    }
}
