import System

/// The kernel's own news of changed files. Each folder is watched by itself, so folders are followed as they come, go and
/// move.
struct KernelWatch: SiteWatch {
    private let root: String
    private let news: ChangeNews
    /// By the kernel's number: the folder's path below the root.
    private var folders: [Int32: String] = [:]

    /// Throws the system's reason: no news to be had, or more folders than the user may watch.
    init(root: String, calls: ChangeNews.Calls = ChangeNews.Calls()) throws(WatchFailure) {
        self.root = root
        do throws(SystemError) { news = try ChangeNews(calls) } catch { throw WatchFailure(errno: error.number) }
        do throws(WatchFailure) {
            try watch(WatchedPath.root)
            guard !folders.isEmpty else { throw .siteIsGone }
        } catch {
            news.end()
            throw error
        }
    }
}

/// Why the system tells of no changes.
struct WatchFailure: Error, Equatable {
    let errno: Int32

    static let siteIsGone = WatchFailure(errno: SystemError.Number.missing)
}

extension KernelWatch {
    var descriptor: Int32? { news.descriptor }

    mutating func hasChanged() -> Bool? {
        var hasChanged = false
        // A storm of changes must not keep the server from its pages: the rest is read in the next turn.
        for _ in 0..<32 {
            guard let events = news.next() else { break }
            do throws(WatchFailure) {
                for event in events where try isChange(event) { hasChanged = true }
            } catch {
                return nil
            }
        }
        return hasChanged
    }

    /// Gives the kernel back what it holds.
    func end() { news.end() }
}

extension KernelWatch {
    /// Takes an event in: whether the site may have changed by it.
    private mutating func isChange(_ event: ChangeNews.Event) throws(WatchFailure) -> Bool {
        if event.kinds.contains(.overflow) {
            // Something was lost, and it may have been a new folder.
            forget(WatchedPath.root)
            try watch(WatchedPath.root)
            guard !folders.isEmpty else { throw .siteIsGone }
            return true
        }
        guard let folder = folders[event.folder] else { return false }
        if event.kinds.contains(.ignored) {
            folders[event.folder] = nil
            return false
        }
        if event.kinds.contains(.folderWent) {
            // Of any other folder, the one above it tells too.
            if folder == WatchedPath.root { throw .siteIsGone }
            return false
        }
        guard WatchedPath.matters(event.name, in: folder) else { return false }
        let path = WatchedPath.join(folder, event.name)
        // At the root a link may stand for a folder.
        if event.kinds.contains(.isFolder) || folder == WatchedPath.root {
            if event.kinds.contains(.went) { forget(path) }
            if !event.kinds.isDisjoint(with: [.came, .attributes]) { try watch(path) }
        }
        return true
    }

    /// Watches a folder and those in it. First the folder, then what it holds: what comes in between is told of.
    private mutating func watch(_ folder: String) throws(WatchFailure) {
        var waiting = [folder]
        while let next = waiting.popLast() {
            do throws(SystemError) {
                let number = try news.watch(root + "/" + next, followingLinks: !next.contains("/"))
                folders[number] = next
            } catch {
                // Gone again, or no folder at all, is nothing to worry about; having no more watches is.
                if error.isMissing || error.isNoFolder || error.isLink || error.number == SystemError.Number.denied {
                    continue
                }
                throw WatchFailure(errno: error.number)
            }
            for entry in FolderListing.entries(of: next, in: root) where entry.isFolder {
                waiting.append(WatchedPath.join(next, entry.name))
            }
        }
    }

    private mutating func forget(_ folder: String) {
        for (number, path) in folders where folder == WatchedPath.root || WatchedPath.isInside(path, folder) {
            news.forget(number)
            folders[number] = nil
        }
    }
}
