// The standard library has the normal forms for whoever asks by this name; the alternative is a Unicode library.
@_spi(_Unicode) internal import Swift

extension String {
    /// In Unicode's Normalization Form C: texts that read the same are the same bytes.
    public var canonicallyComposed: String {
        var scalars = String.UnicodeScalarView()
        for scalar in _nfc { scalars.append(scalar) }
        return String(scalars)
    }
}
