import Meetings

extension String {
    /// A name that was set in capitals as people write it.
    var spoken: String { (allSatisfy { !$0.isLowercase } ? lowercased() : self).capitalised }
}

/// A klubba.yml for a site that has none, with the bodies that its papers name.
enum ProfileText {
    static func text(_ bodies: [Body]) -> String {
        var text = "# Skriv förbundets eller nämndens namn efter organisation, och se över organen.\n"
        text += "# organisation: Samordningsförbundet Exempel\norgan:\n"
        for body in bodies {
            text += "  - kod: \(body.code.text)\n    namn: \(HeadText.scalar(body.name.spoken))\n"
            text += "    roll: \(body.role == .preparing ? "beredande" : "beslutande")\n"
        }
        return text
    }
}
