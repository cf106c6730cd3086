extension Theme {
    /// What a file is, by its path.
    enum Location: Equatable {
        case template, catalogue, asset
        /// About the theme, not of it: hidden files, a README, a licence.
        case beside
        case nowhere

        static let templateEnding = ".mustache"
        /// The template around every page.
        static let layout = "layout"
        static let catalogueFolder = "texter/"
        static let catalogueEnding = ".txt"
        static let assetFolder = "tillgangar/"
    }
}

extension Theme.Location {
    init(_ path: String) {
        let file = path.split(separator: "/").last ?? ""
        if path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
            self = .beside
        } else if path.hasPrefix(Self.assetFolder) {
            self = .asset
        } else if path.hasPrefix(Self.catalogueFolder), path.hasSuffix(Self.catalogueEnding) {
            self = .catalogue
        } else if path.hasSuffix(Self.templateEnding) {
            self = .template
        } else {
            let name = file.uppercased()
            self = name.hasPrefix("README") || name.hasPrefix("LICENSE") ? .beside : .nowhere
        }
    }

    static func catalogue(of language: String) -> String {
        catalogueFolder + language + catalogueEnding
    }
}

/// For `filter`: the sources of one kind.
func isAt(_ location: Theme.Location) -> (Source) -> Bool {
    { Theme.Location($0.path) == location }
}
