import Testing

/// One after another: each has threads of its own for two loops, a store and its clients.
@Suite("The whole server", .serialized)
enum WholeServerTests {}
