"""For what the server promises soon, but not at once."""

import time

from harness import PATIENCE_SECONDS

LOOK_AGAIN_SECONDS = 0.02


def eventually(look, wanted, what, timeout=PATIENCE_SECONDS):
    """Looks until it sees what is wanted, and returns that."""
    deadline = time.monotonic() + timeout
    while not wanted(seen := look()):
        assert time.monotonic() < deadline, f"no {what} within {timeout} s, but {seen}"
        time.sleep(LOOK_AGAIN_SECONDS)
    return seen
