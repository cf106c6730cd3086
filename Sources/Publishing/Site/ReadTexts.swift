import Diagnostics
import Documents
import Meetings
import Register
import Site

/// Texts of the site that no source is read from, looked through for personnummer.
struct ReadTexts {
    let register: SeenRegister
    var diagnostics: [Diagnostic] = []
    var numbers: Set<IdentityNumber> = []

    init(_ register: SeenRegister) { self.register = register }

    mutating func read(_ file: String, _ bytes: [UInt8]?) {
        guard let bytes else { return }
        let found = PublishedInspection.findings(in: bytes, file: file, register)
        diagnostics += found.diagnostics
        numbers.formUnion(found.numbers)
    }
}
