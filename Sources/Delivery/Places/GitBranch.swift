import System

/// A branch that somebody serves (GitHub Pages and its like). An edition is a commit; readers get it when the host has
/// seen the push. What is withdrawn stays in the branch's history.
struct GitBranch: Sendable {
    let remote: String
    let branch: String
    /// Where the repository's own files lie on this machine.
    let folder: String
    let programs: Programs
}

extension GitBranch {
    func deliver(
        _ edition: Edition, release: String, step: @Sendable (DeliveryStep) -> Void
    ) throws(DeliveryFailure) {
        try git(["init", "--quiet", "--bare", "--", folder])
        step(.sending)
        var parent: [String] = []
        if !(try tip().isEmpty) {
            try git(["fetch", "--quiet", "--depth", "1", "--", remote, "refs/heads/\(branch)"])
            parent = ["-p", try git(["rev-parse", "FETCH_HEAD"])]
        }
        try git(["read-tree", "--empty"])
        try git(["--work-tree=\(edition.folder)", "add", "--all", "--force", "."], in: edition.folder)
        let tree = try git(["write-tree"])
        if let last = parent.last, try git(["rev-parse", "\(last)^{tree}"]) == tree { return }
        let commit = try git(["commit-tree", tree, "-m", "Klubba \(release)"] + parent)
        step(.turning)
        do throws(DeliveryFailure) {
            try git(["push", "--quiet", "--", remote, "\(commit):refs/heads/\(branch)"])
        } catch {
            // The line may have broken before the answer: the branch says whether it has the commit.
            guard let standing = try? tip() else { throw error.inTheLastStep }
            if standing != commit { throw error }
        }
    }

    /// The commit that the branch is at; nothing where there is no such branch, which the first publish makes.
    private func tip() throws(DeliveryFailure) -> String {
        let known = try ending(["ls-remote", "--exit-code", "--heads", "--", remote, "refs/heads/\(branch)"])
        // 2: there is no such branch.
        guard known.status == 0 || known.status == 2 else {
            throw .refused(program: "git", said: Programs.said(known))
        }
        return String(known.text.prefix { !$0.isWhitespace })
    }

    @discardableResult
    private func git(_ arguments: [String], in place: String? = nil) throws(DeliveryFailure) -> String {
        let ending = try ending(arguments, in: place)
        guard ending.status == 0 else { throw .refused(program: "git", said: Programs.said(ending)) }
        return String(ending.text.prefix { !$0.isNewline })
    }

    private func ending(_ arguments: [String], in place: String? = nil) throws(DeliveryFailure) -> ChildProcess.Ending {
        let directory = arguments.first == "init" ? [] : ["--git-dir=\(folder)"]
        return try programs.ending(
            "git", (place.map { ["-C", $0] } ?? []) + directory + ["-c", "core.autocrlf=false"] + arguments,
            environment: [
                "GIT_TERMINAL_PROMPT": "0", "GIT_AUTHOR_NAME": "Klubba", "GIT_AUTHOR_EMAIL": "klubba@localhost",
                "GIT_COMMITTER_NAME": "Klubba", "GIT_COMMITTER_EMAIL": "klubba@localhost",
            ])
    }
}
