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

    /// There from the first byte that is sent until all is kept here: what readers have is not known while it stands. On
    /// the way back it names the folder that is left; on the way forth it is empty.
    private var mark: String { "\(folder)/publicerat/\(name).pagar" }

    /// A delivery broke off, so what was last published here is perhaps not what lies at the place.
    var isBrokenOff: Bool { FileBytes.exists(mark) }

    /// The last thing that was published went to this place, and a folder has it still. Otherwise nobody knows what lies
    /// there, and all of it is sent.
    var isAtPlace: Bool {
        if let place = target.place.folder(beside: request.root), !FileBytes.exists("\(place)/.klubba-manifest") {
            return false
        }
        let lines = FileBytes.ifReadable("\(folder)/publicerat.jsonl").map { String(decoding: $0, as: UTF8.self) } ?? ""
        let last = lines.split(separator: "\n").last { line in
            JSONValue(Array(line.utf8))?["utgåva"]?.string == name
        }
        guard let last, let place = JSONValue(Array(last.utf8))?["till"]?.string else { return true }
        return place == target.place.description
    }

    /// Nothing is sent that a later run could not tell of.
    private func begin(_ text: String = "") throws {
        do throws(SystemError) {
            try FileBytes.write(Array(text.utf8), to: mark)
        } catch {
            Console.err("\(mark): \(error.reason.swedish). Inget skickades.")
            throw ExitCode.machine
        }
    }

    func compared() throws -> (Edition, EditionChanges) {
        guard let edition = try edition(draft) else {
            Console.err(BuildMessages.failed(.notADirectory(draft), draft, .swedish, of: .publish))
            throw ExitCode.machine
        }
        return (edition, edition.changes(since: isAtPlace ? try self.edition(published) : nil))
    }

    func deliver(_ edition: Edition, _ changes: EditionChanges, _ way: DeliveryWay) async throws {
        let delivery = Delivery(to: target.place, root: request.root)
        let release = PublishMessages.release(seconds: SystemClock.now)
        let isKnown = way == .back || (way == .forth && !isBrokenOff && isAtPlace)
        if way == .forth { try begin() }
        do throws(DeliveryFailure) {
            try await delivery.deliver(edition, release: release, difference: isKnown ? changes : nil) { step in
                if Console.isErrorTerminal { Console.err(PublishMessages.step(step)) }
            }
        } catch {
            Console.err(PublishMessages.failed(error, target.place, way))
            throw ExitCode.machine
        }
        if way == .forth { try await keep(edition) }
        FileBytes.remove(mark)
        note(edition, changes, release: release, way)
        if let control = target.control { try await fetch(control, edition, changes, way) }
        Console.err(PublishMessages.done(reader, target, changes, way, keepsHistory: delivery.keepsHistory))
    }

    /// Holds what readers get against what was sent.
    private func fetch(_ control: String, _ edition: Edition, _ changes: EditionChanges, _ way: DeliveryWay)
        async throws
    {
        do throws(DeliveryFailure) {
            let count = try await Control(address: control).compare(edition, changes)
            Console.err("Hämtade tillbaka \(count) sidor och filer från \(control): de är som de skickades.")
        } catch {
            Console.err(PublishMessages.failed(error, target.place, way))
            throw ExitCode.machine
        }
    }

    /// - Parameter asks: whether the way back is asked about even where nothing stands against it.
    func undo(force: UndoBuild.Force, asks: Bool) async throws {
        let before = FileBytes.ifReadable(mark).map { String(decoding: $0, as: UTF8.self) }
        if before == "" {
            Console.err(PublishMessages.finishFirst)
            throw ExitCode.content
        }
        let standing = (try? FileStatus(published)).map { "\($0.device):\($0.number)" } ?? ""
        // The folder that was left stands here no more: the way back was begun, and what comes back stands here.
        if let before, before != standing, let edition = try edition(published) {
            Console.err(PublishMessages.backBrokenOff)
            return try await deliver(edition, edition.changes(since: try self.edition(draft)), .backAgain)
        }
        let former = UndoBuild(
            request: request, target: published,
            shown: "det publicerade (\(reader == .public ? "offentlig" : "ledamöter"))", errand: .publishUndo)
        if FileBytes.exists(published) { try begin(standing) }
        let coming: ComingBack
        do {
            coming = try await former.run(force: force, asks: asks)
        } catch {
            FileBytes.remove(mark)
            throw error
        }
        guard let edition = try edition(published) else { return }
        try await deliver(edition, EditionChanges(coming), .back)
    }

    private func edition(_ folder: String) throws -> Edition? {
        do throws(OutputFailure) {
            return try Edition(folder: folder)
        } catch {
            Console.err(BuildMessages.failed(error, folder, .swedish, of: .publish))
            throw ExitCode.machine
        }
    }

    /// Readers have the edition by now, whatever becomes of it here.
    private func keep(_ edition: Edition) async throws {
        do throws(OutputFailure) {
            _ = try await edition.plan().write(to: published)
        } catch {
            Console.err(PublishMessages.notKept(error, published))
            throw ExitCode.machine
        }
    }

    /// A line in `.klubba/publicerat.jsonl`: when, what and where.
    private func note(_ edition: Edition, _ changes: EditionChanges, release: String, _ way: DeliveryWay) {
        let line: JSONValue = [
            "tid": .string(release), "utgåva": .string(name), "till": .string(target.place.description),
            "dag": .string(edition.imprint?.day ?? ""), "program": .string(edition.imprint?.program ?? ""),
            "vad": .string(way == .forth ? "publicerat" : "tillbaka"), "nya": .string("\(changes.new.count)"),
            "borttagna": .string("\(changes.withdrawn.count)"), "ändrade": .string("\(changes.changed.count)"),
        ]
        let file = "\(folder)/publicerat.jsonl"
        do throws(SystemError) {
            try FileBytes.append(Array("\(line.text)\n".utf8), to: file)
        } catch {
            Console.err(
                "\(file): \(error.reason.swedish). Webbplatsen är publicerad, men det kunde inte antecknas där.")
        }
    }
}

/// Which way an edition goes, and whether it is known what lies at the place.
enum DeliveryWay {
    case forth
    case back
    /// Once more, after a way back that broke off.
    case backAgain
}

extension EditionChanges {
    fileprivate init(_ coming: ComingBack) {
        self.init()
        (new, withdrawn, changed) = (coming.comes, coming.goes, coming.changes)
    }
}
