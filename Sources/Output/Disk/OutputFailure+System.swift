import System

extension OutputFailure {
    /// What a refusal to write, move or remove `path` means.
    init(_ error: SystemError, at path: String) {
        if error.isDiskFull {
            self = .diskFull(path)
        } else if error.isForbidden {
            self = .notWritable(path, errno: error.number)
        } else {
            self = .system(path, errno: error.number)
        }
    }

    /// As the system would say it.
    var systemError: SystemError {
        switch self {
        case .diskFull(let path): SystemError(path: path, number: SystemError.Number.full)
        case .readFailed(let path, let number), .notWritable(let path, let number), .system(let path, let number):
            SystemError(path: path, number: number)
        default: SystemError(path: "", number: SystemError.Number.inputOutput)
        }
    }
}
