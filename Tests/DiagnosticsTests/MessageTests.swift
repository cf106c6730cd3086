import Diagnostics
import Foundation
import Testing

@Suite("Messages are part of the product")
struct MessageTests {
    @Test("every problem has its code, its weight and its whole text in Swedish and English", arguments: Message.all)
    func texts(message: Message) {
        #expect(message.problem.code == message.code)
        #expect(message.problem.severity == message.severity)
        #expect(message.problem.text(in: .swedish) == message.swedish)
        #expect(message.problem.text(in: .english) == message.english)
    }

    @Test("a code belongs to one problem, and no problem is left out of the table")
    func codes() {
        var problemOf: [String: String] = [:]
        for message in Message.all {
            let name = String("\(message.problem)".prefix { $0 != "(" })
            #expect(problemOf[message.code] ?? name == name, "\(message.code)")
            problemOf[message.code] = name
        }
        #expect(Set(problemOf.values).count == problemOf.count)
        #expect(Set(problemOf.keys) == codesInSource)
        #expect(problemOf.keys.allSatisfy { $0.count == 4 && $0.hasPrefix("K") && Int($0.dropFirst()) != nil })
    }

    /// The codes that the program's own table of sentences has.
    private var codesInSource: Set<String> {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let wording = folder.deletingLastPathComponent().appendingPathComponent(
            "Sources/Diagnostics/Problem+Wording.swift")
        let source = (try? String(contentsOf: wording, encoding: .utf8)) ?? ""
        return Set(source.matches(of: /"(K\d{3})"/).map { String($0.1) })
    }

    @Test("a sentence says what is wrong in its first part and what to do in its last, and stands on one line")
    func sentences() {
        for message in Message.all {
            for text in [message.swedish, message.english] {
                #expect(!text.hasSuffix(".") && !text.contains("\n") && !text.contains("  "), "\(text)")
                #expect(
                    text.contains(". ") || text.hasSuffix("?") || text.contains(": ") || text.contains(", som "),
                    "\(text)")
            }
        }
    }

    @Test(
        "a diagnostic's line is place, weight, code and text (FORMAT §10), with the words error and warning untranslated"
    )
    func lines() {
        let error = Diagnostic(Place("content/arenden/x.md", line: 3, column: 7), .impossibleDate(text: "2020-02-30"))
        #expect(
            error.line(in: .swedish)
                == "content/arenden/x.md:3:7: error[K030]: det finns ingen dag \"2020-02-30\". Rätta datumet")
        #expect(
            error.line(in: .english)
                == "content/arenden/x.md:3:7: error[K030]: there is no day \"2020-02-30\". Correct the date")
        let warning = Diagnostic(Place("klubba.yml"), .profileIncomplete(key: "organisation"))
        #expect(
            warning.line(in: .swedish)
                == "klubba.yml:1:1: warning[K042]: \"organisation\" saknas i klubba.yml. Lägg till den")
        #expect(
            Diagnostic(Place("x"), .emailAddress, severity: .error).line(in: .english).hasPrefix("x:1:1: error[K091]: ")
        )
    }

    @Test("diagnostics are sorted by file, line and column, whatever they say")
    func order() {
        let sorted = [
            Diagnostic(Place("a.md", line: 2, column: 9), .linkLoop),
            Diagnostic(Place("a.md", line: 10, column: 1), .notUTF8),
            Diagnostic(Place("a.md", line: 10, column: 1), .linkLoop),
            Diagnostic(Place("b.md"), .notUTF8),
        ]
        #expect(sorted.reversed().sorted() == sorted)
    }

    @Test("a hostile name or value cannot break its line, nor turn it round")
    func hostile() {
        let name = "rad\nbrott\u{1B}[31m\u{202E}omvänd\u{2028}x\u{85}"
        let shown = "rad\\nbrott\\u{1b}[31m\\u{202e}omvänd\\u{2028}x\\u{85}"
        #expect(Place(name).description == "\(shown):1:1")
        let line = Diagnostic(Place("a.md"), .unknownBody(code: name, known: [name])).line(in: .swedish)
        #expect(
            line
                == "a.md:1:1: error[K036]: inget organ har koden \"\(shown)\". Skriv \"\(shown)\", eller lägg till organet i klubba.yml"
        )
        #expect("vanlig text – åäö 😀".visible == "vanlig text – åäö 😀")
    }
}
