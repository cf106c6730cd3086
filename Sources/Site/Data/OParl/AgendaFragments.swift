import Meetings
import Register

/// What the lines of an agenda are called in a meeting's addresses: by their matter or their words and not by their place,
/// so that a line more above changes nothing.
struct AgendaFragments {
    /// Of each line.
    let names: [String]
}

extension AgendaFragments {
    init(_ agenda: [AgendaItem], _ register: SeenRegister) {
        var taken: Set<String> = []
        names = agenda.map { item in
            let name =
                switch item.content {
                case .heading(let text): "punkt-\(Slug(text)?.text ?? "rubrik")"
                case .matter(let matter, _): "arende-" + register.matters[matter].slug.text
                }
            var unique = name
            var number = 2
            while !taken.insert(unique).inserted {
                unique = "\(name)-\(number)"
                number += 1
            }
            return unique
        }
    }
}
