import Register
import Theme

extension Edition {
    /// For what is printed instead of planned as a site; `SitePlan` has told what the theme lacks.
    package convenience init(_ register: SeenRegister, theme: Theme, outcomesAsWritten: Bool = false) {
        var missing: [String] = []
        var words = Words(theme, missing: &missing)
        words.hasOutcomesAsWritten = outcomesAsWritten
        let resolver = LinkResolver(register)
        self.init(register, words: words, resolver: resolver)
    }
}
