extension Theme {
    /// A file of a theme.
    public struct File: Hashable, Sendable {
        /// Inside the theme's folder, parts divided by `/`: "arende.mustache", "texter/sv.txt".
        public let path: String
        public let bytes: [UInt8]

        public init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }
}
