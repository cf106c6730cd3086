/// What of the theme and of the site's addresses belongs to the members' meetings without a network. The public edition has
/// none of it.
enum MembersApp {
    /// Where a member sees what her browser has kept.
    static let page = "medtaget/"
    /// What there is to keep, with digests: what is not in it, the browser drops.
    static let register = "medtaget/register.json"
    static let search = "medtaget/sok.json"
    static let manifest = "app.webmanifest"
    /// At the root, since it answers for all that lies below.
    static let worker = "foljmed.js"
    static let assets: Set = ["tillgangar/app.js", "tillgangar/anteckningar.js", "tillgangar/foljmed.js"]
}
