/// The primitives of OpenSSL.
public enum OpenSSL {}
