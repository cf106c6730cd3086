import Meetings

/// What a page is made from, so that a later build can tell which pages a changed file may concern.
enum Origin: Sendable {
    /// The whole site: a list of all matters, a feed.
    case site
    /// These matters and meetings with all that their own pages show, out of so many, and what is every page's.
    case parts(matters: [MatterIndex] = [], meetings: [MeetingIndex] = [], outOf: Int = 0)
}
