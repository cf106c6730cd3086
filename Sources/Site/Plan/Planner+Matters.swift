import Meetings
import Register
import Theme

extension Planner {
    func matterPages() -> [PlannedPage] {
        var files: [PlannedPage] = []
        files.reserveCapacity(register.matters.count * 3)
        for (index, matter) in register.matters.indexed {
            if matter.visibility == .secret {
                files.append(stubPage(of: index))
                continue
            }
            files.append(matterPage(of: index))
            for (paper, attachment) in matter.attachments.enumerated() {
                switch attachment.content {
                case .text:
                    files.append(attachmentPage(paper, of: index))
                    if let original = attachment.original {
                        files.append(
                            PlannedPage(
                                path: "arenden/\(matter.slug)/\(original.name)", content: .copy(original.path),
                                isPermanent: false, source: original.file))
                    }
                case .file(let location, let name, _):
                    files.append(
                        PlannedPage(
                            path: "arenden/\(matter.slug)/\(name)", content: .copy(location), isPermanent: false,
                            source: attachment.file))
                case .missing: break
                }
            }
        }
        return files
    }

    /// An ärende that a meeting has been summoned to handle may have been linked to: its address stays.
    func isPublished(_ matter: MatterIndex) -> Bool {
        register.consultations[matter].contains { register.meetings[$0.meeting].meeting.status != .planned }
    }

    private func stubPage(of index: MatterIndex) -> PlannedPage {
        let (edition, template) = (edition, templates.secret)
        let matter = register.matters[index]
        return .page(Addresses.matter(matter), source: matter.file) { page in
            let matter = edition.register.matters[index]
            let title = edition.words[.secretMatter]
            let content = NoticePage(
                title: title, dnr: matter.diaryNumber?.text, secrecyGround: matter.secrecyGround,
                meetings: edition.register.consultations[index].map { edition.meetingRows[$0.meeting] })
            let frame = edition.frame(
                content, title: title, address: Addresses.matter(matter), section: Addresses.diary,
                crumbs: [
                    NamedLink(text: edition.words[.diary], address: Addresses.diary),
                    NamedLink(text: title, address: nil),
                ])
            template.render(frame, into: &page)
        }
    }

    private func matterPage(of index: MatterIndex) -> PlannedPage {
        let (edition, template) = (edition, templates.matter)
        let matter = register.matters[index]
        return .page(
            Addresses.matter(matter), source: matter.file, isPermanent: isPublished(index), of: .parts(matters: [index])
        ) { page in
            template.render(edition.matterFrame(index), into: &page)
        }
    }

    private func attachmentPage(_ paper: Int, of index: MatterIndex) -> PlannedPage {
        let (edition, template) = (edition, templates.attachment)
        let attachment = register.matters[index].attachments[paper]
        let address = Addresses.attachment(attachment, of: register.matters[index]) ?? ""
        return .page(address, source: attachment.file, of: .parts(matters: [index])) { page in
            if let frame = edition.attachmentFrame(paper, of: index) { template.render(frame, into: &page) }
        }
    }
}

extension Edition {
    /// As it stands for a meeting; without one, for the meeting that its own page speaks of.
    package func matterFrame(_ index: MatterIndex, at consultation: ConsultationIndex? = nil) -> PageFrame<MatterPage> {
        let matter = register.matters[index]
        let address = Addresses.matter(matter)
        let root = Addresses.root(from: address)
        let scope = AttachmentScope.matter(index)
        let main = consultation ?? mainConsultation(of: index)
        func placed(_ prose: Prose) -> PlacedProse { place(prose, root: root, scope) }
        let row = matterRows[index]
        let decided = decided(index)
        let beginning = decidedContext(index)
        let content = MatterPage(
            row: row, isApplication: matter.kind == .application,
            caseOfficers: matter.caseOfficers.isEmpty ? nil : matter.caseOfficers.joined(separator: ", "),
            initiative: matter.initiative,
            initiativeAddress: (matter.initiative?.name).flatMap { initiatives.address(of: $0) },
            amount: amounts(of: index),
            period: matter.period.map { words.period($0) },
            application: matter.application.map { form in
                ApplicationContext(
                    application: form, start: form.plannedStart.map { words.date($0) },
                    end: form.plannedEnd.map { words.date($0) })
            },
            consultations: register.consultations[index].map { consultation in
                let isDeciding = isDeciding(consultation.id)
                return ConsultationRow(
                    meeting: meetingRows[consultation.meeting], role: words.role(isDeciding ? .deciding : .preparing),
                    isDeciding: isDeciding, number: consultation.number?.description,
                    state: state(of: consultation, index),
                    paragraphs: entries(of: consultation).map { entry in
                        ParagraphRow(
                            number: entry.number, address: meetingRows[consultation.meeting].extract(entry.number),
                            isUnapproved: isUnapproved(entry, at: consultation.meeting))
                    }, hidden: hiddenParagraphs(of: consultation).map(String.init))
            },
            proposal: matter.proposal.map { ProposalContext($0, placed) },
            decided: beginning,
            decisions: decided.map { decisions(of: $0, matter: index, root: root) } ?? [],
            followUps: (followUpsOfMatter[index] ?? []).compactMap { self.row($0) },
            before: matter.before.isEmpty ? nil : placed(matter.before),
            after: matter.after.isEmpty ? nil : placed(matter.after),
            headings: headings(of: matter), papers: papers(of: index, at: main),
            signatures: matter.signatures.map { signature in
                SignatureRow(
                    name: signature.name, organisation: signature.organisation,
                    date: signature.date.map { words.date($0) })
            },
            neighbours: main.flatMap { neighbours(of: index, at: register.consultations[index][$0].meeting) },
            numbers: main.flatMap { numbers(of: register.consultations[index][$0]) },
            corrections: corrections(ofMatter: index), later: changesSinceSummons(index),
            formerNumbers: matter.formerNumbers.map(\.text))
        return frame(
            content, title: [row.dnr, row.title].compactMap(\.self).joined(separator: " "),
            description: beginning.map { "\(row.title). \(decidedSentence($0))" }
                ?? words.text(.matterDescription, row.title, site.name), address: address,
            section: Addresses.diary,
            crumbs: [
                NamedLink(text: words[.diary], address: Addresses.diary),
                NamedLink(text: row.dnr ?? row.title, address: nil, isContent: true),
            ], structured: StructuredData(self)?.matter(index),
            feed: feed(ofPage: address))
    }

