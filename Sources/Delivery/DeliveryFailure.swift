import Output

/// Why an edition did not reach its readers. Until the last step they have the old one.
public enum DeliveryFailure: Error, Sendable, Equatable {
    /// A program that the place needs is not on this machine.
    case programMissing(String)
    /// A program said no; what it said.
    case refused(program: String, said: String)
    /// The line broke in the last step: readers have the old edition or the new one, whole, and nobody here knows which.
    case turningUnknown(program: String, said: String)
    case timedOut(program: String, seconds: Int)
    /// The place is a folder already, where the link to a release should be.
    case placeIsFolder(String)
    /// A folder of this machine could not be written.
    case notWritten(OutputFailure, folder: String)
    /// So many of the pages that were fetched back are not the ones that were sent, the first of them named.
    case differs(address: String, count: Int, of: Int)
}

extension DeliveryFailure {
    /// What a program that did not come to its end means when it was to turn to the new edition.
    var inTheLastStep: DeliveryFailure {
        switch self {
        case .refused(let program, let said): .turningUnknown(program: program, said: said)
        case .timedOut(let program, let seconds): .turningUnknown(program: program, said: "\(seconds) s")
        default: self
        }
    }
}
