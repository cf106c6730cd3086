import Diagnostics

extension NoiseLine.Reason {
    public func text(in language: MessageLanguage) -> String {
        switch language {
        case .swedish: rawValue
        case .english: english
        }
    }

    private var english: String {
        switch self {
        case .pageNumber: "a page number"
        case .runningHead: "a running head"
        case .address: "a line of an address"
        case .deadBookmark: "a dead reference"
        case .contents: "a table of contents"
        case .templateVersion: "the form's version"
        case .signatureMark: "a mark of those who approve"
        case .rule: "a rule"
        case .pageEdge: "a page's head or foot"
        case .letterhead: "a part of the letterhead"
        case .surroundings: "what surrounds the page's text"
        case .divider: "a divider"
        case .hidden: "hidden text"
        case .struck: "struck out as a tracked change"
        case .comment: "a comment"
        case .crossedOut: "text that is crossed out"
        case .picture: "a picture"
        case .unticked: "a box that is not ticked"
        case .unplaced: "what found no place"
        }
    }
}
