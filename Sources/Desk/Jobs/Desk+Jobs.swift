import LocalServer
import System

/// One of klubba's own commands at work.
struct Job: Sendable {
    let what: String
    var state = "running"
    var exit: Int?
    var lines: [String] = []
}

extension Desk {
    /// Runs a command; one at a time. What it is told comes from the page's choices and the names of meetings, each one
    /// argument, and from no file.
    func start(_ json: JSONValue) throws(Refusal) -> JSONValue {
        if jobs.values.contains(where: { $0.state == "running" }) { throw .busy }
        let what = json["what"]?.string ?? ""
        let arguments = try self.arguments(what, json)
        let id = String(Secret().text.prefix(16))
        jobs[id] = Job(what: what)
        Task {
            let ending = await means.run(arguments)
            self.finish(id, ending)
        }
        return ["job": .string(id), "state": "running"]
    }

    private func finish(_ id: String, _ ending: JobEnding) {
        jobs[id]?.state = ending.exit == 0 ? "done" : "failed"
        jobs[id]?.exit = ending.exit
        jobs[id]?.lines = ending.lines
        number += 1
    }

    func job(_ id: String) throws(Refusal) -> JSONValue {
        guard let job = jobs[id] else { throw .gone }
        return [
            "what": .string(job.what), "state": .string(job.state), "exit": job.exit.map { JSONValue($0) } ?? .null,
            "lines": .array(job.lines.map { .string($0) }),
        ]
    }

    private func arguments(_ what: String, _ json: JSONValue) throws(Refusal) -> [String] {
        var audience: [String] = []
        switch json["audience"]?.string {
        case nil, "public"?: break
        case "members"?: audience = ["--audience", "members"]
        default: throw .invalid("Läsarna är public eller members.")
        }
        switch what {
        case "check": return ["check"] + audience
        case "verify": return ["verify"]
        case "build": return ["build"]
        case "changes": return ["publish", "--dry-run"] + audience
        case "publish": return ["publish", "--yes"] + audience
        case "packet": return ["packet", try knownMeeting(json)] + audience
        case "letters": return ["letters", try knownMeeting(json)]
        case "archive": return ["archive", try knownMeeting(json)]
        case "seal":
            let meeting = try knownMeeting(json)
            guard let reason = json["reason"]?.string, !reason.isEmpty else { return ["seal", meeting] }
            return ["seal", meeting, "--correct", "--reason=\(reason)"]
        default: throw .invalid("Skrivbordet har inget arbete som heter \(what).")
        }
    }

    /// A meeting that the site has, named as klubba names it.
    private func knownMeeting(_ json: JSONValue) throws(Refusal) -> String {
        reading.seen.meetings[try index(of: json["meeting"]?.string ?? "")].meeting.id.slug
    }
}
