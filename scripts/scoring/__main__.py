"""How right the reader is, in figures.

scripts/accuracy                   precision, recall and F1 per field and file, and what became of the words; every miss
                                   in a field of fewer than 20 things with its line and reason (reasons.toml)
scripts/accuracy --details         and every other miss
scripts/accuracy --without-leaflets   the same with every municipality's leaflet taken away
scripts/accuracy --check           sums only; 1 where a figure is under its floor, a reason is stale or a golden folder is read
                                   otherwise than expected
scripts/accuracy --raise           bring the floors up to the figures; none is ever lowered
scripts/accuracy --write-expected  pin what is read of our own golden folders as expected
scripts/accuracy corpus/goteborg-ks   only the cases whose name holds these words
scripts/accuracy --styles 100 --seed 1   the style zoo instead: its whole styles and so many drawn at random, per form
scripts/accuracy --styles 0        every form of the zoo by itself in a plain style
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

from scripts.scoring import expected, styles
from scripts.scoring.doubts import SETS, Doubts, doubts_table, false_doubts
from scripts.scoring.floors import WORDS_PER_DOUBT, fallen, raised, read_floors, write_floors
from scripts.scoring.golds import DOCUMENTS, SCORE, Case, at_hand, corpus_pdfs, pdf_of
from scripts.scoring.reading import Json, leaflet_files, read_all
from scripts.scoring.reasons import Reason, read_reasons, stale, true_faults
from scripts.scoring.shares import Shares, shares_of
from scripts.scoring.tables import FEW, FaultsOfSet, faults_table, matrix, misses, summary, table, words_table
from scripts.scoring.tallies import Tally, add_up, macro_f1, micro, pooled, score


@dataclass(frozen=True, slots=True)
class Scored:
    """A case, how its reading was scored, and what of it is a doubt where nothing is wrong."""

    case: Case
    tallies: dict[str, Tally]
    doubts: Doubts


def main() -> int:
    """What the command line asks for; 1 where `--check` finds something."""
    asked = _arguments()
    if asked.styles is not None:
        print(styles.report(styles.read_all(asked.styles, asked.seed), details=asked.details))
        return 0
    if asked.check and SCORE.is_file() and not (asked.names or asked.without_leaflets):
        # in one process, which starts a reader once
        read_all([*map(pdf_of, _golden()), *(case.pdf for case in at_hand()), *corpus_pdfs()])
    faults = _golden_folders(write=asked.write_expected)
    if SCORE.is_file() and not asked.write_expected:
        faults += _accuracy(asked)
    elif not asked.write_expected:
        print("Without the shared data set (DIARIUM_SHARED) only our own golden folders are compared.")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults and asked.check else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/accuracy", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="only the cases whose name holds one of these")
    parser.add_argument("--details", action="store_true", help="every miss with its line")
    parser.add_argument("--without-leaflets", action="store_true", help="take every leaflet away")
    parser.add_argument("--check", action="store_true", help="fail under the floors")
    parser.add_argument("--raise", action="store_true", dest="raise_floors", help="bring the floors up to the figures")
    parser.add_argument("--write-expected", action="store_true", help="rewrite tests/documents/*/*/expected.json")
    parser.add_argument(
        "--styles", type=int, metavar="N", help="read N styles of the zoo drawn at random, and the whole ones"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="which styles are drawn")
    return parser.parse_args()


def _golden() -> list[Path]:
    """Our own golden folders."""
    return sorted(gold.parent for gold in DOCUMENTS.glob("*/*/gold.json"))


def _golden_folders(*, write: bool) -> list[str]:
    """Compare our own golden folders with their expected.json, or rewrite it; what differs, as diffs."""
    folders = _golden()
    bundles = read_all([pdf_of(folder) for folder in folders])
    if not write:
        pairs = zip(folders, bundles, strict=True)
        return [diff for folder, bundle in pairs if (diff := expected.differs(folder, bundle))]
    for folder, bundle in zip(folders, bundles, strict=True):
        expected.write(folder, bundle)
        print(f"wrote {folder.relative_to(DOCUMENTS.parents[1])}/expected.json")
    return []


def _accuracy(asked: argparse.Namespace) -> list[str]:
    chosen = [case for case in at_hand() if not asked.names or any(name in case.name for name in asked.names)]
    leaflets = not asked.without_leaflets
    scored = _scored(chosen, leaflets=leaflets)
    if not asked.check:
        _print_scores(scored, details=asked.details)
    faults = list(stale(read_reasons(), {one.case.name: one.tallies for one in scored})) if leaflets else []
    if asked.names:
        return faults
    figures = {name: _figures(part) for name, part in _sets(scored).items()}
    reasons = read_reasons()
    print("\n" + summary(figures))
    print("\n" + faults_table({name: _faults_of(part, reasons) for name, part in _sets(scored).items()}))
    shares, unjudged = _of_corpus(chosen, leaflets=leaflets)
    print("\n" + words_table(shares))
    if asked.without_leaflets:
        return []
    doubts = {name: _doubts_of(scored, name) for name in SETS}
    doubts["corpus"] += unjudged
    print("\n" + doubts_table(doubts))
    figures["corpus"]["words understood"] = sum(shares.values(), Shares()).understood
    figures["what is read right"] = {WORDS_PER_DOUBT: sum(doubts.values(), Doubts()).words_per_doubt}
    if leaflet_files():
        figures |= _bare_figures(chosen)
    if asked.raise_floors:
        write_floors(raised(read_floors(), figures))
    return faults + fallen(read_floors(), figures)


def _scored(chosen: list[Case], *, leaflets: bool) -> list[Scored]:
    bundles = read_all([case.pdf for case in chosen], leaflets=leaflets)
    return [_one_scored(case, bundle) for case, bundle in zip(chosen, bundles, strict=True)]


def _one_scored(case: Case, bundle: Json) -> Scored:
    scores = score(case.gold, _prediction(bundle))
    return Scored(case, scores.tallies, false_doubts(bundle, scores.wrong))


def _prediction(bundle: Json) -> Json:
    return {} if "refused" in bundle else bundle


def _sets(scored: list[Scored]) -> dict[str, list[Scored]]:
    """The cases by set."""
    sets: dict[str, list[Scored]] = {}
    for one in scored:
        sets.setdefault(one.case.set, []).append(one)
    return sets


def _print_scores(scored: list[Scored], *, details: bool) -> None:
    reasons = read_reasons()
    for name, part in _sets(scored).items():
        for one in part:
            print("\n" + table(one.case.name, one.tallies))
            whole = add_up(other.tallies for other in part)
            few = {field: tally for field, tally in one.tallies.items() if details or whole[field].things < FEW}
            for miss in misses(one.case.name, few, one.case.pdf, reasons):
                print(miss)
        print("\n" + table(f"{name}, {len(part)} files", add_up(one.tallies for one in part)))
    print("\n" + matrix({one.case.name: one.tallies for one in scored}))


def _figures(part: list[Scored]) -> dict[str, float]:
    """What floors are kept of: of a set as a whole and of each of its fields."""
    whole = add_up(one.tallies for one in part)
    all_fields = micro(whole)
    of_all = {
        "macro F1": macro_f1(whole),
        "micro F1": all_fields.f1,
        "precision": all_fields.precision,
        "pooled precision": pooled(whole).precision,
        "faults told": all_fields.told,
        "right or told": all_fields.right_or_told,
    }
    return of_all | {f"F1 {name}": tally.f1 for name, tally in whole.items()}


def _bare_figures(chosen: list[Case]) -> dict[str, dict[str, float]]:
    """The macro F1 with every leaflet taken away, of each set that a leaflet may be about and whose text needs no OCR."""
    bare = _sets(_scored([case for case in chosen if case.set not in ("scan", "towns")], leaflets=False))
    macros = {name: macro_f1(add_up(one.tallies for one in part)) for name, part in bare.items()}
    print("\nmacro F1 without leaflets: " + ", ".join(f"{name} {macro:.3f}" for name, macro in macros.items()))
    return {f"{name}, without leaflets": {"macro F1": macro} for name, macro in macros.items()}


def _faults_of(part: list[Scored], reasons: list[Reason]) -> FaultsOfSet:
    """The faults of a set, and which of them are the reader's."""
    everything = [fault for one in part for tally in one.tallies.values() for fault in tally.faults]
    return FaultsOfSet(everything, [f for one in part for f in true_faults(reasons, one.case.name, one.tallies)])


def _doubts_of(scored: list[Scored], name: str) -> Doubts:
    return sum((one.doubts for one in scored if one.case.set == name), Doubts())


def _of_corpus(chosen: list[Case], *, leaflets: bool) -> tuple[dict[str, Shares], Doubts]:
    """What became of the words of each file of the corpus, and the doubts of those without a gold. Of a refused file
    nothing is counted."""
    pdfs = corpus_pdfs()
    bundles = read_all(pdfs, leaflets=leaflets)
    read = [(pdf, bundle) for pdf, bundle in zip(pdfs, bundles, strict=True) if "refused" not in bundle]
    judged = {case.pdf for case in chosen}
    unjudged = (false_doubts(bundle) for pdf, bundle in read if pdf not in judged)
    return {pdf.stem: shares_of(pdf, bundle) for pdf, bundle in read}, sum(unjudged, Doubts())


if __name__ == "__main__":
    sys.exit(main())
