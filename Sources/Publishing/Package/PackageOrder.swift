import Archive
import Meetings
import Packet

/// An archive package, as somebody asks for it.
package struct PackageOrder: Sendable {
    package let request: ArchiveRequest
    /// Whether the texts come as PDF/A too, and the packets as they were sent.
    package let hasPrints: Bool
    /// Whether the public site comes with it, to be read without a web server.
    package let hasSiteCopy: Bool
    package let warnings: Publication.Warnings

    package init(_ request: ArchiveRequest, hasPrints: Bool, hasSiteCopy: Bool, warnings: Publication.Warnings) {
        (self.request, self.hasPrints, self.hasSiteCopy) = (request, hasPrints, hasSiteCopy)
        self.warnings = warnings
    }

    /// How far the making has come.
    package enum Step: Sendable {
        case planning
        case printing(done: Int, all: Int)
    }
}

/// Why a site's package was not made.
package enum PackageRefusal: Error {
    /// No meeting by that name, for those who are to have the package.
    case unknownMeeting(MeetingID)
    /// The site's own content has errors.
    case siteHasErrors
    /// What makes the PDF files is missing, or the theme's templates for print have faults.
    case printing(PacketFailure)
    case package(ArchiveFailure)
}
