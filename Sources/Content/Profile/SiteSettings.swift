import Diagnostics
import Meetings

/// What klubba.yml says, read once (FORMAT §2).
public struct SiteSettings: Sendable {
    public let profile: SiteProfile
    /// What is wrong with it.
    public let diagnostics: [Diagnostic]
    /// The file as it lies; nil where there is none that can be read.
    package let bytes: [UInt8]?
}
