"""Which public keys of Ed25519 clients take: canonical encodings (RFC 8032 §5.1.3), of no point of small order."""

PRIME = 2 ** 255 - 19
# The y of a point of order eight; the other one is its negative.
ORDER_EIGHT_Y = int.from_bytes(
    bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little")
# Of the points of order four, one, two and eight.
SMALL_ORDER_YS = {0, 1, PRIME - 1, ORDER_EIGHT_Y, PRIME - ORDER_EIGHT_Y}


def is_acceptable(key):
    y = int.from_bytes(key, "little") & (1 << 255) - 1
    return y < PRIME and y not in SMALL_ORDER_YS
