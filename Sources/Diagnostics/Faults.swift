/// Why a front matter is no YAML, in the words of somebody who does not know YAML.
public enum YAMLFault: Hashable, Sendable {
    case colonInValue
    case unclosedQuote
    case unclosedBracket
    case tab
    case indentation
    /// A value that begins with a character that YAML keeps for itself.
    case reservedCharacter
    case notKeysAndValues
    case nestedTooDeep
    /// A key that YAML takes for a part of the value before it.
    case keyInValue(String)
    case other
}

extension YAMLFault {
    var swedish: String {
        switch self {
        case .colonInValue: "ett kolon följt av mellanslag mitt i ett värde. Sätt värdet inom citattecken"
        case .unclosedQuote: "ett citattecken saknas i slutet. Sätt dit det"
        case .unclosedBracket: "en parentes [ eller { avslutas aldrig. Sätt dit ] eller }"
        case .tab: "raden är indragen med tabb. Använd mellanslag"
        case .indentation: "raden är fel indragen. Låt nycklarna börja längst till vänster"
        case .reservedCharacter: "värdet börjar med ett tecken som YAML använder. Sätt värdet inom citattecken"
        case .notKeysAndValues: "det ska bestå av nycklar och värden, som \"titel: Ärendets namn\""
        case .nestedTooDeep: "listor i fler än 20 nivåer. Förenkla det"
        case .keyInValue(let key):
            "\"\(key):\" läses som en del av värdet. Skriv nyckeln längst till vänster på en egen rad, med mellanslag efter kolonet"
        case .other: "raden följer inte YAML. Sätt värdet inom citattecken, eller jämför med handboken"
        }
    }

    var english: String {
        switch self {
        case .colonInValue: "a colon and a space inside a value. Put the value in quotation marks"
        case .unclosedQuote: "a quotation mark is missing at the end. Add it"
        case .unclosedBracket: "a [ or { is never closed. Add ] or }"
        case .tab: "the line is indented with a tab. Use spaces"
        case .indentation: "the line is indented wrongly. Let keys begin at the left margin"
        case .reservedCharacter: "the value begins with a character that YAML uses. Put the value in quotation marks"
        case .notKeysAndValues: "it is made of keys and values, such as \"titel: The matter's name\""
        case .nestedTooDeep: "lists in more than 20 levels. Simplify it"
        case .keyInValue(let key):
            "\"\(key):\" is read as a part of the value. Write the key at the left margin on a line of its own, with a space after the colon"
        case .other: "the line is not YAML. Put the value in quotation marks, or compare with the handbook"
        }
    }
}

/// Why a theme's file cannot be used.
public enum TemplateFault: Hashable, Sendable {
    case tagNotClosed
    case emptyTag
    case badDelimiters
    case sectionNotClosed(String)
    case endWithoutSection(String)
    /// `{{name}}` for a list, a flag or an object.
    case notText(String)
    case notObject(String)
    case unknownBlock(String)
    case contentOutsideBlock
    case endlessPartial(String)
    case nestedTooDeep
    case tooLarge
    case notUTF8
    case duplicateText(String)
    case misplacedFile
    case sameAssetName(String, other: String)
    case unknownLanguage(String)
}

