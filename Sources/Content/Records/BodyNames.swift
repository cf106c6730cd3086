import Meetings

/// What a record calls the body whose record it is, and what it calls others: "Förbundsstyrelsen", "styrelsen", "mötet".
struct BodyNames {
    /// Folded; in the definite form too.
    private let own: Set<String>
    private let others: Set<String>
    let role: Body.Role?
}

extension BodyNames {
    /// What any body is called in its own record.
    private static let general: Set<String> = ["motet", "sammantradet", "stamman", "arsmotet", "arsstamman", "plenum"]

    /// Who writes in their own name: only "beslutar" makes it the body's word.
    static let writers: Set<String> = ["vi", "man"]

    /// What bodies are: the end of a name, and a word of its own.
    private static let nouns = [
        "styrelsen", "namnden", "utskottet", "radet", "fullmaktige", "direktionen", "kommitten", "beredningen",
        "presidiet", "delegationen", "kollegiet", "kansliet", "gruppen", "ledningen", "kapitlet", "sektionen", "motet",
        "stamman",
    ]

    /// `meeting`: the body that meets, or those that meet together, the first of which the meeting is named by.
    init(of meeting: [BodyCode], among bodies: [Body]) {
        var own: Set<String> = []
        for code in meeting {
            let name = bodies.first { $0.code == code }?.name ?? code.text
            own.formUnion(BodyNames.forms(name).union([BodyNames.key(code.text)]))
        }
        for noun in BodyNames.nouns where own.contains(where: { $0.hasSuffix(noun) }) { own.insert(noun) }
        self.own = own
        let others = bodies.filter { !meeting.contains($0.code) }.flatMap {
            BodyNames.forms($0.name).union([BodyNames.key($0.code.text)])
        }
        self.others = Set(others).subtracting(own)
        role = bodies.first { $0.code == meeting.first }?.role
    }

    /// A folded word names the body itself.
    func isOwn(_ word: String) -> Bool {
        if own.contains(word) || BodyNames.general.contains(word) { return true }
        if others.contains(word) { return false }
        // A body that klubba.yml calls "Styrelsen" may be "Förbundsstyrelsen" in its record.
        return own.contains { BodyNames.nouns.contains($0) && word.hasSuffix($0) }
    }

    /// The last word of a name, as it is and in the definite form: "arbetsutskott", "arbetsutskottet".
    private static func forms(_ name: String) -> Set<String> {
        guard let last = name.split(separator: " ").last.map({ key(String($0)) }), !last.isEmpty else { return [] }
        return Set([last] + ["et", "en", "n", "t", "na"].map { last + $0 })
    }

    static func key(_ word: String) -> String { String(decoding: Spelling.fold(word), as: UTF8.self) }
}
