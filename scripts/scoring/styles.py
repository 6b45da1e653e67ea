"""How right the reader is on the style zoo: invented minutes printed in styles drawn at random, scored per form.

`tests/styles` prints them; what was printed is the gold, so nothing here is anybody's minutes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any

from importers.bundle import bundle_to_json
from importers.pdf.pdfium import open_pdf
from importers.pdf.select import read_pages
from importers.read import read_bundle_of
from scripts.scoring.tallies import Fault, Json, Tally, add_up, macro_f1, micro, score_json
from tests.styles import bundle, minutes
from tests.styles.features import FEATURES
from tests.styles.style import Style, drawn_at_random, one_by_one
from tests.styles.whole import WHOLE

# Where an extra is somebody put where they do not belong.
ABOUT_PEOPLE = ("attendance", "ballots", "movers", "reservations", "statements", "jav", "yrkanden")
# What a document says of its meeting, which score.py leaves aside.
OF_THE_MEETING = ("meeting", "verification", "notice")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A style, its tallies by field, and how many extras there are about people."""

    style: Style
    tallies: Mapping[str, Tally]
    invented: int


def read(style: Style) -> Outcome:
    """Print the minutes and the bundle of a style, read both, and score the readings."""
    minutes_file, bundle_file = minutes.printed(style), bundle.printed(style)
    of_minutes, of_bundle = _reading(minutes_file.pdf), _reading(bundle_file.pdf)
    tallies = add_up(
        (
            score_json(minutes_file.gold, of_minutes).tallies,
            _of_the_meeting(minutes_file.gold, of_minutes),
            score_json(bundle_file.gold, of_bundle).tallies,
        )
    )
    return Outcome(style, tallies, sum(tallies[name].fp for name in ABOUT_PEOPLE if name in tallies))


def _reading(pdf: bytes) -> Json:
    read_as: Json = bundle_to_json(read_bundle_of(tuple(read_pages(open_pdf(pdf), pdf))))
    return read_as


def _of_the_meeting(gold: Json, reading: Json) -> dict[str, Tally]:
    """Place, time, §§, verification and notice, each value as one thing."""
    wanted = gold["documents"][0]
    got: Json = next((one for one in reading["documents"] if one.get("meeting")), {})
    tallies = {}
    for name in OF_THE_MEETING:
        values, others = (one.get(name) or {} for one in (wanted, got))
        keys = {key for each in (values, others) for key, value in each.items() if value is not None}
        right = [key for key in keys if _even(values.get(key)) == _even(others.get(key))]
        wrong = sorted(keys.difference(right))
        fp = sum(others.get(key) is not None for key in wrong)
        fn = sum(values.get(key) is not None for key in wrong)
        told = any(str(doubt["about"] or "").count("/") == 2 for doubt in reading["doubts"])
        faults = tuple(
            Fault(
                f"wrong {key}: gold {values.get(key)!r}, predicted {others.get(key)!r}",
                (values.get(key) is not None) + (others.get(key) is not None),
                told,
            )
            for key in wrong
        )
        tallies[name] = Tally(len(right), fp, fn, faults)
    return tallies


def _even(value: Any) -> str:
    """A value with the marks and dashes of ranges of §§ evened out: "§ 31 – § 42" and "31-42" name the same."""
    return str(value).replace("§", "").replace("–", "-").replace(" ", "")


def read_all(number: int, seed: int) -> list[Outcome]:
    """The whole styles and so many drawn at random; where the number is 0, every form by itself in a plain style."""
    wanted = [*WHOLE, *drawn_at_random(FEATURES, seed, number)] if number else one_by_one(FEATURES)
    with ProcessPoolExecutor(2) as pool:
        return list(pool.map(read, wanted, chunksize=4))


def report(outcomes: Sequence[Outcome], *, details: bool = False) -> str:
    """The sums, the fields, and the forms of each feature, worst first."""
    whole = add_up(one.tallies for one in outcomes)
    lines = [f"{len(outcomes)} styles", f"{'field':<24}" + _HEAD]
    lines += [f"  {name:<22}{_figures(tally)}" for name, tally in whole.items()]
    every = micro(whole)
    faults = every.fp + every.fn
    lines.append(f"  {'all (micro)':<22}{_figures(every)}")
    lines.append(
        f"micro F1 {every.f1:.4f}, macro F1 {macro_f1(whole):.4f}, precision {every.precision:.4f}, "
        f"silent {every.silent / faults if faults else 0:.1%} of {faults} faults, "
        f"about people too many {sum(one.invented for one in outcomes)}"
    )
    lines += ["", f"{'feature: form, worst first':<74}{'styles':>7}" + _HEAD + f"{'people+':>9}", *_forms(outcomes)]
    if details:
        lines += ["", *_notes(outcomes)]
    return "\n".join(lines)


_HEAD = f"{'right':>7}{'wrong':>7}{'missed':>7}{'silent':>7}{'prec':>8}{'F1':>8}"


def _figures(tally: Tally) -> str:
    return f"{tally.tp:>7}{tally.fp:>7}{tally.fn:>7}{tally.silent:>7}{tally.precision:>8.3f}{tally.f1:>8.3f}"


def _forms(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A line for each form: of the fields that hang on its feature, over the styles that take it."""
    rows: list[tuple[float, str]] = []
    for feature in FEATURES:
        for form in feature.forms:
            takes = [one for one in outcomes if feature.form(one.style) == form]
            tallies = [
                {name: tally for name, tally in one.tallies.items() if not feature.fields or name in feature.fields}
                for one in takes
            ]
            whole = micro(add_up(tallies))
            extra = sum(tally.fp for each in tallies for name, tally in each.items() if name in ABOUT_PEOPLE)
            label = f"  {feature.name}: {form}"
            rows.append((whole.f1, f"{label:<74}{len(takes):>7}{_figures(whole)}{extra:>9}"))
    return (row for _, row in sorted(rows))


def _notes(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for one in outcomes:
        for name, tally in one.tallies.items():
            forms = [f"{f.name}={f.form(one.style)}" for f in FEATURES if name in f.fields]
            yield from (f"{one.style.name} {name}: {note}  [{'; '.join(forms)}]" for note in tally.notes)
