"""What the log says of who is in a chat."""

# The changes after which somebody is not in it.
GONE = ("left", "removed")


def change(person, kind, role="unspecified"):
    """What an entry of kind member says."""
    return {"userId": person.id, "change": kind, "role": role}


def next_change(socket, chat):
    """What the next entry says, which is about somebody's membership."""
    entry = socket.next_entry(chat)
    assert entry["kind"] == "member", entry
    return entry["member"]


def member_changes(reader, chat):
    """Everything that happened to the memberships of a chat, in its order."""
    return [entry["member"] for entry in reader.whole_history(chat)[0] if entry["kind"] == "member"]
