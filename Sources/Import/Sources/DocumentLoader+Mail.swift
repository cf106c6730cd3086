import Content
import Documents
import System

extension DocumentLoader {
    /// A mail's text and each attachment as a paper of its own; a letter that is attached has its own attachments.
    func mail(_ bytes: [UInt8], _ document: DocumentFinder.Document) throws(ImportFailure) -> ImportedDocument {
        guard let mail = MailParts(bytes) else { throw ImportFailure(.notWhatItSays(ending: "eml")) }
        guard let folder = try? TemporaryFolder() else { throw ImportFailure(.toolFailed("eml")) }
        var parts = letters(mail, document.file)
        for (index, file) in mail.files.enumerated() {
            let own = attached(file, "\(index + 1)/", in: folder)
            parts += own.parts.isEmpty ? [own] : own.parts
        }
        guard !parts.isEmpty else { throw ImportFailure(.empty) }
        var packet = ImportedDocument(file: document.file)
        packet.title = Found(mail.subject, line: 1)
        packet.parts = parts
        return packet
    }

    /// What a letter says: as plain text, and what it says as a web page alone.
    private func letters(_ mail: MailParts, _ file: String) -> [ImportedDocument] {
        let head = "Titel: \(mail.subject)\nDatum: \(mail.date)\n\n"
        var letters: [ImportedDocument] = []
        if mail.text.contains(where: \.isLetter), let source = SourceText(Array((head + mail.text).utf8)) {
            letters.append(reader.readWhole(source, file: file, kind: .other))
        }
        for bytes in mail.pages {
            do throws(ImportFailure) {
                var source = try page(bytes)
                let top = head.split(separator: "\n", omittingEmptySubsequences: false).map {
                    MarkdownText.inlineEscaped(String($0))
                }
                let lines = top + source.lines.map(\.text)
                guard source.lines.contains(where: { $0.text.contains(where: \.isLetter) }) else { continue }
                source.lines = lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) }
                letters.append(reader.read(source, file: file, kind: .other))
            } catch {
                letters.append(.unread(file, error.refusal))
            }
        }
        return letters
    }

    private func attached(_ file: MailParts.File, _ place: String, in folder: TemporaryFolder) -> ImportedDocument {
        let name = DocumentLoader.safe(file.name)
        guard (try? folder.write(file.bytes, to: place + name)) != nil else {
            return .unread(name, .toolFailed("eml"))
        }
        let ending = FileName.ending(name)
        let isOther = !DocumentFinder.endings.contains(ending)
        let inner = DocumentFinder.Document(
            file: name, location: folder.path + "/" + place + name,
            refusal: isOther ? .otherFormat(ending: ending) : DocumentFinder(disk: disk).refusal(name),
            isPassedOver: false)
        var own = load(inner)
        if own.parts.isEmpty { own.attached = AttachedFile(folder: folder, path: inner.location) }
        return own
    }

    /// A name that a file may have: the last part of a path, without signs that cannot be shown, and not too long.
    private static func safe(_ name: String) -> String {
        let last = FileName.last(name.replacing("\\", with: "/"))
        let clean = String(last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.map(Character.init))
        let stem = FileName.stem(clean)
        let whole = (stem.utf8.count > 180 ? stem.prefix(60) : stem[...]) + clean.dropFirst(stem.count).prefix(20)
        return whole.allSatisfy { $0 == "." } ? "bilaga" : String(whole)
    }
}
