internal import Basics
internal import Protobuf
internal import WireProtocol

/// An entry as the simulated store keeps it. Immutable, so that copying a store copies references: what changes an
/// entry puts another one in its place.
final class SimulatedEntry: Sendable {
    /// As it stands, without its latest edit: readers may see different ones.
    let entry: Entry
    let bodyHash: [UInt8]
    let latestEditSeq: UInt64?
    /// Of the chat's members from this entry on.
    let memberVersion: UInt64

    init(_ entry: Entry, bodyHash: [UInt8], latestEditSeq: UInt64? = nil, memberVersion: UInt64) {
        self.entry = entry
        self.bodyHash = bodyHash
        self.latestEditSeq = latestEditSeq
        self.memberVersion = memberVersion
    }

    var ordinal: UInt64 { entry.ordinal ?? 0 }

    var createdAtMilliseconds: Int64 { entry.createdAt?.millisecondsSince1970 ?? 0 }

    func pointing(at editSeq: UInt64) -> SimulatedEntry {
        SimulatedEntry(entry, bodyHash: bodyHash, latestEditSeq: editSeq, memberVersion: memberVersion)
    }

    /// What is left of it once the entry `seq` has deleted it.
    func erased(by seq: UInt64) -> SimulatedEntry {
        var rest = entry
        rest.content = nil
        rest.fileIDs = []
        rest.deletedBySeq = seq
        return SimulatedEntry(rest, bodyHash: [], latestEditSeq: latestEditSeq, memberVersion: memberVersion)
    }
}
