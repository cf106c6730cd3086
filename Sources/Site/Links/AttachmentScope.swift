import Meetings
import Register

/// What bilaga numbers mean in a text (FORMAT §4: a mention becomes a link where it can mean only one bilaga).
package enum AttachmentScope: Sendable {
    case nothing
    /// A matter's own text, or one of its bilagor: its own papers first, then those of its meetings.
    case matter(MatterIndex)
    /// A meeting's text: every paper of the meeting.
    case meeting(MeetingIndex)
}

extension AttachmentScope {
    /// The one address that a number means here; nil where it means none or several.
    func address(of number: AttachmentNumber, in register: SeenRegister) -> String? {
        var found = NumberedPapers()
        switch self {
        case .nothing: break
        case .matter(let matter):
            register.find(number, of: matter, at: nil, &found)
            if found.first == nil {
                for consultation in register.consultations[matter] {
                    register.find(number, at: consultation.meeting, &found)
                }
            }
        case .meeting(let meeting): register.find(number, at: meeting, &found)
        }
        return found.isSeveral ? nil : found.first.flatMap(register.address)
    }
}

/// The papers that a number means, as far as it matters whether they are none, one or several.
private struct NumberedPapers {
    private(set) var first: Paper?
    private(set) var isSeveral = false

    struct Paper: Equatable {
        let matter: MatterIndex
        /// Among the matter's attachments; nil for the matter's own text.
        let attachment: Int?
    }

    mutating func add(_ paper: Paper) {
        if first == nil { first = paper } else if first != paper { isSeveral = true }
    }
}

extension SeenRegister {
    fileprivate func address(_ paper: NumberedPapers.Paper) -> String? {
        guard let attachment = paper.attachment else { return Addresses.matter(matters[paper.matter]) }
        return Addresses.attachment(matters[paper.matter].attachments[attachment], of: matters[paper.matter])
    }

    /// What a number means at a meeting.
    fileprivate func find(_ number: AttachmentNumber, at meeting: MeetingIndex, _ found: inout NumberedPapers) {
        for item in meetings[meeting].agenda {
            guard case .matter(let matter, let consultation) = item.content else { continue }
            find(number, of: matter, at: consultation, &found)
        }
    }

    /// What a number means among one matter's papers, at one of its meetings or at any.
    fileprivate func find(
        _ number: AttachmentNumber, of matter: MatterIndex, at consultation: ConsultationIndex?,
        _ found: inout NumberedPapers
    ) {
        guard matters[matter].visibility != .secret else { return }
        func add(_ attachment: Int) {
            if case .missing = matters[matter].attachments[attachment].content { return }
            found.add(NumberedPapers.Paper(matter: matter, attachment: attachment))
        }
        let written =
            consultation == nil ? matters[matter].attachments.indices.filter { hasNumber($0, number, matter) } : []
        // In a matter's own text a packet number that nobody wrote does not contend with a bilaga's written one.
        let isOutdone =
            !written.isEmpty && matters[matter].numbers.ranges.isEmpty
        for index in consultations[matter].indices where consultation == nil || consultation == index {
            if consultations[matter][index].number == number, !isOutdone {
                found.add(NumberedPapers.Paper(matter: matter, attachment: nil))
            }
            let numbers = consultations[matter][index].attachmentNumbers
            for paper in numbers.indices where numbers[paper] == number { add(paper) }
        }
        written.forEach(add)
    }

    private func hasNumber(_ attachment: Int, _ number: AttachmentNumber, _ matter: MatterIndex) -> Bool {
        matters[matter].attachments[attachment].number == number
    }
}
