"""What tells that a sentence reports the meeting of another body, and what that this meeting is spoken of again."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

_BODY = r"(?:[A-ZÅÄÖa-zåäö]\w{2,40}s )?(?:\w{0,30}(?:nämnden|styrelsen|utskottet|utskott|fullmäktige|beredningen|direktionen|presidiet)|KS|KF|AU|KSAU)"

AT_MEETING_OF = Pattern(
    rf"^(?:Vid|På|Under) (?P<organ>{_BODY})(?::?s) (?:sammanträde|möte|behandling|beredning|handläggning)(?!\w)|^I (?P<organ2>{_BODY})(?= (?:den [^.:;,]{{2,30}} )?(?:yrkade|yrkar|föreslog|reserverade sig)(?!\w))"
    rf"|^[^.:;]{{2,120}}? (?:reserverade sig|yrkade) i (?P<organ3>(?:[a-zåäö]{{3,20}} )?{_BODY})(?!\w)",
    catches=(
        "Vid arbetsutskottets sammanträde den 3 maj yrkar Anna Ek (S) avslag.",
        "På kommunstyrelsens arbetsutskotts möte yrkade",
        "Under AU:s beredning yrkar",
        "I arbetsutskottet yrkade Anna Ek (S) avslag.",
        "Sverigedemokraterna reserverade sig i nämnden.",
        "Bo Ås (M) reserverade sig i tekniska nämnden.",
    ),
    leaves=("Vid dagens sammanträde", "Vid sammanträdet yrkar", "I nämnden finns", "Vid prövningen av frågan"),
)

# Whose chair puts something, or which body is found to decide.
PUT_IN = Pattern(
    rf"^(?P<organ>{_BODY})s [Oo]rdförande(?:n)?(?!\w)|(?<!\w)(?:finner|fann)(?: \w{{2,20}}){{0,4}} att (?P<organ2>{_BODY})(?!\w)(?! (?:föreslås|rekommenderas|uppmanas|ska|skall|bör|får)(?!\w))",
    catches=(
        "Arbetsutskottets ordförande ställer proposition på avslag.",
        "Ordföranden fann att nämnden avslog motionen.",
        "och finner därvid att kommunstyrelsen bifaller den",
    ),
    leaves=(
        "Ordföranden finner att motionen avslås.",
        "finner att kommunfullmäktige föreslås avslå motionen",
        "Ordföranden Anna Ek (S)",
    ),
)

TREATED_BY = Pattern(
    rf"^(?P<organ>{_BODY})s behandling(?!\w)",
    catches=("Nämndens behandling", "Kommunfullmäktiges behandling av ärendet"),
    leaves=("Ärendets behandling", "Behandling vid sammanträdet"),
    ignore_case=True,
)

AT_THIS_MEETING = Pattern(
    r"^(?:Vid|På|Under) (?:dagens (?:sammanträde|möte|behandling|överläggning\w{0,3})|(?:detta )?(?:sammanträdet|mötet)(?: i ?dag)?)(?!\w)|^(?:I ?dag|Därefter) yrkar(?!\w)",
    catches=("Vid dagens sammanträde yrkar", "Under mötet yrkar", "Idag yrkar Anna Ek (S)"),
    leaves=("Vid arbetsutskottets sammanträde", "Vid ett möte"),
)

MOVES_AT_THIS_MEETING = Pattern(
    r"^(?:Vid|Under) dagens (?:sammanträde|möte)(?: [^.:;]{2,200})? (?:yrkar|föreslår)(?!\w)",
    catches=("Vid dagens sammanträde yrkar Anna Ek (S) avslag.",),
    leaves=("Vid dagens sammanträde informerar chefen.", "Vid nämndens sammanträde yrkar"),
)

# What somebody wants or does at this meeting, in the sentence that tells of another body's.
ALSO_HERE = Pattern(
    r"(?<=.)(?<!\w)(?:men|och|nu) (?:[a-zåäö]{2,12} ){0,2}(?:yrkar|reserverar sig|nu)(?!\w)",
    catches=("Bo Ås (M) yrkade i nämnden avslag men yrkar nu bifall", "reserverade sig i nämnden och reserverar sig"),
    leaves=("Bo Ås (M) reserverade sig i nämnden.", "I nämnden yrkar Anna Ek (S) avslag."),
)

# What somebody does now, behind what was done before: those minutes tell of their own meeting in the present.
ACTS_NOW = Pattern(
    r"(?<!\w)(?:yrkar|föreslår|instämmer|reserverar sig|deltar|avstår|anmäler|begär|ställer|finner|konstaterar)(?!\w)",
    catches=("Anna Ek (S) yrkar avslag.", "Bo Ås (M) reserverar sig.", "Ordföranden finner att"),
    leaves=("Anna Ek (S) yrkade avslag.", "Bo Ås (M) reserverade sig mot nämndens beslut."),
)

# What somebody wanted or did then.
ACTED_THEN = Pattern(
    r"(?<!\w)(?:yrkade|föreslog|instämde|reserverade sig|deltog (?:inte|ej)|avstod|lämnade (?:ett )?(?:särskilt|en anteckning)|röstade|anmälde jäv)(?!\w)",
    catches=("Anna Ek (S) yrkade avslag.", "Bo Ås (M) deltog inte i beslutet.", "Bo Ås (M) reserverade sig."),
    leaves=("Yrkandet avslogs.", "Anna Ek (S) yrkar avslag.", "Anna Ek (S) deltog i mötet."),
)

# What somebody says now of what was wanted before: it is not wanted at the meeting.
TOLD_OF_ELSEWHERE = Pattern(
    r"(?<!\w)(?:framhåller|påpekar|säger|menar|anser|berättar|påminner om|konstaterar|noterar|upplyser om|redogör för|beklagar|undrar)(?: också| även)?,? (?:om |hur |varför |att )[^.:;]{0,160}(?<!\w)(?:yrka(?:de|t)|reservera(?:de|t) sig|rösta(?:de|t)|delt(?:og|agit) (?:inte|ej)|avst(?:od|ått))(?!\w)",
    catches=(
        "Bo Ås (M) framhåller att hans parti yrkade på en annan budget och reserverade sig då.",
        "Bo Ås (M) säger att Centerpartiet yrkade avslag i nämnden.",
    ),
    leaves=(
        "Bo Ås (M) framhåller att motionen är bra och yrkar bifall.",
        "Bo Ås (M) framhöll att motionen är bra och yrkade bifall.",
    ),
)
