"""The story of the example, in the words its documents use.

Alnsjö kommun does not exist, and neither do its people, its streets or its case. Telephone numbers, the postcode
and the domain are from ranges set aside for invention. The papers lie in the order in which a registry staples
them: the latest decision first.
"""

from __future__ import annotations

import datetime as dt

from .shapes import Bulleted, Extract, Heading, Listed, Motion, Numbered, Paper, Paragraph, Report, Signed

MUNICIPALITY = "Alnsjö kommun"
CASE = "KS-2025-00042"
COMMITTEE_CASE = "BUN-2025-00118"

MOTION_TITLE = "Motion om skuggande träd på kommunens skolgårdar"
ANSWER_TITLE = (
    "Svar på motion om skuggande träd på kommunens skolgårdar från Elsa Brandfors (C) och Nils-Erik Hallkvist (C)"
)

PROPOSAL = (
    "att anse motionen besvarad.",
    "att uppdra åt barn- och utbildningsnämnden att senast i mars 2026 redovisa vilka skolgårdar som saknar skugga.",
)
RAISED = Paragraph(
    "I en motion väckt vid kommunfullmäktiges sammanträde den 24 februari 2025 föreslår Elsa Brandfors (C) och Nils-Erik "
    "Hallkvist (C) att kommunen planterar fler träd på skolgårdarna, så att barn som leker utomhus kan söka skugga."
)
ANSWER_IN_BRIEF = Paragraph(
    "Nya träd planteras redan när en skolgård byggs om, och inom det arbetet kan motionens syfte nås. Var skuggan "
    "saknas är däremot inte känt. Förslaget är därför att nämnden först redovisar behovet, skola för skola, och att "
    "ordningen mellan skolgårdarna därefter styrs av det."
)
REPORT = "Kommunstyrelseförvaltningens tjänsteskrivelse den 6 oktober 2025"
ATTACHMENTS = (
    f"Bilaga 1, {MOTION_TITLE} från Elsa Brandfors (C) och Nils-Erik Hallkvist (C)",
    "Bilaga 2, Protokollsutdrag från barn- och utbildningsnämndens sammanträde den 17 september 2025, § 74",
)

EXECUTIVE_BOARD = Extract(
    body="Kommunstyrelsen",
    date=dt.date(2025, 11, 5),
    number="201",
    title=ANSWER_TITLE,
    case_number=CASE,
    blocks=(
        Heading("Beslut"),
        Paragraph("Kommunstyrelsen föreslår att kommunfullmäktige beslutar"),
        Numbered(PROPOSAL),
        Heading("Sammanfattning"),
        RAISED,
        ANSWER_IN_BRIEF,
        Heading("Beslutsunderlag"),
        Bulleted(("Arbetsutskottets förslag den 21 oktober 2025, § 143", REPORT, *ATTACHMENTS)),
        Heading("Yrkanden"),
        Paragraph("Elsa Brandfors (C), Karim Lindeborg (MP) m.fl. yrkar bifall till motionen."),
        Paragraph("Gunnar Ahlvik (S) yrkar bifall till arbetsutskottets förslag att anse motionen besvarad."),
        Paragraph("Ann-Sofie Tegnér (SD) yrkar avslag på motionen."),
        Heading("Beslutsgång"),
        Paragraph(
            "Ordföranden konstaterar att det finns tre förslag till beslut. Ordföranden ställer arbetsutskottets förslag "
            "att anse motionen besvarad mot Elsa Brandfors (C) m.fl. yrkande om bifall till motionen och mot Ann-Sofie "
            "Tegnérs (SD) yrkande om avslag på motionen och finner att kommunstyrelsen beslutar enligt arbetsutskottets "
            "förslag att anse motionen besvarad."
        ),
        Heading("Reservationer"),
        Paragraph(
            "Närvarande ledamöter (MP) och (V) reserverar sig mot beslutet till förmån för Elsa Brandfors (C) m.fl. "
            "yrkande om bifall till motionen."
        ),
        Paragraph("Ann-Sofie Tegnér (SD) reserverar sig mot beslutet till förmån för det egna yrkandet."),
        Heading("Särskilda yttranden"),
        Paragraph(
            "Vi i Centerpartiet är glada över att någon till sist ska räkna efter var skuggan fattas, men en redovisning "
            "svalkar ingen. Den varma försommaren 2024 flyttade tre av kommunens skolor in sina idrottslektioner redan i "
            "maj, för att asfalten inte gick att vara på. Ett träd som planteras i dag ger skugga om tio år. Varje höst "
            "som går utan spade i jorden är alltså en förlorad sommar för ett barn som ännu inte har börjat skolan."
        ),
        Paragraph(
            "Vi hade velat se ett antal träd, ett årtal och pengar i budgeten. När redovisningen ligger på bordet i mars "
            "2026 kommer vi tillbaka med just det."
        ),
    ),
)

