import LocalServer
import System

/// Lets in who may come in, and passes on what is asked.
struct DeskResponder: Responding {
    let desk: Desk
    let access: DeskAccess
    let origin: OwnOrigin
    let preview: Int
    let bell: Bell

    let language = ServerLanguage.swedish

    private static let mostJSON = 8 << 20
    static let mostFile = 256 << 20

    func news(for page: String) -> [UInt8] { [] }

    func admission(of head: RequestHead) -> Admission {
        do throws(Refusal) {
            let target = try self.target(of: head)
            guard target.path.hasPrefix("/api/") else { return .answer(try page(head, target)) }
            guard origin.admits(head, isPage: false) else { throw .origin }
            guard ["GET", "POST"].contains(head.method) else { throw head.method == "OPTIONS" ? .origin : .method }
            if target.path != "/api/session", !access.admits(head.only("klubba-key")) { throw .key }
            guard head.method == "POST" else {
                // Nobody reads a body that a GET has.
                if head.hasBody { throw .method }
                return .answer(pending(head, target, []))
            }
            return try self.body(head, target)
        } catch {
            var answer = error.answer
            // What was not read cannot be told from the next request.
            if head.hasBody { answer.closes = true }
            return .answer(answer)
        }
    }

    func answer(to fault: RequestFault) -> Answer {
        let said = Answer(fault, in: language)
        let refusal = Refusal(
            status: said.status, code: fault == .headTooLarge || fault == .bodyTooLarge ? "size" : "invalid",
            text: "Begäran går inte att förstå.")
        var answer = refusal.answer
        answer.closes = true
        return answer
    }

    func answer(to head: RequestHead, body: [UInt8]) -> Answer {
        guard let target = try? self.target(of: head) else { return Refusal.gone.answer }
        return pending(head, target, body)
    }

    private func target(of head: RequestHead) throws(Refusal) -> RequestTarget {
        guard let target = try? RequestTarget(head.target) else { throw .gone }
        return target
    }

    private func body(_ head: RequestHead, _ target: RequestTarget) throws(Refusal) -> Admission {
        let isFile = target.path == "/api/uploads"
        let type = head.only("content-type")?.lowercased().split(separator: ";").first.map { String($0) } ?? ""
        guard type.filter({ $0 != " " }) == (isFile ? "application/octet-stream" : "application/json") else {
            throw .type
        }
        guard let length = head.bodyLength else { throw .size(isFile ? 256 : 8) }
        guard length <= (isFile ? Self.mostFile : Self.mostJSON) else { throw .size(isFile ? 256 : 8) }
        return .body(length)
    }

    private func pending(_ head: RequestHead, _ target: RequestTarget, _ body: [UInt8]) -> Answer {
        let call = DeskCall(method: head.method, target: target, body: body)
        let (desk, access) = (desk, access)
        let pending = PendingAnswer(bell) {
            do throws(Refusal) {
                if target.path == "/api/session" { return Answer(json: try session(call, access)) }
                return Answer(json: try await desk.answer(call))
            } catch {
                return error.answer
            }
        }
        return Answer(status: .ok, body: .pending(pending))
    }

    private func page(_ head: RequestHead, _ target: RequestTarget) throws(Refusal) -> Answer {
        guard origin.admits(head, isPage: true) else { throw .origin }
        guard head.method == "GET" || head.method == "HEAD" else {
            throw head.method == "OPTIONS" ? .origin : .method
        }
        guard var answer = DeskPage.answer(target.path, preview: preview) else { throw .gone }
        if head.hasBody { answer.closes = true }
        if head.method == "HEAD" {
            if let length = answer.length { answer.fields.append(Answer.Field("Content-Length", "\(length)")) }
            answer.body = .nothing
        }
        return answer
    }
}

private func session(_ call: DeskCall, _ access: DeskAccess) throws(Refusal) -> JSONValue {
    guard call.method == "POST" else { throw .method }
    guard let ticket = try call.json()["ticket"]?.string, let key = access.key(for: ticket) else { throw .key }
    return ["key": .string(key)]
}

/// One call of the page's.
struct DeskCall: Sendable {
    let method: String
    let target: RequestTarget
    let body: [UInt8]

    func json() throws(Refusal) -> JSONValue {
        guard let json = JSONValue(body), json.object != nil else { throw .invalid("Begäran är ingen JSON.") }
        return json
    }

    func value(_ name: String) -> String? { target.value(of: name) }
}
