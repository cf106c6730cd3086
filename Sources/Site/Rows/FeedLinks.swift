import Meetings
import Theme

/// Where one body's meetings, or everybody's, can be followed.
struct FeedLinks: TemplateContext {
    /// "Förbundsstyrelsen"; nil for all.
    let body: String?
    let feed: String
    let calendar: String

    static let shapeName = "flöde"
    static let fields: [Field<Self>] = [
        .text("organ") { $0.body },
        .text("atom") { $0.feed },
        .text("kalender") { $0.calendar },
    ]
}

extension FeedLinks {
    /// All first, then body by body; none without the site's address (`Planner.subscriptions`).
    static func all(_ profile: SiteProfile) -> [FeedLinks] {
        guard profile.address != nil else { return [] }
        let bodies = profile.bodies.count < 2 ? [] : profile.bodies
        return [FeedLinks(body: nil, feed: Addresses.feed, calendar: Addresses.calendar)]
            + bodies.map {
                FeedLinks(body: $0.name, feed: Addresses.feed($0.code), calendar: Addresses.calendar($0.code))
            }
    }
}
