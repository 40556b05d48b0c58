"""Every requirement of RFC 6455 §4 to §8 on a server, as cases: what a client writes, and what must come back."""
