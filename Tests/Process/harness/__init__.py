"""A client of the public protocol, for tests that see the server only from outside."""

# How long a test waits for one thing to happen. Only a failing test waits that long.
PATIENCE_SECONDS = 10
