import LocalServer
import System

/// One of klubba's own commands at work.
struct Job: Sendable {
    let what: String
    var state = "running"
    var exit: Int?
    var lines: [String] = []
    /// What it made, by path from the site's root.
    var files: [String] = []
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
            await self.finish(id, ending)
        }
        return [
            "id": .string(id), "job": .string(id), "what": .string(what), "state": "running", "exit": .null,
            "lines": [],
            "files": [],
        ]
    }

    private func finish(_ id: String, _ ending: JobEnding) async {
        // Whoever asks once it is done sees the site as the command left it.
        take(await means.read())
        jobs[id]?.state = ending.exit == 0 ? "done" : "failed"
        jobs[id]?.exit = ending.exit
        jobs[id]?.lines = ending.lines
        jobs[id]?.files = ending.files
        number += 1
    }

    func job(_ id: String) throws(Refusal) -> JSONValue {
        guard let job = jobs[id] else { throw .gone }
        return [
            "what": .string(job.what), "state": .string(job.state), "exit": job.exit.map { JSONValue($0) } ?? .null,
            "lines": .array(job.lines.map { .string($0) }), "files": .array(job.files.map { .string($0) }),
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
        case "review": return ["review"] + audience
        case "verify": return ["verify"]
        // The members' site never lands in public/.
        case "build": return ["build"] + (audience.isEmpty ? [] : audience + ["--output", "ledamoter"])
        case "changes": return ["publish", "--dry-run"] + audience
        case "publish": return ["publish", "--yes"] + audience
        case "packet": return ["packet", try knownMeeting(json)] + audience
        case "letters": return ["letters", try knownMeeting(json)]
        case "archive": return ["archive"] + (json["meeting"]?.string == nil ? [] : [try knownMeeting(json)])
        case "export":
            guard json["meeting"]?.string != nil else {
                return ["export", "--all", "--output", freeName("export", ending: "")]
            }
            let meeting = try knownMeeting(json)
            return ["export", meeting, "--output", freeName("export/\(meeting)", ending: ".docx")]
        case "seal":
            let meeting = try knownMeeting(json)
            guard let reason = json["reason"]?.string, !reason.isEmpty else { return ["seal", meeting] }
            return ["seal", meeting, "--correct", "--reason=\(reason)"]
        default: throw .invalid("Skrivbordet har inget arbete som heter \(what).")
        }
    }

    /// A name in the site's folder that nothing has: what somebody has worked on in Word stays.
    private func freeName(_ name: String, ending: String) -> String {
        let names = [name + ending] + (2..<1000).map { "\(name)-\($0)\(ending)" }
        return names.first { !FileBytes.exists(root + "/" + $0) } ?? name + ending
    }

    /// A meeting that the site has, named as klubba names it.
    private func knownMeeting(_ json: JSONValue) throws(Refusal) -> String {
        reading.seen.meetings[try index(of: json["meeting"]?.string ?? "")].meeting.id.slug
    }
}
