/// Why another program could not do its work.
public enum ToolFailure: Error, Equatable, Sendable {
    case notStarted(String, errno: Int32)
    case notWritable(String, errno: Int32)
    /// What it said last.
    case failed(String)
    case timedOut(seconds: Int)
}