WORKING_COMMITTEE = Extract(
    body="Kommunstyrelsens arbetsutskott",
    date=dt.date(2025, 10, 21),
    number="143",
    title=ANSWER_TITLE,
    case_number=CASE,
    blocks=(
        Heading("Beslut"),
        Paragraph("Arbetsutskottet föreslår att kommunstyrelsen föreslår att kommunfullmäktige beslutar"),
        Numbered(PROPOSAL),
        Heading("Sammanfattning"),
        RAISED,
        ANSWER_IN_BRIEF,
        Heading("Beslutsunderlag"),
        Bulleted((REPORT, *ATTACHMENTS)),
        Heading("Yrkande"),
        Paragraph("Elsa Brandfors (C) yrkar bifall till motionen."),
        Heading("Beslutsgång"),
        Paragraph(
            "Ordföranden ställer förvaltningens förslag att anse motionen besvarad mot Elsa Brandfors (C) yrkande om "
            "bifall till motionen och finner att arbetsutskottet beslutar enligt förvaltningens förslag."
        ),
        Heading("Reservation"),
        Paragraph("Elsa Brandfors (C) reserverar sig mot beslutet till förmån för det egna yrkandet."),
    ),
)

OFFICIALS_REPORT = Report(
    office="Kommunstyrelseförvaltningen",
    addressed_to="Tjänsteskrivelse till kommunstyrelsen",
    date=dt.date(2025, 10, 6),
    case_number=CASE,
    case_officer="Ingrid Malmstad",
    address=(
        "Postadress: Alnsjö kommun, 999 01 Alnsjö",
        "Besöksadress: Sjötorget 3",
        "Telefon: 0980-319 200",
        "E-post: kommunstyrelsen@alnsjo.example",
        "www.alnsjo.example",
    ),
    title=ANSWER_TITLE,
    blocks=(
        Heading("Förslag till beslut"),
        Paragraph("Kommunstyrelsen föreslår att kommunfullmäktige beslutar"),
        Numbered(PROPOSAL),
        Heading("Ärendet"),
        RAISED,
        Heading("Beredning"),
        Paragraph(
            "Ärendet har beretts av kommunstyrelseförvaltningen tillsammans med barn- och utbildningsförvaltningen och "
            "parkenheten. Barn- och utbildningsnämnden behandlade ärendet vid sitt sammanträde den 17 september 2025 och "
            "föreslog då att motionen skulle avslås."
        ),
        Heading("Föredragning"),
        Paragraph(
            "Alnsjö har fjorton kommunala skolgårdar. Fyra av dem ligger intill skog och har gott om skugga. De övriga "
            "tio anlades mellan 1962 och 1988, oftast som en plan av asfalt med en kant av gräs, och där står träden glest."
        ),
        Paragraph(
            "Under somrarna 2023–2025 mätte parkenheten hur varm marken blev på tre av skolgårdarna. Mitt på dagen skilde "
            "det som mest 19 grader mellan asfalt i full sol och gräs under en vuxen lind. Små barn är känsligare för "
            "värme än vuxna, och förskoleklassen är den som är ute längst."
        ),
        Paragraph(
            "Träd på en skolgård är billiga att köpa men dyra att hålla vid liv. De tre första åren behöver de vatten varje "
            "vecka, och rötterna måste skyddas mot både spark och snöröjning. Av de träd som sattes vid Mosippans skola 2019 "
            "lever hälften. Parkenhetens erfarenhet är att det lönar sig att plantera färre träd, större redan från början, "
            "och att göra det när marken ändå är uppgrävd."
        ),
        Paragraph(
            "Barn- och utbildningsnämnden bygger om två skolgårdar om året. I varje sådant projekt ingår sedan 2022 "
            "minst fyra nya träd. Med den takten har alla fjorton skolgårdar fått nya träd 2029. Det som saknas är en "
            "gemensam bild av var behovet är störst, så att ordningen kan styras av det och inte av när asfalten råkar "
            "vara utsliten. En sådan redovisning kan nämnden lämna redan under våren 2026."
        ),
        Paragraph(
            "Motionärerna vill också att elever och personal får vara med och välja trädslag och plats. Så går det redan "
            "till: elevrådet är samrådspart i varje ombyggnad. Mot den bakgrunden bedömer förvaltningen att motionen kan "
            "anses besvarad."
        ),
        Heading("Ekonomiska konsekvenser"),
        Paragraph("Redovisningen ryms inom barn- och utbildningsnämndens ram för 2026."),
        Heading("Beslutsunderlag"),
        Bulleted((REPORT, *ATTACHMENTS)),
        Paragraph("Kommunstyrelseförvaltningen"),
        Signed((("Torbjörn Ekelid", "Kommundirektör"),)),
    ),
)

