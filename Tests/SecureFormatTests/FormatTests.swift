import SecureFormat
import Testing

@Suite("Reading and writing")
struct FormatTests {}
