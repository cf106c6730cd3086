import Diagnostics
import Meetings

/// An ärende as its files have it, with the places that checks between ärenden need.
public struct MatterSource: Sendable {
    public var matter: Matter
    public var personalData: PersonalData
    /// Of each of the matter's attachments, in their order.
    public var attachmentData: [PersonalData]
    /// Where keys of the front matter stand: dnr, bilaga, belopp, period, and each body's.
    public var places: [String: Place]
}

extension MatterSource {
    public func place(of key: String) -> Place { places[key] ?? Place(matter.file) }
}
