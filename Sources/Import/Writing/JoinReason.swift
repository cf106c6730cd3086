import Diagnostics

/// Why a paper belongs to an ärende.
public enum JoinReason: Hashable, Sendable {
    case sameDiaryNumber
    case initiativeOrTitle
    case attachmentNumber
    case packetOrder
}

extension JoinReason {
    public func text(in language: MessageLanguage) -> String {
        switch (self, language) {
        case (.sameDiaryNumber, .swedish): "samma dnr"
        case (.sameDiaryNumber, .english): "the same dnr"
        case (.initiativeOrTitle, .swedish): "samma insats eller titel"
        case (.initiativeOrTitle, .english): "the same insats or title"
        case (.attachmentNumber, .swedish): "bilagans nummer"
        case (.attachmentNumber, .english): "the number of the bilaga"
        case (.packetOrder, .swedish): "paketets ordning"
        case (.packetOrder, .english): "the packet's order"
        }
    }
}
