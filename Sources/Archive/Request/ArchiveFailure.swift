import Diagnostics

/// Why no package came about.
public enum ArchiveFailure: Error {
    /// What stands in the way is the content's.
    case content([Diagnostic])
    case disk(path: String, errno: Int32)
    /// It was another file when it had been read than when the reading began.
    case changedMeanwhile(path: String)
    case printing(String)
}
