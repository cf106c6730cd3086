extension ClosedRange<Int> {
    /// "sida 3", "sidorna 3–4"
    public func pages(in language: MessageLanguage) -> String {
        let (one, many) = language == .swedish ? ("sida", "sidorna") : ("page", "pages")
        return lowerBound == upperBound ? "\(one) \(lowerBound)" : "\(many) \(lowerBound)–\(upperBound)"
    }
}
