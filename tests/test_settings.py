"""Settings come from the environment, each with a default that works, and the README names them all."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from app.settings import Settings, public_url, written_out
from tests.places import ROOT


def test_everything_lies_in_the_data_folder_unless_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIARIUM_DATA_DIR", "/srv/diarium")
    chosen = Settings()
    assert chosen.database_url == "sqlite:////srv/diarium/desk.db"
    assert chosen.public_database_url == "sqlite:////srv/diarium/public.db"


def test_the_public_file_lies_beside_the_desks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIARIUM_DATABASE_URL", "sqlite:////srv/a b/uppsala.db")
    assert Settings().public_database_url == "sqlite:////srv/a b/uppsala-public.db"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_on_postgresql_the_public_register_is_a_schema(monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    monkeypatch.setenv("DIARIUM_DATABASE_URL", f"{scheme}://desk:secret@db/diarium")
    chosen = Settings()
    assert chosen.database_url == "postgresql+psycopg://desk:secret@db/diarium"
    assert chosen.public_database_url == (
        "postgresql+psycopg://desk:secret@db/diarium?options=-csearch_path%3Dpublished"
    )


def test_options_that_an_address_already_has_are_kept() -> None:
    url = public_url("postgresql://db/diarium?options=-cstatement_timeout%3D5s")
    assert url.endswith("?options=-cstatement_timeout%3D5s+-csearch_path%3Dpublished")


def test_an_empty_variable_is_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIARIUM_PORT", "")
    assert Settings().port == 8000


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "0"),
        ("PORT", "http"),
        ("LANGUAGE", "fi"),
        ("DATABASE_URL", "desk.db"),
        ("DATABASE_URL", "mysql://desk@db/diarium"),
        ("FILES_URL", "s3://AKIA:secret@bucket"),
        ("FILES_URL", "https://bucket.example"),
        ("FILES_ENDPOINT", "http://minio.example"),
        ("TRACES_URL", "http://collector.example:4318/v1/traces"),
        ("TRACES_URL", "https:///v1/traces"),
        ("BASE_URL", "https://anna@diarium.example"),
    ],
)
def test_a_value_that_cannot_be_used_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"DIARIUM_{name}", value)
    with pytest.raises(ValidationError):
        Settings()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("https://Diarium.example:443/", "https://diarium.example"),
        ("http://diarium.example:80/Diarium/", "http://diarium.example/Diarium"),
        ("https://diarium.example:80", "https://diarium.example:80"),
        ("https://diarium.example:4430", "https://diarium.example:4430"),
    ],
)
def test_the_address_is_the_one_that_pages_are_asked_for_at(typed: str, meant: str) -> None:
    """A municipality that took it for another's would get all that is asked of the installation."""
    assert Settings(base_url=typed).base_url == meant


def test_an_address_is_written_out_without_losing_its_password() -> None:
    assert written_out("postgres://a:b@c/d") == "postgresql+psycopg://a:b@c/d"


@pytest.mark.parametrize("field", Settings.model_fields)
def test_the_readme_names_every_setting(field: str) -> None:
    assert f"`DIARIUM_{field.upper()}`" in (ROOT / "README.md").read_text()
