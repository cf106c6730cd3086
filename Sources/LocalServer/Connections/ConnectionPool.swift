import System

/// All of a server's connections: lets them in, has them answered, and ends those whose time is up. It never waits.
package final class ConnectionPool {
    private let listener: Listener
    private let limits: Limits
    private var connections: [Connection] = []
    private var nextHeartbeat: Int
    /// No new connections before then: there was no room for another.
    private var closedUntil = 0

    package init(_ listener: Listener, limits: Limits = Limits()) {
        (self.listener, self.limits) = (listener, limits)
        nextHeartbeat = Clock.now + limits.heartbeat
    }
}

extension ConnectionPool {
    /// What to ask the system about: the listener first, closed to all for as long as nobody is let in.
    package func wishes(isOpen: Bool) -> [Poll.Entry] {
        let listening = isOpen && Clock.now >= closedUntil ? listener.descriptor : -1
        return [Poll.Entry(listening, Poll.input)] + connections.map { Poll.Entry($0.descriptor, $0.wishes) }
    }

    package var nextDeadline: Int {
        var next = nextHeartbeat
        if closedUntil > Clock.now { next = min(next, closedUntil) }
        for connection in connections { next = min(next, connection.deadline) }
        return next
    }

    /// Takes the system's answers to `wishes`.
    package func serve(_ answers: ArraySlice<Poll.Entry>, now: Int, responder: any Responding) {
        guard let listening = answers.first else { return }
        for (connection, answer) in zip(connections, answers.dropFirst()) where answer.news != 0 {
            connection.proceed(answer.news, now: now, responder: responder)
        }
        if listening.news != 0 { welcome(now: now) }
    }

    /// Sends the answers that have been waited for.
    package func sendWhatIsDone(now: Int, responder: any Responding) {
        for connection in connections { connection.sendIfDone(now: now, responder) }
    }

    /// News for every page that listens.
    package func tell(now: Int, _ news: (String) -> [UInt8]) {
        var told: [String: [UInt8]] = [:]
        for connection in connections {
            guard case .listening(let page) = connection.state else { continue }
            let bytes = told[page] ?? news(page)
            told[page] = bytes
            connection.tell(bytes, now: now)
        }
    }

    private func welcome(now: Int) {
        for _ in 0..<64 {
            let descriptor: Int32
            do throws(SystemError) {
                descriptor = try Socket.accept(listener.descriptor)
            } catch {
                // No more descriptors: what is waiting waits a little longer.
                if error.isWithoutRoom {
                    makeRoom()
                    closedUntil = now + 100
                }
                return
            }
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

    package func endWhatIsOver(now: Int, language: ServerLanguage) {
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