MOTION = Motion(
    addressed_to="Motion till Alnsjö kommunfullmäktige",
    date=dt.date(2025, 1, 27),
    title=MOTION_TITLE,
    blocks=(
        Paragraph(
            "Den som var barn i Alnsjö för femtio år sedan minns almen på Norra skolans gård. Under den rymdes en hel "
            "klass, och när läraren ville läsa högt en het dag i maj var det dit man gick. Almen föll i stormen 2005. Där "
            "den stod är det asfalt."
        ),
        Paragraph(
            "Sedan dess har somrarna blivit varmare och skolgårdarna kalare. På flera av våra skolor finns i dag ingen "
            "enda plats där ett barn kan sitta i skugga under en rast. Solsegel är en nödlösning: de blåser sönder och "
            "åker ner i september. Ett träd gör nytta i hundra år, och det blir bättre för varje år som går."
        ),
        Paragraph(
            "Vi tror också att den som har fått vara med och gräva ner ett träd är rädd om det. Därför vill vi att "
            "eleverna är med hela vägen, från valet av trädslag till den första vattenkannan."
        ),
        Paragraph("Med anledning av detta yrkar vi"),
        Listed(
            (
                "att Alnsjö kommun före utgången av 2029 planterar minst fem skuggande träd på varje kommunal skolgård.",
                "att elever och personal får vara med och välja trädslag och plats.",
                "att nämnden varje år redovisar hur många träd som har planterats och hur många av dem som lever.",
            )
        ),
        Signed((("Elsa Brandfors (C)",), ("Nils-Erik Hallkvist (C)",))),
    ),
)

COMMITTEE = Extract(
    body="Barn- och utbildningsnämnden",
    date=dt.date(2025, 9, 17),
    number="74",
    title=ANSWER_TITLE,
    case_number=COMMITTEE_CASE,
    stamp=f"Inkom till {MUNICIPALITY} 2025-09-25, {CASE}-5",
    blocks=(
        Heading("Beslut"),
        Paragraph("Barn- och utbildningsnämnden föreslår att kommunfullmäktige beslutar"),
        Numbered(("att avslå motionen.",)),
        Heading("Sammanfattning"),
        RAISED,
        Paragraph(
            "Nämnden delar motionärernas bild av att många skolgårdar saknar skugga. Ett fast antal träd för varje "
            "skolgård tar dock ingen hänsyn till hur olika gårdarna är."
        ),
        Paragraph(
            "Förvaltningen räknar med att förslaget skulle kosta 2,4 miljoner kronor, varav hälften är skötsel de tre "
            "första åren. De pengarna finns inte i nämndens budget. Nämnden vill i stället fortsätta att ta upp skuggan "
            "varje gång en skolgård byggs om, i samråd med elevråd och parkenhet, och avstyrker därför motionen."
        ),
        Heading("Beslutsunderlag"),
        Listed(
            (
                "Barn- och utbildningsförvaltningens tjänsteskrivelse den 12 maj 2025",
                f"Bilaga, {MOTION_TITLE} från Elsa Brandfors (C) och Nils-Erik Hallkvist (C)",
            )
        ),
        Heading("Yrkanden"),
        Paragraph(
            "Lovisa Hammarqvist (C), Johan Fjällgren (MP) och Birgitta Söderhäll (V) yrkar bifall till motionen."
        ),
        Paragraph("Per Åkerdahl (M) yrkar bifall till förvaltningens förslag att avslå motionen."),
        Heading("Beslutsgång"),
        Paragraph(
            "Ordföranden ställer Lovisa Hammarqvists (C) m.fl. yrkande om bifall till motionen mot förvaltningens förslag "
            "att avslå motionen och finner att nämnden bifaller förvaltningens förslag att avslå motionen."
        ),
        Heading("Reservationer"),
        Paragraph(
            "Lovisa Hammarqvist (C) och Birgitta Söderhäll (V) reserverar sig mot beslutet till förmån för bifall till motionen."
        ),
        Heading("Beslutet skickas till"),
        Listed(("Kommunstyrelsen",)),
    ),
)

PAPERS: tuple[Paper, ...] = (EXECUTIVE_BOARD, WORKING_COMMITTEE, OFFICIALS_REPORT, MOTION, COMMITTEE)
