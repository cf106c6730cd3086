import ArgumentParser
import Content
import Diagnostics
import Letters
import Publishing
import System

/// Sends letters through this machine's sendmail, after a yes, and notes what was sent so that nothing goes out twice.
struct LetterPost {
    let root: String
    let force: Bool

    private var note: String { "\(root)/.klubba/skickat.jsonl" }
}

extension LetterPost {
    func send(_ messages: [MailMessage], _ language: MessageLanguage) throws {
        guard let program else {
            Console.err(LettersMessages.noSendmail(language))
            throw ExitCode.machine
        }
        guard messages.allSatisfy({ $0.sender != nil }) else {
            Console.err(LettersMessages.noSender(language))
            throw ExitCode.content
        }
        let noted = String(decoding: (try? FileSystem.disk.read(note, 256 << 20)) ?? [], as: UTF8.self)
        let waiting = messages.filter { message in
            if message.letter.recipients.isEmpty { return false }
            if force || !noted.contains(message.identifier) { return true }
            Console.err(LettersMessages.sentBefore(message.letter.name, language))
            return false
        }
        guard !waiting.isEmpty, force || PublishMessages.isYes(LettersMessages.question(waiting.count, language)) else {
            Console.err(LettersMessages.nothingSent(language))
            if !waiting.isEmpty { throw ExitCode.content }
            return
        }
        try KlubbaFolder.prepare(root)
        for message in waiting {
            if let said = post(message, program) {
                Console.err(LettersMessages.refusedBySendmail(message.letter.name, said, language))
                throw ExitCode.machine
            }
            write(message)
        }
        Console.err(LettersMessages.sent(waiting.count, language))
    }

    private var program: String? {
        if let found = Toolbox.find("sendmail", variable: "KLUBBA_SENDMAIL", in: "mail/bin/sendmail", site: root) {
            return found
        }
        guard Environment["KLUBBA_SENDMAIL"] == nil else { return nil }
        return ["/usr/sbin/sendmail", "/usr/lib/sendmail"].first { Toolbox.isExecutable($0) }
    }

    /// - Returns: nil when it was taken, else what was said.
    private func post(_ message: MailMessage, _ program: String) -> String? {
        do throws(SystemError) {
            let folder = try TemporaryFolder()
            try folder.write(message.outgoing, to: "brev")
            // A full stop on a line of its own ends nothing, and recipients are those of the head.
            let ending = try ChildProcess.run(program, ["-i", "-t"], input: "\(folder.path)/brev", seconds: 120)
            if ending.status == 0 { return nil }
            let words = (ending.errorText + ending.text).split(whereSeparator: \.isNewline).suffix(2)
            return words.isEmpty ? "status \(ending.status.map(String.init) ?? "-")" : words.joined(separator: "; ")
        } catch {
            return error.reason.swedish
        }
    }

    private func write(_ message: MailMessage) {
        let line: JSONValue = [
            "tid": .string(PublishMessages.release(seconds: SystemClock.now)), "brev": .string(message.letter.name),
            "rubrik": .string(message.letter.subject),
            "till": .array(message.letter.recipients.map { .string($0.address.text) }),
            "id": .string(message.identifier),
        ]
        try? FileBytes.append(Array((line.text + "\n").utf8), to: note)
    }
}
