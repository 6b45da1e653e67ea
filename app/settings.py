"""What an installation can set, each with a default that works: environment variables `DIARIUM_…`.

`DIARIUM_DATA_DIR=/srv/diarium diarium serve` keeps everything under `/srv/diarium`. The README's table names them all.
"""

from __future__ import annotations

import re
from functools import cache
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

PUBLIC_SCHEMA = "published"
RATE_LIMIT, RATE_LIMIT_WITH_KEY = "600/minute", "6000/minute"
# The port that nobody names who asks: an address with it would be nobody's.
_USUAL_PORTS = {"https": ":443", "http": ":80"}
_DRIVERS = {"sqlite", "sqlite+pysqlite", "postgresql+psycopg"}


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
    public_reader_url: str | None = None
    files_url: str | None = None
    files_endpoint: str | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    base_url: str | None = None
    forwarded_allow_ips: str = "127.0.0.1,::1"
    municipality: str | None = None
    contact: str | None = None
    import_at_once: bool = True
    watch_dir: Path | None = None
    mail_dir: Path | None = None
    watch_seconds: float = Field(default=10.0, ge=0, le=86_400)
    rate_limit: str = RATE_LIMIT
    rate_limit_with_key: str = RATE_LIMIT_WITH_KEY
    counts_url: str | None = None
    language: Literal["sv", "en"] | None = None
    oidc_issuer: str | None = None
    oidc_client_id: str | None = Field(default=None, validate_default=True)
    oidc_client_secret: SecretStr | None = None
    oidc_name: str = "OpenID Connect"
    metrics_token: SecretStr | None = Field(default=None, min_length=16)
    log: Literal["text", "json"] = "text"
    traces_url: str | None = None

    @field_validator("database_url", "public_database_url", "public_reader_url")
    @classmethod
    def _with_driver(cls, url: str | None) -> str | None:
        return written_out(url) if url else None

    @field_validator("files_url")
    @classmethod
    def _bucket(cls, url: str | None) -> str | None:
        """Without anybody's name or secret: those are the provider's own variables."""
        if not url:
            return None
        parts = urlsplit(url)
        if parts.scheme not in {"s3", "az", "gs"} or not re.fullmatch(r"[\w.-]+", parts.netloc) or parts.query:
            raise ValueError("not the address of a bucket")
        return url.rstrip("/")

    @field_validator("files_endpoint", "traces_url")
    @classmethod
    def _safe_endpoint(cls, url: str | None) -> str | None:
        """Over HTTPS, or on this machine."""
        if not url:
            return None
        if "@" in url or not is_safe(url) or not urlsplit(url).hostname:
            raise ValueError("not the address of a store or a collector")
        return url.rstrip("/")

    @field_validator("rate_limit", "rate_limit_with_key")
    @classmethod
    def _countable(cls, limit: str) -> str:
        if limit in {"off", RATE_LIMIT, RATE_LIMIT_WITH_KEY}:
            return limit
        from limits import parse  # noqa: PLC0415 - asked only where somebody has set a limit; a command counts nothing

        return str(parse(limit)) and limit

    @field_validator("counts_url")
    @classmethod
    def _counting(cls, url: str | None) -> str | None:
        """Redis and Valkey are spoken to alike, by Valkey's client."""
        if not url:
            return None
        scheme, _, rest = url.partition("://")
        scheme = scheme.replace("redis", "valkey")
        if scheme not in {"valkey", "valkeys", "valkey+unix"} or not rest:
            raise ValueError("not the address of a Valkey or Redis")
        return f"{scheme}://{rest}"

    @field_validator("base_url")
    @classmethod
    def _whole_address(cls, url: str | None) -> str | None:
        if not url:
            return None
        parts = urlsplit(url)
        named = parts.scheme in {"http", "https"} and parts.hostname and "@" not in parts.netloc
        if not named or parts.query or parts.fragment:
            raise ValueError("not the address of a site")
        return plain_address(url)

    @field_validator("forwarded_allow_ips")
    @classmethod
    def _networks(cls, proxies: str) -> str:
        for one in proxies.split(","):
            if one.strip() != "*":
                ip_network(one.strip())
        return proxies

    @field_validator("oidc_issuer")
    @classmethod
    def _issuer(cls, url: str | None) -> str | None:
        """As the provider writes it, to the letter: over HTTPS, or on this machine."""
        if not url:
            return None
        parts = urlsplit(url)
        if parts.query or parts.fragment or not is_safe(url):
            raise ValueError("not the address of a provider")
        return url

    @field_validator("oidc_client_id")
    @classmethod
    def _client(cls, client: str | None, given: ValidationInfo) -> str | None:
        """Given together with the issuer."""
        if "oidc_issuer" in given.data and (given.data["oidc_issuer"] is None) != (not client):
            raise ValueError("oidc_issuer and oidc_client_id belong together")
        return client or None

    @property
    def base_path(self) -> str:
        """The path that the installation lies under behind its proxy: `/diarium` of `https://alnsjo.example/diarium`."""
        return urlsplit(self.base_url or "").path


def plain_address(url: str) -> str:
    """The address of a site as its pages are asked for: `HTTPS://Diarium.Example:443/` → `https://diarium.example`."""
    scheme, stroke, rest = url.rstrip("/").partition("://")
    host, slash, path = rest.partition("/")
    scheme, host = scheme.casefold(), host.casefold()
    return f"{scheme}{stroke}{host.removesuffix(_USUAL_PORTS.get(scheme, ' '))}{slash}{path}"


def is_safe(url: str) -> bool:
    """Whether what is asked there goes over HTTPS, or stays on this machine. Raises `ValueError` where it is no address."""
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(parts.hostname or ""))


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def written_out(url: str) -> str:
    """The address with its driver named: `postgres://h/d` → `postgresql+psycopg://h/d`.

    Raises `ValueError` where it is no address of one of the databases that are spoken here.
    """
    try:
        address = make_url(url)
    except ArgumentError as wrong:
        raise ValueError("not a database address") from wrong
    if address.drivername in {"postgres", "postgresql"}:
        address = address.set(drivername="postgresql+psycopg")
    if address.drivername not in _DRIVERS:
        raise ValueError("a database that is not spoken here")
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
