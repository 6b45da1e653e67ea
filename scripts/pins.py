"""Sees that the pinned lists are in step with pyproject.toml; `python scripts/pins.py --update` writes them anew with uv.

In step: every dependency is pinned at a version that pyproject allows, each pin has its hashes, and the developers'
list holds the whole of the users' at the same versions.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
USERS, DEVELOPERS = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^ \\;]+)")


def main() -> int:
    if "--update" in sys.argv:
        update()
    faults = list(find_faults())
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def update() -> None:
    """Compile both lists for the oldest Python that pyproject allows."""
    quiet = ["--quiet", "--no-header", "--no-annotate", "--generate-hashes", "--python-version", "3.11", "--universal"]
    for target, extra in ((DEVELOPERS, ["--extra", "dev"]), (USERS, ["--constraint", str(DEVELOPERS)])):
        command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *quiet, *extra, "-o", str(target)]
        subprocess.run(command, cwd=ROOT, check=True)


def find_faults() -> Iterator[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    users, developers = pins(USERS), pins(DEVELOPERS)
    yield from unmet(project["dependencies"], users, USERS.name)
    yield from unmet(project["optional-dependencies"]["dev"], developers, DEVELOPERS.name)
    for name, version in users.items():
        if developers.get(name) != version:
            yield f"{name}=={version} of {USERS.name} is not so in {DEVELOPERS.name}"
    for path in (USERS, DEVELOPERS):
        yield from unhashed(path)


def pins(path: Path) -> dict[str, str]:
    found = (PIN.match(line) for line in path.read_text().splitlines())
    return {canonicalize_name(pin[1]): pin[2] for pin in found if pin}


def unmet(dependencies: list[str], pinned: dict[str, str], where: str) -> Iterator[str]:
    for dependency in map(Requirement, dependencies):
        version = pinned.get(canonicalize_name(dependency.name))
        if version is None or not dependency.specifier.contains(version, prereleases=True):
            yield f"{where} does not meet {dependency}: it has {version}"


def unhashed(path: Path) -> Iterator[str]:
    for entry in re.split(r"\n(?=\S)", path.read_text().strip()):
        if PIN.match(entry) and "--hash=sha256:" not in entry:
            yield f"{path.name}: {entry.split()[0]} has no hash"
        elif not PIN.match(entry):
            yield f"{path.name}: {entry.splitlines()[0]} is no pin"


if __name__ == "__main__":
    sys.exit(main())
