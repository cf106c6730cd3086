/// What a PDF of a meeting holds.
public enum PacketKind: Hashable, Sendable {
    /// The kallelse and every paper.
    case papers
    case decisionList
    case minutes
    /// One §.
    case extract(Int)
}
