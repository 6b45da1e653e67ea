"""An anonymous reader who follows every link: pages, what pages load, and every path of the API with what its answers name."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from starlette.testclient import TestClient

# What hangs on when the server was started and asked.
OF_THE_MOMENT = {"date", "last-modified", "ratelimit-remaining", "ratelimit-reset"}
# The hour of a form, signed by the installation that shows it.
_FORM_MARK = re.compile(rb'name="tid" value="[^"]*"')
_LINKED = re.compile(r"""(?:href|src|action)=["']([^"']+)["']""")
_IDS = re.compile(r"[a-z2-7]{16}")
_VALUES = re.compile(r"[a-z2-7]{16}|\d[\d.,:-]*|(?<==)[^&]*")
_SEVERALLY = 6
# Questions with several parameters, or to the search, which are as many as there are ways to put filters together.
_SEVERAL = re.compile(r"([^?]*)\?(?:.*&|.*\bq=|om=).*", re.DOTALL)
Answer = tuple[int, tuple[tuple[str, str], ...], bytes]


def crawl(
    client: TestClient, beginnings: Iterable[str], *, pictures: bool = True, most_alike: int, under: str = ""
) -> dict[str, Answer]:
    """Every answer that can be reached, by address: status, headers and body; pictures that are linked too, if wanted.

    Of addresses that differ in ids, values and language alone, the first `most_alike` are asked for, and all of `beginnings`; of the
    questions with several parameters that can be put to one address, which are without end, a few. It begins `under` a path, and goes
    where links lead.
    """
    patterns = [under + path for path in _operations(client)]
    alike: Counter[str] = Counter()
    found: dict[str, Answer] = {}
    ahead = [
        "/",
        "/api/v1/openapi.json",
        "/datasets/dcat",
        "/robots.txt",
        "/sitemap.xml",
        "/sitemap-1.xml",
        *beginnings,
    ]
    ahead = [under + address for address in ahead]
    asked_for = set(ahead)
    while ahead:
        address = ahead.pop()
        if address in found:
            continue
        if address not in asked_for:
            in_swedish = "/" + address.removeprefix(under).removeprefix("/en").removeprefix("/")
            several = _SEVERAL.fullmatch(in_swedish)
            alike[shape := f"{several[1]}?" if several else _VALUES.sub("*", in_swedish)] += 1
            if alike[shape] > (min(_SEVERALLY, most_alike) if several else most_alike):
                continue
        answer = client.get(address, follow_redirects=False)
        content, marks = _FORM_MARK.subn(b"", answer.content)
        left_out = OF_THE_MOMENT | {"etag"} if marks else OF_THE_MOMENT
        headers = sorted((k, v) for k, v in answer.headers.items() if k not in left_out)
        found[address] = (answer.status_code, tuple(headers), content)
        links = [link for link in _links(address, answer) if pictures or ".webp" not in link]
        ahead += [link for link in links if link not in found]
        ahead += [path for path in _paths(address, patterns, answer) if path not in found]
    return found


def _operations(client: TestClient) -> Iterator[str]:
    """The path of each thing that can be read over the API."""
    for path, operations in client.get("/api/v1/openapi.json").json()["paths"].items():
        if "get" in operations:
            yield path


def _paths(address: str, patterns: list[str], answer: Any) -> Iterator[str]:
    """Every list of the API, and what hangs on each id that a list names."""
    yield from (path for path in patterns if "{" not in path)
    if address not in patterns or "openapi" in address or "json" not in answer.headers.get("content-type", ""):
        return
    for found in sorted(set(_IDS.findall(answer.text))):
        for path in patterns:
            if path.startswith(f"{address}/{{") and path.count("{") == 1:
                yield re.sub(r"\{[^}]+\}", found, path)


def _links(address: str, answer: Any) -> Iterator[str]:
    said = [answer.headers[name] for name in ("location",) if name in answer.headers]
    said += re.findall(r"<([^>]+)>", answer.headers.get("link", ""))
    kind = answer.headers.get("content-type", "")
    if kind.startswith("text/html"):
        said += [link.replace("&amp;", "&") for link in _LINKED.findall(answer.text)]
    elif "json" in kind and "ndjson" not in kind and "/openapi" not in address and "/statistics/" not in address:
        # of statistics each number is counted elsewhere
        said += [text for text in _texts(json.loads(answer.text)) if text.startswith("/")]
    for link in said:
        if link.startswith("/") and not link.startswith("//"):
            yield link.partition("#")[0]
            continue
        parts = urlsplit(urljoin(f"http://testserver{quote(address, safe='/?&=%,:.+')}", link))
        if parts.netloc == "testserver" and parts.scheme == "http":
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)
