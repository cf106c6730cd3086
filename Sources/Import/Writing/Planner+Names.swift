import Content
import Meetings

/// What the files of an ärende's folder are called.
extension Planner {
    func name(_ title: String, _ number: AttachmentNumber?) -> String {
        let slug = (Slug(title)?.text ?? "bilaga").shortened
        return number.map { "bilaga-\($0)-\(slug).md" } ?? "\(slug).md"
    }

    /// A packet's part has the name that a person would give it: `6.1 Ansökan.md`.
    func partName(_ title: String, _ number: AttachmentNumber?) -> String {
        let safe = title.map { $0.isLetter || $0.isNumber || "-–,()§".contains($0) ? $0 : " " }
        var words = String(safe).singleSpaced
        while words.utf8.count > 90, let space = words.lastIndex(of: " ") { words = String(words[..<space]) }
        if words.utf8.count > 90 { words = String(words.prefix(40)) }
        if !(words.contains { $0.isLetter }) { words = "Bilaga" }
        return [number?.description, words].compactMap(\.self).joined(separator: " ") + ".md"
    }

    /// The packet that it came in is kept whole, once.
    func isKept(_ index: Int) -> Bool {
        documents[index].part != nil && packets[documents[index].file] != nil
    }

    func unique(_ name: String, _ names: inout Set<String>) -> String {
        var candidate = name
        var count = 2
        // Addresses are compared, not names: a bilaga's leading number is no part of its address.
        while !names.insert(candidate.folded).inserted || isAddressTaken(candidate, &names) {
            candidate = "\(FileName.stem(name))-\(count).\(FileName.ending(name))"
            count += 1
        }
        return candidate
    }

    private func isAddressTaken(_ name: String, _ names: inout Set<String>) -> Bool {
        let paper = PaperName(Substring(name))
        let address = "/" + paper.slug.text + (paper.ending == "md" ? "/" : "." + paper.ending)
        return !names.insert(address).inserted
    }
}
