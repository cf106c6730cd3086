/// How a site was asked for, as far as its bytes hang on it; in the manifest by name, so that it can be made again.
public struct PublicationOptions: Equatable, Sendable {
    /// For pages that are opened from a folder, without a server.
    public var isOffline = false
    /// Each meeting's papers as a zip archive too.
    public var hasArchives = false
    /// Each meeting's papers as one PDF too.
    public var hasPackets = false
    /// With the index of all text.
    public var hasSearch = true

    public init() {}
}

extension PublicationOptions {
    /// Of a manifest; nil for one that names what this program does not know.
    init?(words: [String]) {
        self.init()
        hasSearch = false
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
