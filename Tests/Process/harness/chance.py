"""Chance that can be repeated: each random test says its seed, and takes another one from the environment."""

import os
import random


def seeded(what):
    """A source of random choices."""
    seed = int(os.environ.get("MARTLET_TEST_SEED") or random.getrandbits(32))
    print(f"\n{what}: MARTLET_TEST_SEED={seed}")
    return random.Random(seed)
