import LocalServer

/// What came out of reading the site once.
public struct PreviewBuild: Sendable {
    /// Nil when there are errors: then the last good site stays.
    public let site: PreviewSite?
    public let messages: [PreviewMessage]
    public let language: PreviewLanguage

    public init(site: PreviewSite?, messages: [PreviewMessage], language: PreviewLanguage) {
        (self.site, self.messages, self.language) = (site, messages, language)
    }
}

/// What the overlay and the server's own pages are written in.
public typealias PreviewLanguage = ServerLanguage
