import Diagnostics

/// The paper that an ärende was laid up from.
public enum MatterSource: Hashable, Sendable {
    /// By the meeting: `fs-2020-09-18`.
    case record(String)
    case summons(String)
    case file(String)
}

extension MatterSource {
    public func text(in language: MessageLanguage) -> String {
        switch (self, language) {
        case (.record(let meeting), .swedish): "protokollet \(meeting)"
        case (.record(let meeting), .english): "the record \(meeting)"
        case (.summons(let meeting), .swedish): "kallelsen till \(meeting)"
        case (.summons(let meeting), .english): "the kallelse to \(meeting)"
        case (.file(let name), _): name
        }
    }
}
