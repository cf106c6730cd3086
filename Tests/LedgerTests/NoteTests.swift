import Testing

@testable import Ledger

@Suite("Notes, heads and those who vouch for them")
struct NoteTests {
    private static let example = """
        This is an example message.

        — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

        """
    private static let head = """
        example.com/behind-the-sofa
        20852163
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
        — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==

        """

    @Test("the example of C2SP signed-note is signed by its key, and by no other text")
    func signedNote() throws {
        let key = try #require(NoteKey("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"))
        let note = try #require(SignedNote(reading: Array(Self.example.utf8)))
        #expect(key.kind == .log && Hex.text(key.id) == "530d903a")
        #expect(key.signed(note) == 0)
        #expect(note.bytes == Array(Self.example.utf8))
        #expect(key.text == "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
        let other = SignedNote(text: "This is another message.\n", signatures: note.signatures)
        #expect(key.signed(other) == nil)
    }

    @Test("the example of C2SP tlog-cosignature is read and written byte for byte")
    func checkpoint() throws {
        let note = try #require(SignedNote(reading: Array(Self.head.utf8)))
        let checkpoint = try #require(Checkpoint(note.text))
        #expect(checkpoint.origin == "example.com/behind-the-sofa" && checkpoint.size == 20_852_163)
        #expect(checkpoint.text == note.text && note.bytes == Array(Self.head.utf8))
        #expect(note.signatures.map(\.name) == ["example.com/behind-the-sofa", "witness.example.com/w1"])
        // The time of the example, 1679315147, stands in the cosignature's first eight bytes.
        #expect(note.signatures[1].bytes.prefix(8).reduce(0) { $0 << 8 | Int($1) } == 1_679_315_147)
        #expect(
            Cosignature.message(note.text, time: 1_679_315_147)
                == Array("cosignature/v1\ntime 1679315147\n\(note.text)".utf8))
    }

    @Test(
        "what is no note is refused",
        arguments: [
            "", "\n", "text\n", "text\n\n", "text\n\n— namn\n", "text\n\n- namn AAAAAAA=\n", "text\n\n— n+n AAAAAAAA\n",
            "text\n\n— n AAAAAAAA", "te\u{1}xt\n\n— n AAAAAAAA\n", "text\n\n— n AAAA\n", "text\n\n— n AAAAAAB=\n",
        ])
    func noNotes(text: String) { #expect(SignedNote(reading: Array(text.utf8)) == nil) }

    @Test(
        "what is no head is refused",
        arguments: [
            "a\n1\n", "a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
            "a\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
            "a\n1\nCsUY\n", "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        ])
    func noHeads(text: String) { #expect(Checkpoint(text) == nil) }

    @Test("a witness signs a head that contains the one before, and no other")
    func witness() throws {
        let leaves = (0..<9).map { TreeHash(leaf: [UInt8($0)]) }
        let (tree, key) = (MerkleTree(leaves), SigningKey())
        func note(_ size: Int) -> SignedNote {
            SignedNote(
                Checkpoint(origin: "nyhamn.example/forsegling", size: size, root: tree.root(size: size)), signedBy: key)
        }
        func request(_ old: Int, _ new: Int) -> CosignRequest {
            CosignRequest(old: old, proof: tree.consistency(from: old, to: new), note: note(new))
        }
        let witness = CosigningWitness(name: "nyhamn.example/intyg", key: SigningKey())
        let first = request(0, 4)
        #expect(
            CosignRequest(reading: first.bytes) == first && CosignRequest(reading: request(4, 9).bytes) == request(4, 9)
        )
        let signed = try witness.sign(first, after: .init(nil), time: 1_800_000_000)
        #expect(witness.publicKey.signed(signed) == 1_800_000_000)
        #expect(signed.text == note(4).text && signed.dated == note(4).bytes)
        let before = CosigningWitness.Before(Checkpoint(signed.text))
        #expect(throws: Never.self) { try witness.sign(request(4, 9), after: before, time: 1) }
        // What came of the last one may have been lost: the very same head is signed again.
        #expect(witness.publicKey.signed(try witness.sign(first, after: before, time: 1_800_000_001)) == 1_800_000_001)
        #expect(throws: HeadRefusal.otherStart(0, before: 4)) {
            try witness.sign(request(0, 9), after: before, time: 1)
        }
        #expect(throws: HeadRefusal.otherStart(5, before: 4)) {
            try witness.sign(request(5, 9), after: before, time: 1)
        }
        var other = leaves
        other[2] = TreeHash(leaf: [99])
        let rewritten = MerkleTree(other)
        let forged = CosignRequest(
            old: 4, proof: rewritten.consistency(from: 4, to: 9),
            note: SignedNote(
                Checkpoint(origin: "nyhamn.example/forsegling", size: 9, root: rewritten.root(size: 9)), signedBy: key))
        #expect(throws: HeadRefusal.doesNotContain(before: 4)) { try witness.sign(forged, after: before, time: 1) }
        let elsewhere = CosignRequest(
            old: 4, proof: tree.consistency(from: 4, to: 9),
            note: SignedNote(Checkpoint(origin: "annan.example", size: 9, root: tree.root(size: 9)), signedBy: key))
        #expect(throws: HeadRefusal.otherOrigin("annan.example", before: "nyhamn.example/forsegling")) {
            try witness.sign(elsewhere, after: before, time: 1)
        }
    }

    @Test("Base64 has one form for each run of bytes")
    func base64() {
        for (bytes, text) in [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            #expect(Base64.text(bytes.utf8) == text)
            #expect(Base64.bytes(text) == Array(bytes.utf8))
        }
        for text in ["Zg", "Zg=", "Zh==", "Z===", "Zm9v\n", "Zm9v====", "====", "Zg==Zg=="] {
            #expect(Base64.bytes(text) == nil)
        }
    }
}
