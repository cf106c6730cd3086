import Archive
import ArgumentParser
import Diagnostics
import System

/// Checks packages, and makes sites of them again. No site is at hand, so the messages are Swedish.
struct PackageReading {
    let format: OutputFormat
}

extension PackageReading {
    func verify(_ package: String) async throws {
        let path = try existing(package)
        do throws(ArchiveFailure) {
            let opened = try OpenedPackage(path)
            let check = await checked(opened)
            let faults = (opened.diagnostics + check.diagnostics).sorted()
            tell(faults)
            Console.err(
                faults.isEmpty
                    ? "\(package): \(check.fileCount) filer, allt stämmer." : "\(package): \(faults.count) fel.")
            if !faults.isEmpty { throw .content([]) }
        } catch {
            throw refused(error)
        }
    }

    func restore(_ package: String, into folder: String) async throws {
        let path = try existing(package)
        let target = Path.planned(folder)
        guard Restoring.isEmpty(target) else { throw ValidationError("\(folder) är inte tom") }
        do throws(ArchiveFailure) {
            let opened = try OpenedPackage(path)
            let faults = (opened.diagnostics + (await checked(opened)).diagnostics).sorted()
            if !faults.isEmpty {
                tell(faults)
                Console.err("Inget skrevs: paketet har \(faults.count) fel.")
                throw .content([])
            }
            let count = try Restoring.restore(opened, into: target)
            tell([])
            Console.err("Skrev \(count) filer i \(folder).")
        } catch {
            throw refused(error)
        }
    }

    private func existing(_ package: String) throws -> String {
        guard let path = Path.absolute(package) else { throw ValidationError("Paketet \(package) finns inte.") }
        return path
    }

    private func checked(_ package: OpenedPackage) async -> PackageCheck {
        var check = PackageCheck(root: package.root)
        await check.run()
        return check
    }

    /// `FILE: error[K187]: text`: of a whole file, so without a line.
    private func tell(_ faults: [Diagnostic]) {
        if format == .json { return Reporter(format: .json, language: .swedish).report(faults) }
        for fault in faults {
            let mark = Console.coloured("\(fault.severity.rawValue)[\(fault.problem.code)]", .red)
            Console.err("\(fault.place.file.visible): \(mark): \(fault.problem.text(in: .swedish))")
        }
    }

    private func refused(_ failure: ArchiveFailure) -> ExitCode {
        switch failure {
        case .content(let faults):
            if !faults.isEmpty { tell(faults) }
            return .content
        default:
            Console.err(ArchiveMessages.text(failure, swedish: true))
            return .machine
        }
    }
}
