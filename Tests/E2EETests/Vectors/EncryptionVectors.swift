import E2EE
import E2EEOpenSSL
import TestSupport
import Testing

/// `Tests/Vectors/encryption.json`, which an implementation in another language wrote (dev/write-vectors.py).
struct EncryptionVectors: Decodable {
    let derivations: [Derivation]
    let paddedCounts: [PaddedCount]
    let paddings: [PaddedContent]
    let publicKeys: [PublicKey]
    let devices: [Device]
    let rosters: [RosterOfDevices]
    let envelopes: [Sealing]
    let openings: [Opening]
    let counters: [CounterStep]
    let states: [State]
    let passwords: [Password]
    let wrappedKeys: [KeyAtRest]
    let rows: [Row]
    let files: [File]
    let recoveryKeys: [RecoveryText]
    let backups: [BackupAtRest]
    let safetyNumbers: [Number]
    let safetyCodes: [Code]

    static let all: EncryptionVectors? = {
        do {
            return try VectorFile.decode("encryption.json", as: EncryptionVectors.self)
        } catch {
            Issue.record("\(error)")
            return nil
        }
    }()
}

/// Why it is refused; nil when it is not.
func cause(of body: () throws -> Void) -> String? {
    do {
        try body()
        return nil
    } catch let refusal as any Refusal {
        return "\(refusal.cause)"
    } catch {
        return "\(error)"
    }
}
