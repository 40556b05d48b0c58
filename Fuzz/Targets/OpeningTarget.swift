internal import E2EE
internal import E2EEOpenSSL

/// A whole message as a network or a server may change it: nothing but the very bytes that were sealed opens, and to
/// nothing but what was sealed.
enum OpeningTarget {
    static func run(_ input: [UInt8]) {
        let world = SealedWorld.made
        guard let part = input.first else { return }
        let damage = input.dropFirst()
        var (ciphertext, key) = (world.sealed.ciphertext, world.receiverKey)
        var certificate = world.sender.record.certificate
        switch part % 4 {
        case 0: ciphertext = Damage.applied(damage, to: ciphertext)
        case 1: key = Damage.applied(damage, to: key)
        case 2: certificate = Damage.applied(damage, to: certificate)
        default: ciphertext = Array(damage)
        }
        let opened = world.opened(ciphertext, key: key, certificate: certificate, at: world.place)
        let isRight =
            ciphertext == world.sealed.ciphertext && key == world.receiverKey
            && certificate == world.sender.record.certificate
        expect(opened?.content == (isRight ? SealedWorld.content : nil), "opens \(input)")
    }
}
