"""Holds the pinned packages against the published list of vulnerabilities: `python scripts/advisories.py`, with pip-audit.

Gives 1 where a pinned version has a known vulnerability. Where pip-audit is not on the machine (`pipx install pip-audit`), or
its list cannot be reached, one line says that nothing was looked at, and nothing fails.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PINS = ROOT / "requirements-dev.txt"  # which holds the whole of the users' list
WAITS = 120.0  # seconds for all answers together
_ONE_WAITS = "5"


def main() -> int:
    programme = shutil.which("pip-audit")
    if programme is None:
        print("not looked at: pip-audit is missing (pipx install pip-audit)")
        return 0
    command = [programme, "--requirement", str(PINS), "--disable-pip", "--require-hashes", "--format", "json",
               "--progress-spinner", "off", "--timeout", _ONE_WAITS]  # fmt: skip
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=WAITS, check=False)
    except subprocess.TimeoutExpired:
        print("not looked at: the list of vulnerabilities does not answer")
        return 0
    if not done.stdout.strip():
        print(f"not looked at: {(done.stderr.strip().splitlines() or ['pip-audit said nothing'])[-1]}")
        return 0
    lines, vulnerable = read_report(json.loads(done.stdout))
    print("\n".join(lines))
    return 1 if vulnerable else 0


def read_report(report: dict[str, Any]) -> tuple[list[str], bool]:
    """What to say of pip-audit's report, and whether a pin is vulnerable. What it skipped it calls no vulnerability."""
    packages = report["dependencies"]
    looked_up = [package for package in packages if "skip_reason" not in package]
    lines = [
        f"{package['name']} {package['version']}: {found['id']}, mended in {', '.join(found['fix_versions']) or 'no version yet'}"
        for package in looked_up
        for found in package["vulns"]
    ]
    if not looked_up:
        return ["not looked at: the list of vulnerabilities cannot be reached, or has none of the packages"], False
    if lines:
        return lines, True
    return [f"{len(looked_up)} of {len(packages)} pins looked up, none with a known vulnerability"], False


if __name__ == "__main__":
    sys.exit(main())
