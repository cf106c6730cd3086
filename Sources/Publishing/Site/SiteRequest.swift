import Content
import Meetings
import System

/// What somebody asks for: the site in a folder, for these readers, by this clock.
public struct SiteRequest: Sendable {
    /// The site's folder, the one with `content/` in it: absolute, with links resolved.
    public let root: String
    public var audience: Audience
    /// The day in a time zone, such as `Europe/Stockholm`. Asked once the site's own zone is known.
    public var clock: @Sendable (_ timeZone: String) -> CalendarDate
    public var options: PublicationOptions
    /// Meetings whose notices may come down before their time, `fs-2020-09-18`.
    public var mayComeDown: [String] = []
    /// The program that reads each PDF, Office file and mail in a process of its own, as `klubba` itself does. Nil to
    /// read them in this process, where a file that was made to harm its reader harms it too.
    public var documentProgram: String?
    /// What earlier readings of the same site found.
    package var memory: ReadingMemory?
    package var heldTexts = HeldTexts.Handling.leftOut
    /// The meeting whose sealed lists of bilagor are about to be corrected, `fs-2020-09-18`: they are read as they are
    /// written.
    package var correcting: String?

    /// - Parameter site: the site's folder. One that is not there is told of as a site without content is.
    public init(
        site: String, audience: Audience,
        clock: @escaping @Sendable (_ timeZone: String) -> CalendarDate = SystemClock.today(in:),
        options: PublicationOptions = PublicationOptions()
    ) {
        root = Path.planned(site)
        (self.audience, self.clock, self.options) = (audience, clock, options)
    }
}

extension SiteRequest {
    /// What klubba.yml says.
    package var settings: SiteSettings { SiteReader(root: root, clock: clock).settings() }

    /// The same for other readers.
    package func with(_ audience: Audience) -> SiteRequest {
        var other = self
        other.audience = audience
        return other
    }
}
