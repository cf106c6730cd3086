/// What is wrong with a theme, and where. The sentence is made elsewhere, in the reader's language.
public struct ThemeProblem: Error, Hashable, Sendable {
    /// From the site's folder: "theme/arende.mustache", also when the file is the embedded one.
    public let file: String
    /// Lines and columns count from 1, columns in characters. 1:1 when the file as a whole is meant.
    public let line: Int
    public let column: Int
    public let reason: Reason
    /// The file is the embedded one: the fault is ours, or a file of the site's theme no longer fits it.
    public let isDefault: Bool

    public init(file: String, line: Int, column: Int, reason: Reason, isDefault: Bool) {
        self.file = file
        self.line = line
        self.column = column
        self.reason = reason
        self.isDefault = isDefault
    }
}

extension ThemeProblem {
    /// `nearest` is the known name that was probably meant, when there is one close enough.
    public enum Reason: Hashable, Sendable {
        // Names that nobody provides
        case unknownTemplate(name: String, nearest: String?)
        case unknownKey(name: String, nearest: String?)
        case unknownPartial(name: String, nearest: String?)
        /// A layout is given a block that it has no place for.
        case unknownBlock(name: String, nearest: String?)
        case unknownString(key: String, nearest: String?)
        case unknownAsset(name: String, nearest: String?)
        case unknownLanguage(String)

        // Names that mean something else
        /// `{{name}}` where the name is an object, a list or a flag.
        case notText(name: String, kind: FieldKind)
        /// `{{name.field}}` where the name is no object.
        case notObject(name: String, kind: FieldKind)

        // The language
        case unclosedTag
        case emptyTag
        case badDelimiters
        /// `{{#name}}`, `{{^name}}`, `{{<name}}` or `{{$name}}` without its `{{/name}}`.
        case unclosedSection(name: String)
        case strayEnd(name: String)
        /// Inside `{{<layout}}` but in none of its blocks, so that it would be lost.
        case contentOutsideBlock
        /// The partial includes itself without going into the data: it would never end.
        case endlessPartial(name: String)
        case tooDeep(limit: Int)
        case tooLarge(limit: Int)

        // Files
        case notUTF8
        case badCatalogueLine
        case duplicateString(key: String)
        /// Neither a template, a string catalogue nor an asset.
        case misplacedFile
        /// Two assets that templates would call by one name.
        case assetNameClash(name: String, other: String)
    }
}
