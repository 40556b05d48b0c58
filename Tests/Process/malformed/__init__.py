"""Input that is not what it should be, list by list, and what the server makes of it."""
