import Testing
import System

@testable import Ledger

/// The time stamp authority's own tools, as anybody may have them.
struct TimeAuthority {
    let folder: TemporaryFolder
    let openssl: String

    init?() throws {
        guard let openssl = Toolbox.inPath("openssl").first(where: Toolbox.isExecutable) else { return nil }
        self.openssl = openssl
        folder = try TemporaryFolder()
        let settings = """
            [tsa]
            default_tsa = own
            [own]
            serial = \(folder.path)/serial
            signer_digest = sha256
            default_policy = 1.2.3.4.1
            digests = sha256, sha512
            ess_cert_id_chain = no
            [root]
            basicConstraints = critical,CA:true
            keyUsage = critical,keyCertSign
            [stamp]
            basicConstraints = critical,CA:false
            extendedKeyUsage = critical,timeStamping
            keyUsage = critical,digitalSignature
            """
        try folder.write(Array(settings.utf8), to: "tsa.conf")
        try folder.write(Array("01\n".utf8), to: "serial")
        try run(
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Provrot", "-days", "3650", "-keyout",
            path("root.key"), "-out", path("root.pem"))
        try run(
            "req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Provtid", "-keyout", path("tsa.key"), "-out",
            path("tsa.csr"))
        try run(
            "x509", "-req", "-in", path("tsa.csr"), "-CA", path("root.pem"), "-CAkey", path("root.key"),
            "-CAcreateserial",
            "-days", "3650", "-extfile", path("tsa.conf"), "-extensions", "stamp", "-out", path("tsa.pem"))
    }

    func path(_ name: String) -> String { "\(folder.path)/\(name)" }

    func run(_ arguments: String...) throws {
        let ending = try ChildProcess.run(openssl, arguments, seconds: 60)
        try #require(ending.status == 0, "\(ending.errorText)")
    }

    /// Answers the query in `q.tsq` with `a.tsr`.
    func reply() throws {
        try run(
            "ts", "-reply", "-config", path("tsa.conf"), "-queryfile", path("q.tsq"), "-signer", path("tsa.pem"),
            "-inkey",
            path("tsa.key"), "-out", path("a.tsr"))
    }

    func answer(_ query: TimestampQuery) throws -> [UInt8] {
        try folder.write(query.bytes, to: "q.tsq")
        try reply()
        return try LedgerFolder.bytes(ofFile: path("a.tsr"))
    }

    func certificates() throws -> [UInt8] {
        try LedgerFolder.bytes(ofFile: path("root.pem")) + LedgerFolder.bytes(ofFile: path("tsa.pem"))
    }
}
