import ArgumentParser
import Content
import Diagnostics
import Letters
import Meetings
import Packet
import Publishing
import System

/// Puts the extract's PDF in each letter, made from the edition that its reader may see; each once.
struct ExtractAttacher {
    let root: String
    let sites: [Audience: LoadedSite]
}

extension ExtractAttacher {
    /// - Returns: what is to be told where the programs for PDF are not here.
    func attach(
        to letters: inout [Letter], at id: MeetingID, _ language: MessageLanguage
    ) async throws -> String? {
        guard letters.contains(where: { $0.extract != nil }) else { return nil }
        do throws(PacketFailure) {
            let tools = try PacketTools.find(site: root)
            var made: [Letter.Extract: [UInt8]] = [:]
            for index in letters.indices {
                guard let extract = letters[index].extract else { continue }
                if made[extract] == nil { made[extract] = try await pdf(extract, at: id, tools) }
                guard let bytes = made[extract], !bytes.isEmpty else { continue }
                let name = "utdrag-\(extract.paragraph)-\(id.slug).pdf"
                letters[index].attachment = Letter.Attachment(name: name, bytes: bytes)
            }
            return nil
        } catch {
            switch error {
            case .noPrinter, .noMerger, .oldPrinter: return LettersMessages.withoutPDF(language)
            default: throw PacketMessages.report(error, Reporter(format: .text, language: language), language)
            }
        }
    }

    private func pdf(
        _ extract: Letter.Extract, at id: MeetingID, _ tools: PacketTools
    ) async throws(PacketFailure) -> [UInt8] {
        guard let site = sites[extract.audience], let meeting = site.register.meetingIndex[id] else { return [] }
        let folder: TemporaryFolder
        do throws(SystemError) {
            folder = try TemporaryFolder()
        } catch {
            throw .notWritable(error.path, errno: error.number)
        }
        var faults: [Diagnostic] = []
        let maker = PacketMaker(
            site.register, theme: site.theme, tools: tools, guarded: site.contentFolder, problems: &faults)
        if !faults.isEmpty { throw .theme(faults) }
        let path = "\(folder.path)/utdrag.pdf"
        _ = try await maker.make(.extract(extract.paragraph), meeting: meeting, to: path)
        return (try? FileSystem.disk.read(path, 256 << 20)) ?? []
    }
}
