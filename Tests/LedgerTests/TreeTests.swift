import Foundation
import Testing

@testable import Ledger

@Suite("The tree of RFC 9162")
struct TreeTests {
    /// The leaves and roots that every implementation of RFC 6962 is tried with.
    private static let leaves = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ].map { TreeHash(leaf: Hex.bytes($0) ?? []) }
    private static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    @Test("has the roots of the published vectors, for every size")
    func roots() {
        for size in 0...8 {
            #expect(Hex.text(MerkleTree(Array(Self.leaves.prefix(size))).root(size: size).bytes) == Self.roots[size])
            #expect(Hex.text(MerkleTree(Self.leaves).root(size: size).bytes) == Self.roots[size])
        }
    }

    private struct Vectors: Decodable {
        let inclusion: [Inclusion]
        let consistency: [Consistency]
    }

    private struct Inclusion: Decodable {
        let name: String
        let leafIdx: UInt64
        let treeSize: UInt64
        let root: String
        let leafHash: String
        let proof: [String]?
        let wantErr: Bool
    }

    private struct Consistency: Decodable {
        let name: String
        let size1: UInt64
        let size2: UInt64
        let root1: String?
        let root2: String?
        let proof: [String]?
        let wantErr: Bool
    }

    private func vectors() throws -> Vectors {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Vectors/merkle.json")
        return try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: file))
    }

    @Test("takes and refuses proofs of inclusion as the published vectors do")
    func inclusionVectors() throws {
        let all = try vectors().inclusion
        #expect(all.count > 90)
        for vector in all {
            let path = (vector.proof ?? []).map { TreeHash(base64: $0) }
            let leaf = TreeHash(base64: vector.leafHash)
            let root = leaf.flatMap { leaf in
                path.contains(nil)
                    ? nil
                    : TreeProof.root(
                        of: leaf, index: Int(truncatingIfNeeded: vector.leafIdx),
                        size: Int(truncatingIfNeeded: vector.treeSize), path: path.compactMap(\.self))
            }
            let holds = root != nil && root == TreeHash(base64: vector.root)
            #expect(holds == !vector.wantErr, "\(vector.name)")
        }
    }

    @Test("takes and refuses proofs of consistency as the published vectors do")
    func consistencyVectors() throws {
        let all = try vectors().consistency
        #expect(all.count > 90)
        for vector in all {
            let path = (vector.proof ?? []).map { TreeHash(base64: $0) }
            var holds = false
            if let old = TreeHash(base64: vector.root1 ?? ""), let new = TreeHash(base64: vector.root2 ?? ""),
                !path.contains(nil)
            {
                holds = TreeProof.isConsistent(
                    old: Int(truncatingIfNeeded: vector.size1), oldRoot: old,
                    new: Int(truncatingIfNeeded: vector.size2), newRoot: new, path: path.compactMap(\.self))
            }
            // One of the vectors has words for roots, and here a root is a hash or nothing.
            let areHashes = [vector.root1, vector.root2].allSatisfy { TreeHash(base64: $0 ?? "") != nil }
            #expect(holds == (!vector.wantErr && areHashes), "\(vector.name)")
        }
    }

    @Test("makes proofs that hold, of every leaf and every earlier tree, up to 70 leaves")
    func own() {
        let leaves = (0..<70).map { TreeHash(leaf: Array("\($0)".utf8)) }
        let tree = MerkleTree(leaves)
        for size in 1...70 {
            let root = tree.root(size: size)
            for index in 0..<size {
                let path = tree.inclusion(of: index, size: size)
                #expect(TreeProof.root(of: leaves[index], index: index, size: size, path: path) == root)
                #expect(
                    TreeProof.root(of: leaves[index], index: (index + 1) % size, size: size, path: path) != root
                        || size == 1)
            }
            for old in 0...size {
                let path = tree.consistency(from: old, to: size)
                #expect(
                    TreeProof.isConsistent(
                        old: old, oldRoot: tree.root(size: old), new: size, newRoot: root, path: path))
                if old > 0, old < size {
                    #expect(
                        !TreeProof.isConsistent(
                            old: old, oldRoot: TreeHash(leaf: [1, 2]), new: size, newRoot: root, path: path))
                }
            }
        }
    }
}
