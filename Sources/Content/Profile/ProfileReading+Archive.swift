import Diagnostics
import Meetings

/// `arkiv:` (ARCHIVE §4).
extension ProfileReading {
    func archive(_ fields: inout Fields) -> ArchiveProfile {
        var archive = ArchiveProfile()
        archive.creator = fields.text("arkivbildare")
        archive.organisationNumber = fields.text("organisationsnummer")
        archive.authority = fields.text("arkivmyndighet")
        archive.agreement = fields.text("överenskommelse")
        archive.referenceCode = fields.text("referenskod")
        archive.contact = contact(&fields)
        archive.classification =
            inner("klassificering", "\"ärende: 2.4\"", &fields) { inner in
                var classification = ArchiveProfile.Classification()
                classification.scheme = inner.text("schema")
                classification.matter = inner.text("ärende")
                classification.meeting = inner.text("möte")
                return classification
            } ?? archive.classification
        archive.level = fields.word("pdfa", Level.self)?.rawValue ?? archive.level
        let formats = fields.texts("bevarandeformat").map { $0.value.lowercased() }
        if !formats.isEmpty { archive.formats = formats }
        return archive
    }

    private enum Level: String, CaseIterable {
        case accessible = "2a"
        case unicode = "2u"
        case basic = "2b"
        case accessibleWithFiles = "3a"
        case unicodeWithFiles = "3u"
        case basicWithFiles = "3b"
    }

    /// A name alone, or a name and an address.
    private func contact(_ fields: inout Fields) -> ArchiveProfile.Contact? {
        guard let value = fields.value("kontakt") else { return nil }
        if case .text(let name) = value.content { return ArchiveProfile.Contact(name: name, email: nil) }
        guard case .map(let entries) = value.content else {
            fields.report(.expectedMap(key: "kontakt", example: "{namn: Eva Ek, e-post: eva@example.se}"), at: value)
            return nil
        }
        var inner = Fields(entries, file: fields.file, clock: fields.clock)
        let (name, email) = (inner.text("namn"), inner.text("e-post"))
        inner.finish()
        fields.diagnostics += inner.diagnostics
        return name.map { ArchiveProfile.Contact(name: $0, email: email) }
    }

    private func inner<Value>(
        _ key: String, _ example: String, _ fields: inout Fields, _ read: (inout Fields) -> Value
    ) -> Value? {
        guard let value = fields.value(key) else { return nil }
        guard case .map(let entries) = value.content else {
            fields.report(.expectedMap(key: key, example: example), at: value)
            return nil
        }
        var inner = Fields(entries, file: fields.file, clock: fields.clock)
        let read = read(&inner)
        inner.finish()
        fields.diagnostics += inner.diagnostics
        return read
    }
}
