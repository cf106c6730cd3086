/// The program that makes a site, as the site's manifest names it. With another one the bytes may be others.
public enum Program {
    public static let version = "0.1.0"
    /// `klubba 0.1.0`
    public static let name = "klubba \(version)"
}
