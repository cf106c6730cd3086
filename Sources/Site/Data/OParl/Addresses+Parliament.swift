import Meetings

/// Where OParl's objects are, by the names of their types. Each object that a client fetches by itself has a file; one that
/// stands inside another is known by a fragment of that one's address.
extension Addresses {
    /// `system`, `body`, and the lists: `meetings`, `meetings-2`.
    static func parliament(_ name: String) -> String { "oparl/" + name + ".json" }
    static func organization(_ body: BodyCode) -> String { "oparl/organization/" + body.slug.text + ".json" }
    static func oparlMeeting(_ id: MeetingID) -> String { "oparl/meeting/" + id.slug + ".json" }
    static func paper(_ matter: Matter) -> String { paper(matter.slug) }
    static func paper(_ slug: Slug) -> String { "oparl/paper/" + slug.text + ".json" }
}
