import System

/// What a packet asks of the system, with a packet's own word for a refusal.
package enum PacketWork {
    /// A folder to work in, gone when nobody holds it.
    package static func folder() throws(PacketFailure) -> TemporaryFolder {
        do throws(SystemError) { return try TemporaryFolder("klubba-utskick") } catch { throw PacketFailure(error) }
    }

    static func run(
        _ program: String, _ arguments: [String], environment: [String: String] = [:], seconds: Int
    ) throws(PacketFailure) -> ChildProcess.Ending {
        do throws(SystemError) {
            return try ChildProcess.run(program, arguments, environment: environment, seconds: seconds)
        } catch {
            throw PacketFailure(error)
        }
    }

    static func write(_ bytes: [UInt8], to name: String, in folder: TemporaryFolder) throws(PacketFailure) {
        do throws(SystemError) { try folder.write(bytes, to: name) } catch { throw PacketFailure(error) }
    }

    static func write(_ bytes: [UInt8], to path: String) throws(PacketFailure) {
        do throws(SystemError) { try FileBytes.write(bytes, to: path, mode: 0o600) } catch {
            throw PacketFailure(error)
        }
    }

    /// Puts a finished file where it is to be: a person's own file, not one that only this user may read.
    static func deliver(_ path: String, to target: String) throws(PacketFailure) {
        try? FileBytes.setMode(FileBytes.usualMode, of: path)
        do throws(SystemError) { try FileBytes.move(path, to: target) } catch { throw PacketFailure(error) }
    }
}

extension PacketFailure {
    fileprivate init(_ error: SystemError) { self = .notWritable(error.path, errno: error.number) }
}
