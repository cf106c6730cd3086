import LocalServer
import System

/// Serves the desk to this machine's own browser.
public struct DeskServer: Sendable {
    let desk: Desk
    let listener: Listener
    let access: DeskAccess
    /// The port of the preview, which the page shows in a frame.
    let preview: Int

    public init(desk: Desk, listener: Listener, access: DeskAccess, preview: Int) {
        (self.desk, self.listener, self.access, self.preview) = (desk, listener, access, preview)
    }
}

extension DeskServer {
    /// Serves until the program ends. Returns only when the system has no means for it.
    public func run() async {
        guard let bell = Bell() else { return }
        let responder = DeskResponder(
            desk: desk, access: access, origin: OwnOrigin(port: listener.port), preview: preview, bell: bell)
        let listener = listener
        _ = await OwnThread.run {
            let pool = ConnectionPool(listener)
            while true {
                var asked = [Poll.Entry(bell.descriptor, Poll.input)] + pool.wishes(isOpen: true)
                let hasNews = Poll.wait(&asked, milliseconds: pool.nextDeadline - Clock.now)
                let now = Clock.now
                if hasNews {
                    if asked[0].news != 0 { bell.quiet() }
                    pool.serve(asked[1...], now: now, responder: responder)
                }
                pool.sendWhatIsDone(now: now, responder: responder)
                pool.endWhatIsOver(now: now, language: responder.language)
            }
        }
    }
}
