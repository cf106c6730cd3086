import Meetings
import Output

/// Takes an edition to where its readers are.
public struct Delivery: Sendable {
    private let place: PublishingPlace
    /// The site's folder, which relative folders are beside.
    private let root: String
    private let programs = Programs()

    public init(to place: PublishingPlace, root: String) { (self.place, self.root) = (place, root) }
}

extension Delivery {
    /// Whether readers get the edition whole in one step; else files are put in place one by one, pages after what they
    /// need and removals last.
    public var isInOneStep: Bool {
        switch place {
        case .folder, .ssh, .git: true
        case .rclone: false
        }
    }

    /// What was withdrawn stays in the place's own history.
    public var keepsHistory: Bool { if case .git = place { true } else { false } }

    /// Says in advance what would stop the delivery at once: a program that is missing.
    public func missingPrograms() -> [String] {
        let needed =
            switch place {
            case .folder: [String]()
            case .ssh: ["rsync", "ssh", "sftp"]
            case .rclone: ["rclone"]
            case .git: ["git"]
            }
        return needed.filter { Programs.path(of: $0) == nil }
    }

    /// - Parameters:
    ///   - release: a name for this delivery, unlike all before: `20261120T140311Z`.
    ///   - difference: what is other at the place; nil where that is not known, as after a delivery that broke off.
    ///   - step: told what is going on.
    public func deliver(
        _ edition: Edition, release: String, difference: EditionChanges? = nil, step: @Sendable (DeliveryStep) -> Void
    ) async throws(DeliveryFailure) {
        switch place {
        case .folder(let path): try await Self.copy(edition, to: place.folder(beside: root) ?? path)
        case .ssh(let user, let host, let path):
            let server = ReleaseServer(user: user, host: host, path: path, programs: programs)
            try server.deliver(edition, release: release, step: step)
        case .rclone(let remote, let path):
            let store = ObjectStore(remote: "\(remote):\(path)", programs: programs)
            try store.deliver(edition, difference: difference, step: step)
        case .git(let remote, let branch):
            let branch = GitBranch(
                remote: remote, branch: branch, folder: "\(root)/.klubba/git", programs: programs)
            try branch.deliver(edition, release: release, step: step)
        }
    }

    private static func copy(_ edition: Edition, to folder: String) async throws(DeliveryFailure) {
        do throws(OutputFailure) {
            _ = try await edition.plan().write(to: folder)
        } catch {
            throw .notWritten(error, folder: folder)
        }
    }
}

/// What a delivery is doing.
public enum DeliveryStep: Sendable {
    case sending
    case turning
    case removing
}
