/// What the desk goes by (`skrivbord:` in klubba.yml, FORMAT §2). In days.
public struct DeskRules: Hashable, Sendable {
    /// From a kallelse to its meeting.
    public var daysToSummons = 7
    /// For how long the texts that a save replaced are kept.
    public var daysOfHistory = 365

    public init() {}
}
