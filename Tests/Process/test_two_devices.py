"""Two devices of one person that come and go as they like, while much happens: in the end they show the same.

The choices can be repeated by their seed; what the server does at the same time cannot."""

from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest
from harness.chance import seeded
from harness.device import Device
from harness.eventually import eventually
from harness.person import edit, expect, message

STEPS = 250


class Others:
    """The other members, who write, change their minds, and let somebody in and out."""

    def __init__(self, owner, friend, subject, random):
        self.owner, self.friend, self.subject, self.random = owner, friend, subject, random
        self.chats = {}
        self.written = []
        for _ in range(3):
            self.make_chat()

    def make_chat(self):
        self.chats[self.owner.new_group(self.friend, self.subject)] = True

    def act_for_a_while(self):
        acts = [self.write, self.edit, self.delete, self.react, self.rename, self.let_in_or_out, self.make_chat]
        for act in self.random.choices(acts, [12, 4, 3, 4, 1, 1, 0.3], k=STEPS):
            act()

    def write(self):
        author = self.random.choice([self.owner, self.friend])
        self.written.append((author, author.say(self.random.choice(list(self.chats)))))

    def edit(self):
        if self.written:
            author, entry = self.random.choice(self.written)
            expect(author.edit(entry), 200)

    def delete(self):
        if self.written:
            author, entry = self.written.pop(self.random.randrange(len(self.written)))
            expect(author.delete(entry), 204)

    def react(self):
        if self.written:
            _, entry = self.random.choice(self.written)
            assert self.friend.react(entry, self.random.choice("🐦🪶🥚")).status_code in (200, 201)
            if self.random.random() < 0.3:
                expect(self.friend.unreact(entry, "🐦"), 204)

    def rename(self):
        expect(self.owner.update_chat(self.random.choice(list(self.chats)), name=f"name {self.random.random()}"), 200)

    def let_in_or_out(self):
        chat = self.random.choice(list(self.chats))
        if self.chats[chat]:
            expect(self.owner.remove(chat, self.subject), 204)
        else:
            expect(self.owner.add(chat, self.subject), 200)
        self.chats[chat] = not self.chats[chat]


def act(device, random):
    """One thing that a client does by itself or its owner asks for."""
    if not device.is_online:
        if random.random() < 0.3:
            device.come_online()
        return
    chat = random.choice(sorted(device.chats)) if device.chats else None
    match random.choices(["listen", "catch up", "write", "edit", "read", "go"], [6, 3, 4, 2, 3, 1.5])[0]:
        case "listen":
            device.listen()
        case "catch up" if chat:
            device.catch_up(chat)
        case "write" if chat:
            device.send("message", "message.send", message(chat))
        case "edit" if chat:
            edit_own(device, chat, random)
        case "read" if chat:
            device.report_read(chat)
        case "go":
            device.go_offline(forgetting=random.random() < 0.5)


def edit_own(device, chat, random):
    own = [
        entry for entry in device.logs[chat].entries()
        if entry["kind"] == "message" and entry["senderId"] == device.person.id and "content" in entry]
    if own:
        entry = random.choice(own)
        device.send("edit", "message.edit", edit(entry), refersTo=entry["seq"])


def finish(devices, others):
    """Everybody comes to rest: a last word in each chat, after which both devices come back."""
    for device in devices:
        if device.is_online:
            device.go_offline()
    for chat, is_in in others.chats.items():
        if is_in:
            wait_until_stored(chat, devices, others.subject)
            others.owner.say(chat)
    for device in devices:
        device.come_online()
        device.catch_up_everywhere()


def wait_until_stored(chat, devices, subject):
    """Positions that sockets report are stored soon, and heads show what is stored."""
    read = max(device.read[chat] for device in devices)
    eventually(lambda: int(subject.chat(chat)["readSeq"]), lambda seq: seq >= read, f"position {read}")


@pytest.mark.parametrize("round", range(3))
def test_two_devices_end_up_showing_the_same(person, round):
    random = seeded("two devices")
    alice = person()
    others = Others(person(), person(), alice, Random(random.getrandbits(32)))
    devices = [Device(alice, random), Device(alice.on_another_device(), random)]
    with ThreadPoolExecutor(1) as threads:
        run = threads.submit(others.act_for_a_while)
        while not run.done():
            act(random.choice(devices), random)
        run.result()

    finish(devices, others)
    for device in devices:
        assert device.chats == {chat for chat, is_in in others.chats.items() if is_in}
        # A device that was new after its owner had left a chat knows nothing of it.
        for chat in list(device.last):
            device.check(chat)
        device.go_offline()
