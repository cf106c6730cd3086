import Content
import Diagnostics
import Meetings

/// What holds for a packet and its parts (IMPORT.md §2).
extension Planner {
    /// Before anything is planned: what nobody has confirmed is a bilaga for the members, a whole record is one where its
    /// meeting has a record, and two ärenden of one dnr stop it all.
    mutating func settleParts() {
        nameExtracts()
        if !options.isConfirmed { hideUnsure() }
        settleGuesses()
        settleRecords()
        findTwice()
    }

    /// An extract is about the ärende that its §§ name, where they name one.
    private mutating func nameExtracts() {
        for index in documents.indices where documents[index].saysExtract && documents[index].diaryNumber == nil {
            let named = documents[index].paragraphs.filter { $0.diaryNumber != nil }
            guard let dnr = named.first?.diaryNumber, Set(named.map(\.diaryNumber)).count == 1 else { continue }
            documents[index].diaryNumber = Found(dnr, line: named[0].line)
        }
    }

    private mutating func hideUnsure() {
        // What nothing goes before belongs to the packet's first ärende that is sure.
        let first = Dictionary(
            documents.filter { $0.kind == .matter && $0.part?.isSure ?? false }.compactMap { matter in
                matter.ownName.map { (matter.file, $0) }
            }
        ) { first, _ in first }
        // The ärenden that are none any more, by what others name them.
        var moved: [String: String] = [:]
        for index in documents.indices {
            let document = documents[index]
            guard let part = document.part, !document.kind.isService else { continue }
            if let owner = part.belongsTo, let other = moved["\(document.file)\n\(owner)"] {
                documents[index].part?.belongsTo = other
            }
            if let owner = part.guessedOwner, let other = moved["\(document.file)\n\(owner)"] {
                documents[index].part?.guessedOwner = other
            }
            guard !part.isSure else { continue }
            let guess = documents[index].part?.belongsTo ?? part.guessedOwner ?? part.fallbackOwner
            let owner = guess ?? first[document.file] ?? unclaimedFolder(of: document.file)
            if document.kind == .matter, let own = document.ownName {
                moved["\(document.file)\n\(own)"] = moved["\(document.file)\n\(owner)"] ?? owner
            }
            documents[index].kind = .other
            documents[index].part?.belongsTo = moved["\(document.file)\n\(owner)"] ?? owner
            documents[index].part?.guessedOwner = nil
            plan.outcomes[index].remarks.append(.unsureHidden(page: part.pages.lowerBound))
        }
    }

    /// One folder a packet for what nobody has confirmed and no sure ärende can take.
    private mutating func unclaimedFolder(of file: String) -> String {
        let title = FileName.title(file)
        unclaimed[file] = title
        return title
    }

    /// A paper that may belong to the ärende before it is laid there and told of; until somebody has looked at the cut,
    /// members alone see it.
    private mutating func settleGuesses() {
        for index in documents.indices {
            guard let part = documents[index].part, let owner = part.guessedOwner, part.belongsTo == nil else {
                continue
            }
            documents[index].part?.belongsTo = owner
            plan.outcomes[index].remarks.append(
                .guessedOwner(owner, page: part.pages.lowerBound, isHidden: !options.isConfirmed))
        }
    }

    private mutating func settleRecords() {
        var taken: Set<String> = site.records
        for index in documents.indices where documents[index].kind == .record && documents[index].isMeetings {
            guard let meeting = meeting(of: documents[index]) else { continue }
            let isNew = taken.insert(name(of: meeting)).inserted
            guard !isNew, let owner = documents[index].part?.fallbackOwner else { continue }
            documents[index].part?.belongsTo = owner
        }
    }

    private mutating func findTwice() {
        var first: [String: Int] = [:]
        for (index, document) in documents.enumerated() where document.kind == .matter {
            guard let part = document.part, let dnr = document.diaryNumber?.value else { continue }
            let key = document.file + "\n" + DiaryNumber.key(of: dnr)
            guard let other = first[key] else {
                first[key] = index
                continue
            }
            guard documents[other].text.markdown != document.text.markdown,
                let before = documents[other].part?.pages
            else { continue }
            plan.diagnostics.append(
                Diagnostic(
                    Place(document.file),
                    .matterTwiceInPacket(dnr: dnr, pages: part.pages, other: before)))
        }
    }
}

