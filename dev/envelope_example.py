"""The example of docs/encryption.md: the first envelope of Tests/Vectors/encryption.json, byte by byte."""

import textwrap

TITLE = "### An envelope, byte by byte"
NEXT_TITLE = "\n## Passwords\n"
BLOCK_COLUMNS = 96
MEANING_COLUMN = 40


def in_page(page, vectors):
    """The page with the example of these vectors in its place."""
    before, _, rest = page.partition(TITLE)
    _, title, after = rest.partition(NEXT_TITLE)
    assert title, f"{TITLE} and {NEXT_TITLE.strip()} are not there"
    return before + TITLE + "\n\n" + example(vectors) + title + after


def example(vectors):
    made = vectors["envelopes"][0]
    devices = {device["deviceId"]: device for device in vectors["devices"]}
    sender, other = (devices[device_id] for device_id in made["roster"])
    roster = next(each for each in vectors["rosters"] if each["devices"] == made["roster"])
    content = bytes.fromhex(made["content"]).decode()
    return f"""Alice's device {sender["deviceId"]} says "{content}" to Bob's {other["deviceId"]}.
All keys stand in `Tests/Vectors/encryption.json` (`devices` and the first of the `envelopes`). The hash of their roster
is SHA-256 of

```
{block(roster_fields(roster, [sender, other]))}
```

With the random content key and the context (chat, client id, sending device)

```
{block([(made["contentKey"], "content_key"), (made["context"], "context")])}
```

this is derived, the last being the commitment:

```
{block([(made["key"], "key"), (made["nonce"], "nonce"), (made["commitment"], "commitment")])}
```

The content is padded to {len(made["padded"]) // 2} bytes, `{made["content"]}80` and zeros. With everything in its
place, the envelope has {len(made["envelope"]) // 2} bytes:

```
{block(envelope_fields(made, sender))}
```

The header's hash, and that of the ciphertext, which is signed behind the label
`{made["signed"][:40]}` and the header:

```
{block([(made["headerHash"], "header_hash"), (made["ciphertextHash"], "ciphertext_hash")])}
```

The content key is encrypted for each device with these labels. RSA-OAEP is randomised: what comes of it is each time
something else, of 256 bytes here; what came of it once stands in the vectors.

```
{block([(each["label"], f"for {each['deviceId']}") for each in made["keys"]])}
```
"""


def roster_fields(roster, devices):
    parts = Parts(roster["encoded"])
    yield parts.take(18), 'label "martlet roster v1"'
    yield parts.take(2), f"devices: {len(devices) * 40} bytes"
    for device in devices:
        yield parts.take(8), f"device_id        {device['deviceId']}"
        assert parts.text.startswith(device["certificateHash"])
        yield parts.take(32), "certificate_hash"
    parts.finish()


def envelope_fields(made, sender):
    parts = Parts(made["envelope"])
    for count, meaning in (
            (1, "version"), (2, "suite"), (8, f"chat_id           {made['chatId']}"), (16, "client_id"),
            (8, f"sender_id         {sender['userId']}"), (8, f"sender_device_id  {made['sender']}"),
            (8, f"counter           {made['counter']}"),
            (8, f"roster_version    {made['rosterVersion']}"), (8, f"sent_at           {made['sentAt']}"),
            (1, "kind              2: message"), (1, "refers_to: none"), (32, "roster_hash"), (32, "commitment"),
            (2, "extensions: none"), (2, "ciphertext: 80 bytes"), (80, "64 padded ones, and the tag"),
            (64, "signature")):
        yield parts.take(count), meaning
    parts.finish()


class Parts:
    def __init__(self, text):
        self.text = text

    def take(self, count):
        taken, self.text = self.text[:2 * count], self.text[2 * count:]
        assert len(taken) == 2 * count
        return taken

    def finish(self):
        assert not self.text


def block(fields):
    """What is hexadecimal stands at the beginning of a line, what it means behind spaces."""
    return "\n".join(line for hexadecimal, meaning in fields for line in lines(hexadecimal, meaning))


def lines(hexadecimal, meaning):
    if len(hexadecimal) < MEANING_COLUMN:
        return [hexadecimal.ljust(MEANING_COLUMN) + meaning]
    return [*textwrap.wrap(hexadecimal, BLOCK_COLUMNS), " " * MEANING_COLUMN + meaning]
