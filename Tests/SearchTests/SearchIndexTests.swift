import Testing

@testable import Search

@Suite("The search's index")
struct SearchIndexTests {
    private func document(_ number: Int, _ text: String, title: String? = nil) -> SearchDocument {
        SearchDocument(
            group: "arenden/\(number)/", address: "arenden/\(number)/", title: title ?? "Ärende \(number)",
            number: "2026:\(number)",
            filters: SearchDocument.Filters(kind: "Ärende", bodies: ["Styrelsen"], years: ["2026"], outcome: "Bifall")
        ) { $0.append(html: Array(text.utf8)) }
    }

    private func site(_ count: Int = 400) -> [SearchDocument] {
        (1...count).map {
            document(
                $0, "<h2 id=\"bakgrund\">Bakgrund</h2><p>Kommunen söker medel \($0) till insatsen ord\($0 % 7)a.</p>")
        }
    }

    private func files(_ documents: [SearchDocument]) -> [String: String] {
        let files = SearchIndex(documents).files.map { file -> (String, String) in
            var bytes: [UInt8] = []
            file.render(&bytes)
            return (file.path, String(decoding: bytes, as: UTF8.self))
        }
        return Dictionary(uniqueKeysWithValues: files)
    }

    @Test("no file is larger than 50 kB, whatever a bilaga says")
    func sizes() {
        let long = String(repeating: "<p>Ett långt stycke med \"citat\" om ekonomi &lt; budget.</p>", count: 8000)
        let all = files(site(1500) + [document(9999, long)])
        #expect(all.values.allSatisfy { $0.utf8.count <= 50_000 })
        #expect(all.keys.contains { $0.hasPrefix("text/") && $0.hasSuffix("-1.js") }, "a long text has several files")
    }

    @Test("the order of the documents changes no byte")
    func deterministic() {
        let documents = site()
        #expect(files(documents) == files(documents.reversed()))
    }

    @Test("an edit rewrites the files of its words and of its text, and no other")
    func edits() {
        let before = files(site())
        var documents = site()
        documents[41] = document(
            42, "<h2 id=\"bakgrund\">Bakgrund</h2><p>Kommunen söker medel 42 till insatsen ordxyz.</p>")
        let after = files(documents)
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        #expect(changed.count <= 5 && changed.contains { $0.hasPrefix("text/") }, "\(changed)")
        #expect(!changed.contains("index.js"))
    }

    @Test("a text's sections keep their places: anchors of headings, pages of a file")
    func places() {
        let texts = files([document(1, "<p>Först.</p><h2 id=\"mal\">Mål &amp; medel</h2><p>Sedan <em>vux</em>en.</p>")])
        let text = texts["text/0.js"] ?? ""
        #expect(text.contains("[\"\",\"\",0,\"Först. \"],[\"mal\",\"Mål & medel\",0,\"Sedan vuxen. \"]"))
    }

    @Test("a script cannot be ended from within a text")
    func escaped() {
        let texts = files([document(1, "<p>&lt;/script&gt; \\ &quot;citat&quot;</p>")])
        #expect(texts["text/0.js"]?.contains("\\u003c/script> \\\\ \\\"citat\\\"") ?? false)
        #expect(!texts.values.contains { $0.contains("</script") })
    }

    @Test("words that say nothing are in no list")
    func stopWords() {
        let lists = files([document(1, "<p>och att det i budgeten</p>")]).filter { $0.key.hasPrefix("lista/") }
        let all = lists.values.joined()
        #expect(all.contains("budget=") && !all.contains("|och=") && !all.contains("\"att=") && !all.contains("|i="))
    }

    @Test("a word in a title weighs more than in a text")
    func titles() {
        let documents = [document(1, "<p>x</p>", title: "Upphandling"), document(2, "<p>upphandling</p>")]
        let list = files(documents).filter { $0.key.hasPrefix("lista/") }.values.joined()
        let entry = list.split(separator: "|").first { $0.contains("upphandling=") } ?? ""
        // Two passages, each a number and a weight.
        let signs = Array(entry.utf8)
        let weights = [signs[signs.count - 3], signs[signs.count - 1]].compactMap { sign in
            Signs.alphabet.firstIndex(of: sign)
        }
        #expect(weights.count == 2 && abs(weights[0] - weights[1]) > 15)
    }
}
