import System

/// One browser's connection: reads a head, sends an answer, and begins again. It never waits: the server calls it
/// when there is something to read or room to send, and ends it when its time is up.
package final class Connection {
    package let descriptor: Int32
    package private(set) var state = State.reading
    /// When it is ended if it stays as it is.
    package private(set) var deadline: Int
    private let limits: Limits
    private var received: [UInt8] = []
    /// No head ends before here.
    private var searched = 0
    private var outgoing = Outgoing()
    private var thrownAway = 0

    package enum State: Equatable {
        case reading
        /// The head is there; its body is on the way.
        case receiving(RequestHead, length: Int)
        /// Somebody is working on the answer.
        case waiting(PendingAnswer, keepsOpen: Bool)
        case sending
        /// The page at this address listens for news.
        case listening(page: String)
        /// All is said; what still comes in is thrown away until the other side has noticed.
        case leaving
        case over
    }

    package init(_ descriptor: Int32, now: Int, limits: Limits) {
        (self.descriptor, self.limits) = (descriptor, limits)
        deadline = now + limits.headTime
    }

    deinit { Descriptor.close(descriptor) }
}

extension Connection {
    /// What to ask the system about.
    package var wishes: Int16 {
        switch state {
        case .reading, .receiving, .leaving: Poll.input
        case .waiting: 0
        case .sending: Poll.output
        case .listening: outgoing.isEmpty ? Poll.input : Poll.input | Poll.output
        case .over: 0
        }
    }

    private var hasMore: Bool {
        switch state {
        case .sending: true
        case .listening: !outgoing.isEmpty
        case .reading, .receiving, .waiting, .leaving, .over: false
        }
    }

    /// True for one that only takes up room: no request on the way, no answer.
    package var isIdle: Bool { state == .reading || state == .leaving }

    package func proceed(_ events: Int16, now: Int, responder: any Responding) {
        if events & Poll.failed != 0 { return end() }
        if events & Poll.hungUp != 0, isWaiting { return end() }
        if events & (Poll.input | Poll.hungUp) != 0, state != .sending, !isWaiting { receive(now: now) }
        if events & (Poll.output | Poll.hungUp) != 0, hasMore { send(now: now, responder: responder) }
        if case .receiving(let head, let length) = state { takeBody(head, length, now: now, responder) }
        answerReceived(now: now, responder)
    }

    private var isWaiting: Bool { if case .waiting = state { true } else { false } }

    /// Its time is up. Somebody in the middle of a request is told so.
    package func expire(now: Int, language: ServerLanguage) {
        guard state == .reading, !received.isEmpty else { return end() }
        received = []
        begin(Answer(.tooSlow, in: language), keepsOpen: false, now: now)
        send(now: now, responder: nil)
    }

    /// News for a page that listens. One that does not take them in is let go: it will come back and ask.
    package func tell(_ bytes: [UInt8], now: Int) {
        guard case .listening = state else { return }
        if outgoing.isEmpty { deadline = now + limits.answerTime }
        outgoing.append(bytes)
        if outgoing.waiting > limits.backlog { return end() }
        send(now: now, responder: nil)
    }

    package func end() { state = .over }
}

extension Connection {
    private func receive(now: Int) {
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        let count: Int
        do throws(SystemError) {
            guard let came = try Socket.receive(descriptor, into: &buffer) else { return }
            count = came
        } catch {
            return end()
        }
        switch state {
        case .receiving where count > 0: received += buffer[..<count]
        case .reading where count > 0:
            if received.isEmpty { deadline = now + limits.headTime }
            received += buffer[..<count]
        case .leaving where count > 0:
            thrownAway += count
            if thrownAway > limits.farewell { end() }
        default:
            // The other side has left, or a page that listens talks, which none of ours does.
            end()
        }
    }

