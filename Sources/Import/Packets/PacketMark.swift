/// Why a paper of a packet begins where it does.
public enum PacketMark: Hashable, Sendable {
    /// The file begins here.
    case start
    case plan
    case divider(String)
    case bookmark(String)
    /// The packet's own list has it: a title, a dnr or a bilaga.
    case listed(String)
    case restart(total: Int?)
    case letterhead(String)
    case diaryNumber(String)
    case attachment(String)
    /// The last page of the paper before, by its own count.
    case ended(page: Int, total: Int)
    case pageSize
    case letterSize
    /// The cover or the contents page goes before.
    case after(DocumentKind)
}
