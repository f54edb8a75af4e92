"""Names of papers in other people's schemes: how they are written, found in text, and normalised.

arXiv ids follow https://info.arxiv.org/help/arxiv_identifier.html: since April 2007 `YYMM.NNNN`, with five digits
after the point from January 2015, before that `archive/YYMMNNN`; a version `v3` may follow and is left out. DOIs
follow the DOI Handbook, section 2.2, and are compared without regard to case. `10.48550/arXiv.X` is the arXiv id X.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qs, quote, unquote, urlsplit

from readerapp.formats.links import URL, URL_CHARACTER, trimmed, unescaped
from readerapp.records import Identifier

_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga"
    "|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|math|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph"
    "|q-alg|q-bio|quant-ph|solv-int|supr-con"
)
_NEW_ARXIV = r"\d{4}\.\d{4,5}"
_OLD_ARXIV = rf"(?:{_ARCHIVES})(?:\.[A-Z]{{2}})?/\d{{7}}"
_ARXIV = re.compile(
    rf"(?:arxiv\s?:\s?)?(?:(?P<new>{_NEW_ARXIV})|(?P<old>{_OLD_ARXIV}))(?:v\d{{1,3}})?(?:\.pdf)?", re.I | re.A
)
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(.+)", re.I)
_DOI_PREFIX = r"10\.\d{4,9}(?:\.\d{1,9})*/"
_ONE_DOI = re.compile(rf"{_DOI_PREFIX}[^\s\"]{{1,1000}}", re.A)
# In running text a DOI also ends before the next one and at the end of an HTML element.
_DOI = rf"{_DOI_PREFIX}(?:(?![,;](?:10\.\d{{4}}|https?:|doi:)|</)[^\s\"{{}}|“”‘’，。；：、！？]){{1,1000}}"
_DOI_START = re.compile(r"\A(?:(?:dx\.)?doi\.org/|doi\s?:?\s?)", re.I)
# What publishers append to a DOI in their addresses: "/full", "v1.full.pdf".
_FILE_OF_DOI = re.compile(
    r"(?:/(?:full|abstract|pdf|epdf|html|meta|fulltext|references)|v\d+\.(?:full|abstract))?(?:\.pdf|\.html?)?/?\Z",
    re.I,
)
_OPENREVIEW = re.compile(r"[\w-]{5,60}", re.A)
_FIRST_ARXIV, _FIRST_LONG_ARXIV = 704, 1501

_SITES = (
    r"(?:[a-z]{2,6}\.)?arxiv\.org|(?:www\.)?alphaxiv\.org|ar5iv\.(?:labs\.arxiv\.)?org|(?:dx\.)?doi\.org|openreview\.net"
    r"|huggingface\.co/papers|hf\.co/papers"
)
_IN_TEXT = re.compile(
    # All begin with a letter or digit: asked first, so that the rest of a text is passed over quickly.
    rf"(?=[a-z0-9])(?:(?P<url>{URL}|(?<![\w./@-])(?:www\.|(?:{_SITES})/){URL_CHARACTER}{{1,2000}})"
    rf"|(?<![\w./])(?P<doi>(?:doi\s?:?\s?)?{_DOI})"
    rf"|(?<![\w.])(?P<arxiv>(?:arxiv\s?:\s?(?:{_NEW_ARXIV}|{_OLD_ARXIV})|(?<![-/]){_NEW_ARXIV}|(?<![-/]){_OLD_ARXIV})"
    r"(?:v\d{1,3})?(?:\.pdf)?)(?![\w/]|\.\d|-\d)(?:\s?\[[a-z-]{2,10}(?:\.[a-z-]{2,10})?\])?"
    r"|(?<!\w)pmid\s?:?\s?(?P<pmid>\d{1,9})(?!\d)"
    r"|(?<!\w)(?P<pmcid>pmc\d{4,9})(?!\w)"
    r"|(?<!\w)openreview\s?:\s?(?P<openreview>[\w-]{5,60})"
    r"|(?<!\w)isbn(?:-1[03])?\s?:?\s?(?P<isbn>97[89][\d -]{9,15}\d|\d[\d -]{7,12}[\dx])(?!\w))",
    re.I | re.A,
)
# Most addresses in a catalogue name no paper: this spares them the rest.
_MAY_NAME = re.compile(r"/10\.|xiv|ar5iv|openreview|doi\.org|huggingface|hf\.co|nih\.gov|pubmed|lanl", re.I)
_LABELS = {"arxiv": "arXiv", "doi": "doi"}
# DOIs of preprints: bioRxiv and medRxiv, SSRN, Research Square, OSF and PsyArXiv, ChemRxiv, TechRxiv, Preprints.org,
# Authorea, EarthArXiv, Qeios.
_PREPRINT_DOI = re.compile(
    r"10\.(?:1101/\d|64898/|2139/ssrn|21203/rs\.|31219/|31234/|26434/|36227/|20944/preprints|22541/|31223/|32388/)"
)
_ADDRESSES = {
    "arxiv": "https://arxiv.org/abs/{}",
    "doi": "https://doi.org/{}",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "pmcid": "https://pmc.ncbi.nlm.nih.gov/articles/{}/",
    "openreview": "https://openreview.net/forum?id={}",
    "huggingface": "https://huggingface.co/papers/{}",
}


@dataclass(frozen=True, slots=True)
class Found:
    """An address or an identifier in a text: where it stands, what it names if it names a paper, the address if it
    was one."""

    start: int
    end: int
    identifier: Identifier | None
    url: str | None = None


def normalise(scheme: str, value: str) -> Identifier | None:
    """The one form of an identifier in which it is stored and compared; None when it cannot be one of this scheme.

    Takes what people write: with or without `doi:`, `arXiv:`, a version, or as an address. A DOI given by arXiv
    becomes the arXiv id. Values of schemes not known here only lose the blanks around them.
    """
    scheme, value = scheme.strip().lower(), value.strip()[:2000]
    if scheme in _ADDRESSES and value.lower().startswith(("http://", "https://")):
        # People put addresses of arXiv into every field.
        named = identifier_of_url(value)
        return named if named and named.scheme in (scheme, "arxiv") else None
    if scheme == "arxiv":
        return _arxiv(value)
    if scheme == "doi":
        return _doi(_DOI_START.sub("", value))
    if scheme == "pmid":
        digits = re.sub(r"(?i)pmid\s?:?\s?", "", value)
        found = digits.lstrip("0") if re.fullmatch(r"\d{1,9}", digits, re.A) else ""
    elif scheme == "pmcid":
        found = value.upper() if re.fullmatch(r"(?i)pmc\d{1,9}", value, re.A) else ""
    elif scheme == "openreview":
        found = value if _OPENREVIEW.fullmatch(value) else ""
    elif scheme == "huggingface":
        return _arxiv(value) or (Identifier(scheme, value) if re.fullmatch(r"[\w.-]{3,60}", value, re.A) else None)
    elif scheme == "isbn":
        found = _isbn(value)
    else:
        found = value if scheme else ""
    return Identifier(scheme, found) if found else None


def find_identifiers(text: str) -> list[Identifier]:
    """The papers named in a text by identifiers or addresses, in order, each once."""
    return list(dict.fromkeys(found.identifier for found in found_in(text) if found.identifier))


def found_in(text: str) -> Iterator[Found]:
    """Every address and every identifier in a text, in order; see `Found`."""
    for matched in _IN_TEXT.finditer(text):
        kind = matched.lastgroup or ""
        raw = matched[kind]
        start, end = matched.span()
        if kind == "url":
            raw = trimmed(raw)
            url = unescaped(raw if "://" in raw else f"https://{raw}")
            yield Found(start, start + len(raw), identifier_of_url(url), url)
            continue
        if kind == "doi":
            raw = trimmed(raw)
            if "<" not in raw:
                raw = raw.partition(">")[0]
            end = start + len(raw)
        identifier = normalise(kind, raw)
        if identifier:
            yield Found(start, end, identifier)


@lru_cache(500)
def identifier_of_url(url: str) -> Identifier | None:
    """The paper an address leads to, when the address itself says which: at arXiv, alphaXiv, ar5iv, Hugging Face
    Papers, OpenReview, PubMed, a DOI resolver, or a publisher that has the DOI in its addresses."""
    if not _MAY_NAME.search(url):
        return None
    try:
        parts = urlsplit(url[:2000])
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    path = parts.path
    if host == "arxiv.org" or host.endswith(".arxiv.org") or host in ("alphaxiv.org", "ar5iv.org", "xxx.lanl.gov"):
        matched = re.match(r"/(?:[a-z]{2,12}/)?(.+)", path)
        return _arxiv(matched[1].rstrip("/")) if matched else None
    if host in ("huggingface.co", "hf.co"):
        matched = re.match(r"/papers/([\w.-]+)", path, re.A)
        return _arxiv(matched[1]) if matched else None
    if host == "openreview.net":
        # "id" of a review or comment is not the paper's; "noteId" stands beside the paper's own.
        given = parse_qs(parts.query).get("id", [""])[0] if path in ("/forum", "/pdf") else ""
        return Identifier("openreview", given) if _OPENREVIEW.fullmatch(given) else None
    if host == "pubmed.ncbi.nlm.nih.gov" or path.startswith("/pubmed/"):
        matched = re.match(r"/(?:pubmed/)?(\d{1,9})(?:/|\Z)", path, re.A)
        return normalise("pmid", matched[1]) if matched else None
    if host.endswith("ncbi.nlm.nih.gov"):
        matched = re.search(r"/(PMC\d{1,9})(?:/|\Z)", path, re.A)
        return normalise("pmcid", matched[1]) if matched else None
    if host in ("doi.org", "dx.doi.org"):
        return _doi(unquote(path[1:]))
    if "/10." in path:
        within = _ONE_DOI.search(unquote(path))
        if not within:
            return None
        doi = _FILE_OF_DOI.sub("", within[0])
        return _doi(re.sub(r"v\d+\Z", "", doi) if host.endswith("rxiv.org") else doi)
    return None


def label(identifier: Identifier) -> str:
    """An identifier as people write it: "arXiv:1705.08741", "doi:10.1000/182". The title of a paper that waits for
    its own."""
    return f"{_LABELS.get(identifier.scheme, identifier.scheme)}:{identifier.value}"


def address(identifier: Identifier) -> str | None:
    """Where a browser finds the paper; None for schemes without a place."""
    template = _ADDRESSES.get(identifier.scheme)
    return template.format(quote(identifier.value, safe="/:;()@!$*+,.-_~")) if template else None


def is_preprint(identifier: Identifier) -> bool | None:
    """Whether an identifier is that of a preprint (True), of what was published (False), or may be either (None)."""
    if identifier.scheme == "doi":
        return _PREPRINT_DOI.match(identifier.value) is not None
    return {"arxiv": True, "huggingface": True, "pmid": False, "pmcid": False, "isbn": False}.get(identifier.scheme)


def _arxiv(value: str) -> Identifier | None:
    matched = _ARXIV.fullmatch(value)
    if not matched:
        doi = _ARXIV_DOI.fullmatch(value)
        return _arxiv(doi[1]) if doi else None
    if matched["new"]:
        first, _, rest = matched["new"].partition(".")
        digits = 5 if int(first) >= _FIRST_LONG_ARXIV else 4
        known = int(first) >= _FIRST_ARXIV and 1 <= int(first[2:]) <= 12 and len(rest) == digits
        return Identifier("arxiv", matched["new"]) if known else None
    archive, _, number = matched["old"].lower().partition("/")
    # The subject class is no part of the name: math.GT/0309136 is math/0309136.
    return Identifier("arxiv", f"{archive.partition('.')[0]}/{number}") if 1 <= int(number[2:4]) <= 12 else None


def _doi(value: str) -> Identifier | None:
    if not _ONE_DOI.fullmatch(value):
        return None
    value = value.lower()
    return _arxiv(value) or Identifier("doi", value)


def _isbn(value: str) -> str:
    """The thirteen digits of an ISBN, of ten or thirteen, whose check digit is right; else ""."""
    digits = re.sub(r"(?i)\Aisbn(?:-1[03])?\s?:?", "", value).replace("-", "").replace(" ", "").upper()
    if re.fullmatch(r"\d{9}[\dX]", digits, re.A):
        if sum((10 - at) * (10 if digit == "X" else int(digit)) for at, digit in enumerate(digits)) % 11:
            return ""
        digits = "978" + digits[:9]
        return digits + str(-sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits)) % 10)
    if re.fullmatch(r"97[89]\d{10}", digits, re.A):
        check = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits))
        return "" if check % 10 else digits
    return ""
