"""Everything that is public, to take home: a data package of JSON Lines and CSV, and a database file."""
