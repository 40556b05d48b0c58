"""Bytes and keys that are as random as they need be for vectors, and the same every time."""

import hashlib
from itertools import count

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

EXPONENT = 65537
SMALL_PRIMES = [number for number in range(3, 2000) if all(number % each for each in range(2, int(number ** 0.5) + 1))]
HASH_BYTES = 32


def bytes_from(seed, count):
    return hashlib.shake_256(seed.encode()).digest(count)


def ed25519(seed):
    return Ed25519PrivateKey.from_private_bytes(bytes_from(seed, 32))


def rsa_private_key(seed, bits):
    p, q = sorted((prime(f"{seed} p", bits // 2), prime(f"{seed} q", bits // 2)), reverse=True)
    d = pow(EXPONENT, -1, (p - 1) * (q - 1))
    public = rsa.RSAPublicNumbers(EXPONENT, p * q)
    return rsa.RSAPrivateNumbers(p, q, d, d % (p - 1), d % (q - 1), pow(q, -1, p), public).private_key()


def prime(seed, bits):
    for attempt in count():
        number = int.from_bytes(bytes_from(f"{seed} {attempt}", bits // 8), "big")
        # Two such numbers multiply to one of exactly twice their bits.
        number |= 3 << bits - 2 | 1
        if all(number % each for each in SMALL_PRIMES) and (number - 1) % EXPONENT and is_prime(number):
            return number


def is_prime(number):
    """Fermat's test: what is not prime does not pass it by chance, and nobody chose the number."""
    return all(pow(base, number - 1, number) == 1 for base in (2, 3, 5, 7))


def oaep_encrypt(secret, label, public_key, seed):
    """RSAES-OAEP of RFC 8017 §7.1.1 with SHA-256, with a seed of 32 bytes that the caller gives."""
    numbers = public_key.public_numbers()
    length = (numbers.n.bit_length() + 7) // 8
    block = hashlib.sha256(label).digest() + bytes(length - len(secret) - 2 * HASH_BYTES - 2) + b"\1" + secret
    masked = xor(block, mgf1(seed, len(block)))
    encoded = b"\0" + xor(seed, mgf1(masked, HASH_BYTES)) + masked
    return pow(int.from_bytes(encoded, "big"), numbers.e, numbers.n).to_bytes(length, "big")


def mgf1(seed, length):
    blocks = (hashlib.sha256(seed + index.to_bytes(4, "big")).digest() for index in range(-(-length // HASH_BYTES)))
    return b"".join(blocks)[:length]


def xor(one, other):
    return bytes(a ^ b for a, b in zip(one, other, strict=True))
