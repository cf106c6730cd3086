/// What `bilagor` says otherwise than the list that a meeting, held by now, was sealed with.
public enum SentListChange: Hashable, Sendable {
    case title(old: String, new: String)
    /// In the words of `synlighet`.
    case visibility(old: String, new: String, title: String)
    case order(title: String)
}

extension SentListChange {
    func swedish(_ meeting: String) -> String {
        switch self {
        case .title(let old, let new):
            "bilagan \"\(new.visible)\" hette \"\(old.visible)\" när \(meeting) förseglades"
        case .visibility(let old, let new, let title):
            "bilagan \"\(title.visible)\" var \(old) när \(meeting) förseglades, och nu står det \(new)"
        case .order(let title):
            "bilagan \"\(title.visible)\" hade en annan plats i ärendets lista när \(meeting) förseglades"
        }
    }

    func english(_ meeting: String) -> String {
        switch self {
        case .title(let old, let new):
            "the bilaga \"\(new.visible)\" was called \"\(old.visible)\" when \(meeting) was sealed"
        case .visibility(let old, let new, let title):
            "the bilaga \"\(title.visible)\" was \(old) when \(meeting) was sealed, and now it says \(new)"
        case .order(let title):
            "the bilaga \"\(title.visible)\" had another place in the matter's list when \(meeting) was sealed"
        }
    }

    /// What is shown of the two.
    var isStricter: Bool { if case .visibility = self { true } else { false } }
}
