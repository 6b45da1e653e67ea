"""How right the reader is: `scripts/accuracy`."""
