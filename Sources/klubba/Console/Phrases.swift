/// The argument parser's own phrases, said in Swedish.
enum Phrases {
    private static let swedish: [(english: String, swedish: String)] = [
        ("OVERVIEW: ", ""),
        ("USAGE:", "ANVÄNDNING:"),
        ("Usage:", "Användning:"),
        ("ARGUMENTS:", "ARGUMENT:"),
        ("OPTIONS:", "VAL:"),
        ("SUBCOMMANDS:", "KOMMANDON:"),
        ("<subcommand>", "<kommando>"),
        ("<options>", "<val>"),
        ("Show the version.", "Visa versionen."),
        ("Show help information.", "Visa den här hjälpen."),
        ("Show subcommand help information.", "Visa hjälpen för ett kommando."),
        ("for detailed help.", "för mer hjälp."),
        ("for more information.", "för mer hjälp."),
        ("  See '", "  Skriv '"),
        ("(values: ", "(något av: "),
        ("(default: ", "(annars: "),
        ("; default: ", "; annars: "),
        ("Error: ", "Fel: "),
        ("Unknown option ", "Okänt val "),
        ("Did you mean ", "Menade du "),
        ("Unexpected argument ", "Oväntat argument "),
        ("Missing expected argument ", "Det saknas ett argument: "),
        ("Missing value for ", "Det saknas ett värde för "),
        ("The value ", "Värdet "),
        (" is invalid for ", " går inte att använda för "),
        ("Please provide one of ", "Välj något av "),
        (" unexpected arguments: ", " oväntade argument: "),
        (" and ", " och "),
        (" or ", " eller "),
    ]

    static func swedish(_ message: String) -> String {
        var text = message
        for phrase in swedish { text = text.replacing(phrase.english, with: phrase.swedish) }
        return text
    }
}
