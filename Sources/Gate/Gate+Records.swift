import Content
import Meetings
import Register

extension Gate {
    /// The records of the meetings that the audience may see. A § of a hidden matter is hidden with it: its number
    /// stays, and for a secret matter the stub (FORMAT §8). Tells each consultation its §.
    mutating func admit(
        _ records: [MinutesSource], _ entryMatters: [[WholeIndex?]], from all: Links<Whole>, to seen: Links<Seen>,
        _ consultations: inout MatterTable<Links<Seen>.ConsultationTable>
    ) -> MeetingTable<LinkedMinutes?> {
        let places = places(of: all, in: seen)
        var minutes = MeetingTable<LinkedMinutes?>(repeating: nil, count: seen.meetings.count)
        for (record, source) in records.enumerated() {
            let id = source.minutes.meeting
            guard all.meetingIndex[id] != nil, let meeting = seen.meetingIndex[id], !hiddenMeetings.contains(id)
            else {
                hide(source.minutes.file)
                continue
            }
            let linked = zip(source.minutes.entries, entryMatters[record]).map { entry, matter -> LinkedEntry in
                guard let matter else { return named(entry, in: seen) }
                let place = places[matter]
                if audience.maySee(all.matters[matter].visibility) { return .open(entry, matter: place) }
                return .concealed(number: entry.number, stub: place)
            }
            let entries = Table<MinutesEntry, Seen, LinkedEntry>(linked)
            for (index, entry) in entries.indexed {
                guard let matter = entry.matter,
                    let own = consultations[matter].firstIndex(where: { $0.meeting == meeting })
                else { continue }
                consultations[matter][own].entry = index
            }
            var shown = source.minutes
            shown.entries = []
            minutes[meeting] = LinkedMinutes(minutes: shown, entries: entries)
            check(source.personalData.leavingOut(concealed: linked, of: source.minutes))
        }
        return minutes
    }

    typealias WholeIndex = RowIndex<Matter, Whole>

    /// Where each matter of the whole register is among those that the audience sees. They come in the same order, some
    /// of them not at all, and a secret one as its stub.
    private func places(of all: Links<Whole>, in seen: Links<Seen>) -> Table<Matter, Whole, MatterIndex?> {
        var next = seen.matters.startIndex
        return all.matters.table { matter in
            let isThere = audience.maySee(matter.visibility) || Gate.leavesStub(matter)
            defer { if isThere { next = next.advanced(by: 1) } }
            return isThere ? next : nil
        }
    }

    /// What the §§ that the audience may see send on to later meetings. Whose § it is, the whole register says: a hidden
    /// matter's heading may mention another.
    func admitted(_ records: [MinutesSource], from all: Links<Whole>, bodies: [Body]) -> [Postponement] {
        records.flatMap { source -> [Postponement] in
            guard let meeting = all.meetingIndex[source.minutes.meeting],
                !hiddenMeetings.contains(source.minutes.meeting)
            else { return [] }
            let postponements = Postponement.all(in: source.minutes, bodies: bodies)
            guard !postponements.isEmpty else { return [] }
            let handled = all.handled(at: meeting)
            return postponements.filter { postponement in
                all.matter(of: postponement.entry, among: handled).map { audience.maySee(all.matters[$0].visibility) }
                    ?? false
            }
        }
    }

    /// A § that is about no matter by its dnr may still have a hidden one's name in its heading.
    private func named(_ entry: MinutesEntry, in seen: Links<Seen>) -> LinkedEntry {
        let admitted = hiddenNames.admit(entry.heading)
        if admitted == entry.heading { return .open(entry, matter: nil) }
        let stub = admitted.flatMap { seen.matterIndex[DiaryNumber.key(of: $0)] }
        return .concealed(number: entry.number, stub: stub)
    }
}

extension PersonalData {
    /// Without what stands in the §§ that an audience does not see.
    fileprivate func leavingOut(concealed entries: [LinkedEntry], of minutes: Minutes) -> PersonalData {
        var data = self
        if data.findings.isEmpty { return data }
        for (index, entry) in entries.enumerated() {
            guard case .concealed = entry else { continue }
            let start = minutes.entries[index].line
            let end = index + 1 < minutes.entries.count ? minutes.entries[index + 1].line : Int.max
            data.findings.removeAll { (start..<end).contains($0.place.line) }
        }
        return data
    }
}
