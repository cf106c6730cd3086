import Glibc

/// The server's rounds: each waits until something is to be done, and does all of it. One thread does everything but
/// building, so nothing here needs a lock.
final class Rounds {
    private let server: PreviewServer
    private let mailbox: Mailbox
    private let limits: Limits
    private var watch: any SiteWatch
    private var rhythm = Rhythm()
    /// Nil until the first build is done; until then nobody is let in.
    private var responder: Responder?
    private var connections: [Connection] = []
    private var nextLook = 0
    private var nextHeartbeat: Int
    /// No new connections before then: there was no room for another.
    private var closedUntil = 0

    init(_ server: PreviewServer, mailbox: Mailbox, limits: Limits) {
        (self.server, self.mailbox, self.limits) = (server, mailbox, limits)
        // Before the first build: what changes while it reads is noticed.
        watch = server.watch()
        nextHeartbeat = Clock.now + limits.heartbeat
        rhythm.note(at: 0)
    }
}

extension Rounds {
    func go() {
        startBuild()
        var asked = [
            pollfd(fd: mailbox.bell, events: Int16(POLLIN), revents: 0),
            pollfd(fd: watch.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: isOpen(at: Clock.now) ? server.listener.descriptor : -1, events: Int16(POLLIN), revents: 0),
        ]
        asked += connections.map { pollfd(fd: $0.descriptor, events: $0.wishes, revents: 0) }
        let count = poll(&asked, nfds_t(asked.count), Int32(clamping: max(0, nextDeadline - Clock.now)))
        let now = Clock.now
        if count > 0 {
            if asked[0].revents != 0 { takeBuilds(now: now) }
            if asked[1].revents != 0 { look(now: now) }
            serve(asked[3...], now: now)
            if asked[2].revents != 0 { welcome(now: now) }
        }
        if watch.descriptor == nil, now >= nextLook { look(now: now) }
        endWhatIsOver(now: now)
    }

    private func isOpen(at now: Int) -> Bool { responder != nil && now >= closedUntil }

    private var nextDeadline: Int {
        var next = min(nextHeartbeat, rhythm.due ?? .max)
        if watch.descriptor == nil { next = min(next, nextLook) }
        if closedUntil > Clock.now { next = min(next, closedUntil) }
        for connection in connections { next = min(next, connection.deadline) }
        return next
    }
}

// Building

extension Rounds {
    private func startBuild() {
        guard rhythm.begins(at: Clock.now) else { return }
        Task.detached { [build = server.build, mailbox] in mailbox.put(await build()) }
    }

    private func takeBuilds(now: Int) {
        for build in mailbox.take() {
            rhythm.finish()
            if responder == nil {
                responder = Responder(build)
                server.tell(.ready)
            } else {
                responder?.take(build)
            }
        }
        guard let responder else { return }
        var told: [String: [UInt8]] = [:]
        for connection in connections {
            guard case .listening(let page) = connection.state else { continue }
            let news = told[page] ?? responder.state(at: page).bytes
            told[page] = news
            connection.tell(news, now: now)
        }
    }

    private func look(now: Int) {
        nextLook = now + 500
        switch watch.hasChanged() {
        case true?: rhythm.note(at: now)
        case false?: break
        case nil:
            (watch as? KernelWatch)?.end()
            watch = server.watch()
            rhythm.note(at: now)
        }
    }
}

// Connections

extension Rounds {
    private func serve(_ answers: ArraySlice<pollfd>, now: Int) {
        guard let responder else { return }
        for (connection, answer) in zip(connections, answers) where answer.revents != 0 {
            connection.proceed(answer.revents, now: now, responder: responder)
        }
    }

    private func welcome(now: Int) {
        for _ in 0..<64 {
            let descriptor = accept(server.listener.descriptor, nil, nil)
            guard descriptor >= 0 else {
                // No more descriptors: what is waiting waits a little longer.
                if [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) {
                    makeRoom()
                    closedUntil = now + 100
                }
                return
            }
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            connections.append(Connection(descriptor, now: now, limits: limits))
            guard connections.count >= limits.connections else { continue }
            if !makeRoom() {
                closedUntil = now + 100
                return
            }
        }
    }

    /// Ends the connection that has waited longest for its request. False when all are busy.
    @discardableResult
    private func makeRoom() -> Bool {
        let idle = connections.indices.filter { connections[$0].isIdle }
        guard let oldest = idle.min(by: { connections[$0].deadline < connections[$1].deadline }) else { return false }
        connections[oldest].end()
        connections.remove(at: oldest)
        return true
    }

    private func endWhatIsOver(now: Int) {
        let language = responder?.language ?? .swedish
        for connection in connections where connection.deadline <= now {
            connection.expire(now: now, language: language)
        }
        if now >= nextHeartbeat {
            nextHeartbeat = now + limits.heartbeat
            // A page that has gone without a word is noticed when it is spoken to.
            for connection in connections { connection.tell(Array(":\n\n".utf8), now: now) }
        }
        var listeners = connections.count { if case .listening = $0.state { true } else { false } }
        for connection in connections where listeners > limits.listeners {
            guard case .listening = connection.state else { continue }
            connection.end()
            listeners -= 1
        }
        connections.removeAll { $0.state == .over }
    }
}
