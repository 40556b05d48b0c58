"""The tests' own implementation of docs/encryption.md, which makes the vectors: what they do not show."""

import random
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "Tests/Process"), str(ROOT / "dev")]

import seeded
from harness import ed25519, envelopes, files, recovery
from harness.secure_format import Refused, pad, padded_count, unpad

PRIME = ed25519.PRIME
ORDER = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, PRIME) % PRIME
NEUTRAL = (0, 1)


# Public keys


def y_of_small_order():
    """By the arithmetic of the curve: what is left of any point when its part of prime order is taken away."""
    found, y = set(), 2
    while len(found) < 5:
        square = (y * y - 1) * pow(D * y * y + 1, -1, PRIME) % PRIME
        root = pow(square, (PRIME + 3) // 8, PRIME)
        if root * root % PRIME != square:
            root = root * pow(2, (PRIME - 1) // 4, PRIME) % PRIME
        if root * root % PRIME == square:
            generator = multiple(ORDER, (root, y))
            found |= {multiple(count, generator)[1] for count in range(8)}
        y += 1
    return found


def sum_of(one, other):
    (x1, y1), (x2, y2) = one, other
    product = D * x1 * x2 * y1 * y2 % PRIME
    return (
        (x1 * y2 + x2 * y1) * pow(1 + product, -1, PRIME) % PRIME,
        (y1 * y2 + x1 * x2) * pow(1 - product, -1, PRIME) % PRIME)


def multiple(count, point):
    result = NEUTRAL
    for bit in bin(count)[2:]:
        result = sum_of(result, result)
        if bit == "1":
            result = sum_of(result, point)
    return result


def test_the_points_of_small_order_are_all_that_there_are():
    assert y_of_small_order() == ed25519.SMALL_ORDER_YS


def test_keys_that_are_made_are_acceptable():
    for _ in range(100):
        assert ed25519.is_acceptable(Ed25519PrivateKey.generate().public_key().public_bytes_raw())


# Padding


def test_padding_has_one_form_for_each_content():
    for count in range(300):
        for content in (b"\x80" * count, bytes(count), b"a" * count):
            padded = pad(content)
            assert unpad(padded) == content
            assert len(padded) == padded_count(count) > count
            for other in (padded + b"\0", padded[:-1], b"\0" + padded):
                with pytest.raises(Refused, match="padding"):
                    unpad(other)


def test_padding_costs_an_eighth_at_most():
    """Padmé adds less than 12 % (Nikitin and others, 2019), and never less than the mark."""
    for count in [*range(64, 70_000), *(2 ** power for power in range(17, 34))]:
        assert count < padded_count(count) <= (count + 1) * 1.12


# Counters


def test_the_ledger_knows_what_a_set_knows():
    for seed in range(200):
        chance = random.Random(seed)
        ledger, seen = envelopes.Ledger(), set()
        for _ in range(chance.randrange(1, 120)):
            counter = chance.randrange(1, 100)
            if counter in seen:
                with pytest.raises(Refused, match="counter.replayed"):
                    ledger.with_counter(counter)
            else:
                ledger = ledger.with_counter(counter)
                seen.add(counter)
            assert {each for first, last in ledger.ranges for each in range(first, last + 1)} == seen
            assert ledger.missing == max(seen) - min(seen) + 1 - len(seen)
            assert all(one[1] + 1 < other[0] for one, other in zip(ledger.ranges, ledger.ranges[1:])), seed


# Files


def test_a_file_cannot_be_cut_grown_or_put_in_another_order():
    content = bytes(range(256)) * 1024
    uploaded, secret = files.seal(content)
    chunks = files.pieces(uploaded, files.CHUNK_BYTES + 16)
    assert len(chunks) == 4 and files.open(uploaded, secret) == content
    one, two, three, four = chunks
    for others, cause in (
            ([two, one, three, four], "chunk"), ([one, two, four, three], "chunk"), ([one, two, three, three], "chunk"),
            ([one, two, three], "length"), ([one, two, three, four, four], "length"), ([], "length"),
            ([one, two, three, four[:-1]], "length"), ([one[:-1], two, three, four], "chunk")):
        with pytest.raises(Refused, match=f"file.{cause}"):
            files.open(b"".join(others), secret)
    with pytest.raises(Refused, match="file.chunk"):
        files.open(b"".join(chunks[:2]), files.Secret(secret.file_key, 2 * files.CHUNK_BYTES, secret.sha256))


# The recovery key


def test_every_wrong_letter_of_a_recovery_key_is_found():
    text = recovery.text(bytes(range(32)))
    for index, letter in enumerate(text):
        for other in "A2" if letter != "-" else "":
            if other != letter:
                with pytest.raises(Refused, match="recovery_key.checksum"):
                    recovery.key_from(text[:index] + other + text[index + 1:])


# The keys of the vectors


def test_the_vectors_are_encrypted_as_the_library_does_it():
    key = seeded.rsa_private_key("a key of this test", 2048)
    label, secret = b"a label", bytes(range(32))
    encrypted = seeded.oaep_encrypt(secret, label, key.public_key(), bytes(32))
    assert key.decrypt(encrypted, envelopes.oaep(label)) == secret
    with pytest.raises(ValueError):
        key.decrypt(encrypted, envelopes.oaep(b"another label"))


def test_the_primes_of_the_vectors_are_primes():
    numbers = seeded.rsa_private_key("a key of this test", 2048).private_numbers()
    for prime in (numbers.p, numbers.q):
        odd, twos = prime - 1, 0
        while odd % 2 == 0:
            odd, twos = odd // 2, twos + 1
        for base in seeded.SMALL_PRIMES[:40]:
            powers = [pow(base, odd * 2 ** step, prime) for step in range(twos)]
            assert powers[0] == 1 or prime - 1 in powers
