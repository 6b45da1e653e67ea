"""The tables. `journal` holds what was read and done and is never changed; `register` what follows, and can be rebuilt."""

from sqlalchemy import MetaData

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def named_metadata() -> MetaData:
    """Metadata in which every constraint gets a name, so that migrations can speak of it on both databases."""
    return MetaData(naming_convention=_NAMES)
