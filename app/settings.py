"""What an installation can set, each with a default that works: environment variables `DIARIUM_…`.

`DIARIUM_DATA_DIR=/srv/diarium diarium serve` keeps everything under `/srv/diarium`. The README's table names them all.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

PUBLIC_SCHEMA = "published"
RATE_LIMIT, RATE_LIMIT_WITH_KEY = "600/minute", "6000/minute"


def _beside_data(validated: dict[str, Any]) -> str:
    return _sqlite(Path(validated.get("data_dir", "diarium-data")) / "desk.db")


def _beside_desk(validated: dict[str, Any]) -> str:
    return public_url(validated["database_url"]) if "database_url" in validated else ""


class Settings(BaseSettings):
    """The settings in force, checked and complete: every address is written out."""

    model_config = SettingsConfigDict(env_prefix="DIARIUM_", frozen=True, env_ignore_empty=True)

    data_dir: Path = Path("diarium-data")
    database_url: str = Field(default_factory=_beside_data)
    public_database_url: str = Field(default_factory=_beside_desk)
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    base_url: str | None = None
    municipality: str | None = None
    contact: str | None = None
    import_at_once: bool = True
    rate_limit: str = RATE_LIMIT
    rate_limit_with_key: str = RATE_LIMIT_WITH_KEY
    language: Literal["sv", "en"] | None = None

    @field_validator("database_url", "public_database_url")
    @classmethod
    def _with_driver(cls, url: str) -> str:
        return written_out(url)

    @field_validator("rate_limit", "rate_limit_with_key")
    @classmethod
    def _countable(cls, limit: str) -> str:
        if limit in {"off", RATE_LIMIT, RATE_LIMIT_WITH_KEY}:
            return limit
        from limits import parse  # noqa: PLC0415 - asked only where somebody has set a limit; a command counts nothing

        return str(parse(limit)) and limit

    @field_validator("base_url")
    @classmethod
    def _without_slash(cls, url: str | None) -> str | None:
        return url.rstrip("/") if url else None


def written_out(url: str) -> str:
    """The address with its driver named: `postgres://h/d` → `postgresql+psycopg://h/d`.

    Raises `ValueError` where it is no database address.
    """
    try:
        address = make_url(url)
    except ArgumentError as wrong:
        raise ValueError("not a database address") from wrong
    if address.drivername in {"postgres", "postgresql"}:
        address = address.set(drivername="postgresql+psycopg")
    return address.render_as_string(hide_password=False)


def public_url(desk_url: str) -> str:
    """Where the public register lies when nobody says: a file `public.db` beside the desk's, or the schema
    `published` of the same PostgreSQL database.
    """
    address = make_url(desk_url)
    if address.get_backend_name() != "sqlite":
        options = f"{address.query.get('options', '')} -csearch_path={PUBLIC_SCHEMA}".strip()
        return written_out(address.update_query_dict({"options": options}).render_as_string(hide_password=False))
    desk = Path(address.database or "desk.db")
    return _sqlite(desk.with_name("public.db" if desk.name == "desk.db" else f"{desk.stem}-public{desk.suffix}"))


def _sqlite(path: Path) -> str:
    return URL.create("sqlite", database=str(path)).render_as_string()


@cache
def settings() -> Settings:
    """The settings of this process, read once from the environment.

    Raises `pydantic.ValidationError` where a variable has a value that cannot be used.
    """
    return Settings()