extension TemplateFault {
    var swedish: String {
        switch self {
        case .tagNotClosed: "{{ utan }}. Sätt dit }}"
        case .emptyTag: "{{ }} utan namn. Skriv ett namn eller ta bort den"
        case .badDelimiters: "fel form på byte av avgränsare. Skriv som {{=<% %>=}}"
        case .sectionNotClosed(let name): "{{#\(name)}} avslutas aldrig. Sätt dit {{/\(name)}}"
        case .endWithoutSection(let name): "{{/\(name)}} har ingen början. Ta bort den"
        case .notText(let name): "\"\(name)\" är ingen text. Använd {{#\(name)}} … {{/\(name)}}"
        case .notObject(let name): "\"\(name)\" har inga egna nycklar. Ta bort det som står efter punkten"
        case .unknownBlock(let name): "layouten har inget block \"\(name)\". Rätta namnet"
        case .contentOutsideBlock: "text utanför layoutens block visas aldrig. Flytta in den i ett block"
        case .endlessPartial(let name): "mallen \"\(name)\" anropar sig själv utan slut. Ta bort anropet"
        case .nestedTooDeep: "mallarna går för många nivåer ner. Förenkla dem"
        case .tooLarge: "mallen är för stor. Dela den"
        case .notUTF8: "filen är inte UTF-8. Spara den som UTF-8"
        case .duplicateText(let key): "nyckeln \"\(key)\" finns redan i filen. Ta bort den ena"
        case .misplacedFile:
            "temat har mallar (.mustache), texter/ och tillgangar/; filen hör inte hemma här. Flytta den"
        case .sameAssetName(let name, let other):
            "\"\(name)\" kan inte skiljas från \"\(other)\" i mallar. Byt namn på den ena"
        case .unknownLanguage(let language):
            "det finns inga texter på språket \"\(language)\". Lägg till texter/\(language).txt"
        }
    }

    var english: String {
        switch self {
        case .tagNotClosed: "{{ without }}. Add }}"
        case .emptyTag: "{{ }} without a name. Write a name or remove it"
        case .badDelimiters: "a change of delimiters of the wrong form. Write it like {{=<% %>=}}"
        case .sectionNotClosed(let name): "{{#\(name)}} is never closed. Add {{/\(name)}}"
        case .endWithoutSection(let name): "{{/\(name)}} has no beginning. Remove it"
        case .notText(let name): "\"\(name)\" is no text. Use {{#\(name)}} … {{/\(name)}}"
        case .notObject(let name): "\"\(name)\" has no keys of its own. Remove what follows the dot"
        case .unknownBlock(let name): "the layout has no block \"\(name)\". Correct the name"
        case .contentOutsideBlock: "text outside the layout's blocks is never shown. Move it into a block"
        case .endlessPartial(let name): "the template \"\(name)\" calls itself without end. Remove the call"
        case .nestedTooDeep: "the templates go too many levels down. Simplify them"
        case .tooLarge: "the template is too large. Divide it"
        case .notUTF8: "the file is not UTF-8. Save it as UTF-8"
        case .duplicateText(let key): "the key \"\(key)\" is already in the file. Remove one of them"
        case .misplacedFile:
            "a theme has templates (.mustache), texter/ and tillgangar/; the file has no place here. Move it"
        case .sameAssetName(let name, let other):
            "templates cannot tell \"\(name)\" from \"\(other)\". Rename one of them"
        case .unknownLanguage(let language):
            "there are no texts in the language \"\(language)\". Add texter/\(language).txt"
        }
    }
}

/// What stands where a file should.
public enum FileKind: Hashable, CaseIterable, Sendable {
    case pipe
    case socket
    case device
}

extension FileKind {
    var swedish: String {
        switch self {
        case .pipe: "en pipe"
        case .socket: "en socket"
        case .device: "en enhet"
        }
    }

    var english: String {
        switch self {
        case .pipe: "a pipe"
        case .socket: "a socket"
        case .device: "a device"
        }
    }
}

/// Why Windows cannot hold a file's or a folder's name.
public enum NameFault: Hashable, Sendable {
    /// `con`, `aux`, `nul` …
    case reserved(String)
    /// A full stop or a space at its end.
    case ending
    case character(String)
}

extension NameFault {
    var swedish: String {
        switch self {
        case .reserved(let name): "Windows kan inte ha en fil eller mapp som heter \(name.visible)"
        case .ending: "Windows kan inte ha ett namn som slutar med punkt eller mellanslag"
        case .character(let sign): "Windows kan inte ha \(sign.visible) i ett namn"
        }
    }

    var english: String {
        switch self {
        case .reserved(let name): "Windows can have no file or folder named \(name.visible)"
        case .ending: "Windows can have no name that ends with a full stop or a space"
        case .character(let sign): "Windows can have no \(sign.visible) in a name"
        }
    }
}
