import Diagnostics

/// Why no packet could be made at all; what is wrong with a paper is a diagnostic instead.
public enum PacketFailure: Error, Sendable {
    /// WeasyPrint is nowhere to be found.
    case noPrinter
    /// It is older than what makes PDF/A-3a and PDF/UA-1.
    case oldPrinter(String)
    /// klubba-pdf is nowhere to be found.
    case noMerger
    /// The last lines that WeasyPrint or klubba-pdf said.
    case printing(String)
    case merging(String)
    case timedOut(seconds: Int)
    case notWritable(String, errno: Int32)
    /// The theme's templates for print have faults.
    case theme([Diagnostic])
    /// It was made, but papers in it could not be read.
    case papers
}
