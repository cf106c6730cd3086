import ArgumentParser
import Ledger
import Meetings
import System

/// What `klubba seal` does with the log's public head instead of sealing a meeting.
struct SealHeadOptions: ParsableArguments {
    @Flag(
        name: [.customLong("head"), .customLong("huvud")], help: "Underteckna ett publikt huvud för loggen som den är.")
    var signsHead = false

    @Option(
        name: .long,
        help: ArgumentHelp("Ta in ett intyg: filen som den som intygar skickade tillbaka.", valueName: "fil"))
    var cosignature: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Skriv en fråga till en tidsstämplingstjänst (RFC 3161) om det senaste huvudet.", valueName: "fil.tsq"))
    var timestampRequest: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Ta in tjänstens svar. Behöver --certificates.", valueName: "fil.tsr"))
    var timestampResponse: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Tjänstens certifikat, med utfärdarens, i PEM.", valueName: "fil.pem"))
    var certificates: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Datera alla tidigare bevis på nytt: skriv en fråga om dem.", valueName: "fil.tsq"))
    var renew: String?

    var isAsked: Bool {
        signsHead || [cosignature, timestampRequest, timestampResponse, renew].contains { $0 != nil }
    }
}

extension SealHeadOptions {
    func run(_ round: HeadRound) async throws {
        try await round.run { (writer) async throws(HeadRefusal) in
            if signsHead { try await round.sign(writer) }
            if let cosignature {
                Console.out(HeadMessages.cosigned(try writer.add(cosigned: HeadFiles.read(cosignature))))
            }
            if let timestampResponse { try round.takeIn(timestampResponse, certificates, writer) }
            if let timestampRequest {
                let (size, query) = try writer.timestampQuery()
                try HeadFiles.write(query.bytes, to: timestampRequest)
                Console.out(HeadMessages.asked(size: size, timestampRequest))
            }
            if let renew {
                let (number, query) = try writer.renewal()
                try HeadFiles.write(query.bytes, to: renew)
                Console.out(HeadMessages.renewing(number, renew))
            }
        }
    }
}

/// One round of work on a site's public head.
struct HeadRound {
    let folder: LedgerFolder
    let key: SigningKey?
    let profile: SiteProfile
}

extension HeadRound {
    /// Does the work under the lock, and says what hindered it.
    func run(_ work: (HeadWriter) async throws(HeadRefusal) -> Void) async throws {
        do throws(HeadRefusal) {
            try await work(try HeadWriter.open(folder))
        } catch {
            Console.err(HeadMessages.refused(error))
            throw HeadMessages.exit(error)
        }
    }

    func sign(_ writer: HeadWriter) async throws(HeadRefusal) {
        guard let key else { throw .noKey }
        Console.out(HeadMessages.signed(try await writer.sign(with: key, origin: profile.headOrigin)))
    }

    func takeIn(_ answer: String, _ certificates: String?, _ writer: HeadWriter) throws(HeadRefusal) {
        guard let certificates else { throw .noCertificates }
        guard let check = TimestampCheck(site: folder.root) else { throw .opensslMissing }
        let time = try writer.add(
            answer: HeadFiles.read(answer), certificates: HeadFiles.read(certificates), check)
        Console.out(HeadMessages.dated(time))
    }
}

extension SiteProfile {
    /// The name that the log's head gets the first time; after that it keeps what it was given.
    var headOrigin: String { Checkpoint.origin(ofSite: address ?? Slug(organisation)?.text ?? "klubba") }
}

/// Files that a command is given or asked for.
enum HeadFiles {
    static func read(_ path: String) throws(HeadRefusal) -> [UInt8] {
        do throws(LedgerFailure) {
            return try LedgerFolder.bytes(ofFile: Path.absolute(path) ?? path)
        } catch {
            throw .ledger(error)
        }
    }

    static func write(_ bytes: [UInt8], to path: String) throws(HeadRefusal) {
        do throws(LedgerFailure) {
            try LedgerFolder.write(bytes, toFile: path)
        } catch {
            throw .ledger(error)
        }
    }
}
