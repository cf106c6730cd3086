import Output

/// Why an edition did not reach its readers. Until the last step they have the old one.
public enum DeliveryFailure: Error, Sendable, Equatable {
    /// A program that the place needs is not on this machine.
    case programMissing(String)
    /// A program said no; what it said.
    case refused(program: String, said: String)
    case timedOut(program: String, seconds: Int)
    /// The place is a folder already, where the link to a release should be.
    case placeIsFolder(String)
    /// A folder of this machine could not be written.
    case notWritten(OutputFailure, folder: String)
    /// So many of the pages that were fetched back are not the ones that were sent, the first of them named.
    case differs(address: String, count: Int, of: Int)
}
