import Meetings
import Testing

@Suite("A place to publish to")
struct PlaceTests {
    @Test("the four forms are read, and written as they were")
    func forms() {
        #expect(PublishingPlace("mapp:../webb och sånt") == .folder("../webb och sånt"))
        #expect(
            PublishingPlace("ssh:webb@www.example.se:/srv/handlingar")
                == .ssh(user: "webb", host: "www.example.se", path: "/srv/handlingar"))
        #expect(PublishingPlace("ssh:web1:webb") == .ssh(user: nil, host: "web1", path: "webb"))
        #expect(
            PublishingPlace("rclone:intranat:handlingar/2026") == .rclone(remote: "intranat", path: "handlingar/2026"))
        #expect(
            PublishingPlace("git:git@github.com:forbund/webb.git#gh-pages")
                == .git(remote: "git@github.com:forbund/webb.git", branch: "gh-pages"))
        for text in [
            "mapp:/srv/a", "ssh:a@b:/c", "ssh:b:/c", "rclone:a:b/c", "git:https://example.se/a.git#sidor",
            "git:/srv/git/webb#main",
        ] {
            #expect(PublishingPlace(text)?.description == text)
        }
    }

    @Test(
        "nothing that could be an option, a program or a shell's word",
        arguments: [
            "", "mapp:", "ftp:x", "ssh:-oProxyCommand=sh:/x", "ssh:a@-b:/x", "ssh:a@b@c:/x", "ssh:a@b:/x y",
            "ssh:a@b:/x;rm", "ssh:a@b:/x$(id)", "ssh:a@b:../x", "ssh:a@b:/x/../y", "ssh:a@b:/", "ssh:a@b:-x",
            "rclone::sftp,ssh=sh:x", "rclone:a,b=c:x", "rclone:-a:x", "rclone:a:--config=x", "git:ext::sh -c x#main",
            "git:-u#main", "git:https://-x#main", "git:/srv/x#--force", "git:/srv/x#a b", "git:/srv/x", "git:file:x#",
            "git:/srv/x#..", "mapp:a\nb",
        ])
    func refused(text: String) {
        #expect(PublishingPlace(text) == nil)
    }
}
