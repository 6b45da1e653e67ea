"""The names of the public store's tables, and of the day that it is asked as of, for who only asks for these: to make the tables
takes a command a tenth of its start."""

from __future__ import annotations

from app.models.register import changes, register, register_meta, search_entries, sums, supports

# What does not stand on days: it counts, or serves the writer alone.
UNDATED = frozenset(table.name for table in (changes, register_meta, search_entries, sums, supports))
PAST_NAME = "past_{}"
WITHDRAWN_NAME = "withdrawn"
# Under this key a session's `info` holds the day as of which it reads the register.
AS_OF = "as_of"
# Under this key of its meta a public register says the last day on which anything of it changed; "" while it is empty. One that
# a version before made says nothing, until it is made anew.
LAST_DAY = "last_day"
PUBLIC_TABLES = frozenset(
    (*register.tables, *(PAST_NAME.format(name) for name in register.tables if name not in UNDATED), WITHDRAWN_NAME)
)
