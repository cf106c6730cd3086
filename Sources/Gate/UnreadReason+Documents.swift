import Diagnostics
import Documents

extension UnreadReason {
    init(_ unread: Unread) {
        self =
            switch unread {
            case .locked: .locked
            case .scanned(let page): .scanned(page: page)
            case .signsWithoutLetters: .signsWithoutLetters
            case .unknown: .unknown
            case .tooLarge: .tooLarge
            case .damaged: .damaged
            case .part(let name): .part(name)
            case .toolMissing(let package): .toolMissing(package)
            case .hides(let what): .hides(what)
            case .tooHeavy: .tooHeavy
            case .unreadable(let reason): .unreadable(reason)
            }
    }
}

extension FilePart {
    init(_ place: DocumentPlace) {
        self =
            switch place {
            case .page(let page): .page(page)
            case .part(let name): .part(name)
            case .line(let line, _): .part("\(line)")
            }
    }
}
