import Testing

@testable import Ledger

@Suite("Tampering with the log is found and named")
struct LogTamperTests {
    private let restore = "Hämta tillbaka loggen från en säkerhetskopia"
    private let file = "content/beslutslogg.jsonl"

    @Test("a whole log has nothing to say of itself, signed or not")
    func whole() {
        #expect(LogFixture.messages(LogFixture.log(LogFixture.lines(5))) == [])
        #expect(LogFixture.messages(LogFixture.log(LogFixture.lines(5, key: SigningKey()))) == [])
        #expect(DecisionLog().isWhole && DecisionLog().head == .nothing)
    }

    @Test("an edited line, the first, the middle and the last", arguments: [0, 2, 4])
    func edited(place: Int) {
        var lines = LogFixture.lines(5)
        lines[place] = lines[place].edited { $0.papers[0].digest = Digest(of: "Annan") }
        #expect(
            LogFixture.messages(LogFixture.log(lines)) == [
                "\(file):\(place + 1):1: error[K132]: raden är ändrad efter förseglingen: dess kontrollsumma är en annan. \(restore)"
            ])
    }

    @Test("a line that was edited and given a sum that fits is found by the line after it")
    func rewritten() {
        var lines = LogFixture.lines(5)
        lines[2] = lines[2].forged { $0.papers[0].digest = Digest(of: "Annan") }
        #expect(
            LogFixture.messages(LogFixture.log(lines)) == [
                "\(file):3:1: error[K132]: raden är utbytt: raden efter den bygger på en annan rad. \(restore)"
            ])
    }

    @Test("a removed line, or several")
    func removed() {
        var lines = LogFixture.lines(5)
        lines.remove(at: 2)
        #expect(
            LogFixture.messages(LogFixture.log(lines)) == [
                "\(file):3:1: error[K132]: post 3 saknas före den här raden. \(restore)"
            ])
        lines.removeFirst(2)
        #expect(
            LogFixture.messages(LogFixture.log(lines)) == [
                "\(file):1:1: error[K132]: posterna 1–3 saknas före den här raden. \(restore)"
            ])
    }

    @Test("lines that have changed places")
    func reordered() {
        var lines = LogFixture.lines(4)
        lines.swapAt(1, 2)
        #expect(
            LogFixture.messages(LogFixture.log(lines)) == [
                "\(file):2:1: error[K132]: post 3 står på fel plats. \(restore)",
                "\(file):3:1: error[K132]: post 2 står på fel plats. \(restore)",
            ])
    }

    @Test("a line that stands there twice")
    func repeated() {
        var lines = LogFixture.lines(3)
        lines.insert(lines[1], at: 2)
        #expect(
            LogFixture.messages(LogFixture.log(lines)) == [
                "\(file):3:1: error[K132]: raden är en kopia av rad 2. \(restore)"
            ])
    }

    @Test("another line under a number that is taken")
    func numberTwice() {
        var lines = LogFixture.lines(3)
        lines.append(lines[1].forged { $0.reason = "Annat" })
        #expect(
            LogFixture.messages(LogFixture.log(lines)) == [
                "\(file):4:1: error[K132]: post 2 finns redan, men med annat innehåll. \(restore)"
            ])
    }

    @Test("a log that begins with another beginning")
    func beginning() {
        let lines = LogFixture.lines(2, after: Digest(of: "förut"))
        #expect(
            LogFixture.messages(LogFixture.log(lines)) == [
                "\(file):1:1: error[K132]: loggens början saknas: första raden bygger på en annan rad. \(restore)"
            ])
    }

    @Test("half a line at the end, at every byte where it can be cut")
    func torn() {
        let lines = LogFixture.lines(2)
        let (whole, last) = (lines[0].bytes, lines[1].bytes)
        for length in 1..<last.count {
            let log = DecisionLog(whole + last.prefix(length))
            #expect(
                LogFixture.messages(log) == [
                    "\(file):2:1: error[K131]: loggens sista rad är halv: den blev inte färdig, eller så är filen avkortad. "
                        + "Hämta tillbaka loggen från en säkerhetskopia, eller ta bort den halva raden och försegla igen"
                ], "\(length)")
            #expect(log.lines.count == 1)
        }
    }

    @Test("a line that is no line of klubba's: white space, another order, a key more, bytes that are no text")
    func damaged() {
        let lines = LogFixture.lines(3)
        let text = String(decoding: lines[1].bytes.dropLast(), as: UTF8.self)
        let others = [
            text.replacing("\"nr\":2", with: "\"nr\": 2"), text.replacing("\"nr\":2", with: "\"nr\":02"),
            text.replacing("{\"nr\"", with: "{\"x\":1,\"nr\""), "", "null", text + " ",
            text.replacing("offentlig", with: "offentli\\u0067"),
        ]
        for other in others {
            let log = DecisionLog(lines[0].bytes + Array(other.utf8) + [0x0A] + lines[2].bytes)
            #expect(
                LogFixture.messages(log) == [
                    "\(file):2:1: error[K130]: raden i loggen är skadad: den är inte som klubba skriver den. \(restore)"
                ], "\(other)")
        }
        let bytes = lines[0].bytes + [0xFF, 0x0A] + lines[2].bytes
        #expect(DecisionLog(bytes).diagnostics.map(\.problem.code) == ["K130"])
    }

    @Test("a shorter log is known only by a hash that was noted: it has no line with it")
    func truncated() {
        let lines = LogFixture.lines(3)
        let whole = LogFixture.log(lines)
        let cut = LogFixture.log(Array(lines.prefix(2)))
        #expect(cut.isWhole)
        #expect(whole.place(of: whole.head) == 3)
        #expect(cut.place(of: whole.head) == nil)
        #expect(whole.place(of: cut.head) == 2)
    }

    @Test("a chain that was made anew from the middle is found by its signatures, or by a hash that was noted")
    func recomputed() {
        let key = SigningKey()
        let lines = LogFixture.lines(4, key: key)
        var forged = Array(lines.prefix(2))
        for line in lines.dropFirst(2) {
            let previous = forged[forged.count - 1].digest
            forged.append(
                line.forged { entry in
                    entry.previous = previous
                    entry.papers[0].digest = Digest(of: "Annan")
                })
        }
        let wrong = "raden eller underskriften är ändrad. Hämta tillbaka raden från en säkerhetskopia"
        #expect(
            LogFixture.messages(LogFixture.log(forged)) == [
                "\(file):3:1: error[K133]: radens underskrift stämmer inte: \(wrong)",
                "\(file):4:1: error[K133]: radens underskrift stämmer inte: \(wrong)",
            ])
        #expect(LogFixture.log(forged).place(of: LogFixture.log(lines).head) == nil)
    }

    @Test("signatures that were taken away from the end of a signed log")
    func unsigned() {
        let signed = LogFixture.lines(2, key: SigningKey())
        let lines = signed + LogFixture.lines(1, from: 3, after: signed[1].digest)
        #expect(
            LogFixture.messages(LogFixture.log(lines)) == [
                "\(file):3:1: error[K133]: raden är inte undertecknad, fast tidigare rader är det. Fråga den som förseglade, och underteckna alltid med --key"
            ])
    }

    @Test("another's signature is another key's")
    func otherKey() {
        let (mine, other) = (SigningKey(), SigningKey())
        let log = LogFixture.log(LogFixture.lines(1, key: mine))
        #expect(log.keys == [mine.publicKey])
        let forged = LogFixture.lines(1, key: other)[0].edited { $0.key = mine.publicKey }
        #expect(LogFixture.log([forged]).diagnostics.map(\.problem.code).sorted() == ["K132", "K133"])
    }
}