    /// Answers the requests received, one after the other, for as long as answers can be sent at once.
    private func answerReceived(now: Int, _ responder: any Responding) {
        while state == .reading, !received.isEmpty {
            // Empty lines before a request are allowed (RFC 9112 §2.2).
            let empty = received.prefix { $0 == 0x0D || $0 == 0x0A }.count
            if empty > 0 { received.removeFirst(empty) }
            guard let end = endOfHead() else {
                searched = max(0, received.count - 2)
                if received.count > limits.head { return refuse(.headTooLarge, now: now, responder) }
                // A secure connection's first byte is 22; its sender would wait for ever for a line to be understood.
                if let first = received.first, first < 0x21 || first > 0x7E {
                    refuse(.malformed, now: now, responder)
                }
                return
            }
            searched = 0
            guard end.head <= limits.head else { return refuse(.headTooLarge, now: now, responder) }
            do throws(RequestFault) {
                let head = try RequestHead(received[..<end.head])
                received.removeFirst(end.next)
                switch responder.admission(of: head) {
                case .answer(let answer): reply(answer, to: head, now: now, responder)
                case .body(let length):
                    (state, deadline) = (
                        .receiving(head, length: length), now + limits.headTime + length / limits.slowest * 1000
                    )
                    received.reserveCapacity(length)
                    takeBody(head, length, now: now, responder)
                }
            } catch {
                refuse(error, now: now, responder)
            }
        }
    }

    /// Where the head ends and where what follows its empty line begins.
    private func endOfHead() -> (head: Int, next: Int)? {
        let newline = UInt8(ascii: "\n")
        var index = searched
        while index < received.count {
            if received[index] == newline {
                if index + 1 < received.count, received[index + 1] == newline { return (index, index + 2) }
                if index + 2 < received.count, received[index + 1] == 0x0D, received[index + 2] == newline {
                    return (index, index + 3)
                }
            }
            index += 1
        }
        return nil
    }

    private func refuse(_ fault: RequestFault, now: Int, _ responder: any Responding) {
        received = []
        begin(responder.answer(to: fault), keepsOpen: false, now: now)
        send(now: now, responder: responder)
    }

    /// Answers a request whose body is there.
    private func takeBody(_ head: RequestHead, _ length: Int, now: Int, _ responder: any Responding) {
        guard received.count >= length else { return }
        let body = Array(received.prefix(length))
        received.removeFirst(length)
        state = .reading
        reply(responder.answer(to: head, body: body), to: head, now: now, responder)
    }

    private func reply(_ answer: Answer, to head: RequestHead, now: Int, _ responder: any Responding) {
        let keepsOpen = head.keepsOpen && !answer.closes
        if case .pending(let pending) = answer.body {
            (state, deadline) = (.waiting(pending, keepsOpen: keepsOpen), .max)
            return sendIfDone(now: now, responder)
        }
        begin(answer, keepsOpen: keepsOpen, now: now)
        send(now: now, responder: responder)
    }

    /// Sends an answer that has been waited for, once it is there.
    func sendIfDone(now: Int, _ responder: any Responding) {
        guard case .waiting(let pending, let keepsOpen) = state, let answer = pending.answer else { return }
        begin(answer, keepsOpen: keepsOpen && !answer.closes, now: now)
        send(now: now, responder: responder)
        answerReceived(now: now, responder)
    }

    private func begin(_ answer: Answer, keepsOpen: Bool, now: Int) {
        outgoing = Outgoing(answer, keepsOpen: keepsOpen)
        state = .sending
        deadline = now + limits.answerTime + outgoing.waiting / limits.slowest * 1000
    }

    private func send(now: Int, responder: (any Responding)?) {
        switch outgoing.send(to: descriptor) {
        case .blocked: return
        case .failed: return end()
        case .done: break
        }
        guard state == .sending else {
            if case .listening = state { deadline = .max }
            return
        }
        if let page = outgoing.page {
            outgoing = Outgoing()
            (state, deadline) = (.listening(page: page), .max)
            if let responder { tell(Array("retry: 1000\n\n".utf8) + responder.news(for: page), now: now) }
        } else if outgoing.keepsOpen {
            outgoing = Outgoing()
            (state, deadline) = (.reading, now + (received.isEmpty ? limits.idleTime : limits.headTime))
        } else {
            Socket.endSending(descriptor)
            received = []
            (state, deadline) = (.leaving, now + limits.farewellTime)
        }
    }
}
