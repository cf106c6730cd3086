import Testing

@testable import Ledger

@Suite("SHA-256")
struct DigestTests {
    @Test("is the standard's")
    func standard() {
        #expect(
            Digest(of: "abc").text == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Digest(of: "").text == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test("is read back only as 64 small digits")
    func reading() {
        #expect(Digest(Digest(of: "x").text) == Digest(of: "x"))
        #expect(Digest("abc") == nil)
        #expect(Digest(String(repeating: "G", count: 64)) == nil)
        #expect(Digest(String(repeating: "A", count: 64)) == nil)
    }
}
