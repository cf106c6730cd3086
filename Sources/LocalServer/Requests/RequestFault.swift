/// Why a request is refused before anybody looks for a page.
package enum RequestFault: Error, Equatable {
    case malformed
    case headTooLarge
    case tooSlow
    case versionNotSupported
    /// Some other site's name leads here (DNS rebinding): its scripts are not to read these pages.
    case foreignHost
    /// A page of some other site asks for it.
    case foreignSite
    case methodNotAllowed
    /// More than is taken in; refused by its length, unread.
    case bodyTooLarge
}
