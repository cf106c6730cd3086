import LocalServer
import System

/// The server's rounds: each waits until something is to be done, and does all of it. One thread does everything but
/// building, so nothing here needs a lock.
final class Rounds {
    private let server: PreviewServer
    private let mailbox: Mailbox
    private var watch: any SiteWatch
    private var rhythm = Rhythm()
    /// Nil until the first build is done; until then nobody is let in.
    private var responder: Responder?
    private let pool: ConnectionPool
    private var nextLook = 0

    init(_ server: PreviewServer, mailbox: Mailbox, limits: Limits) {
        (self.server, self.mailbox) = (server, mailbox)
        pool = ConnectionPool(server.listener, limits: limits)
        // Before the first build: what changes while it reads is noticed.
        watch = server.watch()
        rhythm.note(at: 0)
    }
}

extension Rounds {
    func go() {
        startBuild()
        var asked = [
            Poll.Entry(mailbox.bell, Poll.input), Poll.Entry(watch.descriptor ?? -1, Poll.input),
        ]
        asked += pool.wishes(isOpen: responder != nil)
        let hasNews = Poll.wait(&asked, milliseconds: nextDeadline - Clock.now)
        let now = Clock.now
        if hasNews {
            if asked[0].news != 0 { takeBuilds(now: now) }
            if asked[1].news != 0 { look(now: now) }
            if let responder { pool.serve(asked[2...], now: now, responder: responder) }
        }
        if watch.descriptor == nil, now >= nextLook { look(now: now) }
        pool.endWhatIsOver(now: now, language: responder?.language ?? .swedish)
    }

    private var nextDeadline: Int {
        var next = min(pool.nextDeadline, rhythm.due ?? .max)
        if watch.descriptor == nil { next = min(next, nextLook) }
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
                responder = Responder(build, reading: server.reading, unsaved: server.unsaved)
                server.tell(.ready)
            } else {
                responder?.take(build)
            }
        }
        guard let responder else { return }
        pool.tell(now: now) { responder.state(at: $0).bytes }
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
