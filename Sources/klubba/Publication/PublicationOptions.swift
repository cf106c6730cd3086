/// How a site was asked for, as far as its bytes hang on it; in the manifest by name, so that it can be made again.
struct PublicationOptions: Equatable, Sendable {
    var isOffline = false
    /// Each meeting's papers as a zip archive too.
    var hasArchives = false
    /// Each meeting's papers as one PDF too.
    var hasPackets = false
    /// With the index of all text.
    var hasSearch = true
}

extension PublicationOptions {
    /// Of a manifest; nil for one that names what this program does not know.
    init?(words: [String]) {
        self.init(hasSearch: false)
        for word in words {
            switch word {
            case "offline": isOffline = true
            case "zip": hasArchives = true
            case "packets": hasPackets = true
            case "search": hasSearch = true
            default: return nil
            }
        }
    }

    /// In their order.
    var words: [String] {
        [
            isOffline ? "offline" : nil, hasPackets ? "packets" : nil, hasSearch ? "search" : nil,
            hasArchives ? "zip" : nil,
        ]
        .compactMap(\.self)
    }
}
