"""What parts the alternatives that a chair puts, and what is one of them."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

AND_AGAINST = Pattern(
    r",? och mot ", catches=("yrkande om bifall och mot Ann-Sofie Tegnérs yrkande",), leaves=("mot avslag",)
)

EACH_OTHER = Pattern(r"^varandra$", catches=("varandra",), leaves=("avslag",))

PARTED = Pattern(
    r"^(?:dels )?(?P<first>.{2,300}?)(?: respektive | och dels | eller | och (?=avslag därå)|(?<=^avslag) och (?=bifall)|(?<=^bifall) och (?=avslag)|(?<=förslag) och (?=yrkandet? )|(?<=förslaget) och (?=avslag(?: |$))|(?<=motionen) och (?=avslag(?: |$))|(?<=^återremiss) och (?=avgörande )|(?<=yrkande) och (?=[A-ZÅÄÖ])|(?<=förslag) och (?=[A-ZÅÄÖ]))(?P<second>.{2,300})$",
    catches=(
        "bifall respektive avslag på yrkandet från SD",
        "dels ärendets återremiss och dels ärendets avgörande idag",
        "bifall till beslutsförslaget och avslag på punkt 2",
    ),
    leaves=("yrkandena från S och V",),
)

# Three alternatives and more: what parts them, and what is one.
LISTED = Pattern(
    r"(?:, | respektive |,? (?:och|samt|eller) (?:dels )?)", catches=(", ", " samt ", ", och "), leaves=(" mot ",)
)
ALTERNATIVE = Pattern(
    r"^(?:dels )?(?:(?:bifall|avslag|återremiss|bordläggning|avgörande)(?: (?:till|på|av|å|i) [^,]{2,160})?|(?:[^,]{2,160}? )?\w{0,20}(?:yrkandet?|förslag(?:et)?)(?: (?:om|på|till|från|av|att) [^,]{1,160})?)$",
    catches=("avslag", "bifall till motionen", "Anna Eks (S) yrkande", "liggande förslag", "yrkandet från M"),
    leaves=("Anna Eks (S)", "yrkandena", "motionen"),
)
