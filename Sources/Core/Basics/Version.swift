/// The version of the whole product.
public enum Version {
    public static let current = "0.1.0"
}
