"""The drills at length: `scripts/drills`."""
