"""What a client knows of a chat's log, whichever way and in whichever order it came."""


class Log:
    """Entries merged by sequence. A page shows an entry as it is by now, a live entry as it was when it was written;
    what happened to it in between is in other entries, which may have come before it."""

    def __init__(self):
        self._entries = {}
        self._edits = {}
        self._deletions = {}

    def take(self, entry):
        seq = int(entry["seq"])
        known = self._entries.get(seq)
        assert known is None or known["id"] == entry["id"], f"two entries in one place: {known} and {entry}"
        if known is None or "deletedBySeq" not in known:
            self._entries[seq] = entry
        self._note_edit(entry)
        self._note_deletion(entry)

    def _note_edit(self, entry):
        if edit := entry.get("latestEdit"):
            self._edit(int(entry["seq"]), edit)
        if entry["kind"] == "edit" and "content" in entry:
            edit = {"seq": entry["seq"], "createdAt": entry["createdAt"], "content": entry["content"]}
            self._edit(int(entry["refersTo"]), edit)

    def _edit(self, target, edit):
        if int(edit["seq"]) > int(self._edits.get(target, {"seq": 0})["seq"]):
            self._edits[target] = edit

    def _note_deletion(self, entry):
        if by := entry.get("deletedBySeq"):
            self._deletions[int(entry["seq"])] = by
        if entry["kind"] == "delete":
            self._deletions[int(entry["refersTo"])] = entry["seq"]

    def __contains__(self, seq):
        return seq in self._entries

    def gaps(self, first, last):
        """The ranges of sequences from the first to the last that are not known."""
        gaps, start = [], None
        for seq in range(first, last + 2):
            missing = seq <= last and seq not in self._entries
            if missing and start is None:
                start = seq
            if not missing and start is not None:
                gaps.append((start, seq - 1))
                start = None
        return gaps

    def entries(self):
        """Every known entry in rising sequence, as it is by now."""
        return [self._as_it_is(seq) for seq in sorted(self._entries)]

    def _as_it_is(self, seq):
        entry = dict(self._entries[seq])
        entry.pop("latestEdit", None)
        deleted_by = self._deletions.get(seq)
        if deleted_by is None and entry["kind"] == "edit":
            deleted_by = self._deletions.get(int(entry["refersTo"]))
        if deleted_by is not None:
            entry["deletedBySeq"] = deleted_by
            for erased in ("content", "fileIds"):
                entry.pop(erased, None)
        elif edit := self._edits.get(seq):
            entry["latestEdit"] = edit
        return entry

    def unread(self, read_seq):
        """How many messages there are after this sequence."""
        return sum(seq > read_seq and entry["kind"] == "message" for seq, entry in self._entries.items())
