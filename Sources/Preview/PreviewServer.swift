import LocalServer
import System

/// Serves a site to this machine's own browsers, and builds it anew when its files change.
public struct PreviewServer: Sendable {
    /// The site's root, absolute.
    public let root: String
    public let listener: Listener
    /// Reads the site and tells how that went. Never called twice at a time.
    public let build: @Sendable () async -> PreviewBuild
    /// Called with what there is to say about the server itself.
    public let tell: @Sendable (PreviewNotice) -> Void
    /// What it takes to read the pages; nil where everybody on this machine may.
    public let reading: ReadingKey?
    /// Pages of texts that are not saved yet; nil where there are none.
    public let unsaved: UnsavedPages?

    public init(
        root: String, listener: Listener, build: @escaping @Sendable () async -> PreviewBuild,
        reading: ReadingKey? = nil, unsaved: UnsavedPages? = nil,
        tell: @escaping @Sendable (PreviewNotice) -> Void
    ) {
        (self.reading, self.unsaved) = (reading, unsaved)
        (self.root, self.listener, self.build, self.tell) = (root, listener, build, tell)
    }
}

/// What there is to say about a preview, beside what is wrong with the site.
public enum PreviewNotice: Sendable, Equatable {
    /// The first build is done, and pages can be read.
    case ready
    /// The system tells of no changes, for this reason (`errno`): the files are looked through twice a second.
    case looksForChanges(errno: Int32)
}

extension PreviewServer {
    /// Serves until the program ends. Returns only when the system has no means for it.
    public func run() async {
        guard let mailbox = Mailbox() else { return }
        let limits = Limits()
        _ = await OwnThread.run { [self] in
            let rounds = Rounds(self, mailbox: mailbox, limits: limits)
            while true { rounds.go() }
        }
    }

    /// The watch that this system has.
    func watch() -> any SiteWatch {
        do throws(WatchFailure) {
            return try KernelWatch(root: root)
        } catch {
            tell(.looksForChanges(errno: error.errno))
            return PollingWatch(root: root)
        }
    }
}
