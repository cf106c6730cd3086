import Diagnostics

/// Personal data in a text that somebody might publish (RULES.md).
public struct PersonalDataFinding: Hashable, Sendable {
    public let kind: Kind
    public let place: Place

    public enum Kind: Hashable, Sendable {
        case identityNumber
        case email
        case phone
    }
}

/// What a text holds of personal data, and whether somebody has looked at it and taken responsibility.
public struct PersonalData: Sendable {
    public var findings: [PersonalDataFinding] = []
    /// `personuppgifter-granskade: 2020-09-10 NN`
    public var reviewed: String?
}
