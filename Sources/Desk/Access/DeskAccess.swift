import LocalServer
import Synchronization
import System

/// Who may use the desk. A ticket is used once and gives a key; of both only the hash is kept, in a folder of the user's own,
/// so that open tabs go on when the desk is started anew, and a second start can open a window of the first.
public final class DeskAccess: Sendable {
    private let path: String
    private let state: Mutex<State>

    struct State {
        var port = 0
        var process = 0
        var tickets: [String] = []
        var keys: [String] = []
    }

    /// So many tickets are kept, the newest, and so many keys, those used last.
    private static let most = 20

    /// `folder` is the user's own; nil where there is none, and nothing is remembered.
    public init(site: String, folder: String? = DeskAccess.folder) {
        path = folder.map { "\($0)/\(SHA256Sum.text(of: Array(site.utf8)).prefix(32)).json" } ?? ""
        state = Mutex(State())
        state.withLock { $0 = read() ?? State() }
    }

    /// `$XDG_RUNTIME_DIR/klubba`, else `~/.local/state/klubba`.
    public static var folder: String? {
        func value(_ name: String) -> String? {
            Environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        let base = value("XDG_RUNTIME_DIR") ?? value("HOME").map { $0 + "/.local/state" }
        return base.map { $0 + "/klubba" }
    }
}

extension DeskAccess {
    /// The port of a desk that is at work on the site; nil where there is none.
    public var running: Int? {
        guard let state = read(), state.port > 0, state.process > 0, state.process != Int(Machine.process),
            let process = Int32(exactly: state.process), Machine.isRunning(process),
            // The number may be another program's by now, or a child's that nobody has asked about.
            Socket.isAnswering(port: state.port)
        else { return nil }
        return state.port
    }

    /// The port that the site's desk had last.
    public var lastPort: Int? { state.withLock { $0.port > 0 ? $0.port : nil } }

    public func open(port: Int) {
        change {
            $0.port = port
            $0.process = Int(Machine.process)
        }
    }

    /// Something that opens the desk once.
    public func ticket() -> String {
        let ticket = Secret().text
        change { $0.tickets = Array(($0.tickets + [Self.hash(ticket)]).suffix(Self.most)) }
        return ticket
    }

    /// A key for a ticket, which is then used up; nil for one that is not known.
    func key(for ticket: String) -> String? {
        var key: String?
        change { state in
            // A second start has written its ticket beside ours.
            guard let index = state.tickets.firstIndex(where: { Secret.areEqual($0, Self.hash(ticket)) }) else {
                return
            }
            state.tickets.remove(at: index)
            let new = Secret().text
            state.keys = Array((state.keys + [Self.hash(new)]).suffix(Self.most))
            key = new
        }
        return key
    }

    func admits(_ key: String?) -> Bool {
        guard let key else { return false }
        let hash = Self.hash(key)
        return state.withLock { state in
            var place: Int?
            for (index, known) in state.keys.enumerated() where Secret.areEqual(known, hash) { place = index }
            guard let place else { return false }
            // A tab at work is the last to lose its key when there are too many.
            if place + 1 < state.keys.count { state.keys.append(state.keys.remove(at: place)) }
            return true
        }
    }

    private static func hash(_ secret: String) -> String { SHA256Sum.text(of: Array(secret.utf8)) }

    private func change(_ change: (inout State) -> Void) {
        state.withLock { state in
            if let written = read() { state.tickets = written.tickets }
            change(&state)
            write(state)
        }
    }

    private func read() -> State? {
        var state = State()
        guard let bytes = try? FileBytes.read(path, limit: 64 << 10, links: .themselves), let json = JSONValue(bytes)
        else { return nil }
        state.port = json["port"]?.int ?? 0
        state.process = json["process"]?.int ?? 0
        state.tickets = json["tickets"]?.array?.compactMap(\.string) ?? []
        state.keys = json["keys"]?.array?.compactMap(\.string) ?? []
        return state
    }

    /// For this user's eyes alone. Where it cannot be written the desk works, but forgets its tabs.
    private func write(_ state: State) {
        guard !path.isEmpty else { return }
        let json: JSONValue = [
            "port": JSONValue(state.port), "process": JSONValue(state.process),
            "tickets": .array(state.tickets.map { .string($0) }), "keys": .array(state.keys.map { .string($0) }),
        ]
        try? Folder.makeWhole(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]), mode: 0o700)
        try? FileBytes.replace(path, with: Array(json.text.utf8))
    }
}
