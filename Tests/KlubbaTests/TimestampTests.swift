import Foundation
import Testing
import System

@testable import Ledger

@Suite("Time stamps")
struct TimestampTests {
    @Test("any authority's answer is read and checked, with both hashes, and nothing else passes for it")
    func answered() throws {
        let authority = try #require(try TimeAuthority())
        let check = try #require(TimestampCheck(site: "/nowhere"))
        let data = Array("nyhamn.example/forsegling\n1\n".utf8)
        for algorithm in TimestampHash.allCases {
            let bytes = try authority.answer(TimestampQuery(of: data, algorithm))
            let answer = try #require(TimestampAnswer(reading: bytes))
            #expect(answer.isOf(data, algorithm) && !answer.isOf(data + [0], algorithm))
            #expect(!answer.isOf(data, algorithm == .sha256 ? .sha512 : .sha256))
            let certificates = try authority.certificates()
            #expect(try check.fault(bytes, of: data, certificates: certificates, at: answer.time) == nil)
            #expect(try check.fault(bytes, of: data + [0], certificates: certificates, at: answer.time) != nil)
            let other = try #require(try TimeAuthority())
            #expect(try check.fault(bytes, of: data, certificates: other.certificates(), at: answer.time) != nil)
            for end in stride(from: 0, to: bytes.count, by: 7) {
                #expect(TimestampAnswer(reading: Array(bytes[..<end])) == nil)
            }
        }
    }

    @Test("a query is what openssl would write")
    func query() throws {
        let authority = try #require(try TimeAuthority())
        try authority.folder.write(Array("huvud\n".utf8), to: "data")
        for (algorithm, option) in [(TimestampHash.sha256, "-sha256"), (.sha512, "-sha512")] {
            try authority.run(
                "ts", "-query", "-data", authority.path("data"), option, "-cert", "-no_nonce", "-out",
                authority.path("q"))
            #expect(
                try LedgerFolder.bytes(ofFile: authority.path("q"))
                    == TimestampQuery(of: Array("huvud\n".utf8), algorithm).bytes)
        }
    }

    @Test("any change of an answer's bytes is found by openssl or by the reading")
    func tampered() throws {
        let authority = try #require(try TimeAuthority())
        let check = try #require(TimestampCheck(site: "/nowhere"))
        let data = Array("huvud\n".utf8)
        let bytes = try authority.answer(TimestampQuery(of: data, .sha256))
        let certificates = try authority.certificates()
        let time = try #require(TimestampAnswer(reading: bytes)).time
        // The hash, the time and the signature; certificates that are sent along are no part of what is signed.
        let marks = [TimestampHash.sha256.hash(of: data), Array(bytes.suffix(40))]
        for mark in marks {
            let start = try #require(bytes.indices.first { bytes[$0...].starts(with: mark) })
            var changed = bytes
            changed[start + 3] ^= 1
            let answer = TimestampAnswer(reading: changed)
            let holds =
                try answer?.isOf(data, .sha256) == true
                && check.fault(changed, of: data, certificates: certificates, at: time) == nil
            #expect(!holds)
        }
    }

    @Test("a head is dated and all earlier proofs dated anew, and a page's proof says so offline")
    func story() throws {
        let authority = try #require(try TimeAuthority())
        let desk = try SealingDesk()
        try authority.folder.write(try authority.certificates(), to: "kedja.pem")
        func stamp(_ option: String) throws -> Program.Result {
            let asked = try desk.run("seal", option, authority.path("q.tsq"))
            #expect(asked.status == 0, "\(asked.err)")
            try authority.reply()
            return try desk.run(
                "seal", "--timestamp-response", authority.path("a.tsr"), "--certificates", authority.path("kedja.pem"))
        }
        let early = try desk.run("seal", "--timestamp-request", authority.path("q.tsq"))
        #expect(early.status == 1 && early.err.contains("inget publikt huvud än"))
        try desk.seal("2020-09-11")
        #expect(try stamp("--timestamp-request").out.hasSuffix("Dess underskrift stämmer.\n"))
        try desk.site.write(SealedSite.record, SealedSite.minutes)
        try desk.seal("2020-09-25")
        #expect(try stamp("--timestamp-request").status == 0)
        #expect(try stamp("--renew").status == 0)
        #expect(desk.site.exists("content/forsegling/tidsstamplar/1-1.tsr"))
        #expect(desk.site.exists("content/forsegling/fornyelser/1.tsr"))
        try desk.site.build()
        #expect(try desk.site.read("public/forsegling/index.html").contains("tidsstämplat <time"))
        let fine = try desk.run("verify", "--today", "2020-10-01")
        #expect(fine.status == 0 && !fine.err.contains("K315"), "\(fine.err)")
        // The text that was sealed with the first head stands under it too: that says longest ago.
        let page = try desk.verify("arenden/2020-1/ansokan/")
        #expect(page.status == 0, "\(page.out)")
        #expect(page.out.contains(", 1 rader / lines") && page.out.contains("CN=Provrot"), "\(page.out)")
        #expect(page.out.contains("Förnyelse / Renewal 1:") && page.out.contains("daterat på nytt"), "\(page.out)")

        // Another's certificates, another head's stamp, a changed list: each is found.
        let other = try #require(try TimeAuthority())
        let stamps = "content/forsegling/tidsstamplar"
        let chain = try desk.site.read("\(stamps)/1-1.pem")
        try desk.site.write("\(stamps)/1-1.pem", String(decoding: try other.certificates(), as: UTF8.self))
        let foreign = try desk.run("verify", "--today", "2020-10-01")
        #expect(foreign.status == 1 && foreign.err.contains("\(stamps)/1-1.tsr:1:1: error[K315]"), "\(foreign.err)")
        #expect(foreign.err.contains("error[K319]"))
        try desk.site.write("\(stamps)/1-1.pem", chain)
        let answer = try desk.site.tree("\(stamps)")
        try desk.site.write("\(stamps)/2-1.tsr", try #require(answer["1-1.tsr"]))
        let moved = try desk.run("check", "--today", "2020-10-01")
        #expect(moved.status == 1 && moved.err.contains("tidsstämpeln gäller något annat"), "\(moved.err)")
        try desk.site.write("\(stamps)/2-1.tsr", try #require(answer["2-1.tsr"]))
        let list = try desk.site.read("content/forsegling/fornyelser/1.txt")
        try desk.site.write("content/forsegling/fornyelser/1.txt", list.replacing("huvud 1 ", with: "huvud 2 "))
        #expect(try desk.run("check", "--today", "2020-10-01").err.contains("error[K319]"))
    }
}
