import Theme

extension ThemeReference {
    /// The whole reference as Markdown: docs/tema.md is this text.
    var page: String {
        """
        # Temats mallar, filer och nycklar

        Den här sidan görs av programmet (`klubba theme --reference`) och säger vad som kan bytas ut och vad mallarna kan
        visa. Hur man gör står i [handboken](handbok.md#12-temat).

        ## Mallar

        `klubba theme NAMN` skriver ut mallen till `theme/`.

        | Mall | Vad den visar | Sidans egna nycklar |
        |:-----|:--------------|:--------------------|
        \(TemplateMeanings.pages.map { "| `\($0.name)` | \($0.meaning) | \(ownLink($0.name)) |" }.joined(separator: "\n"))

        Mallar som andra mallar hämtar med `{{> namn}}`; nycklarna är de som finns där de hämtas:

        | Mall | Vad den visar |
        |:-----|:--------------|
        \(TemplateMeanings.parts.map { "| `\($0.name)` | \($0.meaning) |" }.joined(separator: "\n"))

        ## Filer

        | Fil | Vad den ändrar |
        |:----|:---------------|
        \(TemplateMeanings.files.map { "| `\($0.path)` | \($0.meaning) |" }.joined(separator: "\n"))

        ## Nycklar

        En mall börjar med nycklarna i *sidhuvud*; sidans egna finns i `sida`. Ett villkor och en del används som sektion,
        `{{#namn}} … {{/namn}}`, en lista likaså, en gång för varje rad. I en del gäller också nycklarna utanför.

        \(groups.map(table).joined(separator: "\n\n"))

        """
    }

    private func ownLink(_ template: String) -> String {
        guard let own = templates.first(where: { $0.name == template }).flatMap({ ownGroup($0) }) else { return "" }
        return link(own)
    }

    private func link(_ group: String) -> String {
        let anchor = group.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
        return "[\(group)](#\(anchor.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "-")))"
    }

    private func table(_ group: KeyReference.Group) -> String {
        let rows = group.keys.map { key in
            let kind = ThemeReference.kind(key) + (key.group.map { ": \(link($0))" } ?? "")
            return "| `\(key.name)` | \(kind) | \(meanings.meaning(of: key.name, in: group.name) ?? "") |"
        }
        return "### \(group.name)\n\n| Nyckel | Slag | Betydelse |\n|:-------|:-----|:----------|\n"
            + rows.joined(separator: "\n")
    }
}
