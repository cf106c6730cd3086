import System

/// Why a kit's packages could not be installed.
public enum InstallFailure: Error, Sendable {
    /// What the installing program said last.
    case failed(String)
    case timedOut(seconds: Int)
    /// A folder cannot be made, or a program not be started.
    case refused(SystemError)
}
