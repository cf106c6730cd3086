/// How a site was asked for, as far as its bytes hang on it; in the manifest by name, so that it can be made again.
struct PublicationOptions: Equatable, Sendable {
    var isOffline = false
    /// Each meeting's papers as a zip archive too.
    var hasArchives = false
    /// Each meeting's papers as one PDF too.
    var hasPackets = false
    var search = Search.ifPossible

    enum Search: Sendable {
        case none
        /// Where the program for it is installed.
        case ifPossible
        /// The pages tell of it.
        case asBuilt
        /// The pages tell of it, and it can't be made here.
        case elsewhere
    }
}

extension PublicationOptions {
    /// Of a manifest; nil for one that names what this program does not know.
    init?(words: [String]) {
        self.init(search: .none)
        for word in words {
            switch word {
            case "offline": isOffline = true
            case "zip": hasArchives = true
            case "packets": hasPackets = true
            case "search": search = .asBuilt
            default: return nil
            }
        }
    }

    /// In their order; `search` where there is an index.
    func words(hasIndex: Bool) -> [String] {
        [
            isOffline ? "offline" : nil, hasPackets ? "packets" : nil, hasIndex ? "search" : nil,
            hasArchives ? "zip" : nil,
        ]
        .compactMap(\.self)
    }
}
