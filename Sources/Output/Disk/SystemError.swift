import Glibc

/// A system call's refusal.
struct SystemError: Error, Equatable {
    let number: CInt
}

extension SystemError {
    /// The call's answer; a call that a signal broke off is made again.
    static func check<Answer: SignedInteger>(_ call: () -> Answer) throws(SystemError) -> Answer {
        while true {
            let answer = call()
            if answer >= 0 { return answer }
            let number = errno
            if number != EINTR { throw SystemError(number: number) }
        }
    }
}

extension OutputFailure {
    /// What a refusal to write, move or remove `path` means.
    init(_ error: SystemError, at path: String) {
        switch error.number {
        case ENOSPC, EDQUOT: self = .diskFull(path)
        case EACCES, EPERM, EROFS: self = .notWritable(path, errno: error.number)
        default: self = .system(path, errno: error.number)
        }
    }
}
