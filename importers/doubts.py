"""What the reader can be unsure of: a code for each kind, its severity, and how a doubt is made.

A doubt is about the reading, never about the matter. Its sentence is made elsewhere, from code and parameters.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from importers.bundle import Doubt, Role, Severity, Source


class DoubtCode(StrEnum):
    """What is doubted. The comment names the parameters that come with the code."""

    PAGES_WITHOUT_TEXT = "pages_without_text"  # pages "3, 5-7"
    PAGES_DAMAGED = "pages_damaged"  # pages: they cannot be opened
    GARBLED_PAGES = "garbled_pages"  # pages
    PAGES_READ_BY_OCR = "pages_read_by_ocr"  # pages: pictures, whose text may have been misread
    GARBLED_PAGES_READ_BY_OCR = "garbled_pages_read_by_ocr"  # pages: the letters in the file made no words
    NUMBER_READ_BY_OCR = "number_read_by_ocr"  # page, seen "8 372": a heading whose "§" OCR did not see as one
    PAGES_MISSING = (
        "pages_missing"  # printed "4 (9)", found: page numbers printed on the pages against the pages there are
    )
    PAGE_TOO_LONG = "page_too_long"  # page, limit: characters beyond the limit were left out
    TEXT_OUTSIDE_PAGE = "text_outside_page"  # page, words: words outside the crop box, which are not read
    TEXT_HIDDEN = "text_hidden"  # page, words: words that nobody sees, which are not read
    FIELDS_NOT_READ = "fields_not_read"  # page, count: form fields that are filled in
    STAMPS_NOT_READ = "stamps_not_read"  # page, count: stamps and typed remarks laid on the page
    NOTES_NOT_READ = "notes_not_read"  # page, count: remarks that open at a click
    IDENTITY_NUMBER = "identity_number"  # page: a personnummer or samordningsnummer in its text
    IDENTITY_NUMBER_BESIDE = "identity_number_beside"  # page, place "field": one in what is laid on a page
    IDENTITY_NUMBER_WITHIN = "identity_number_within"  # place "attached": one in what no page shows
    EARLIER_REVISION = "earlier_revision"  # count: earlier states of the file, in it, that say what its pages do not
    FILES_ATTACHED = "files_attached"  # count, names: files within the file
    ATTACHED_NOT_SEARCHED = (
        "attached_not_searched"  # more than may be searched for identity numbers, or not to be opened
    )
    DOCUMENT_KIND_UNKNOWN = "document_kind_unknown"  # pages
    DOCUMENT_BODY_UNKNOWN = "document_body_unknown"  # kind, pages
    DOCUMENT_DATE_UNKNOWN = "document_date_unknown"  # kind, pages
    DOCUMENT_DATE_IMPOSSIBLE = "document_date_impossible"  # printed "2025-02-30": a day that no calendar has
    DOCUMENT_DATE_AHEAD = "document_date_ahead"  # date: so far ahead that it cannot be meant
    DOCUMENT_DAYS = "document_days"  # printed "2025-11-24–25", date: a meeting of several days, the first is taken
    DOCUMENT_NOT_MINUTES = (
        "document_not_minutes"  # printed "KALLELSE", pages: no paper of a decision, nothing is decided in it
    )
    DOCUMENT_MAY_START = "document_may_start"  # page, text: a line in mid-page that may head a document of its own
    MUNICIPALITY_UNCLEAR = "municipality_unclear"  # names "Älnsjö kommun, Älvbro kommun", pages
    MUNICIPALITY_INFERRED = (
        "municipality_inferred"  # name: named in running text alone, recognised by marks of its papers
    )
    CASE_NUMBER_ODD = "case_number_odd"  # printed: letters or signs that only look like a case number
    TITLE_MENDED = "title_mended"  # printed, title
    TEMPLATE_LEFTOVER = "template_leftover"  # text
    HEADING_DOUBLED = "heading_doubled"  # heading
    ITEMS_MISSING = (
        "items_missing"  # numbers "101, 117-119", printed "96–149": §§ of the cover's range that are not there
    )
    ITEMS_MAY_BE_WITHIN = "items_may_be_within"  # number "36", numbers "37": the § before a gap, which may hold them
    ITEMS_BY_SERIES = "items_by_series"  # numbers "41-44": their series tells their heads, not their form
    ITEM_OUTSIDE_RANGE = "item_outside_range"  # number, printed "96–149"
    ITEM_NOT_READ = "item_not_read"  # text: a line that may head a § that became none
    OUTSIDE_ITEMS = "outside_items"  # word: it signals a fact, and stands in no § where §§ are missing
    DECISION_NOT_READ = "decision_not_read"  # number: a § with no decision
    SENTENCE_NOT_READ = "sentence_not_read"  # role: a sentence under a heading that should have given a fact
    WHO_UNCLEAR = "who_unclear"  # role: somebody wants something there, and who or what is unclear
    VOTE_NOT_READ = "vote_not_read"  # number
    VOTE_COUNT_DIFFERS = "vote_count_differs"  # number, choice, stated, found: names against the printed count
    VOTE_WITHOUT_COUNT = "vote_without_count"  # number: no count printed for one side or both
    VOTE_WITHOUT_MEANING = "vote_without_meaning"  # number: what ja and nej stood for is not read
    VOTES_OUTNUMBER = "votes_outnumber"  # number, votes, present: more votes than people listed on the cover
    VOTE_LIST_MISSING = (
        "vote_list_missing"  # number, appendix: the list of votes that the § refers to is not in the file
    )
    VOTE_LIST_UNPLACED = "vote_list_unplaced"  # heading: a list of votes that belongs to no vote that was read
    WINNER_NOT_PUT = "winner_not_put"  # winner: found to have won without being among the alternatives
    VERIFICATION_YEAR = "verification_year"  # printed "den 3 februari", date: the year is that of the meeting
    CHAIR_UNCLEAR = "chair_unclear"  # names "Anna Ek, Bo Ås": several sign as chair, the first is taken
    VERIFIERS_UNCLEAR = "verifiers_unclear"  # names "Anna Ek, Bo Ås": they signed, and it is not said as what
    VERIFICATION_NOT_READ = "verification_not_read"  # text "Justerades 14/3 2025": a day of verifying, in no known form
    NOTICE_NOT_READ = "notice_not_read"  # text: the same of the day on which the notice was posted
    MEETING_NOT_READ = "meeting_not_read"  # text "Mötet pågick 9.00-11.00": it tells when they met, in no known form
    ATTENDANCE_ALL_BUT = "attendance_all_but"  # text "Samtliga ledamöter utom Anna Ek": only who was away is named
    ATTENDANCE_ELSEWHERE = "attendance_elsewhere"  # text "Se bilaga": who was there is listed elsewhere
    ATTENDANCE_LINE_NOT_READ = (
        "attendance_line_not_read"  # text: a line under "Beslutande" or the like that names nobody
    )
    PARTY_NOT_READ = "party_not_read"  # names, count: members or substitutes for whom no party was read
    NAME_ORDER = "name_order"  # printed "Holm Gunilla", name: surnames stand first, it seems; the same name: not turned
    SUBSTITUTE_BESIDE = "substitute_beside"  # text: a substitute in the row of a member whom they may serve for
    AUTHOR_INFERRED = "author_inferred"  # party, words
    AUTHOR_UNKNOWN = "author_unknown"

    # Where a value looks unlike its kind, or lacks a part.
    ITEMS_NOT_READ = "items_not_read"
    FEW_ITEMS = "few_items"  # found, pages: so few §§ on so many pages that others may be within them
    ATTENDANCE_NOT_READ = "attendance_not_read"
    PEOPLE_ON_COVER_NOT_READ = "people_on_cover_not_read"  # names, count
    VERIFIERS_NOT_READ = "verifiers_not_read"
    SIGNERS_NOT_READ = "signers_not_read"
    PROPOSALS_NOT_READ = "proposals_not_read"
    TITLE_ODD = "title_odd"  # number, title
    MOVER_UNKNOWN = "mover_unknown"  # number
    RESERVER_UNKNOWN = "reserver_unknown"  # number
    WINNER_UNKNOWN = "winner_unknown"  # number
    OUTCOME_UNCLEAR = "outcome_unclear"  # number
    CLAUSE_ODD = "clause_odd"  # number, text
    RECEIVERS_RUN_TOGETHER = "receivers_run_together"  # number, text
    # Where a word signals a fact that was not read.
    YRKANDE_MAY_BE_MISSED = "yrkande_may_be_missed"  # number, word
    RESERVATION_MAY_BE_MISSED = "reservation_may_be_missed"  # number, word
    VOTE_MAY_BE_MISSED = "vote_may_be_missed"  # number, word
    ABSTENTION_MAY_BE_MISSED = "abstention_may_be_missed"  # number, word
    STATEMENT_MAY_BE_MISSED = "statement_may_be_missed"  # number, word
    PROPOSITION_MAY_BE_MISSED = "proposition_may_be_missed"  # number, word
    DECISION_MAY_BE_MISSED = "decision_may_be_missed"  # number, word
    EARLIER_MAY_BE_MISSED = "earlier_may_be_missed"  # number, word
    PERSON_MAY_BE_MISSED = "person_may_be_missed"  # number, word


ERRORS = frozenset(
    {
        DoubtCode.PAGES_WITHOUT_TEXT,
        DoubtCode.PAGES_DAMAGED,
        DoubtCode.GARBLED_PAGES,
        DoubtCode.GARBLED_PAGES_READ_BY_OCR,
        DoubtCode.PAGES_MISSING,
        DoubtCode.PAGE_TOO_LONG,
        DoubtCode.TEXT_HIDDEN,
        DoubtCode.TEXT_OUTSIDE_PAGE,
        DoubtCode.IDENTITY_NUMBER,
        DoubtCode.IDENTITY_NUMBER_BESIDE,
        DoubtCode.IDENTITY_NUMBER_WITHIN,
        DoubtCode.EARLIER_REVISION,
        DoubtCode.FIELDS_NOT_READ,
        DoubtCode.STAMPS_NOT_READ,
        DoubtCode.FILES_ATTACHED,
        DoubtCode.ATTACHED_NOT_SEARCHED,
        DoubtCode.WHO_UNCLEAR,
        DoubtCode.SUBSTITUTE_BESIDE,
        DoubtCode.DOCUMENT_DATE_IMPOSSIBLE,
        DoubtCode.DOCUMENT_DATE_AHEAD,
        DoubtCode.ITEM_NOT_READ,
        DoubtCode.ITEMS_MAY_BE_WITHIN,
        DoubtCode.OUTSIDE_ITEMS,
        DoubtCode.VOTE_NOT_READ,
        DoubtCode.VOTE_COUNT_DIFFERS,
        DoubtCode.ITEMS_NOT_READ,
        DoubtCode.FEW_ITEMS,
        DoubtCode.SIGNERS_NOT_READ,
        DoubtCode.PROPOSALS_NOT_READ,
        DoubtCode.VOTE_WITHOUT_COUNT,
        DoubtCode.VOTE_WITHOUT_MEANING,
        DoubtCode.VOTE_LIST_MISSING,
        DoubtCode.VOTE_LIST_UNPLACED,
        DoubtCode.MOVER_UNKNOWN,
        DoubtCode.RESERVER_UNKNOWN,
        DoubtCode.CLAUSE_ODD,
        DoubtCode.YRKANDE_MAY_BE_MISSED,
        DoubtCode.RESERVATION_MAY_BE_MISSED,
        DoubtCode.VOTE_MAY_BE_MISSED,
        DoubtCode.ABSTENTION_MAY_BE_MISSED,
        DoubtCode.DECISION_MAY_BE_MISSED,
    }
)
# What whoever fetches the file gets and nobody sees on its pages.
UNSEEN = frozenset(
    {
        DoubtCode.TEXT_HIDDEN,
        DoubtCode.TEXT_OUTSIDE_PAGE,
        DoubtCode.NOTES_NOT_READ,
        DoubtCode.IDENTITY_NUMBER_BESIDE,
        DoubtCode.IDENTITY_NUMBER_WITHIN,
        DoubtCode.EARLIER_REVISION,
        DoubtCode.FILES_ATTACHED,
        DoubtCode.ATTACHED_NOT_SEARCHED,
    }
)
# Of a sentence that gave no fact: where it may state who wanted or voted what, or what was decided.
ERROR_ROLES = frozenset({Role.YRKANDEN.value, Role.VOTE.value, Role.RESERVATION.value, Role.DECISION.value})


def doubt(
    code: DoubtCode, *, about: str | None = None, sources: Sequence[Source] = (), **params: str | int | None
) -> Doubt:
    """A doubt with the severity of its code, and of the role in which a sentence stands."""
    grave = code in ERRORS or (code is DoubtCode.SENTENCE_NOT_READ and params.get("role") in ERROR_ROLES)
    severity = Severity.ERROR if grave else Severity.NOTE
    return Doubt(code=code.value, severity=severity, params=dict(params), about=about, sources=tuple(sources))
