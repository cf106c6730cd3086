import Diagnostics
import Ledger
import Publishing

/// What a verification says of itself.
enum VerifyMessages {
    /// Whose site it is, of which day, and what made it.
    static func standing(_ site: StandingSite) -> String {
        guard let imprint = site.imprint else { return "Webbplatsen i \(site.folder.place("").file)" }
        let whose = site.readers == .members ? "Ledamöternas webbplats" : "Den offentliga webbplatsen"
        let tools = imprint.tools.isEmpty ? "" : " med " + imprint.tools.map(\.visible).joined(separator: ", ")
        return
            "\(whose) i \(site.folder.place("").file), byggd för \(imprint.day.visible) av \(imprint.program.visible)\(tools)."
    }

    static func summary(
        _ log: DecisionLog, _ state: SealState, _ looked: SiteVerification.Looked?, errors: Int
    ) -> String {
        var text = "Inget är förseglat än: det finns ingen content/beslutslogg.jsonl"
        if log.head != .nothing {
            let lines = SealMessages.counted(log.lines.count, "rad", "rader")
            let papers = SealMessages.counted(state.newest.count, "förseglad handling", "förseglade handlingar")
            text = "\(lines) i loggen, \(papers)"
        }
        var right = "allt stämmer."
        switch looked {
        case .compared(let files):
            text += ", \(SealMessages.counted(files, "fil jämförd", "filer jämförda")) med hur de byggs"
        case .sealedOnly(let pages):
            text +=
                ", \(SealMessages.counted(pages, "förseglad sida eller fil", "förseglade sidor och filer")) på webbplatsen"
            right = "det förseglade stämmer."
        case nil: break
        }
        text += errors == 0 ? ": \(right)" : ": \(errors) fel."
        guard log.head != .nothing else { return text }
        text += "\n"
        let unsigned = log.entries.count { $0.key.isEmpty }
        if unsigned == log.entries.count {
            text += "Loggen är inte undertecknad.\n"
        } else {
            let keys = log.keys.joined(separator: ", ")
            text += "Undertecknad med \(keys)" + (unsigned == 0 ? ".\n" : ", utom \(unsigned) rader.\n")
        }
        return text + "Sista raden har kontrollsumman \(log.head.text)"
    }
}
