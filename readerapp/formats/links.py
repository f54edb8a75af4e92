"""Addresses in running text, and what they lead to."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from readerapp.formats.fields import LONGEST_URL, http_url
from readerapp.records import Link

# Text may be LaTeX: a backslash belongs to an address only before a character that LaTeX wants escaped, and braces
# end it. So do quotation marks, the punctuation of scripts written without blanks, and a comma before the next address.
URL_CHARACTER = r"(?:(?![,;]https?:)[^\s<>\"{}|\\^`“”‘’«»（）【】《》，。；：、！？]|\\[_%#&~$-])"
URL = rf"https?://{URL_CHARACTER}{{1,{LONGEST_URL}}}"
_IN_TEXT = re.compile(
    rf"\\(?:url|href)\s?{{(?P<tex>[^{{}}]{{1,{LONGEST_URL}}})}}"
    rf"|(?P<url>{URL})"
    r"|(?<![\w./@-])(?P<bare>(?:www\.)?git(?:hub|lab)\.com/[\w.-]{1,100}/[\w.-]{1,100})",
    re.IGNORECASE,
)
_ESCAPED = re.compile(r"\\([_%#&~$-])")
_MOST_LINKS = 100

_CODE_HOSTS = frozenset({"github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "anonymous.4open.science"})
# What stands in the place of an owner's name on huggingface.co but is no code or model.
_NOT_OWNERS = frozenset({"papers", "datasets", "docs", "blog", "collections", "posts", "join", "login", "pricing"})


def links_in(text: str) -> list[Link]:
    """The addresses in an abstract, in order, each once: repositories and models as code, others as pages.

    Understands addresses at the end of a sentence, in parentheses, and in LaTeX's url and href commands.
    """
    found: dict[str, Link] = {}
    for matched in _IN_TEXT.finditer(text):
        raw = matched["tex"] or matched["url"] or matched["bare"]
        url = http_url(unescaped(trimmed("".join(raw.split()))))
        if url and len(found) < _MOST_LINKS:
            found.setdefault(url.rstrip("/").casefold(), Link(relation(url), url))
    return list(found.values())


def trimmed(written: str) -> str:
    """The beginning of what looked like an address, up to what the text around it left there: punctuation and
    brackets it did not open."""
    open_brackets: list[str] = []
    for at, character in enumerate(written):
        if character in "([":
            open_brackets.append(")" if character == "(" else "]")
        elif character in ")]" and (not open_brackets or open_brackets.pop() != character):
            written = written[:at]
            break
    return written.rstrip(".,;:!?'*…\\")


def unescaped(written: str) -> str:
    """An address without the backslashes that LaTeX wants in it."""
    return _ESCAPED.sub(r"\1", written)


@lru_cache(500)
def relation(url: str) -> str:
    """ "code" for an address of a repository or a model, "page" for any other."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return "page"
    path = [segment for segment in parts.path.split("/") if segment]
    if not path:
        return "page"
    if host in _CODE_HOSTS or host.startswith("gitlab."):
        return "code"
    if host in ("huggingface.co", "hf.co") and path[0] not in _NOT_OWNERS:
        return "code"
    return "page"
