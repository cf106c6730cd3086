import Meetings
import Packet
import System

/// What is printed for a package: texts as PDF/A, and packets.
extension PackageWork {
    /// Lets every text and every packet be set. What an earlier package in the same folder has of the same is taken.
    mutating func makeRenditions(
        _ standing: [String: String], _ progress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void
    ) async throws(ArchiveFailure) {
        let texts = plan.papers.indices.filter { plan.papers[$0].isText }
        let packets = plan.papers.indices.filter { if case .packet = plan.papers[$0].content { true } else { false } }
        let all = texts.count + packets.count
        if let printer = maker.renditions, !texts.isEmpty {
            let renditions = texts.map { maker.site.rendition(of: plan.papers[$0]) }
            let files = try await print(renditions, with: printer, standing: standing) { progress($0, all) }
            for (text, file) in zip(texts, files) { plan.papers[text].content = .rendition(file) }
        }
        try await makePackets(packets, standing) { progress(texts.count + $0, all) }
    }

    mutating func print(
        _ renditions: [Rendition], with printer: RenditionMaker, standing: [String: String],
        _ progress: @escaping @Sendable (Int) -> Void
    ) async throws(ArchiveFailure) -> [MadeRendition] {
        do throws(PacketFailure) {
            let (folder, files) = try await printer.make(renditions, standing: standing, progress: progress)
            printed.append(folder)
            return files
        } catch {
            throw ArchiveFailure.printing(error.words)
        }
    }

    /// Two at a time. A meeting that nothing was sent to has none, and no record of one.
    private mutating func makePackets(
        _ places: [Int], _ standing: [String: String], _ progress: (Int) -> Void
    ) async throws(ArchiveFailure) {
        guard let make = maker.packets else { return }
        var waiting = places.compactMap { place -> SentPacket? in
            guard case .meeting(let meeting) = plan.papers[place].owner,
                case .packet(let sent) = plan.papers[place].content
            else { return nil }
            return SentPacket(place: place, meeting: maker.site.seen.meetings[meeting].meeting.id, sent: sent)
        }[...]
        var made: [PrintedPacket] = []
        var begun = 0
        await withTaskGroup(of: PrintedPacket.self) { group in
            while let packet = waiting.popFirst() {
                group.addTask {
                    PrintedPacket(place: packet.place, result: await make(packet.meeting, packet.sent, standing))
                }
                begun += 1
                guard begun > 1, let done = await group.next() else { continue }
                made.append(done)
                progress(made.count)
                if case .failure = done.result { waiting = [] }
            }
            for await done in group {
                made.append(done)
                progress(made.count)
            }
        }
        for packet in made {
            switch packet.result {
            case .success(let file?):
                printed.append(file.folder)
                plan.papers[packet.place].content = .rendition(file.packet)
            case .success(nil): continue
            case .failure(let failure): throw ArchiveFailure.printing(failure.words)
            }
        }
        plan.papers.removeAll { if case .packet = $0.content { true } else { false } }
    }
}

/// A meeting's packet that is to be set, for a paper of the plan.
private struct SentPacket: Sendable {
    let place: Int
    let meeting: MeetingID
    let sent: SentPapers?
}

private struct PrintedPacket: Sendable {
    let place: Int
    let result: Result<PackageMaker.MadePacket?, PacketFailure>
}
