import Meetings
import Register

/// What bilaga numbers mean in a text (FORMAT §4: a mention becomes a link where it can mean only one bilaga).
package enum AttachmentScope: Sendable {
    case nothing
    /// A matter's own text, or one of its bilagor: its own papers first, then those of its meetings.
    case matter(Int)
    /// A meeting's text: every paper of the meeting.
    case meeting(Int)
}

extension AttachmentScope {
    /// The one address that a number means here; nil where it means none or several.
    func address(of number: AttachmentNumber, in register: GatedRegister) -> String? {
        switch self {
        case .nothing:
            return nil
        case .matter(let matter):
            let own = register.papers(of: matter, under: number, at: nil)
            if !own.isEmpty { return own.count == 1 ? own.first : nil }
            var found: Set<String> = []
            for consultation in register.consultations[matter] {
                found.formUnion(register.papers(at: consultation.meeting, under: number))
            }
            return found.count == 1 ? found.first : nil
        case .meeting(let meeting):
            let found = register.papers(at: meeting, under: number)
            return found.count == 1 ? found.first : nil
        }
    }
}

extension GatedRegister {
    /// The addresses that a number means at a meeting.
    fileprivate func papers(at meeting: Int, under number: AttachmentNumber) -> Set<String> {
        var found: Set<String> = []
        for item in meetings[meeting].agenda {
            guard case .matter(let matter, let consultation) = item.content else { continue }
            found.formUnion(papers(of: matter, under: number, at: consultation))
        }
        return found
    }

    /// The addresses that a number means among one matter's papers, at one of its meetings or at any.
    fileprivate func papers(of matter: Int, under number: AttachmentNumber, at consultation: Int?) -> Set<String> {
        let owner = matters[matter]
        guard owner.visibility != .secret else { return [] }
        // In a matter's own text a packet number that nobody wrote does not contend with a bilaga's written one.
        let isOutdone =
            consultation == nil && owner.handlings.allSatisfy { $0.place == nil && !$0.isOwnRange }
            && owner.attachments.contains { $0.number == number }
        var found: Set<String> = []
        for (index, own) in consultations[matter].enumerated() where consultation == nil || consultation == index {
            if own.number == number, !isOutdone { found.insert(Addresses.matter(owner)) }
            for (paper, given) in own.attachmentNumbers.enumerated() where given == number {
                if let address = Addresses.attachment(owner.attachments[paper], of: owner) { found.insert(address) }
            }
        }
        if consultation == nil {
            for attachment in owner.attachments where attachment.number == number {
                if let address = Addresses.attachment(attachment, of: owner) { found.insert(address) }
            }
        }
        return found
    }
}
