"""`diarium findings [DNR]`: what a careful reader notices, in one matter or in all."""

from __future__ import annotations

import orjson

from app.commands.findings_lines import print_findings
from app.commands.held_lines import say_held
from app.commands.installation import installation
from app.commands.parameters.findings import Format
from app.commands.terminal import json_text, say, write
from app.db import reading
from app.language.findings import with_sentence
from app.language.i18n import gettext
from app.queries.cases import find_one, of_matters
from app.queries.findings import all_findings, findings_of_matter
from app.queries.history import documents_in
from app.queries.overtaken_corrections import acts_overtaken
from app.register.severity import Severity
from app.today import today

_ = gettext


def show_findings(number: str | None, severity: Severity | None, form: Format) -> None:
    """Print the findings. Raises `CaseNotFound`, and `AmbiguousCase` where several matters bear the number."""
    with installation() as stores, reading(stores.desk) as session:
        if number is None:
            overtaken = [row for row in acts_overtaken(session) if severity in {None, row["severity"]}]
            findings = [*((None, row) for row in overtaken), *all_findings(session, today(), severity)]
            say_held(session)
        else:
            case = find_one(session, number)
            rows = findings_of_matter(session, case["matter_id"], today())
            say_held(session, documents_in(session, case["matter_id"]))
            findings = [(case["matter_id"], row) for row in rows if severity in {None, row["severity"]}]
        cases = of_matters(session, sorted({matter for matter, _row in findings if matter}))
    numbers = {case["matter_id"]: case["number"] for case in cases}
    if form is Format.JSON:
        rows_as_json = [{"number": numbers.get(matter or ""), **with_sentence(row)} for matter, row in findings]
        write(json_text(orjson.loads(orjson.dumps(rows_as_json))))
    elif not findings:
        say(_("Inget att uppmärksamma."))
    else:
        print_findings(findings, numbers, one=number is not None)