extension Planner {
    /// The meeting that each packet is of: its kallelse's, or the one that most of its ärenden name.
    func packetHomes() -> [String: String] {
        guard options.keepsOriginals, !options.isRedacting else { return [:] }
        var homes: [String: String] = [:]
        for file in packetFiles {
            let own = documents.filter { $0.file == file && $0.part != nil }
            let summoned = own.first { $0.kind == .summons }.flatMap(meeting)
            let named = own.filter { $0.kind == .matter }.flatMap { matter in
                matter.meetings.filter { isKnown($0.code) }.flatMap { meeting in
                    meeting.dates.map { MeetingMention(code: meeting.code, date: $0) }
                }
            }
            let times = named.reduce(into: [:]) { $0[name(of: $1), default: 0] += 1 }
            // The last of those that are named as often: the one that decides.
            let common = named.max { left, right in
                (times[name(of: left)] ?? 0, left.date) < (times[name(of: right)] ?? 0, right.date)
            }
            if let meeting = summoned ?? common { homes[file] = name(of: meeting) }
        }
        return homes
    }

    private var packetFiles: [String] { documents.filter { $0.part != nil }.map(\.file).unique }

    /// The packet itself is kept once, in its meeting's folder, for the members. A meeting may have come in several.
    mutating func planPackets() {
        guard options.keepsOriginals, !options.isRedacting else { return }
        var kept: [(home: String, documents: [Int])] = []
        for file in packetFiles {
            guard
                let first = documents.indices.first(where: { documents[$0].file == file && documents[$0].part != nil })
            else { continue }
            guard let home = packets[file] else {
                plan.outcomes[first].remarks.append(.packetWithoutMeeting)
                continue
            }
            if let place = kept.firstIndex(where: { $0.home == home }) {
                kept[place].documents.append(first)
            } else {
                kept.append((home, [first]))
            }
        }
        for (home, own) in kept { keep(own, in: home) }
    }

    private mutating func keep(_ own: [Int], in home: String) {
        let path = "moten/\(home).md"
        let names = packetNames(own)
        let maps = names.map { "{fil: \(HeadText.quoted($0)), synlighet: ledamöter}" }
        let key = "original:" + (maps.count == 1 ? " " + maps[0] : maps.map { "\n  - " + $0 }.joined()) + "\n"
        if let place = plan.files.firstIndex(where: { $0.path == path }) {
            guard case .text(let text) = plan.files[place].content else { return }
            plan.files[place] = plan.files[place].with(.text(text.addingToHead(key)))
        } else if site.meetings.contains(home) {
            guard site.originals.contains(home) else {
                for (index, map) in zip(own, maps) {
                    plan.outcomes[index].remarks.append(
                        .packetNotKept(meeting: home, line: "original: \(map)"))
                }
                return
            }
        } else {
            let parts = home.split(separator: "-", maxSplits: 1).map(String.init)
            var head = HeadText()
            head.add("organ", bodies.first { $0.code.slug.text == parts.first }?.code.text ?? parts.first)
            head.add("datum", parts.last)
            plan.files.append(
                PlannedImport(
                    path: path, content: .text(head.ended().addingToHead(key)), sources: own, isFallback: true))
        }
        for (index, name) in zip(own, names) {
            plan.files.append(
                PlannedImport(path: "moten/\(home)/\(name)", content: .copy(of: locations[index]), sources: [index]))
        }
    }

    /// A text would be read as a page of its own under its own ending.
    private func packetNames(_ own: [Int]) -> [String] {
        var taken: Set<String> = []
        return own.map { index in
            let file = documents[index].file
            let ending = FileName.ending(file)
            let kept = ["md", "markdown", ""].contains(ending) ? "txt" : ending
            let stem = FileName.stem(file).filter { !"\"\\\n".contains($0) }
            var name = "\(stem).\(kept)"
            var number = 2
            while !taken.insert(name.folded).inserted {
                name = "\(stem)-\(number).\(kept)"
                number += 1
            }
            return name
        }
    }
}

extension PlannedImport {
    fileprivate func with(_ content: Content) -> PlannedImport {
        PlannedImport(path: path, content: content, sources: sources, isFallback: isFallback, isUpdate: isUpdate)
    }
}

extension String {
    /// The front matter with a line more, before its end.
    fileprivate func addingToHead(_ line: String) -> String {
        guard let end = firstRange(of: "\n---\n") else { return self }
        return String(self[..<end.lowerBound]) + "\n" + line + String(self[end.lowerBound...].dropFirst())
    }
}
