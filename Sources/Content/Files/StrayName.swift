import Meetings

/// What a file's name tells of who left it there: a secretary, or an editor, a sync program or a system (FORMAT §4).
enum StrayName {
    /// A file of the site's.
    case content
    /// Hidden by the dot in front.
    case hidden
    /// What programs leave beside the files that they have open: passed over.
    case leftover
    /// An older or another text that a sync program saved from being overwritten: an error, whatever it holds.
    case conflictCopy
}

extension StrayName {
    /// `siblings` tells whether a name stands in the same folder.
    init(_ name: [UInt8], siblings: (String) -> Bool) {
        let text = String(decoding: name, as: UTF8.self)
        let folded = Spelling.fold(text)
        if StrayName.isLeftover(String(decoding: folded, as: UTF8.self)) {
            self = .leftover
        } else if name.first == UInt8(ascii: ".") {
            self = .hidden
        } else if StrayName.isConflictCopy(text, folded: folded, siblings: siblings) {
            self = .conflictCopy
        } else {
            self = .content
        }
    }

    private static func isLeftover(_ name: String) -> Bool {
        leftoverNames.contains(name) || leftoverBeginnings.contains(where: name.hasPrefix)
            || leftoverEndings.contains(where: name.hasSuffix) || name.hasPrefix("#") && name.hasSuffix("#")
    }

    private static let leftoverNames: Set<String> = [
        "thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", "icon\r", "__macosx", "$recycle.bin",
        "system volume information", "@eadir", ".dropbox", ".dropbox.cache", ".dropbox.attr", ".directory",
        ".fseventsd", ".spotlight-v100", ".trashes", ".stfolder", ".stversions", ".tmp.drivedownload", "lost+found",
    ]

    private static let leftoverBeginnings = ["~$", "~wrl", ".~lock.", "._", ".#", ".nfs", ".goutputstream-"]

    private static let leftoverEndings = [
        "~", ".bak", ".backup", ".orig", ".rej", ".old", ".save", ".autosave", ".asv", ".wbk", ".swp", ".swo", ".swx",
        ".kate-swp", ".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", ".lock", ".lck", ".lnk", ".url",
        ".webloc", ".gdoc", ".gsheet", ".gslides", ".icloud",
    ]

    private static func isConflictCopy(_ name: String, folded: [UInt8], siblings: (String) -> Bool) -> Bool {
        if conflictWords.isAnywhere(in: folded) { return true }
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let (stem, ending) = (name[..<dot], name[dot...])
        if hasMergeMark(stem) { return true }
        // svn's `arende.md.mine` and `arende.md.r12`
        let isRevision = ending == ".mine" || ending.hasPrefix(".r") && ending.dropFirst(2).allSatisfy(\.isNumber)
        if ending.count > 2, isRevision, siblings(String(stem)) { return true }
        // OneDrive puts the computer's name behind a dash.
        for dash in stem.indices where stem[dash] == "-" && dash > stem.startIndex {
            let computer = stem[stem.index(after: dash)...]
            if isComputer(computer, of: stem[..<dash]), siblings(String(stem[..<dash]) + ending) { return true }
        }
        return false
    }

    /// Dropbox, OneDrive, Nextcloud, ownCloud, Syncthing, Seafile, Box, Google Drive, in Swedish and English.
    private static let conflictWords = WordFinder(
        [
            "conflicted copy", "conflicting copy", "conflict copy", "'s conflict", "in conflict)", "case conflict",
            "encoding conflict", "white space conflict", "sync-conflict", "sfconflict", "_conflict-", "(conflict",
            "[conflict", "-conflict-20", "conflict-20", ".conflict.", "konfliktkopia", "konfliktkopior",
            "motstridig kopia", "motstridiga kopia", "motstridande kopia", "kopia i konflikt", "kopia med konflikt",
            "konflikterande kopia", "(konflikt", "[konflikt", "skiftlageskonflikt", "synkkonflikt",
            "synkroniseringskonflikt",
        ].map { Array($0.utf8) })

    /// `arende_LOCAL_4711.md`, as git's merge tools name what they compare.
    private static func hasMergeMark(_ stem: Substring) -> Bool {
        let parts = stem.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count > 2, let number = parts.last, !number.isEmpty, number.allSatisfy(\.isNumber) else {
            return false
        }
        return ["BASE", "LOCAL", "REMOTE", "BACKUP"].contains(String(parts[parts.count - 2]))
    }

    /// A name that Windows and the Mac give computers: `DESKTOP-4F7K2Q1`, `DATOR-7F3K`, `KARIN-PC`. An ärende's own
    /// text has no other version, so there any name in capitals is one.
    private static func isComputer(_ name: Substring, of original: Substring) -> Bool {
        guard (3...15).contains(name.utf8.count) || name.hasPrefix("MacBook"),
            name.utf8.allSatisfy({ $0.isASCIILetter || $0.isDigit || $0 == UInt8(ascii: "-") })
        else { return false }
        let begins = ["DESKTOP-", "LAPTOP-", "DATOR-", "PC-", "WIN-", "SURFACE-", "MACBOOK", "MacBook", "iMac"]
        let ends = ["-PC", "-DATOR", "-LAPTOP", "-DESKTOP", "-MAC", "-MBP", "-SURFACE"]
        if begins.contains(where: name.hasPrefix) || ends.contains(where: name.hasSuffix) { return true }
        let isInCapitals = !name.contains(where: \.isLowercase) && name.contains(where: \.isLetter)
        return isInCapitals && original.lowercased() == "arende"
    }
}
