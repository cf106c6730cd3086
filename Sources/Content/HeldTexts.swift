import Diagnostics
import Meetings

/// What is in no edition yet: drafts, and texts whose day has not come (FORMAT §8). A draft is no part of the register:
/// it takes no number and stands on no agenda. What waits for its day is, but nobody sees it.
public struct HeldTexts: Sendable {
    public internal(set) var drafts: [MatterSource] = []
    public internal(set) var attachments: [Attachment] = []
    public internal(set) var pages: [PageSource] = []
    /// Each text that is held back, by its file.
    public internal(set) var list: [Item] = []

    public struct Item: Hashable, Sendable {
        /// For a bilaga that only the ärende's list names, the place in the list.
        public let place: Place
        public let holding: Holding
    }

    /// What is done with them.
    public enum Handling: Sendable {
        case leftOut
        /// Shown, and marked: the preview.
        case shown
    }
}

extension SiteSources {
    /// Takes the drafts out of the register, or lays what is held back open to view.
    mutating func settleHeld(_ handling: HeldTexts.Handling) {
        for index in meetings.indices {
            note(meetings[index].meeting.holding, Place(meetings[index].meeting.file ?? ""))
            if handling == .shown { meetings[index].meeting.visibility.show(meetings[index].meeting.holding) }
        }
        for index in matters.indices where matters[index].isHeldInPart {
            matters[index] = settle(matters[index], handling)
        }
        if handling == .leftOut {
            held.drafts = matters.filter { $0.matter.holding == .draft }
            matters.removeAll { $0.matter.holding == .draft }
        }
        for index in pages.indices {
            note(pages[index].holding, Place(pages[index].file))
            if handling == .shown { pages[index].visibility.show(pages[index].holding) }
        }
        if let page = front {
            note(page.holding, Place(page.file))
            if handling == .shown { front?.visibility.show(page.holding) }
        }
        held.list.sort { $0.place < $1.place }
    }

    private mutating func settle(_ source: MatterSource, _ handling: HeldTexts.Handling) -> MatterSource {
        var matter = source.matter
        note(matter.holding, Place(matter.file))
        for attachment in matter.attachments { note(attachment.holding, Place(attachment.file, line: attachment.line)) }
        guard handling == .leftOut else {
            matter.visibility.show(matter.holding)
            if matter.holding == .draft { matter.handlings = [] }
            for index in matter.attachments.indices {
                matter.attachments[index].visibility.show(matter.attachments[index].holding)
            }
            return source.with(matter, attachmentData: source.attachmentData)
        }
        let kept = matter.attachments.indices.filter { matter.attachments[$0].holding != .draft }
        held.attachments += matter.attachments.filter { $0.holding == .draft }
        let data = kept.map { source.attachmentData[$0] }
        matter.attachments = kept.map { matter.attachments[$0] }
        return source.with(matter, attachmentData: data)
    }

    private mutating func note(_ holding: Holding?, _ place: Place) {
        if let holding { held.list.append(HeldTexts.Item(place: place, holding: holding)) }
    }
}

extension MatterSource {
    fileprivate var isHeldInPart: Bool {
        matter.holding != nil || matter.attachments.contains { $0.holding != nil }
    }
}

extension Visibility {
    /// As the preview shows it: a draft as what it may become, what waits for its day as it will be.
    fileprivate mutating func show(_ holding: Holding?) {
        switch holding {
        case nil: break
        case .draft: self = .public
        case .embargo(_, let written): self = written
        }
    }
}
