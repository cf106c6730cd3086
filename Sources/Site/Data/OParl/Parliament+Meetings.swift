import Meetings
import Register

extension Parliament {
    func appendMeeting(_ index: MeetingIndex, _ json: inout JSONWriter, _ page: inout [UInt8]) {
        let linked = edition.register.meetings[index]
        let meeting = linked.meeting
        let row = edition.meetingRows[index]
        let address = meetings[index]
        json.object(&page) { json, page in
            begin("Meeting", at: address, &json, &page)
            json.member("name", "\(row.body) \(row.dateText)", &page)
            json.member("meetingState", row.status, &page)
            json.member("cancelled", row.isCancelled, &page)
            appendTimes(of: meeting, &json, &page)
            if let place = meeting.place {
                json.key("location", &page)
                json.object(&page) { json, page in
                    begin("Location", at: address, within: "#plats", &json, &page)
                    json.member("description", place, &page)
                }
            }
            json.member("organization", meeting.bodies.map { organization($0) }, &page)
            if meeting.status != .planned, let sent = meeting.summonsDate {
                json.key("invitation", &page)
                appendFile(
                    address, "#kallelse", name: edition.words[.summons], at: row.address, date: sent, &json, &page)
            }
            if let minutes = edition.register.minutes[index]?.minutes, let minutesAddress = row.minutesAddress {
                json.key("resultsProtocol", &page)
                appendFile(
                    address, "#protokoll", name: edition.words[.minutes], at: minutesAddress,
                    date: minutes.approved, &json, &page)
            }
            if !linked.agenda.isEmpty {
                json.key("agendaItem", &page)
                json.array(&page) { json, page in appendAgenda(of: index, &json, &page) }
            }
            appendDays(days.ofMeeting(index), &json, &page)
            json.member("web", joining: base, row.address, &page)
        }
    }

    /// A meeting whose hours are not known begins with its day.
    private func appendTimes(of meeting: Meeting, _ json: inout JSONWriter, _ page: inout [UInt8]) {
        guard let zone else { return }
        let time = meeting.time.flatMap { MeetingTime($0) }
        json.member("start", zone.timestamp(meeting.id.date, at: time?.start ?? 0), &page)
        json.member("end", time?.end.map { zone.timestamp(meeting.lastDay, at: $0) }, &page)
    }

    private func appendAgenda(of index: MeetingIndex, _ json: inout JSONWriter, _ page: inout [UInt8]) {
        let linked = edition.register.meetings[index]
        let address = meetings[index]
        let slug = edition.meetingRows[index].id
        let fragments = AgendaFragments(linked.agenda, edition.register)
        for (order, (position, item)) in AgendaPosition.all(linked.agenda).enumerated() {
            json.object(&page) { json, page in
                begin("AgendaItem", at: address, within: "#" + fragments.names[order], &json, &page)
                json.member("number", position.text, &page)
                json.member("order", order + 1, &page)
                switch item.content {
                case .heading(let text):
                    json.member("name", text, &page)
                    json.member("public", true, &page)
                case .matter(let matter, let consultation):
                    let row = edition.matterRows[matter]
                    json.member("name", row.named, &page)
                    json.member("public", !row.isSecret, &page)
                    guard !row.isSecret else { return }
                    json.member("consultation", joining: base, papers[matter], and: "#" + slug, &page)
                    appendResult(of: consultation, matter, address, &json, &page)
                }
            }
        }
    }

    private func appendResult(
        of consultation: ConsultationIndex, _ matter: MatterIndex, _ address: String, _ json: inout JSONWriter,
        _ page: inout [UInt8]
    ) {
        let own = edition.register.consultations[matter][consultation]
        let entries = edition.entries(of: own)
        guard let minutes = edition.register.minutes[own.meeting]?.minutes, !entries.isEmpty else { return }
        let decisions = entries.compactMap(\.decision)
        json.member("result", decisions.isEmpty ? nil : edition.state(of: own, matter), &page)
        let wording = decisions.compactMap { edition.wording($0, of: [matter], at: own.id) }
        json.member("resolutionText", wording.isEmpty ? nil : wording.joined(separator: " "), &page)
        func append(_ entry: MinutesEntry, _ json: inout JSONWriter, _ page: inout [UInt8]) {
            appendFile(
                address, "#paragraf-" + String(entry.number), name: "§ \(entry.number)",
                at: edition.meetingRows[own.meeting].extract(entry.number), date: minutes.approved(entry), &json,
                &page)
        }
        json.key("resolutionFile", &page)
        append(entries[0], &json, &page)
        guard entries.count > 1 else { return }
        json.key("auxiliaryFile", &page)
        json.array(&page) { json, page in
            for entry in entries.dropFirst() { append(entry, &json, &page) }
        }
    }
}
