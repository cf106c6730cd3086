import Diagnostics
import Theme

extension Diagnostic {
    /// What is wrong with a theme, as a message.
    package init(_ problem: ThemeProblem) {
        self.init(Place(problem.file, line: problem.line, column: problem.column), Problem(problem.reason))
    }
}

extension Problem {
    fileprivate init(_ reason: ThemeProblem.Reason) {
        self =
            switch reason {
            case .unknownKey(let name, let nearest): .themeUnknownKey(key: name, nearest: nearest)
            case .unknownTemplate(let name, let nearest), .unknownPartial(let name, let nearest):
                .themeUnknownPartial(name: name, nearest: nearest)
            case .unknownString(let key, let nearest): .themeUnknownText(key: key, nearest: nearest)
            case .unknownAsset(let name, let nearest): .themeUnknownAsset(name: name, nearest: nearest)
            case .badCatalogueLine: .themeBadTextLine
            case .unknownBlock(let name, _): .themeSyntax(fault: .unknownBlock(name))
            case .unknownLanguage(let language): .themeSyntax(fault: .unknownLanguage(language))
            case .notText(let name, _): .themeSyntax(fault: .notText(name))
            case .notObject(let name, _): .themeSyntax(fault: .notObject(name))
            case .unclosedTag: .themeSyntax(fault: .tagNotClosed)
            case .emptyTag: .themeSyntax(fault: .emptyTag)
            case .badDelimiters: .themeSyntax(fault: .badDelimiters)
            case .unclosedSection(let name): .themeSyntax(fault: .sectionNotClosed(name))
            case .strayEnd(let name): .themeSyntax(fault: .endWithoutSection(name))
            case .contentOutsideBlock: .themeSyntax(fault: .contentOutsideBlock)
            case .endlessPartial(let name): .themeSyntax(fault: .endlessPartial(name))
            case .tooDeep: .themeSyntax(fault: .nestedTooDeep)
            case .tooLarge: .themeSyntax(fault: .tooLarge)
            case .notUTF8: .themeSyntax(fault: .notUTF8)
            case .duplicateString(let key): .themeSyntax(fault: .duplicateText(key))
            case .misplacedFile: .themeSyntax(fault: .misplacedFile)
            case .assetNameClash(let name, let other): .themeSyntax(fault: .sameAssetName(name, other: other))
            }
    }
}
