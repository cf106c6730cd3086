import ArgumentParser
import Delivery
import Meetings
import Output
import Publishing
import System

/// One edition on its way to its readers. It is built in `.klubba/`, beside content/, where also what was last published
/// is kept, to compare with and to go back to.
struct PublishRound {
    let request: SiteRequest
    let target: PublishingTarget
}

extension PublishRound {
    var reader: Audience { request.audience }
    private var folder: String { request.root + "/.klubba" }
    private var name: String { reader == .public ? "offentlig" : "ledamoter" }

    /// What is built and not yet sent.
    var draft: String { "\(folder)/bygge/\(name)" }

    /// What readers have.
    private var published: String { "\(folder)/publicerat/\(name)" }

    /// Makes the folder that is nobody else's to read, and in no history.
    func prepare() throws {
        try KlubbaFolder.prepare(request.root)
        for inner in ["bygge", "publicerat"] { try? Folder.make("\(folder)/\(inner)", mode: 0o700) }
    }

    /// There from the first byte that is sent until all is kept here: what readers have is not known while it stands.
    private var mark: String { "\(folder)/publicerat/\(name).pagar" }

    /// A delivery broke off, so what was last published here is perhaps not what lies at the place.
    var isBrokenOff: Bool { FileBytes.exists(mark) }

    private func begin() { try? FileBytes.write([], to: mark) }

    func compared() throws -> (Edition, EditionChanges) {
        guard let edition = try edition(draft) else {
            Console.err(BuildMessages.failed(.notADirectory(draft), draft, .swedish))
            throw ExitCode.machine
        }
        return (edition, edition.changes(since: try self.edition(published)))
    }

    func deliver(_ edition: Edition, _ changes: EditionChanges, undoing: Bool) async throws {
        let delivery = Delivery(to: target.place, root: request.root)
        let release = PublishMessages.release(seconds: SystemClock.now)
        do throws(DeliveryFailure) {
            let difference = isBrokenOff ? nil : changes
            begin()
            try await delivery.deliver(edition, release: release, difference: difference) { step in
                if Console.isErrorTerminal { Console.err(PublishMessages.step(step)) }
            }
            if !undoing { try await keep(edition) }
            FileBytes.remove(mark)
            note(edition, changes, release: release, undoing: undoing)
            if let control = target.control {
                let count = try await Control(address: control).compare(edition, changes)
                Console.err("Hämtade tillbaka \(count) sidor och filer från \(control): de är som de skickades.")
            }
        } catch {
            Console.err(PublishMessages.failed(error, target.place))
            throw ExitCode.machine
        }
        Console.err(
            PublishMessages.done(reader, target, changes, undoing: undoing, keepsHistory: delivery.keepsHistory))
    }

    /// - Parameter asks: whether the way back is asked about even where nothing stands against it.
    func undo(force: UndoBuild.Force, asks: Bool) async throws {
        let former = UndoBuild(
            request: request, target: published,
            shown: "det publicerade (\(reader == .public ? "offentlig" : "ledamöter"))")
        try await former.run(force: force, asks: asks)
        guard let edition = try edition(published) else { return }
        try await deliver(edition, edition.changes(since: try self.edition(draft)), undoing: true)
    }

    private func edition(_ folder: String) throws -> Edition? {
        do throws(OutputFailure) {
            return try Edition(folder: folder)
        } catch {
            Console.err(BuildMessages.failed(error, folder, .swedish))
            throw ExitCode.machine
        }
    }

    private func keep(_ edition: Edition) async throws(DeliveryFailure) {
        do throws(OutputFailure) {
            _ = try await edition.plan().write(to: published)
        } catch {
            throw .notWritten(error, folder: published)
        }
    }

    /// A line in `.klubba/publicerat.jsonl`: when, what and where.
    private func note(_ edition: Edition, _ changes: EditionChanges, release: String, undoing: Bool) {
        let words: [(String, String)] = [
            ("tid", release), ("utgåva", name), ("till", target.place.description),
            ("dag", edition.imprint?.day ?? ""), ("program", edition.imprint?.program ?? ""),
            ("vad", undoing ? "tillbaka" : "publicerat"), ("nya", "\(changes.new.count)"),
            ("borttagna", "\(changes.withdrawn.count)"), ("ändrade", "\(changes.changed.count)"),
        ]
        // What is written here holds neither quotes nor control characters: places have a strict grammar.
        let fields = words.map { key, value in "\"\(key)\":\"\(value.filter { $0 != "\"" && $0 != "\\" })\"" }
        try? FileBytes.append(Array("{\(fields.joined(separator: ","))}\n".utf8), to: "\(folder)/publicerat.jsonl")
    }
}
