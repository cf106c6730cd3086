import Meetings

extension Words {
    /// "Robin Ek 25 september 2020 kl. 14.05, Sam Dahl 26 september 2020 kl. 9.12": the time as the signatures claim it,
    /// in the site's own zone.
    func signatures(_ signatures: [RecordSignature], zone: ZoneRules?) -> String {
        signatures.map { signature in
            let name = signature.name.isEmpty ? self[.unnamedSigner] : signature.name
            let when = signature.time.map { " " + time($0, in: zone ?? ZoneRules("UTC")) } ?? ""
            return name + when + (signature.isIntact ? "" : " (\(self[.brokenSignature]))")
        }.joined(separator: ", ")
    }

    private func time(_ seconds: Int, in zone: ZoneRules?) -> String {
        guard let zone else { return date(CalendarDate(secondsSince1970: seconds)) }
        let day = zone.day(of: seconds)
        // Noon of the day tells nothing of the hour of a change, which no board signs at.
        let offset = zone.offset(on: day, at: 720)
        let minutes = ((seconds + offset * 60) % 86_400 + 86_400) % 86_400 / 60
        return text(.signedAt, date(day), String(minutes / 60), (minutes % 60 < 10 ? "0" : "") + String(minutes % 60))
    }
}
