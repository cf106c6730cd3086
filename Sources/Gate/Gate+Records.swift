import Content
import Diagnostics
import Meetings
import Register

extension Gate {
    /// The records of the meetings that the audience may see. A § of a hidden matter is hidden with it: its number
    /// stays, and for a secret matter the stub (FORMAT §8). Tells each consultation its §.
    mutating func admit(
        _ records: [MinutesSource], _ entryMatters: [[[WholeIndex]]], from all: Links<Whole>, to seen: Links<Seen>,
        _ consultations: inout MatterTable<Links<Seen>.ConsultationTable>
    ) -> MeetingTable<LinkedMinutes?> {
        let places = places(of: all, in: seen)
        var minutes = MeetingTable<LinkedMinutes?>(repeating: nil, count: seen.meetings.count)
        for (record, source) in records.enumerated() {
            let id = source.minutes.meeting
            guard all.meetingIndex[id] != nil, let meeting = seen.meetingIndex[id], !hiddenMeetings.contains(id)
            else {
                hide(source.minutes.file)
                for paper in source.minutes.papers { hide(paper.file) }
                continue
            }
            let doubtful = doubtfulLines(in: source.minutes.file)
            let starts = source.minutes.entries.dropFirst().map(\.line) + [Int.max]
            let linked = zip(zip(source.minutes.entries, starts), entryMatters[record]).map { entry, matters in
                if doubtful.contains(where: { (entry.0.line..<entry.1).contains($0) }) {
                    return LinkedEntry.concealed(number: entry.0.number, stub: nil)
                }
                return self.linked(entry.0, matters, in: source.minutes.file, from: all, to: seen, places)
            }
            let entries = Table<MinutesEntry, Seen, LinkedEntry>(linked)
            for (index, matters) in zip(entries.indices, entryMatters[record]) {
                // Of a § that is hidden for another's sake, who sees the matter is told that it is there.
                for matter in matters where audience.maySee(all.matters[matter].visibility) {
                    guard let place = places[matter],
                        let own = consultations[place].firstIndex(where: { $0.meeting == meeting })
                    else { continue }
                    consultations[place][own].entries.append(index)
                }
            }
            var shown = source.minutes
            shown.entries = []
            if let first = doubtful.min(), first < source.minutes.entries.first?.line ?? .max {
                shown.preamble = Prose()
            }
            shown.papers = admit(shown.papers, source.paperData)
            minutes[meeting] = LinkedMinutes(minutes: shown, entries: entries)
            check(source.personalData.leavingOut(concealed: linked, of: source.minutes))
        }
        return minutes
    }

    /// The lines of a record that look like a § about a hidden matter and are none: the § that they stand in is held back.
    private mutating func doubtfulLines(in file: String) -> [Int] {
        (almostParagraphs[file] ?? []).compactMap { line, heading in
            guard hiddenNames.reading(of: heading).namesHidden else { return nil }
            diagnostics.append(Diagnostic(Place(file, line: line), .lineOfHidden(text: heading)))
            return line
        }
    }

    /// A § for several matters is hidden from whoever may not see all of them.
    private mutating func linked(
        _ entry: MinutesEntry, _ matters: [WholeIndex], in file: String, from all: Links<Whole>, to seen: Links<Seen>,
        _ places: Table<Matter, Whole, MatterIndex?>
    ) -> LinkedEntry {
        let hidden = matters.filter { !audience.maySee(all.matters[$0].visibility) }
        if !hidden.isEmpty {
            return .concealed(number: entry.number, stub: hidden.lazy.compactMap { places[$0] }.first)
        }
        if matters.isEmpty { return named(entry, in: file, seen) }
        return .open(entry, matters: matters.compactMap { places[$0] })
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
                let matters = all.matters(of: postponement.entry, among: handled)
                return !matters.isEmpty && matters.allSatisfy { audience.maySee(all.matters[$0].visibility) }
            }
        }
    }

    /// Of a § that the audience may see.
    func admits(_ raised: RaisedMatter) -> Bool {
        !hiddenMeetings.contains(raised.meeting) && raised.visibilities.allSatisfy { audience.maySee($0) }
    }

    /// A § that is about no matter by its dnr may still have a hidden one's name in its heading.
    private mutating func named(_ entry: MinutesEntry, in file: String, _ seen: Links<Seen>) -> LinkedEntry {
        let reading = hiddenNames.reading(of: entry.heading)
        let admitted = reading.text
        if admitted == entry.heading { return .open(entry, matters: []) }
        if reading.mayBeHidden {
            diagnostics.append(Diagnostic(Place(file, line: entry.line), .lineOfHidden(text: entry.heading)))
        }
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
