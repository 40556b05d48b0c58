"""Remembers everything that must never show up in a log."""

import uuid

# Part of every message text that the tests write, so that one search finds any of them.
PRIVATE_WORDS = "these words are private"

_passwords_and_tokens = set()


def remember(*secrets):
    _passwords_and_tokens.update(secrets)


def new_text():
    return f"{PRIVATE_WORDS} {uuid.uuid4()}"


def new_password():
    password = f"pass {uuid.uuid4()}"
    remember(password)
    return password


def found_in(text):
    """The secrets that stand in a text."""
    return [secret for secret in {PRIVATE_WORDS, *_passwords_and_tokens} if secret in text]
