import Glibc
import Synchronization
import Testing

@testable import Output

@Suite("A build that fails or dies, at every step it takes")
struct FailureTests {
    let work: Workplace
    let before = [
        "index.html": "gammal", "arenden/1/index.html": "ett", "arenden/2/index.html": "två", "a.css": "a", "same": "=",
    ]
    let after = [
        "index.html": "ny", "arenden/1/index.html": "ett!", "arenden/3/ansokan/index.html": "tre", "b.css": "b",
        "same": "=",
    ]

    init() throws { work = try Workplace() }

    @Test("the disk is full: the old site is whole, the manifest too, and the next build does its work")
    func diskFull() async throws {
        let clean = try await work.cleanTree(after)
        var refusals: [DiskStep] = []
        for number in 0... {
            let work = try Workplace()
            try await work.build(before)
            try work.put("/*\n", at: "public/.gitignore")
            let old = try work.tree()
            let times = try work.times().filter { $0.key != ".klubba-manifest" }
            let refusal = Refusal(at: number, errno: ENOSPC)
            let failure = await work.failure(plan(after), trial: refusal.trial)
            guard let step = refusal.refused else {
                #expect(failure == nil)
                break
            }
            refusals.append(step)
            if let failure {
                guard case .diskFull = failure else {
                    Issue.record("step \(number), \(step): \(failure)")
                    return
                }
                #expect(try work.tree() == old, "step \(number), \(step)")
                #expect(try work.times().filter { $0.key != ".klubba-manifest" } == times)
            }
            try await work.build(after)
            var tree = try work.tree()
            #expect(tree.removeValue(forKey: ".gitignore") != nil)
            #expect(tree == clean, "step \(number), \(step)")
        }
        #expect(
            Set(refusals).isSuperset(of: [.makeDirectory, .create, .write, .rename, .link, .exchange, .synchronize]))
    }

    @Test("the disk is full at the first build: the directory is left as it was found")
    func firstBuild() async throws {
        var count = 0
        for number in 0... {
            let work = try Workplace()
            try work.put("/*\n", at: "public/.gitignore")
            let refusal = Refusal(at: number, errno: ENOSPC)
            let failure = await work.failure(plan(after), trial: refusal.trial)
            guard let step = refusal.refused else { break }
            count += 1
            // What is only swept up afterwards is no reason to fail.
            if failure != nil { #expect(try work.tree() == [".gitignore": "/*\n"], "step \(number), \(step)") }
        }
        #expect(count > 15)
    }

    @Test("killed anywhere: nothing is foreign afterwards, and the next build heals it", arguments: [true, false])
    func killed(isFirst: Bool) async throws {
        let clean = try await work.cleanTree(after)
        var deaths = 0
        for number in 0... {
            let work = try Workplace()
            if !isFirst { try await work.build(before) }
            let refusal = Refusal(at: number, errno: EIO, isForGood: true)
            _ = await work.failure(plan(after), trial: refusal.trial)
            if refusal.refused == nil { break }
            deaths += 1
            // What stands is old or new, never half of one.
            for (path, text) in try work.tree() where !path.hasPrefix(".klubba") && !path.hasSuffix("/") {
                #expect(text == before[path] || text == after[path] || (isFirst && text.isEmpty), "\(number): \(path)")
            }
            try await work.build(after)
            #expect(try work.tree() == clean, "step \(number)")
        }
        #expect(deaths > 20)
    }

    @Test("killed anywhere, and then the plan is the old one again")
    func killedAndTakenBack() async throws {
        try await work.build(before)
        let old = try work.tree()
        for number in 0... {
            let refusal = Refusal(at: number, errno: EIO, isForGood: true)
            _ = await work.failure(plan(after), trial: refusal.trial)
            if refusal.refused == nil { break }
            try await work.build(before)
            #expect(try work.tree() == old, "step \(number)")
        }
    }

    @Test("killed where pages become directories and directories pages")
    func killedBetweenShapes() async throws {
        let flat = ["a": "fil", "b": "fil"]
        let deep = ["a/x/y": "sida", "b/x": "sida", "b/z": "sida"]
        for (first, second) in [(flat, deep), (deep, flat)] {
            let clean = try await work.cleanTree(second)
            for number in 0... {
                let work = try Workplace()
                try await work.build(first)
                let refusal = Refusal(at: number, errno: EIO, isForGood: true)
                _ = await work.failure(plan(second), trial: refusal.trial)
                if refusal.refused == nil { break }
                try await work.build(second)
                #expect(try work.tree() == clean, "step \(number)")
            }
        }
    }

    @Test("what a refusal means", arguments: [EACCES, EPERM, EROFS, EDQUOT, ENOSPC, EIO])
    func meanings(errno: CInt) async throws {
        try await work.build(before)
        let refusal = Refusal(at: 1, errno: errno)
        let failure = await work.failure(plan(["index.html": "ny"]), trial: refusal.trial)
        let path = work.site + "/index.html"
        switch errno {
        case ENOSPC, EDQUOT: #expect(failure == .diskFull(path))
        case EIO: #expect(failure == .system(path, errno: EIO))
        default: #expect(failure == .notWritable(path, errno: errno))
        }
    }

    @Test("two builds at once: the second is told, the first goes on")
    func twoAtOnce() async throws {
        let first = Gate()
        let slow = OutputPlan(files: [
            PlannedFile(
                path: "a.html",
                content: .bytes { bytes in
                    first.isEntered.store(true, ordering: .sequentiallyConsistent)
                    while !first.isLetGo.load(ordering: .sequentiallyConsistent) { usleep(1000) }
                    bytes.append(contentsOf: "långsam".utf8)
                })
        ])
        let site = work.site
        async let report = slow.write(to: site)
        while !first.isEntered.load(ordering: .sequentiallyConsistent) { try await Task.sleep(for: .milliseconds(1)) }
        #expect(await work.failure(plan(["a.html": "snabb"])) == .locked(work.site))
        first.isLetGo.store(true, ordering: .sequentiallyConsistent)
        #expect(try await report.written == 1)
        #expect(work.text("public/a.html") == "långsam")
        #expect(await work.failure(plan(["a.html": "snabb"])) == nil)
    }

    @Test("cancelled: the old site is whole")
    func cancelled() async throws {
        try await work.build(before)
        let old = try work.tree()
        let work = work
        let after = after
        let task = Task { () -> OutputFailure? in
            while !Task.isCancelled { await Task.yield() }
            return await work.failure(plan(after))
        }
        task.cancel()
        #expect(await task.value == .cancelled)
        #expect(try work.tree() == old)
    }

    private final class Gate: Sendable {
        let isEntered = Atomic(false)
        let isLetGo = Atomic(false)
    }
}
