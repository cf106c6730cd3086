import Meetings

/// How the preview marks what is in no edition yet.
struct HoldingMark: Sendable {
    let isDraft: Bool
    /// The day when it is published: `2020-09-11`; nil for a draft, and where the day cannot be read.
    let day: String?
}

extension HoldingMark {
    init(_ holding: Holding) {
        switch holding {
        case .draft: (isDraft, day) = (true, nil)
        case .embargo(.until(let date), _): (isDraft, day) = (false, date.description)
        case .embargo(.unreadable, _): (isDraft, day) = (true, nil)
        }
    }
}
