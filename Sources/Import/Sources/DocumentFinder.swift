import Content
import System

/// Finds the documents that an import was given: files as they are, folders with all that lies in them.
public struct DocumentFinder: Sendable {
    public struct Document: Sendable {
        /// As it is shown: the path that was given, with what lies below it.
        public let file: String
        public let location: String
        /// Why it is not even opened.
        public let refusal: ImportRefusal?
        /// It lay in a folder and is of no kind that can be read: named, and nothing more.
        public let isPassedOver: Bool

        init(file: String, location: String, refusal: ImportRefusal?, isPassedOver: Bool) {
            (self.file, self.location, self.refusal, self.isPassedOver) = (file, location, refusal, isPassedOver)
        }
    }

    let disk: FileSystem

    public init(disk: FileSystem = .disk) { self.disk = disk }
}

extension DocumentFinder {
    static let endings: Set<String> = [
        "txt", "text", "md", "markdown", "docx", "pdf", "odt", "rtf", "doc", "html", "htm", "eml", "xlsx", "ods", "",
    ]
    private static let unreadable: Set<String> = ["pages", "docm", "dotx", "wpd", "pptx", "odp", "key", "numbers"]

    /// In the order they were given; a folder's in the order of their names.
    public func find(_ paths: [String]) -> [Document] {
        var found: [Document] = []
        var seen: Set<String> = []
        for path in paths {
            let given = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
            do throws(FileFailure) {
                let status = try disk.status(given)
                if status.kind == .folder { found += walk(given) } else { found.append(single(given, status.kind)) }
            } catch {
                found.append(
                    Document(
                        file: path, location: path, refusal: .unreadable(reason: error.reason), isPassedOver: false))
            }
        }
        return found.filter { seen.insert(disk.resolve($0.location) ?? $0.location).inserted }
    }

    private func single(_ path: String, _ kind: FileSystem.Kind) -> Document {
        let refusal = kind == .file ? refusal(path) : .notAFile
        return Document(file: path, location: path, refusal: refusal, isPassedOver: false)
    }

    func refusal(_ path: String) -> ImportRefusal? {
        let ending = FileName.ending(path)
        return DocumentFinder.unreadable.contains(ending) ? .otherFormat(ending: ending) : nil
    }

    /// An explicit list of folders; links are followed when they stay in the folder.
    private func walk(_ top: String) -> [Document] {
        let home = disk.resolve(top) ?? top
        var found: [Document] = []
        var folders = [top]
        var visited: Set<String> = [home]
        while let folder = folders.popLast() {
            let entries: [FileSystem.Entry]
            do throws(FileFailure) {
                entries = try disk.list(folder)
            } catch {
                let refusal = ImportRefusal.unreadable(reason: error.reason)
                found.append(Document(file: folder, location: folder, refusal: refusal, isPassedOver: false))
                continue
            }
            for entry in entries where entry.name.first != UInt8(ascii: ".") && !entry.name.starts(with: "~$".utf8) {
                let path = folder + "/" + String(decoding: entry.name, as: UTF8.self)
                guard let status = try? disk.status(path) else {
                    found.append(
                        Document(
                            file: path, location: path, refusal: .brokenLink,
                            isPassedOver: false))
                    continue
                }
                let resolved = disk.resolve(path) ?? path
                guard resolved == home || resolved.hasPrefix(home + "/") else {
                    found.append(Document(file: path, location: path, refusal: .linkOutside, isPassedOver: true))
                    continue
                }
                switch status.kind {
                case .folder: if visited.insert(resolved).inserted { folders.append(path) }
                case .file:
                    let refusal = refusal(path)
                    let isOther = refusal == nil && !DocumentFinder.endings.contains(FileName.ending(path))
                    found.append(
                        Document(
                            file: path, location: path,
                            refusal: isOther ? .otherFormat(ending: FileName.ending(path)) : refusal,
                            isPassedOver: isOther))
                default: found.append(Document(file: path, location: path, refusal: .notAFile, isPassedOver: true))
                }
            }
        }
        return found.sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    }
}
