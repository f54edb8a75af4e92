"""What a query finds, worked out slowly in plain Python: no SQL, no index, a tokenizer of its own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date, datetime

from readerapp.library.folding import also_text, marked, query_forms
from readerapp.library.language import (
    And,
    DateRange,
    Expression,
    Has,
    IdentifierIs,
    Is,
    Not,
    Or,
    PaperIs,
    Range,
    SourceHas,
    TagIs,
    Untagged,
    Words,
)
from readerapp.notes import has_open_task
from tests.unit.search.shelf import Planted


def found(papers: Iterable[Planted], expression: Expression) -> set[int]:
    """The ids of the papers an expression finds."""
    shelves = (0, 1) if names_trash(expression) else (0,)
    return {paper.id for paper in papers if paper.shelf in shelves and holds(expression, paper)}


def names_trash(expression: Expression) -> bool:
    if isinstance(expression, And | Or):
        return any(map(names_trash, expression.parts))
    return names_trash(expression.part) if isinstance(expression, Not) else expression == Is("trashed")


def holds(expression: Expression, paper: Planted) -> bool:
    match expression:
        case And(parts):
            return all(holds(part, paper) for part in parts)
        case Or(parts):
            return any(holds(part, paper) for part in parts)
        case Not(part):
            return not holds(part, paper)
        case Words():
            return has_words(expression, paper)
        case TagIs(name, exact):
            key = unicodedata.normalize("NFC", name.casefold())
            keys = [unicodedata.normalize("NFC", tag.casefold()) for tag in paper.tags]
            return key in keys or (not exact and any(other.startswith(key + "/") for other in keys))
        case Untagged():
            return not paper.tags
        case Is(state):
            statuses = ["unread", "reading", "read", "dropped"]
            return {
                "starred": paper.starred,
                "queued": paper.queue is not None,
                "trashed": paper.shelf == 1,
            }.get(state, statuses[paper.status] == state)
        case Has(what):
            return {
                "note": bool(paper.note),
                "task": has_open_task(paper.note),
                "highlight": bool(paper.highlights),
                "code": "code" in paper.links,
                "pdf": "pdf" in paper.links or paper.pdf_file or bool(paper.pdf_pages),
                "doi": any(scheme == "doi" for scheme, _ in paper.identifiers),
                "abstract": bool(paper.abstract),
                "takeaway": bool(paper.takeaway),
            }[what]
        case Range(name, low, high):
            value = paper.year if name == "year" else paper.rating
            return value is not None and (low is None or low <= value) and (high is None or value <= high)
        case DateRange(name, first, last):
            day = day_of(paper, name)
            return day is not None and (first or date.min) <= day <= (last or date.max)
        case IdentifierIs(scheme, value, prefix):
            return any(
                one == scheme and (its == value or (prefix and its.startswith(value))) for one, its in paper.identifiers
            )
        case SourceHas(text):
            text = text.lower()
            kind, title = paper.origin or ("", "")
            return text in paper.source.lower() or text == kind or (bool(title) and text in title.lower())
        case PaperIs(number, values):
            if number is not None:
                return paper.id == number
            return paper.citation_key in values or any(value in values for _, value in paper.identifiers)
        case _:
            raise TypeError(expression)


def day_of(paper: Planted, name: str) -> date | None:
    if name == "published":
        parts = [int(part) for part in (paper.published or "").split("-") if part]
        return date(*[*parts, 1, 1][:3]) if parts else None
    if name == "read":
        at = max(paper.finished) if paper.status == 2 and paper.finished else None
    else:
        at = paper.added if name == "added" else paper.changed
    return None if at is None else datetime.fromtimestamp(at / 1000).date()


def has_words(leaf: Words, paper: Planted) -> bool:
    texts = {
        "title": paper.title,
        "author": "; ".join(paper.authors),
        "abstract": paper.abstract,
        "keyword": "; ".join(paper.keywords),
        "venue": paper.venue,
    }
    own = {
        "note": paper.note,
        "highlights": "\n".join(f"{quote}\n{comment}" for quote, comment in paper.highlights),
        "takeaway": paper.takeaway,
    }
    pages = paper.pdf_pages if leaf.field == "pdf" or leaf.pdfs else ()
    if not any(character.isalnum() for character in leaf.text):
        places = (texts | own).items()
        if leaf.field == "pdf":
            return any(leaf.text in text for text in pages)
        return any(leaf.text in text for place, text in places if leaf.field in ("", place))
    forms = [tokens(form) for form in query_forms(leaf.text)]

    def stands(text: str, wanted: list[list[str]]) -> bool:
        return any(has_phrase(tokens(text), phrase, leaf.prefix) for phrase in wanted)

    in_pages = any(stands(page, forms) or stands(also_text(page), forms) for page in pages)
    if leaf.field == "pdf" or in_pages:
        return in_pages
    own_forms = [[marked(token, "note") for token in phrase] for phrase in forms] if leaf.field == "note" else forms
    in_own = [text for place, text in own.items() if leaf.field in ("", place)]
    own_hit = any(stands(text, forms) for text in in_own) or stands(paper.words_also, own_forms)
    if leaf.field == "note":
        return own_hit
    if leaf.field:
        columns = {"author": "authors", "keyword": "keywords"}
        column = columns.get(leaf.field, leaf.field)
        in_column = [[marked(token, column) for token in phrase] for phrase in forms]
        return stands(texts[leaf.field], forms) or stands(paper.also, in_column)
    return own_hit or any(stands(text, forms) for text in (*texts.values(), paper.also))


def has_phrase(words: list[str], phrase: list[str], prefix: bool) -> bool:
    length = len(phrase)
    for at in range(len(words) - length + 1):
        part = words[at : at + length]
        if part == phrase or (prefix and part[:-1] == phrase[:-1] and part[-1].startswith(phrase[-1])):
            return True
    return False


# Emoji that SQLite's tables do not know yet: to the tokenizer they are letters.
NEWER = "🧠🦙"


def tokens(text: str) -> list[str]:
    """As unicode61 with remove_diacritics 2 does it, for the scripts the tests use."""
    words = [""]
    for character in text:
        if unicodedata.category(character)[0] in "LN" or unicodedata.category(character) == "Co" or character in NEWER:
            lower = "μ" if character == "µ" else character.lower()  # the sign for a millionth is the Greek letter
            parts = unicodedata.normalize("NFD", lower)
            words[-1] += parts[0] if parts[0].isascii() else lower
        elif words[-1] and "\u0300" <= character <= "\u036f":
            continue  # an accent of its own belongs to the word
        elif words[-1]:
            words.append("")
    return [word for word in words if word]


def ascii_lower(text: str) -> str:
    return "".join(character.lower() if character.isascii() else character for character in text)
