import Meetings

/// Which matter an agenda's lines name (FORMAT §5): by dnr, alone, in front or anywhere, or by title.
struct AgendaNames<Extent> {
    /// Of each line.
    let lines: [Name]
    /// Lines that say what another line or no single line can mean; for messages.
    let remarks: [Remark]

    typealias MatterIndex = Links<Extent>.MatterIndex

    enum Name: Equatable {
        case heading
        case matter(MatterIndex)
        /// A matter that an earlier line has named: the line would show it again.
        case again(MatterIndex)
    }

    struct Remark {
        /// The line's place.
        let line: Int
        let reason: Reason
    }

    enum Reason {
        /// Another line is the matter.
        case namedAgain(MatterIndex)
        case several([MatterIndex])
    }
}

extension AgendaNames {
    /// - Parameters:
    ///   - index: every matter by its dnr's key.
    ///   - titles: the matters that carry the meeting's date, by folded title.
    init(_ agenda: [AgendaLine], _ index: [String: MatterIndex], titles: [[UInt8]: [MatterIndex]]) {
        var lines = [Name](repeating: .heading, count: agenda.count)
        var remarks: [Remark] = []
        var taken: Set<MatterIndex> = []
        var open: [Int] = []
        // What a line begins with or is comes before what another only mentions.
        for (place, line) in agenda.enumerated() {
            if let matter = AgendaBuilder<Extent>.matter(named: line.text, index) {
                lines[place] = taken.insert(matter).inserted ? .matter(matter) : .again(matter)
                if case .again = lines[place] { remarks.append(Remark(line: place, reason: .namedAgain(matter))) }
            } else {
                open.append(place)
            }
        }
        for place in open {
            let mentioned = AgendaBuilder<Extent>.matters(mentionedIn: agenda[place].text, index)
            if mentioned.count > 1 {
                remarks.append(Remark(line: place, reason: .several(mentioned)))
            } else if let matter = mentioned.first {
                if taken.insert(matter).inserted {
                    lines[place] = .matter(matter)
                } else {
                    remarks.append(Remark(line: place, reason: .namedAgain(matter)))
                }
            } else if !titles.isEmpty, let named = titles[Spelling.fold(agenda[place].text)] {
                if let matter = named.first(where: { !taken.contains($0) }) {
                    taken.insert(matter)
                    lines[place] = .matter(matter)
                } else if let matter = named.first {
                    lines[place] = .again(matter)
                    remarks.append(Remark(line: place, reason: .namedAgain(matter)))
                }
            }
        }
        (self.lines, self.remarks) = (lines, remarks.sorted { $0.line < $1.line })
    }
}
