import System

/// Why a file was not read, and what to do.
public enum ImportRefusal: Hashable, Sendable {
    case empty
    case binary
    case tooLarge(megabytes: Int, limit: Int)
    case toolMissing(String, package: String)
    case toolFailed(String)
    case locked
    case damagedPDF
    case noPages
    case tooManyPages(Int)
    /// Of a file with so many pages, one that it has not was asked for.
    case noSuchPage(Int, count: Int)
    case notWhatItSays(ending: String)
    case otherFormat(ending: String)
    case unreadable(reason: SystemReason)
    /// A link that leads nowhere.
    case brokenLink
    case notAFile
    case linkOutside
    case pandocMissing
    case brokenWord
    case brokenOffice
    case wordBomb(megabytes: Int)
    case pandocNotStarted
    case pandocOutOfMemory
    case pandocTooSlow(seconds: Int)
}
