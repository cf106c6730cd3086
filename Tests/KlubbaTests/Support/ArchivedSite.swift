import Foundation
import System
import Testing

/// A sealed site and the packages made of it, for the tests of the archive.
struct ArchivedSite {
    let site: Workplace

    /// The sealed site of the record's tests, with what an archive wants to know.
    init() throws {
        site = try SealedSite.sealed()
        try site.write("klubba.yml", Workplace.profile + "arkiv: {organisationsnummer: 222000-0000}\n")
    }

    /// Makes a package without PDF/A versions and tells where it lies.
    @discardableResult
    func archive(_ arguments: String..., into folder: String = "arkiv") throws -> URL {
        let result = try run(arguments + ["--output", folder])
        #expect(result.status == 0, "\(result.err)")
        return try ArchivedSite.only(in: site.root.appendingPathComponent(folder))
    }

    func run(_ arguments: [String]) throws -> Program.Result {
        try site.run(["archive", "--no-pdf", "--today", "2020-10-01"] + arguments)
    }

    /// The one thing that lies in a folder.
    static func only(in folder: URL) throws -> URL {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.count == 1, "\(names)")
        return folder.appendingPathComponent(try #require(names.first))
    }

    func erms(_ package: URL) throws -> String {
        try String(
            contentsOf: package.appendingPathComponent("representations/handlingar/data/ERMS.xml"), encoding: .utf8)
    }

    func digest(of file: URL) throws -> String {
        SHA256Sum.text(of: Array(try Data(contentsOf: file)))
    }

    func verify(_ package: URL) throws -> (status: Int32, lines: [String]) {
        let result = try site.run("archive", "--verify", package.path, environment: ["KLUBBA_XMLLINT": ""])
        return (result.status, result.err.split(separator: "\n").map(String.init).filter { $0.contains(": error[") })
    }
}
