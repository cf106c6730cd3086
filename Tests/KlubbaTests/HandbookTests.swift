import Foundation
import Testing

@Suite("The handbook")
struct HandbookTests {
    private var root: URL {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder
    }

    @Test("explains every message code that the program can give")
    func codes() throws {
        let wording = try String(
            contentsOf: root.appendingPathComponent("Sources/Diagnostics/Problem+Wording.swift"), encoding: .utf8)
        let handbook = try String(contentsOf: root.appendingPathComponent("docs/handbok.md"), encoding: .utf8)
        let codes = Set(wording.matches(of: /"(K\d{3})"/).map { String($0.1) })
        #expect(codes.count > 60)
        #expect(codes.filter { !handbook.contains($0) }.sorted() == [])
        let explained = Set(handbook.matches(of: /K\d{3}/).map { String($0.0) })
        #expect(explained.subtracting(codes).sorted() == [])
    }
}
