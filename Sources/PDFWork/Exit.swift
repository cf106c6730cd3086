/// How klubba-pdf ends.
public enum Exit: Int32, Sendable {
    case done = 0
    case usage = 2
    case failed = 3
    /// A password is needed.
    case locked = 10
    case damaged = 11
    case noPages = 12
    case outOfMemory = 13
}
