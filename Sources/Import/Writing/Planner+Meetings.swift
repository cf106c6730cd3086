import Meetings

extension Planner {
    /// A kallelse becomes its meeting's file.
    mutating func planSummons(_ index: Int, isKnown: (String) -> Bool) {
        let document = documents[index]
        guard !document.isHeldBack else { return plan.outcomes[index].obstacle = .notPublic }
        guard let meeting = meeting(of: document) else { return refuse(index) }
        let path = "moten/\(name(of: meeting)).md"
        guard !plan.files.contains(where: { $0.path == path }) else {
            plan.outcomes[index].obstacle = .secondSummons(meeting: name(of: meeting))
            return
        }
        var head = HeadText()
        head.add("organ", document.text.bodyCode)
        head.add("datum", meeting.date.description)
        head.add("tid", document.text.time)
        head.add("plats", document.text.place)
        let sent = document.text.summonsDate ?? document.date?.value
        if let sent, sent <= meeting.date { head.add("kallelse", sent.description) }
        head.add(
            "dagordning",
            document.text.agenda.map { item in
                guard let dnr = item.diaryNumber else { return item.title }
                return isKnown(dnr) ? dnr : "\(item.title) (dnr \(dnr))"
            })
        var text = head.ended() + "\n"
        if !document.text.markdown.isEmpty { text += document.text.markdown + "\n" }
        for signer in document.signatures where !document.text.markdown.contains(signer.name) {
            text += "\n\(MarkdownText.escaped(signer.shown))\n"
        }
        plan.files.append(PlannedImport(path: path, content: .text(text), sources: [index]))
        plan.outcomes[index].path = path
    }

    /// A record, and its meeting where nobody else has told of it.
    mutating func planRecord(_ index: Int, isKnown: (String) -> Bool) {
        let document = documents[index]
        guard !document.isHeldBack else { return plan.outcomes[index].obstacle = .notPublic }
        guard let meeting = meeting(of: document) else { return refuse(index) }
        let name = name(of: meeting)
        let path = "moten/\(name).protokoll.md"
        guard !plan.files.contains(where: { $0.path == path }) else {
            plan.outcomes[index].obstacle = .secondRecord(meeting: name)
            return
        }
        plan.files.append(PlannedImport(path: path, content: .text(recordText(document, isKnown)), sources: [index]))
        if let record = document.text.recordHead, let posted = record.posted,
            record.approved.map({ posted.value < $0.value }) ?? true
        {
            let fact = ImportFact("anslaget", posted.value.description, line: posted.line, isSure: false)
            plan.outcomes[index].remarks.append(.doubt(fact))
        }
        plan.outcomes[index].path = path
        planMeeting(of: index, meeting)
    }

    /// A record's meeting, where nobody else has told of it.
    mutating func planMeeting(of index: Int, _ meeting: MeetingMention) {
        let document = documents[index]
        let name = name(of: meeting)
        let path = "moten/\(name).md"
        guard !site.meetings.contains(name), !plan.files.contains(where: { $0.path == path }) else { return }
        var head = HeadText()
        head.add("organ", document.text.bodyCode)
        head.add("datum", meeting.date.description)
        head.add("tid", document.text.time)
        head.add("plats", document.text.place)
        head.add("dagordning", document.paragraphs.map { $0.diaryNumber ?? $0.title })
        plan.files.append(
            PlannedImport(path: path, content: .text(head.ended()), sources: [index], isFallback: true))
    }

    private mutating func refuse(_ index: Int) {
        let document = documents[index]
        if let name = document.body?.value, let code = document.text.bodyCode, document.text.meeting != nil {
            let missing = MissingBody(code: code, name: name)
            if !plan.missingBodies.contains(where: { $0.code == code }) { plan.missingBodies.append(missing) }
            plan.outcomes[index].obstacle = .missingBody(missing)
        } else {
            plan.outcomes[index].obstacle = .noMeeting
        }
    }

    private func recordText(_ document: ImportedDocument, _ isKnown: (String) -> Bool) -> String {
        var head = HeadText()
        if let record = document.text.recordHead {
            head.add("ordförande", record.chair)
            head.add("sekreterare", record.secretary)
            head.add("närvarande", record.present)
            head.add("ersättare", record.substitutes)
            head.add("övriga", record.others)
            head.add("justerare", record.approvers)
            head.add("justerat", record.approved?.value.description)
            if let posted = record.posted?.value {
                let isRight = record.approved.map { posted >= $0.value } ?? false
                if isRight { head.add("anslaget", posted.description) }
            }
            head.add("förvaras", record.keptAt)
        }
        var blocks = ["# " + MarkdownText.escaped(document.title?.value ?? "Protokoll")]
        blocks.append(document.text.markdown)
        var used: Set<Int> = []
        for paragraph in document.paragraphs {
            let isNew = used.insert(paragraph.number).inserted
            let title = MarkdownText.escaped(paragraph.title)
            switch (isNew, paragraph.diaryNumber) {
            case (true, let dnr?) where isKnown(dnr):
                blocks.append("## § \(paragraph.number) \(dnr)")
                // The ärende's own title may be another.
                if paragraph.isTitled { blocks.append("*\(title)*") }
            case (true, let dnr):
                let own = paragraph.isTitled ? [title] : []
                let heading = ["## § \(paragraph.number)"] + own + [dnr.map { "(dnr \($0))" }].compactMap(\.self)
                blocks.append(heading.joined(separator: " "))
            case (false, _) where paragraph.isPart:
                blocks.append("### \(title)")
            case (false, let dnr):
                // A number that is used twice cannot be a § of its own.
                blocks.append("### § \(paragraph.number) \(title)" + (dnr.map { " (dnr \($0))" } ?? ""))
            }
            blocks.append(paragraph.markdown)
        }
        let written = head.text + blocks.joined() + document.text.ending
        let signers = document.signatures.filter { !written.contains($0.name) }.map { MarkdownText.escaped($0.shown) }
        if !signers.isEmpty || !document.text.ending.isEmpty {
            // Below a heading of its own: the last § may have ended with a decision.
            blocks += ["### Underskrifter"] + signers + [document.text.ending]
        }
        return head.ended() + "\n" + blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }
}
