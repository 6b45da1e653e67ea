"""The wheel carries all that the programme needs, and runs where there is no checkout."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.error
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

from app.errors import Exit
from tests.places import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("diarium-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel in it; the packages that it depends on are lent from the tests' own."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    lib = folder / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    (lib / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demo runs, and is served afterwards: it reads its example once."""
    return tmp_path_factory.mktemp("demo")


def bare_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("DIARIUM_", "PYTHON"))}


def run(installed: Path, where: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(installed / "bin" / arguments[0]), *arguments[1:]],
        cwd=where,
        env=bare_environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


def test_the_wheel_holds_what_is_found_through_resources(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for needed in (
        "app/demo/exempel.pdf",
        "app/locale/en/LC_MESSAGES/diarium.po",
        "app/migrations/env.py",
        "app/static/diarium.css",
        "app/static/fonts/sans.woff2",
        "app/static/fonts/OFL-sans.txt",
        "app/static/fonts/serif.woff2",
        "app/static/fonts/OFL-serif.txt",
    ):
        assert needed in names
    assert any(name.startswith("app/templates/") for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"app", "importers", "diarium"}


def test_the_programme_that_runs_is_the_wheels(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "python", "-c", "import app; print(app.__file__)")
    assert Path(done.stdout.strip()).is_relative_to(installed)


def test_help_comes_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "diarium", "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Användning: diarium" in done.stdout


def test_the_demo_runs_in_an_empty_folder(installed: Path, folder: Path) -> None:
    done = run(installed, folder, "diarium", "demo", "--no-serve")
    assert done.returncode == 0, done.stderr
    assert "§" in done.stdout
    assert [path.name for path in folder.iterdir()] == ["diarium-demo"]


def test_the_page_that_the_demo_names_is_served(installed: Path, folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    command = [str(installed / "bin" / "diarium"), "demo"]
    environment = {**bare_environment(), "DIARIUM_PORT": str(port), "DIARIUM_DATA_DIR": str(folder / "data")}
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as served:
        try:
            assert served.stderr is not None
            address = next(found[0] for line in served.stderr if (found := re.search(r"Öppna http://\S+", line)))
            page = fetch(address.removeprefix("Öppna "))
        finally:
            served.send_signal(signal.SIGINT)  # Ctrl+C; SIGTERM: tests/app/commands/test_serve.py
        assert served.wait() == Exit.INTERRUPTED
    assert [path.name for path in (folder / "diarium-demo").rglob("*.db-wal")] == [], "closed before"
    assert [path.name for path in folder.iterdir()] == ["diarium-demo"], "beside the data folder, which nobody made"
    assert "Något beslut av kommunfullmäktige finns inte i registret." in page


def fetch(address: str) -> str:
    """The page at the address, asked for until the server listens."""
    for _attempt in range(1200):
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                return str(answer.read().decode())
        except urllib.error.URLError as refused:
            if not isinstance(refused.reason, ConnectionRefusedError):
                raise
            time.sleep(0.1)
    raise AssertionError(f"{address} never answered")
