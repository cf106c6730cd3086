import Ledger
import Meetings

/// What somebody asks to have packed, and how.
public struct ArchiveRequest: Sendable {
    public let scope: ArchiveScope
    public let audience: Audience
    public let form: Form
    public let status: Status
    /// The clock: nothing else of time reaches a package but the times of the seals.
    public let moment: LogTime
    /// Of klubba itself.
    public let version: String

    public init(
        scope: ArchiveScope, audience: Audience, form: Form, status: Status, moment: LogTime, version: String
    ) {
        (self.scope, self.audience, self.form) = (scope, audience, form)
        (self.status, self.moment, self.version) = (status, moment, version)
    }

    public enum Form: String, CaseIterable, Sendable {
        case folder = "mapp"
        case tar, zip, bag
    }

    /// How a package stands to one that was delivered before it.
    public enum Status: Hashable, Sendable {
        case new
        case supplement(to: String)
        case replacement(of: String)
    }
}

extension ArchiveRequest.Status {
    /// As the SIP vocabulary spells it.
    var term: String {
        switch self {
        case .new: "NEW"
        case .supplement: "SUPPLEMENT"
        case .replacement: "REPLEACEMENT"
        }
    }

    var other: String? {
        switch self {
        case .new: nil
        case .supplement(let other), .replacement(let other): other
        }
    }
}
