import Diagnostics
import Meetings

/// `publicering:` in klubba.yml (FORMAT §2).
extension ProfileReading {
    func publishing(_ fields: inout Fields) -> (PublishingTarget?, PublishingTarget?) {
        (target("offentlig", &fields), target("ledamöter", &fields))
    }

    private func target(_ key: String, _ fields: inout Fields) -> PublishingTarget? {
        guard let value = fields.value(key) else { return nil }
        guard case .map(let entries) = value.content else {
            fields.report(.expectedMap(key: key, example: "{till: \"mapp:/srv/handlingar\"}"), at: value)
            return nil
        }
        var inner = Fields(entries, file: "klubba.yml", clock: clock)
        defer {
            inner.finish()
            fields.diagnostics += inner.diagnostics
        }
        let control = inner.locatedText("kontroll")
        guard let written = inner.locatedText("till") else {
            fields.report(.publishingPlace(written: "", forms: PublishingPlace.forms), at: value)
            return nil
        }
        guard let place = PublishingPlace(written.value) else {
            inner.report(
                .publishingPlace(written: written.value, forms: PublishingPlace.forms), written.line, written.column)
            return nil
        }
        if let control, !(control.value.hasPrefix("https://") || control.value.hasPrefix("http://")) {
            inner.report(.invalidAddress(address: control.value), control.line, control.column)
            return nil
        }
        return PublishingTarget(place: place, control: control?.value)
    }
}
