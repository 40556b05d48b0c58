internal import E2EE
internal import E2EEOpenSSL
internal import FoundationEssentials

/// Keys of nobody, the same in every run. To make one of RSA may take longer than the fuzzer waits, on a machine
/// that does other things too.
enum FixedKeys {
    static func signing(_ seed: UInt8) throws -> GeneratedKey<OpenSSL.SigningKey> {
        let key = try OpenSSL.SigningKey(pkcs8: beforeSeed + [UInt8](repeating: seed, count: 32))
        return GeneratedKey(privateKey: key, publicKey: try OpenSSL.publicKey(of: key))
    }

    /// 2,048 bits.
    static func unwrapping() throws -> GeneratedKey<OpenSSL.UnwrappingKey> {
        let key = try OpenSSL.UnwrappingKey(pkcs8: Array(Data(base64Encoded: rsa) ?? Data()))
        return GeneratedKey(privateKey: key, publicKey: try OpenSSL.publicKey(of: key))
    }

    /// RFC 8410 §7.
    private static let beforeSeed: [UInt8] = [
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ]

    /// PKCS#8 in DER, in base64.
    private static let rsa = """
        MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDWLxWOt8fAgazvKApsURj1nrizOn0m1zGy5WfcL1PpmlsvUBKS\
        SFOU3+u2GeDdC5Zr6B+fSjWeJyu8OhJbJcjvDQ/w6pEyzqspCEqa+yVLzf5oXuGR7Nl4VEQpqMRvsxrwLsxZ1/eUOxOQFF8ZvbVQ\
        AOS0IlD1Rk19r/AsPdk3Ks0sYqxezyD+CLw1pq+xzlJ3FpCusLFkjbCnkv0B6bHZ5bkhXMKQyop4yHX0ny6rrsPhKvRjpqJGre4k\
        rj4bn46jEBye++qzF9wTFmxPDvWZ9hph5pjjGh9OcHigcjl8q/BRfRAJW+mM0uoyRxFFwOXVds99NcTpMecEe686UaULAgMBAAEC\
        ggEAXLSjiZMNgEsAncGAhXKysXmia11JF1s0lUDLbBgGI4oepsNrTmrE1p73SOo5lKOz13/w1AMMYyiEOyQNlusrZiEKwdXdxBaF\
        Kiz/Ecbb1UxTrjxHOWDBnl4m5Ls6TzjAU66F3+tlK4FIjefrY9pjlL3WQAvMa+Wim+DfvV6F2uS+lGWXu2jU2eH4xcOR0H1Q9kGV\
        /hcAHblTJn5KuN5Eshe9fXLXokr9tgRN1FkYRbQn1Qea6KuVQ3fE9beRNwwXyhaYZvv0EwoNiM6xMfIqNAwIYMU8xDRYYDviwsjh\
        knNd8981IeefEnGjd2jf+rBrgy0uf2TPODr9vHLzGmc1PQKBgQDr4AjqbTkFopMexsDws01sGp10AAFuBWzHoiIyQVl4JlbzLR7T\
        ZODqt1QAcC3oQIKoj2TKzXb2Q/oo5wEwSfJnn0ZAzGcrlos8y8VgggWc9ys5OTFq3CRMPD0K+fMZDaNKerITBEXr2QNtVawnQGCJ\
        T0KmFXyZfzVZb17A76lZVQKBgQDodUWN+GLLXoCbDrxhaWQoEdMZkl6dx4EtnGANvu87j86Ltz2j5SFpDoV+nzcL4tTzN2QOHzaZ\
        V6pN3vYRtSobE/UVLIzEpMyMVkFGffQ9lRYYyOL5t0MI68Mf58H0w7s+WtURpj4jQ0G1xXCpTwBF908XB7cpGnMeyVHEAMmE3wKB\
        gEaJ/kCVH1tnDhZDHAofpQSyROoe4k6Twr9E5nMfBfGfjZs1oCVZ4sVuw+lJowD04d4k2+CmZ3AoThSTWNCnHJ4OjMTuG+B2Kfep\
        fMJqv+D8Len0B6pMYXKHBT5WF3QjlvS8EqsLORnaEWNOHqiyYOxPTsA6ZsPEviCb5LtQMNXtAoGAP2JqutF1rtpv2tfjyfQA2WQy\
        2ZAtuHwD3zn6fwUHGoiV20b1ydDakVjiUap8SgNp6X+7Cpa8PofG6kDXe/CYMJX6h/GD2MLO+50xY1VI2dnjEpMEQO8VmkMfC34Y\
        RvNwBQqjepKH8vmN21Cg7ama+3j52d/Cs7SAm25tmzJTwKUCgYEAucEuRl83y931cNw58JyWBucj0sD/yqHwdPDP+SRySEqMqo0V\
        xHlM/o6PMYvM2BOf6IErRFJon5HgEU22ClUZT98rkq4aEaIZmMQ255Omj3akeJvd/sBXqyd8Ryjxzc/+DwPdMHckrEDDhpeBHrAL\
        bEuYCjNRoR+9hz6D29+lYtQ=
        """
}
