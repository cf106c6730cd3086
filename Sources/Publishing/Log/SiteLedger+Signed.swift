import Content
import Diagnostics
import Documents
import Ledger
import Meetings
import Register

extension SiteLedger {
    /// The matters of a meeting with the proposals that it had before it, where another meeting has sealed others since.
    package func decided(_ subject: SealSubject, _ findings: [SealCheck.Finding], today: CalendarDate) -> [Matter] {
        let sealed = proposals(findings, today: today).filter { $0.meeting == subject.meeting.id }
        return subject.matters.map { matter in
            var matter = matter
            if let proposal = sealed.first(where: { $0.file == matter.file })?.proposal { matter.proposal = proposal }
            return matter
        }
    }

    /// What is to be told of records that were signed electronically: their signatures, and where their files say something
    /// else than the §§ (FORMAT §13).
    func signedFindings(_ register: Register, _ findings: [SealCheck.Finding]) -> [Diagnostic] {
        register.signedMeetings.flatMap { id -> [Diagnostic] in
            guard let subject = register.sealSubject(id), let minutes = subject.minutes else { return [] }
            return minutes.signed.flatMap { signed in
                signatureFindings(signed) + textFindings(signed, subject, minutes, register, findings)
            }
        }
    }

    private func signatureFindings(_ signed: SignedRecord) -> [Diagnostic] {
        let place = Place(signed.file)
        if signed.isUnread { return [Diagnostic(place, .signersNotRead)] }
        guard !signed.signatures.isEmpty else { return [Diagnostic(place, .recordNotSigned)] }
        let broken = signed.signatures.filter { !$0.isIntact }.map {
            Diagnostic(place, .signatureFaulty(.broken(name: $0.name)))
        }
        return broken + (signed.hasGrown && broken.isEmpty ? [Diagnostic(place, .signatureFaulty(.grown))] : [])
    }

    private func textFindings(
        _ signed: SignedRecord, _ subject: SealSubject, _ minutes: Minutes, _ register: Register,
        _ findings: [SealCheck.Finding]
    ) -> [Diagnostic] {
        let pages = signed.text.map { DocumentText.pages($0) } ?? []
        guard !pages.isEmpty else { return [Diagnostic(Place(signed.file), .signedTextDiffers(.noText))] }
        let matters = decided(subject, findings, today: register.today)
        return SignedText(pages).differences(minutes, matters: matters, entryMatters: subject.entryMatters).map {
            found in
            let line = minutes.entries.first { $0.number == found.paragraph }?.line ?? 1
            let change: SignedTextFault =
                switch found.kind {
                case .missing: .paragraphMissing(found.paragraph)
                case .words(let record, let file): .words(found.paragraph, record: record, file: file)
                }
            return Diagnostic(Place(minutes.file, line: line), .signedTextDiffers(change))
        }
    }
}