    /// Of the meeting that comes next.
    private func changesSinceSummons(_ index: MatterIndex) -> [LaterPaperRow] {
        let coming = register.consultations[index].first { meetingRows[$0.meeting].isComing }
        return coming.map { laterPapers(laterPapers($0.meeting), of: index) } ?? []
    }

    private func headings(of matter: Matter) -> [HeadingRow] {
        let all = (matter.before.headings + matter.after.headings).filter { $0.level == 2 }
        return all.count < 3 ? [] : all.map { HeadingRow(text: $0.text, anchor: $0.anchor) }
    }

    private func neighbours(of matter: MatterIndex, at meeting: MeetingIndex) -> NeighbourContext? {
        let handled = register.meetings[meeting].agenda.compactMap { item -> MatterIndex? in
            if case .matter(let other, _) = item.content, register.matters[other].visibility != .secret {
                other
            } else {
                nil
            }
        }
        guard let place = handled.firstIndex(of: matter), handled.count > 1 else { return nil }
        return NeighbourContext(
            meeting: meetingRows[meeting], previous: place > 0 ? matterRows[handled[place - 1]] : nil,
            next: place + 1 < handled.count ? matterRows[handled[place + 1]] : nil)
    }

    /// `6`, `6 – 6.2`, `6, 6.2`
    private func numbers(of consultation: Consultation) -> String? {
        guard let own = consultation.number else { return nil }
        let papers = consultation.attachmentNumbers.compactMap(\.self).filter { $0.isBelow(own) || $0 > own }.sorted()
        guard let last = papers.last else { return own.description }
        let isWhole = last.isBelow(own) && last.parts.count == own.parts.count + 1 && last.parts.last == papers.count
        return isWhole ? "\(own)\u{A0}–\u{A0}\(last)" : ([own] + papers).map(\.description).joined(separator: ", ")
    }

    func attachmentFrame(_ paper: Int, of index: MatterIndex) -> PageFrame<AttachmentPage>? {
        let matter = register.matters[index]
        let attachment = matter.attachments[paper]
        guard case .text(let prose, _) = attachment.content, let address = Addresses.attachment(attachment, of: matter)
        else {
            return nil
        }
        let papers = papers(of: index, at: mainConsultation(of: index))
        let row = papers[paper]
        let root = Addresses.root(from: address)
        let headings = prose.headings.filter { $0.level == 2 }
        let content = AttachmentPage(
            paper: row, matter: matterRows[index], text: place(prose, root: root, .matter(index)),
            headings: headings.count < 3 ? [] : headings.map { HeadingRow(text: $0.text, anchor: $0.anchor) },
            original: PaperRow(originalOf: attachment, below: Addresses.matter(matter), words),
            previous: papers[..<paper].last { $0.address != nil },
            next: papers[(paper + 1)...].first { $0.address != nil })
        let name = row.number.map { "\(words[.attachment]) \($0)" } ?? words[.attachment]
        return frame(
            content, title: "\(name) \(row.title), \(matterRows[index].dnr ?? matter.title)", address: address,
            section: Addresses.diary,
            crumbs: [
                NamedLink(text: words[.diary], address: Addresses.diary),
                NamedLink(
                    text: matterRows[index].dnr ?? matter.title, address: Addresses.matter(matter), isContent: true),
                NamedLink(text: name, address: nil),
            ])
    }
}
