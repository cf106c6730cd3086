/// Why nothing is written of a paper that was read.
public enum ImportObstacle: Hashable, Sendable {
    /// By its dnr, or by its title where it has none.
    case matterElsewhere(String, file: String)
    /// A bilaga needs its ärende's folder.
    case noFolder(file: String)
    case secondSummons(meeting: String)
    case secondRecord(meeting: String)
    case missingBody(MissingBody)
    case noMeeting
    case sealed(file: String)
    /// A record or a kallelse with a mark of secrecy, which its file has no place for.
    case notPublic
}
