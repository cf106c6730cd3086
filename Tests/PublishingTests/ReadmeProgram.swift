import Publishing

/// What the README shows, line by line: `ReadmeTests` holds them together.
func readmeProgram(folder: String) async throws {
    let request = SiteRequest(site: folder, audience: .public)
    let publication = try await Publication(request, output: folder + "/public")
    for problem in publication.diagnostics { print(problem.line(in: .english)) }
    if !publication.hasErrors {
        let report = try await publication.write()
        print("\(report.written) files written, \(report.unchanged) unchanged")
    }
}
