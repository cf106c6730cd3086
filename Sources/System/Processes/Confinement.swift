/// What a program may not do that reads files of strangers: take more memory than it needs, and reach the network.
///
/// The network is kept away by a namespace of its own (`unshare`, util-linux). Where the system lets nobody make one, as
/// in some containers and on Darwin, the program runs with the network.
public struct Confinement: Sendable {
    /// Bytes of address space.
    let memory: Int

    public init(memory: Int) { self.memory = memory }

    /// For what reads a paper: 2 GB, no network.
    public static let paper = Confinement(memory: 2 << 30)

    /// The command that starts a program so.
    func command(_ path: String, _ arguments: [String]) -> [String] {
        let limited = ["/bin/sh", "-c", "ulimit -v \(memory >> 10) 2>/dev/null; exec \"$@\"", "sh"]
        return limited + (Confinement.canLeaveNetwork ? Confinement.withoutNetwork : []) + [path] + arguments
    }

    private static let withoutNetwork = ["/usr/bin/unshare", "--map-root-user", "--net", "--"]

    private static let canLeaveNetwork: Bool = {
        guard FileBytes.isExecutable(withoutNetwork[0]) else { return false }
        let ending = try? ChildProcess.run(
            withoutNetwork[0], Array(withoutNetwork.dropFirst()) + ["/bin/true"], seconds: 10)
        return ending?.status == 0
    }()
}
