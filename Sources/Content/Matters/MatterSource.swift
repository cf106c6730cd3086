import Diagnostics
import Meetings

/// An ärende as its files have it, with the places that checks between ärenden need. There are thousands, and each is
/// handed from step to step: a class, so that handing on copies nothing.
public final class MatterSource: Sendable {
    public let matter: Matter
    public let personalData: PersonalData
    /// Of each of the matter's attachments, in their order.
    public let attachmentData: [PersonalData]
    /// Where keys of the front matter stand: dnr, tidigare-dnr, titel, bilaga, bilagor, belopp, period, and each body's.
    private let places: [KeyPlace]

    /// Where a key's value stands in the matter's file.
    struct KeyPlace {
        let key: String
        let line: Int
        let column: Int
    }

    init(matter: Matter, personalData: PersonalData, attachmentData: [PersonalData], places: [KeyPlace]) {
        (self.matter, self.personalData) = (matter, personalData)
        (self.attachmentData, self.places) = (attachmentData, places)
    }
}

extension MatterSource {
    /// The same ärende with other bilagor, or otherwise seen.
    package func with(_ matter: Matter, attachmentData: [PersonalData]) -> MatterSource {
        MatterSource(matter: matter, personalData: personalData, attachmentData: attachmentData, places: places)
    }

    public func place(of key: String) -> Place {
        guard let place = places.first(where: { $0.key == key }) else { return Place(matter.file) }
        return Place(matter.file, line: place.line, column: place.column)
    }
}
