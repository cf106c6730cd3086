import Foundation
import Testing

@Suite("The README's program")
struct ReadmeTests {
    @Test("builds a site")
    func builds() async throws {
        let site = try SiteFolder()
        try await readmeProgram(folder: site.root)
        #expect(try site.read("public/arenden/2020-1/index.html").contains("hyra lokalerna"))
        #expect(!site.exists("public/arenden/2020-2/index.html"))
    }

    @Test("is quoted as it was compiled")
    func quoted() throws {
        let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let program = try String(contentsOf: here.appendingPathComponent("ReadmeProgram.swift"), encoding: .utf8)
        let readme = try String(contentsOf: here.appendingPathComponent("../../README.md"), encoding: .utf8)
        let lines = program.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.hasPrefix("func readmeProgram") })
        let body = lines[(start + 1)...].prefix { $0 != "}" }.map { $0.dropFirst(4) }
        #expect(body.count > 5)
        let quoted = ["```swift", "import Publishing", "", "let folder = CommandLine.arguments[1]"] + body + ["```"]
        #expect(readme.contains(quoted.joined(separator: "\n")))
    }
}
