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
        var waiting: [(place: Int, meeting: MeetingID, sent: SentPapers?)] = places.compactMap { place in
            guard case .meeting(let meeting) = plan.papers[place].owner,
                case .packet(let sent) = plan.papers[place].content
            else { return nil }
            return (place, maker.site.seen.meetings[meeting].meeting.id, sent)
        }
        var results: [(place: Int, result: Result<PackagedPacket?, PacketFailure>)] = []
        await withTaskGroup(of: (Int, Result<PackagedPacket?, PacketFailure>).self) { group in
            func next() {
                guard let (place, meeting, sent) = waiting.popLast() else { return }
                group.addTask {
                    do throws(PacketFailure) {
                        return (place, .success(try await make(meeting, sent, standing)))
                    } catch {
                        return (place, .failure(error))
                    }
                }
            }
            waiting.reverse()
            next()
            next()
            for await (place, result) in group {
                results.append((place, result))
                progress(results.count)
                if case .failure = result { waiting = [] } else { next() }
            }
        }
        for (place, result) in results {
            switch result {
            case .success(let made?):
                printed.append(made.folder)
                plan.papers[place].content = .rendition(made.packet)
            case .success(nil): continue
            case .failure(let failure): throw ArchiveFailure.printing(failure.words)
            }
        }
        plan.papers.removeAll { if case .packet = $0.content { true } else { false } }
    }
}
