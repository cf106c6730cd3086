/// How a dnr that a text names can be read: "KS 2018/14" or "KS".
public struct DiaryNumberMention: Hashable, Sendable {
    public let key: String
    /// How many bytes of the slot it takes, from the slot's start.
    public let length: Int

    public init(key: String, length: Int) { (self.key, self.length) = (key, length) }
}
