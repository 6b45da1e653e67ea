"""Every select() in the house: plain functions that take a session of either scope first and give typed dicts."""
