import System

/// One save, or one change that was made outside: which files, and what they held before and after.
public struct Version: Sendable, Equatable {
    public let id: Int
    /// Seconds since 1970.
    public let time: Int
    /// "Ärende sparat", "Ändrad utanför skrivbordet".
    public let label: String
    public let files: [File]

    public struct File: Sendable, Equatable {
        public let path: String
        /// The SHA-256 of its bytes; nil where there was no file.
        public let before: String?
        public let after: String?

        public init(path: String, before: String?, after: String?) {
            (self.path, self.before, self.after) = (path, before, after)
        }
    }

    public init(id: Int, time: Int, label: String, files: [File]) {
        (self.id, self.time, self.label, self.files) = (id, time, label, files)
    }
}

/// What is to be written of one file.
public struct FileChange: Sendable, Equatable {
    public let path: SitePath
    /// What the disk has, by the one who asks; nil where there must be no file.
    public let before: [UInt8]?
    /// Nil takes the file away.
    public let after: [UInt8]?

    public init(path: SitePath, before: [UInt8]?, after: [UInt8]?) {
        (self.path, self.before, self.after) = (path, before, after)
    }
}

extension Version {
    var json: JSONValue {
        [
            "id": JSONValue(id), "time": JSONValue(time), "label": .string(label),
            "files": .array(
                files.map { ["path": .string($0.path), "before": JSONValue($0.before), "after": JSONValue($0.after)] }),
        ]
    }

    init?(_ json: JSONValue) {
        guard let id = json["id"]?.int, let time = json["time"]?.int, let label = json["label"]?.string,
            let files = json["files"]?.array
        else { return nil }
        let read = files.compactMap { file in
            file["path"]?.string.map {
                File(path: $0, before: file["before"]?.string, after: file["after"]?.string)
            }
        }
        guard read.count == files.count else { return nil }
        self.init(id: id, time: time, label: label, files: read)
    }
}
