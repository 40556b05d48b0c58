"""Frames of RFC 6455 §5.2, written by hand, so that wrong ones can be written too, and read without mercy."""

import struct
from collections import namedtuple

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA
CONTROL_PAYLOAD_MAX = 125

# Any will do: what a mask hides it hides from proxies, not from us.
MASKING_KEY = bytes.fromhex("37fa213d")

Frame = namedtuple("Frame", "opcode payload is_final")


def frame(opcode, payload=b"", final=True, reserved=0, key=MASKING_KEY, length_bits=None, length=None):
    """One frame of a client.

    `reserved`: the three RSV bits, RSV1 highest. `key`: None leaves the frame unmasked. `length_bits`: 7, 16 or 64
    where the least form is not meant. `length`: what the header says when it is not the truth.
    """
    length = len(payload) if length is None else length
    if length_bits is None:
        length_bits = 7 if length < 126 else 16 if length < 1 << 16 else 64
    first = (0x80 if final else 0) | reserved << 4 | opcode
    mask_bit = 0x80 if key is not None else 0
    match length_bits:
        case 7:
            head = struct.pack("!BB", first, mask_bit | length)
        case 16:
            head = struct.pack("!BBH", first, mask_bit | 126, length)
        case 64:
            head = struct.pack("!BBQ", first, mask_bit | 127, length)
    return head + (payload if key is None else key + masked(payload, key))


def masked(payload, key):
    """Masking twice unmasks (RFC 6455 §5.3)."""
    whole = (key * (len(payload) // 4 + 1))[:len(payload)]
    return (int.from_bytes(payload, "big") ^ int.from_bytes(whole, "big")).to_bytes(len(payload), "big")


def close(code=None, reason=b""):
    return frame(CLOSE, close_payload(code, reason))


def close_payload(code=None, reason=b""):
    return b"" if code is None else struct.pack("!H", code) + reason


def fragments(opcode, parts):
    """A message in as many frames as there are parts."""
    last = len(parts) - 1
    return [
        frame(opcode if index == 0 else CONTINUATION, part, final=index == last) for index, part in enumerate(parts)
    ]


class FrameReader:
    """Frames of a server, each held to every rule that binds a server which has agreed on no extension."""

    def __init__(self):
        self._bytes = b""

    def feed(self, data):
        self._bytes += data

    @property
    def is_empty(self):
        return not self._bytes

    def next(self):
        """The next frame; None as long as it is not whole."""
        data = self._bytes
        if len(data) < 2:
            return None
        opcode, length, start = data[0] & 0x0F, data[1] & 0x7F, 2
        assert not data[0] & 0x70, "a reserved bit is set though no extension was agreed on (§5.2)"
        assert opcode in (CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG), f"reserved opcode {opcode:#x} (§5.2)"
        assert not data[1] & 0x80, "a server must not mask (§5.1)"
        is_final = bool(data[0] & 0x80)
        if opcode >= CLOSE:
            assert is_final, "a control frame in fragments (§5.5)"
            assert length <= CONTROL_PAYLOAD_MAX, "a control frame longer than 125 bytes (§5.5)"
        if length >= 126:
            size = 2 if length == 126 else 8
            if len(data) < 2 + size:
                return None
            length, start = int.from_bytes(data[2:2 + size], "big"), 2 + size
            assert length >= (126 if size == 2 else 1 << 16), "a length that is not in its least form (§5.2)"
        if len(data) < start + length:
            return None
        self._bytes = data[start + length:]
        return Frame(opcode, data[start:start + length], is_final)
