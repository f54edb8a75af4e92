"""The search language: from text a person types to a query. Only grammar; what a query finds is up to `search`.

    query  = either
    either = all { "OR" all }                          each side of OR is taken whole: a b OR c is (a b) OR c
    all    = one { one }
    one    = [ "-" ] ( "(" either ")" | phrase | field ":" value | word )
    phrase = '"' text '"' [ "*" ]                      '""' inside is one quote; “ ” are quotes too
    word   = text [ "*" ]                              "*" finds every word that begins so

Every text has a reading. What does not parse is searched as plain words, and the query's explanation says so. The
tables FORMS, FIELDS and SORTS are the grammar's own, and the help page is made of them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar
from urllib.parse import quote

from readerapp.library.folding import first_words, has_word

MAX_LENGTH = 10_000
# SQLite before 3.46 parses parentheses some thirty deep, and a level of ours takes up to three.
MAX_DEPTH = 8
# A phrase of common words costs the index as many walks as it has words.
MAX_WORDS = 200
_LITERAL_COST = 10

_Point = TypeVar("_Point", int, date)


@dataclass(frozen=True)
class Field:
    """A word that may stand before a colon.

    `kind` is what its value is: text, tag, choice, number, date, identifier, origin, paper, saved or sort. `values`
    are the words a choice or sort knows, each with what it means; `more` are further examples.
    """

    name: str
    kind: str
    help: str
    example: str
    aliases: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    more: tuple[str, ...] = ()


# What can be written without a field, and what it finds.
FORMS: tuple[tuple[str, str], ...] = (
    ("distribution shift", "all of these words, anywhere in a paper or in what you wrote about it"),
    ('"train longer"', "these words one after the other"),
    ("-survey", "papers without it; a minus goes before anything, also before a field or a group"),
    ("vision OR language", "either; each side of OR is taken whole"),
    ("robust (vision OR language)", "a group"),
    ("general*", "every word that begins so, as the last word does while you type"),
)

# The orders a list can have, with what each means. A person who asks for the year wants the latest first.
SORTS: Mapping[str, str] = MappingProxyType(
    {
        "added": "last added first",
        "changed": "last changed first",
        "published": "last published first",
        "title": "by title, A to Z",
        "author": "by first author, A to Z",
        "venue": "by venue, A to Z",
        "year": "latest year first",
        "rating": "highest rating first",
        "read": "last read first",
        "queue": "as in up next",
        "relevance": "best match first",
        "interest": "by how close it is to what you starred and rated, closest first",
        "trashed": "last moved to the trash first",
    }
)
_DESCENDING = frozenset({"added", "changed", "published", "year", "rating", "read", "relevance", "interest", "trashed"})

FIELDS: tuple[Field, ...] = (
    Field("title", "text", "words of the title", "title:grokking"),
    Field("author", "text", "names of authors", 'author:"Yoshua Bengio"', ("authors",)),
    Field("abstract", "text", "words of the abstract", 'abstract:"early stopping"'),
    Field("note", "text", "words of your note", "note:proof", ("notes",)),
    Field("pdf", "text", "words of the PDFs you attached", 'pdf:"ablation study"', ("fulltext",)),
    Field("venue", "text", "conference or journal", "venue:neurips", ("journal",)),
    Field("keyword", "text", "keywords that came with the paper", "keyword:robustness", ("keywords",)),
    Field(
        "tag",
        "tag",
        "a tag and all tags under it",
        "tag:thesis/methods",
        ("tags",),
        more=("tag:=thesis", "tag:none"),
    ),
    Field(
        "is",
        "choice",
        "state",
        "is:unread",
        values=MappingProxyType(
            {
                "unread": "not begun",
                "reading": "begun",
                "read": "read",
                "dropped": "given up",
                "starred": "with a star",
                "queued": "in up next",
                "trashed": "in the trash",
            }
        ),
    ),
    Field(
        "has",
        "choice",
        "what a paper has",
        "has:note",
        values=MappingProxyType(
            {
                "note": "a note of yours",
                "task": "an open task in your note",
                "highlight": "a highlight",
                "code": "a link to code",
                "pdf": "a link to its PDF, or the file",
                "doi": "a DOI",
                "abstract": "an abstract",
                "takeaway": "your takeaway",
            }
        ),
    ),
    Field(
        "year",
        "number",
        "year, or years from..to",
        "year:2020..2023",
        more=("year:2023", "year:>=2020", "year:<2020"),
    ),
    Field("rating", "number", "your rating, 1 to 5", "rating:>=4", more=("rating:5", "rating:2..3")),
    Field(
        "added",
        "date",
        "when it came into the library: the last days (7d, 2w, 3m, 1y), or a date",
        "added:7d",
        more=("added:today", "added:yesterday", "added:2w", "added:30d..7d"),
    ),
    Field("changed", "date", "when you last changed it", "changed:today", more=("changed:7d",)),
    Field(
        "published",
        "date",
        "when it was published",
        "published:2026-01..2026-03",
        more=("published:2025", "published:>=2025-06"),
    ),
    Field("read", "date", "when you finished it", "read:30d", more=("read:today",)),
    Field("doi", "identifier", "its DOI", "doi:10.1038/nature14539", more=("doi:10.1038*",)),
    Field("arxiv", "identifier", "its arXiv id", "arxiv:1706.03762"),
    Field("source", "origin", "where it came from", 'source:"hugging face"'),
    Field("id", "paper", "its number here, or any of its identifiers, or its citation key", "id:42"),
    Field("saved", "saved", "what a saved search of yours finds", 'saved:"to cite"'),
    Field("sort", "sort", "order of the list; a minus before the word reverses it", "sort:-year", values=SORTS),
)

_BY_NAME: Mapping[str, Field] = {name: one for one in FIELDS for name in (one.name, *one.aliases)}


@dataclass(frozen=True)
class And:
    """All of them. And(()) is every paper."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True)
class Or:
    """Any of them."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True)
class Not:
    """Every paper but these."""

    part: Expression


@dataclass(frozen=True)
class Words:
    """A word or phrase as typed, in one field or ("") anywhere. `prefix`: its last word may go on. `pdfs`: anywhere
    includes the text of attached PDFs."""

    text: str
    field: str = ""
    prefix: bool = False
    pdfs: bool = False


@dataclass(frozen=True)
class TagIs:
    """The tag, and unless `exact` every tag under it."""

    name: str
    exact: bool = False


@dataclass(frozen=True)
class Untagged:
    """Papers without a tag."""


@dataclass(frozen=True)
class Is:
    """A state: one of the values of the field "is"."""

    state: str


@dataclass(frozen=True)
class Has:
    """Something present: one of the values of the field "has"."""

    what: str


@dataclass(frozen=True)
class Range:
    """A year or rating from `low` to `high`, both included; None: no bound."""

    field: str
    low: int | None
    high: int | None


@dataclass(frozen=True)
class DateRange:
    """A day from `first` to `last`, both included, in the reader's time zone; None: no bound."""

    field: str
    first: date | None
    last: date | None


@dataclass(frozen=True)
class IdentifierIs:
    """An identifier, normalised as in `records.Identifier`. `prefix`: it may go on."""

    scheme: str
    value: str
    prefix: bool = False


@dataclass(frozen=True)
class SourceHas:
    """Where a paper came from contains this text."""

    text: str


@dataclass(frozen=True)
class PaperIs:
    """The paper's number in the library; or, where what was typed is none, an identifier or citation key."""

    number: int | None
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Saved:
    """What the saved search of this name finds; capitals do not matter."""

    name: str


Expression = (
    And
    | Or
    | Not
    | Words
    | TagIs
    | Untagged
    | Is
    | Has
    | Range
    | DateRange
    | IdentifierIs
    | SourceHas
    | PaperIs
    | Saved
)

EVERYTHING = And(())


@dataclass(frozen=True)
class Sort:
    """An order. `key` is one of SORTS; `descending` as it is, not "reversed"."""

    key: str
    descending: bool

    @classmethod
    def by(cls, key: str, *, reverse: bool = False) -> Sort:
        """The order a person expects of this key, or its reverse."""
        return cls(key, (key in _DESCENDING) is not reverse)


@dataclass(frozen=True)
class Term:
    """A part of the text with a field, from `start` to before `end` in code points, to be drawn as a token.

    `kind` is the kind of the field, or "unknown". What was not `understood` is searched as words.
    """

    start: int
    end: int
    kind: str
    text: str
    understood: bool


@dataclass(frozen=True)
class Query:
    """What was made of a text.

    `sort` is None when the text names none. `words` are the words and phrases that found papers contain,
    to be marked where they are shown. `explanation` is one line on what was not understood, "" when there is
    nothing worth saying; `understood` one line on what was, "" for plain words.
    """

    expression: Expression = EVERYTHING
    sort: Sort | None = None
    terms: tuple[Term, ...] = ()
    explanation: str = ""
    understood: str = ""
    words: tuple[Words, ...] = ()


def parse(text: str, *, typing: bool = False, today: date | None = None) -> Query:
    """Reads a query. Never fails.

    While a person is `typing`, the last word may be unfinished: it finds every word that begins so, and a field
    that still waits for its value restricts nothing. Both end with a blank after it. An excluded word is never taken
    for the beginning of another: half typed it would throw out nearly everything. Dates count from `today` (default:
    the present day).
    """
    return _parsed(text[: MAX_LENGTH + 1], typing, today or date.today())


# A key press has the same text read by all who have to do with it.
@lru_cache(maxsize=64)
def _parsed(text: str, typing: bool, today: date) -> Query:
    notes: list[str] = []
    if len(text) > MAX_LENGTH:
        text = text[:MAX_LENGTH]
        notes.append(f"Only the first {MAX_LENGTH:,} characters were used.")
    reader = _Reader(text, typing, today, notes)
    tokens = reader.tokens()
    expression = _Parser(text, tokens, notes).parse()
    return Query(
        expression=expression,
        sort=reader.sort,
        terms=tuple(reader.terms),
        explanation=_one_line(notes),
        understood=in_words(expression, reader.sort),
        words=tuple(dict.fromkeys(_shown_words(expression, positive=True))),
    )


def quoted(value: str) -> str:
    """A value as it is to be written in a query, so that it is read back as itself: `tag:` + quoted(name)."""
    if re.fullmatch(r"[^\W_][\w/.+-]*", value) and value.lower() != "none" and value != "OR":
        return value
    return '"' + value.replace('"', '""') + '"'


def saved_names(expression: Expression) -> Iterable[str]:
    """The names of the saved searches that an expression names."""
    match expression:
        case And(parts) | Or(parts):
            for part in parts:
                yield from saved_names(part)
        case Not(part):
            yield from saved_names(part)
        case Saved(name):
            yield name


def renamed(text: str, name: str, to: str) -> str:
    """A query with every `saved:` of one name made one of another. All else stays as it was typed, but for quotes that
    are not closed: they mean nothing, and those around the new name would close them."""

    def is_named(term: Term) -> bool:
        names = saved_names(parse(term.text).expression) if term.kind == "saved" else ()
        return saved_key(name) in map(saved_key, names)

    if not any(map(is_named, parse(text).terms)):
        return text
    while (reader := _Reader(text, False, date.today(), [])).tokens() and reader.in_quotes:
        text = text[: reader.in_quotes.start] + text[reader.in_quotes.start + 1 :]
    parts: list[str] = []
    at = 0
    for term in filter(is_named, reader.terms):
        # What stood close behind the value, as it can behind a quote, must not become a part of the name: nor a
        # parenthesis that closes none.
        behind = text[term.end : term.end + 1]
        close = behind.strip() and (behind != ")" or term.text.endswith(tuple('"“”')))
        parts += (text[at : term.start], term.text.partition(":")[0], ":", quoted(to), " " if close else "")
        at = term.end
    return "".join([*parts, text[at:]])


def saved_key(name: str) -> str:
    """The name of a saved search as the library tells them apart: capitals from A to Z do not matter."""
    return "".join(letter.lower() if letter.isascii() else letter for letter in name)


@dataclass(frozen=True)
class Unfinished:
    """What is being written: from `start` to before `end` it could be replaced. Positions are code points.

    In a `field` that is its value, after the colon; else `field` is None and it is a word. `value` is what stands
    before the cursor, without quotes. `exact`: an equals sign stands before the value.
    """

    start: int
    end: int
    field: Field | None
    value: str
    exact: bool = False


def unfinished(text: str, cursor: int) -> Unfinished | None:
    """The value or word in which or at the end of which the cursor is; None where nothing can be completed."""
    before = text[:cursor]
    if len(before) > MAX_LENGTH:
        return None
    reader = _Reader(before, True, date.today(), [])
    reader.tokens()
    place = reader.in_quotes or reader.place
    if place is None:
        return None
    if reader.in_quotes:
        closed = _PHRASE.match(text, place.start)
        return replace(place, end=closed.end() if closed else cursor)
    after = re.compile(r"[^\s()]*").match(text, cursor)
    end = after.end() if after else cursor
    return replace(place, end=end) if place.field or end == cursor else None


@dataclass
class _Token:
    """`kind` is "(", ")", "OR" or "operand"; a "(" or an operand may be negated."""

    kind: str
    start: int
    end: int
    negated: bool = False
    expression: Expression = EVERYTHING


_BLANK = re.compile(r"\s+")
_BREAK = re.compile(r"[()\s]")
_NAMED = re.compile(r"([A-Za-z][A-Za-z0-9_-]*):")
# A quote that stands first begins a phrase, if it is closed; '""' inside is one quote.
_PHRASE = re.compile(r'"((?:[^"]++|"")*)"|[“”„]([^“”"]*+)[“”"]')
_OPENING_QUOTES = tuple('"“”„')
# What no text of a paper can hold, SQLite takes for the end of a text, or Python cannot encode.
_UNUSABLE = re.compile("[\x00\ud800-\udfff]")


class _Reader:
    """Text to tokens. Sorts and fields still without value become none."""

    def __init__(self, text: str, typing: bool, today: date, notes: list[str]) -> None:
        self.terms: list[Term] = []
        self.sort: Sort | None = None
        # What stands at the end, and the first quote that is not closed.
        self.place: Unfinished | None = None
        self.in_quotes: Unfinished | None = None
        self._given = text
        self._text = _UNUSABLE.sub(lambda found: " " if found[0] == "\0" else "\ufffd", text)
        self._typing = typing
        self._today = today
        self._notes = notes
        self._open: list[bool] = []  # the groups not closed yet: whether what stands in each is excluded
        self._excluded = False  # whether what is read now is excluded
        self._ignored = 0
        self._words_left = MAX_WORDS
        self._dropped = False

    def tokens(self) -> list[_Token]:
        text = self._text
        tokens: list[_Token] = []
        at = 0
        while at < len(text):
            self.place = None
            if blank := _BLANK.match(text, at):
                at = blank.end()
                continue
            self._dropped = False
            token = self._next(at)
            at = token.end
            if token.kind != "nothing":
                tokens.append(token)
            elif self._dropped and tokens and tokens[-1].kind == "OR":
                tokens.pop()
        if self._open:
            self._notes.append("A parenthesis is not closed.")
        _settle_or(tokens, self._typing, self._notes)
        return tokens

    def _next(self, start: int) -> _Token:
        text = self._text
        at = start
        following = text[at + 1 : at + 2]
        negated = text[at] == "-" and bool(following) and not following.isspace() and following not in "-)"
        if negated:
            at += 1
        self._excluded = negated is not (bool(self._open) and self._open[-1])
        if text[at] == "(":
            return self._opening(start, at + 1, negated)
        if text[at] == ")":
            return self._closing(start)
        if phrase := self._phrase(at):
            end, value = phrase
            prefix = text[end : end + 1] == "*"
            end += prefix
            return self._operand(start, end, negated, self._leaf(value, "", prefix))
        if text[at] in _OPENING_QUOTES:  # not closed: as if it were not there
            self._begin_quote(at, None)
            at += 1
            if at == len(text) or text[at].isspace():
                return _Token("nothing", start, at)
        if named := _NAMED.match(text, at):
            return self._named(start, named, negated)
        end = self._end_of_run(at)
        word = text[at:end]
        self.place = Unfinished(at, end, None, word)
        if word == "OR" and not negated:
            return _Token("OR", start, end)
        return self._operand(start, end, negated, self._words(word, end))

    def _opening(self, start: int, end: int, negated: bool) -> _Token:
        if len(self._open) == MAX_DEPTH:
            if not self._ignored:
                self._notes.append(f"Parentheses more than {MAX_DEPTH} deep were ignored.")
            self._ignored += 1
            return _Token("nothing", start, end)
        self._open.append(self._excluded)
        return _Token("(", start, end, negated)

    def _closing(self, start: int) -> _Token:
        if self._ignored:
            self._ignored -= 1
        elif self._open:
            self._open.pop()
            return _Token(")", start, start + 1)
        else:
            self._notes.append("A closing parenthesis without an opening one was ignored.")
        return _Token("nothing", start, start + 1)

    def _phrase(self, at: int) -> tuple[int, str] | None:
        """Where the phrase that begins here ends, and its text."""
        if self._text[at : at + 1] not in _OPENING_QUOTES:
            return None
        found = _PHRASE.match(self._text, at)
        if found is None:
            self._notes.append("A quote is not closed: searched as words.")
            return None
        return found.end(), found[2] if found[1] is None else found[1].replace('""', '"')

    def _begin_quote(self, at: int, known: Field | None, *, exact: bool = False) -> None:
        if self.in_quotes is None:
            self.in_quotes = Unfinished(at, len(self._text), known, self._text[at + 1 :], exact)

    def _end_of_run(self, at: int) -> int:
        """Where the text without blanks that begins here ends, or the group it stands in is closed."""
        opened = 0
        for found in _BREAK.finditer(self._text, at):
            if found[0] == "(":
                opened += 1
            elif found[0] != ")":
                return found.start()
            elif opened:
                opened -= 1
            elif self._open:
                return found.start()
        return len(self._text)

    def _operand(self, start: int, end: int, negated: bool, expression: Expression | None) -> _Token:
        if expression is None:
            return _Token("nothing", start, end)
        return _Token("operand", start, end, negated, expression)

    def _words(self, word: str, end: int, name: str = "") -> Expression | None:
        """A word without quotes."""
        if not word.strip("-"):
            return None
        starless = word.rstrip("*")
        if starless != word and has_word(starless):
            return self._leaf(starless, name, True)
        return self._leaf(word, name, self._may_go_on(end) and word[-1].isalnum())

    def _leaf(self, text: str, name: str = "", prefix: bool = False) -> Words | None:
        """Words, as far as there is room for them; those that are blank are none."""
        if not text.strip():
            return None
        fitting, cost = first_words(text, self._words_left) if has_word(text) else (text, _LITERAL_COST)
        if fitting != text or cost > self._words_left:
            self._notes.append(f"Only the first {MAX_WORDS} words were used.")
            prefix = False
        if not fitting or cost > self._words_left:
            self._dropped = True
            return None
        self._words_left -= cost
        return Words(fitting, name, prefix)

    def _unfinished(self, end: int) -> bool:
        """Whether a person may be about to go on with what ends here."""
        return self._typing and end == len(self._text)

    def _may_go_on(self, end: int) -> bool:
        """Whether what ends here is to find everything that begins so."""
        return self._unfinished(end) and not self._excluded

    def _named(self, start: int, named: re.Match[str], negated: bool) -> _Token:
        text = self._text
        at = named.end()
        name = named[1].lower()
        known = _BY_NAME.get(name)
        exact = known is not None and known.kind == "tag" and text.startswith("=", at)
        if exact:
            at += 1
        phrase = self._phrase(at)
        star = False
        if phrase:
            end, value = phrase
            star = known is not None and known.kind == "text" and text.startswith("*", end)
            end += star
        else:
            if at < len(text) and text[at] in _OPENING_QUOTES:
                self._begin_quote(at, known, exact=exact)
                at += 1
            end = self._end_of_run(at)
            value = text[at:end]
            self.place = Unfinished(at, end, known, value, exact) if known else None
        if known is None and (not value or value.startswith(("/", ":"))):
            # "Networks: a survey", an address, a name of C++: nobody meant a field.
            return self._operand(start, end, negated, self._leaf(text[named.start() : end]))
        if known is None:
            expression: Expression | None = None
            self._notes.append(f"Unknown field “{named[1]}”: searched as words.")
        else:
            if phrase and known.kind == "text":
                expression = self._leaf(value, known.name, star)
            else:
                expression = self._value(known, value, end, exact=exact, is_phrase=bool(phrase), negated=negated)
        understood = expression is not None
        self.terms.append(Term(start, end, known.kind if known else "unknown", self._given[start:end], understood))
        if known is not None and known.kind == "sort" and understood:
            return _Token("nothing", start, end)
        if expression is None:
            if known is not None and self._unfinished(end) and not phrase and _may_become(known, value):
                self._notes.append(f"“{text[start:end]}” waits for a value, such as {known.example}.")
                return _Token("nothing", start, end)
            if known is not None:
                self._notes.append(f"“{text[start:end]}” was searched as words; {_expected(known)}.")
            words = [self._leaf(named[1]), self._leaf(value) if phrase else self._words(value, end)]
            expression = _all_of(word for word in words if word is not None) if any(words) else None
        return self._operand(start, end, negated, expression)

    def _value(
        self, known: Field, value: str, end: int, *, exact: bool, is_phrase: bool, negated: bool
    ) -> Expression | None:
        """What a field with this value asks for; None if it is not understood."""
        if not value.strip("/ " if known.kind == "tag" else None):
            return None
        word = value.lower()
        match known.kind:
            case "text":
                return self._words(value, end, known.name)
            case "tag":
                return Untagged() if word == "none" and not exact and not is_phrase else TagIs(value, exact)
            case "choice":
                if word not in known.values:
                    return None
                return Is(word) if known.name == "is" else Has(word)
            case "sort":
                key = word.removeprefix("-")
                if key not in known.values:
                    return None
                self.sort = Sort.by(key, reverse=negated is not word.startswith("-"))
                return EVERYTHING
            case "number":
                return _number(known.name, word)
            case "date":
                return _dates(known.name, word, self._today)
            case "identifier":
                prefix = value.endswith("*") or (self._may_go_on(end) and not is_phrase)
                normal = _NORMAL[known.name](value.rstrip("*"))
                return IdentifierIs(known.name, normal, prefix) if normal or prefix else None
            case "origin":
                return SourceHas(value)
            case "saved":
                return Saved(" ".join(value.split()))
            case _:
                if re.fullmatch("[0-9]{1,18}", value):
                    return PaperIs(int(value))
                return PaperIs(None, tuple(dict.fromkeys((value, value.lower(), _doi(value), _arxiv(value)))))


def _settle_or(tokens: list[_Token], unfinished: bool, notes: list[str]) -> None:
    """Makes an OR that lacks a side a word, or, where the other side may yet be typed, nothing."""
    for n, token in enumerate(tokens):
        if token.kind != "OR":
            continue
        left = n > 0 and tokens[n - 1].kind in ("operand", ")")
        right = n + 1 < len(tokens) and tokens[n + 1].kind in ("operand", "(")
        if left and right:
            continue
        if left and unfinished and n + 1 == len(tokens):
            del tokens[n]
            return
        notes.append("“OR” needs something on both sides: searched as a word.")
        token.kind, token.expression = "operand", Words("OR")


class _Parser:
    """Tokens to an expression, by recursive descent. The tokens are never nested deeper than MAX_DEPTH."""

    def __init__(self, text: str, tokens: list[_Token], notes: list[str]) -> None:
        self._text = text
        self._tokens = tokens
        self._notes = notes
        self._at = 0
        self._reading = ""

    def parse(self) -> Expression:
        expression = self._either()
        if self._reading:
            self._notes.append(self._reading)
        return expression or EVERYTHING

    def _kind(self) -> str:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else ""

    def _either(self) -> Expression | None:
        sides: list[tuple[int, int]] = []
        found: list[Expression] = []
        counts: list[int] = []
        while True:
            first = self._at
            parts = self._all()
            if parts:
                found.append(_all_of(parts))
                counts.append(len(parts))
                sides.append((self._tokens[first].start, self._tokens[self._at - 1].end))
            if self._kind() != "OR":
                break
            self._at += 1
        if len(found) > 1 and max(counts) > 1:
            self._reading = self._read_as(sides, counts)
        return _any_of(found) if found else None

    def _read_as(self, sides: list[tuple[int, int]], counts: list[int]) -> str:
        """Says how OR was taken where one of its sides is several words without parentheses."""
        written = [" ".join(self._text[start:end].split()) for start, end in sides]
        reading = " OR ".join(f"({side})" if count > 1 else side for side, count in zip(written, counts, strict=True))
        return f"Read as {reading}." if len(reading) <= 100 else "Each side of OR was read as a whole."

    def _all(self) -> list[Expression]:
        parts = []
        while self._kind() in ("operand", "("):
            part = self._one()
            if part is not None:
                parts.append(part)
        return parts

    def _one(self) -> Expression | None:
        token = self._tokens[self._at]
        self._at += 1
        if token.kind == "operand":
            return Not(token.expression) if token.negated else token.expression
        inside = self._either()
        if self._kind() == ")":
            self._at += 1
        if inside is None:
            return None
        return Not(inside) if token.negated else inside


def _all_of(parts: Iterable[Expression]) -> Expression:
    """And, without another And directly in it and nothing twice."""
    flat: dict[Expression, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if isinstance(part, And) else (part,)))
    return next(iter(flat)) if len(flat) == 1 else And(tuple(flat))


def _any_of(parts: Iterable[Expression]) -> Expression:
    """Or, without another Or directly in it and nothing twice."""
    flat: dict[Expression, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if isinstance(part, Or) else (part,)))
    return next(iter(flat)) if len(flat) == 1 else Or(tuple(flat))


def project(expression: Expression) -> str:
    """The tag of whose papers alone an expression speaks: in the order of its up next the list stands. "" where it
    names none, or more than one."""
    parts = expression.parts if isinstance(expression, And) else (expression,)
    named = [part.name for part in parts if isinstance(part, TagIs)]
    return named[0] if len(named) == 1 else ""


def only_queued(expression: Expression) -> bool:
    """Whether an expression finds none but papers in up next."""
    return Is("queued") in (expression.parts if isinstance(expression, And) else (expression,))


def both(query: Query, other: Query) -> Query:
    """What both find, with the words of both. Everything else is the first's; the order is the other's if the first
    names none."""
    return replace(
        query,
        expression=_all_of((query.expression, other.expression)),
        sort=query.sort or other.sort,
        words=tuple(dict.fromkeys((*query.words, *other.words))),
    )


def with_pdfs(query: Query) -> Query:
    """The same query, its words without a field being looked for in the text of attached PDFs too."""

    def widened(expression: Expression) -> Expression:
        match expression:
            case And(parts):
                return And(tuple(map(widened, parts)))
            case Or(parts):
                return Or(tuple(map(widened, parts)))
            case Not(part):
                return Not(widened(part))
            case Words(_, ""):
                return replace(expression, pdfs=True)
        return expression

    words = tuple(word if word.field else replace(word, pdfs=True) for word in query.words)
    return replace(query, expression=widened(query.expression), words=words)


def _shown_words(expression: Expression, positive: bool) -> Iterable[Words]:
    match expression:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _shown_words(part, positive)
        case Not(part):
            yield from _shown_words(part, not positive)
        case Words():
            if positive:
                yield expression
        case _:
            pass


def _one_line(notes: list[str]) -> str:
    """The first three notes, each said once."""
    return " ".join(list(dict.fromkeys(notes))[:3])


# What was understood, in words

_MOST_SAID = 240
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_STATES = {"queued": "in up next", "trashed": "in the trash"}
_HAD = {
    "note": "a note",
    "task": "an open task",
    "highlight": "a highlight",
    "code": "code",
    "pdf": "a PDF",
    "doi": "a DOI",
    "abstract": "an abstract",
    "takeaway": "a takeaway",
}
# Words that would be taken for a part of the sentence.
_SMALL = frozenset({"a", "an", "and", "by", "in", "not", "of", "or", "the", "to", "with", "without"})


# Puts a phrase into another language, with the placeholders it has.
Say = Callable[[str], str]


def in_words(expression: Expression, sort: Sort | None, say: Say = str) -> str:
    """An expression and an order in English, or phrase by phrase in the words of `say`; "" where that is nothing but
    the words typed."""
    parts = expression.parts if isinstance(expression, And) else (expression,)
    if sort is None and all(isinstance(part, Words) and not part.field and " " not in part.text for part in parts):
        return ""
    said = [_all_said(parts, say)] if parts else []
    if sort is not None:
        order = say(SORTS[sort.key])
        said.append(order if sort == Sort.by(sort.key) else say("{}, reversed").format(order))
    line = " · ".join(said)
    return line if len(line) <= _MOST_SAID else f"{line[:_MOST_SAID].rstrip()}…"


def _all_said(parts: Sequence[Expression], say: Say) -> str:
    """All of these in one line: first what is not about words, then the words wanted, then those not wanted."""
    said: list[str] = []
    wanted: list[Expression] = []
    unwanted: list[Expression] = []
    for part in parts:
        if _is_wording(part):
            wanted.append(part)
        elif isinstance(part, Not) and _is_wording(part.part) and not isinstance(part.part, And):
            unwanted.append(part.part)
        else:
            said.append(_said(part, say))
    wording = []
    if wanted:
        texts = [_worded(part, len(wanted) > 1, say) for part in wanted]
        wording.append(say("with {}").format(_listed(texts, say("and"))))
    if unwanted:
        texts = [_worded(part, len(unwanted) > 1, say) for part in unwanted]
        wording.append(say("without {}").format(_listed(texts, say("or"))))
    return " · ".join([*said, ", ".join(wording)] if wording else said)


def _said(expression: Expression, say: Say, negated: bool = False) -> str:
    """One part of a query as a part of a sentence about papers."""
    match expression:
        case Not(part):
            return _said(part, say, not negated)
        case Words(_, field) if field != "author":
            return _with(field, say, negated).format(_shown(expression))
        case Untagged():
            return say("with tags") if negated else say("without tags")
        case Has(what):
            had = _HAD[what]
            return say(f"without {had}") if negated else say(f"with {had}")
        case Or() if _is_wording(expression) and not negated:
            return _all_said((expression,), say)
        case And() | Or():
            together = _together(expression, say)
            return say("not ({})").format(together) if negated else together
    said = _stated(expression, say)
    return say("not {}").format(said) if negated else said


def _together(expression: And | Or, say: Say) -> str:
    if isinstance(expression, And):
        return _all_said(expression.parts, say)
    sides = [f"({_said(part, say)})" if isinstance(part, And) else _said(part, say) for part in expression.parts]
    either = f" {say('or')} "
    return (f",{either}" if any(either in side for side in sides) else either).join(sides)


def _with(field: str, say: Say, negated: bool) -> str:
    if not field:
        return say("without {}") if negated else say("with {}")
    return say(f"{field} without {{}}") if negated else say(f"{field} with {{}}")


def _stated(expression: Expression, say: Say) -> str:
    """What is said alike where it is wanted and where it is not."""
    match expression:
        case Words():
            return say("by {}").format(_shown(expression))
        case TagIs(name, exact):
            return (say("tagged exactly {}") if exact else say("tagged {} or below")).format(_named(name))
        case Is(state):
            return say(_STATES.get(state, state))
        case Range("rating", low, high):
            forms = ("rated {}", "rated {} or more", "rated {} or less", "rated {} to {}")
            return _span(low, high, forms, say)
        case Range(_, low, high):
            return _span(low, high, ("{}", "{} or later", "{} or before", "{} to {}"), say)
        case DateRange(field, first, last):
            done = "finished" if field == "read" else field
            return say(f"{done} {{}}").format(_days(first, last, say))
        case IdentifierIs(scheme, value, prefix):
            return f"{'DOI' if scheme == 'doi' else 'arXiv'} {_cut(value)}{'…' if prefix else ''}"
        case SourceHas(text):
            return say("from {}").format(_named(text))
        case PaperIs(number, values):
            return say("paper {}").format(_named(values[0]) if number is None else number)
        case Saved(name):
            return say("in the saved search {}").format(_named(name))
        case _:
            raise TypeError(expression)


def _is_wording(expression: Expression) -> bool:
    """Whether an expression is of words anywhere, and nothing else."""
    match expression:
        case And(parts) | Or(parts):
            return bool(parts) and all(map(_is_wording, parts))
        case Words(_, field):
            return not field
        case _:
            return False


def _worded(expression: Expression, nested: bool, say: Say) -> str:
    """An expression of words alone."""
    match expression:
        case Words():
            return _shown(expression)
        case And(parts):
            text = f" {say('and')} ".join(_worded(part, True, say) for part in parts)
        case Or(parts):
            text = f" {say('or')} ".join(_worded(part, True, say) for part in parts)
        case _:
            raise TypeError(expression)
    return f"({text})" if nested else text


def _listed(texts: Sequence[str], last: str) -> str:
    """ "a, b and c" """
    return f" {last} ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def _named(text: str) -> str:
    """A name or word, in quotes unless it is seen where it ends."""
    line = _cut(text)
    bare = re.fullmatch(r"[^\W_][\w/+#.'-]*", line) is not None and line.lower() not in _SMALL
    return line if bare else f"“{line}”"


def _shown(words: Words) -> str:
    named = _named(words.text)
    if not words.prefix:
        return named
    return f"{named[:-1]}…”" if named.startswith("“") else f"{named}…"


def _span(low: int | None, high: int | None, forms: tuple[str, str, str, str], say: Say) -> str:
    """A span in one of four forms: a number, from it on, up to it, from one to another."""
    alone, more, less, between = forms
    if low == high:
        return say(alone).format(low)
    if high is None:
        return say(more).format(low)
    return say(less).format(high) if low is None else say(between).format(low, high)


def _days(first: date | None, last: date | None, say: Say) -> str:
    """A span of days, by months or years where it is made of whole ones."""
    if first is None or last is None:
        if first is not None:
            return say("since {}").format(_day(first, say))
        return say("at any time") if last is None else say("until {}").format(_day(last, say))
    if first == last:
        return say("on {}").format(_day(first, say))
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        begin, end, within = str(first.year), str(last.year), say("in {year}").format(year=first.year)
    elif first.day == 1 and last == _period(str(last.year), str(last.month), None)[1]:
        begin, end = _month(first, say), _month(last, say)
        within = say("in {month} {year}").format(month=say(_MONTHS[first.month - 1]), year=first.year)
    else:
        begin, end, within = _day(first, say), _day(last, say), ""
    return within if begin == end else say("from {} to {}").format(begin, end)


def _month(day: date, say: Say) -> str:
    return f"{say(_MONTHS[day.month - 1])} {day.year}"


def _day(day: date, say: Say) -> str:
    month = say(_MONTHS[day.month - 1])
    return say("{day} {month} {year}").format(day=day.day, month=month, year=day.year)


# The help page


def help_page(having: str = "", today: date | None = None, say: Say = str) -> str:
    """The language in Markdown: every form, field, value and order with an example and what it means.

    Each example links to "search:" and itself, percent-encoded. With `having`, only the rows that have all of these
    words, "" where there are none. What further examples mean is what `parse` makes of them, `today`. In English, or in
    the words of `say`.
    """
    sections: list[tuple[str, list[tuple[str, str]]]] = [
        (say("Words"), [(example, say(meaning)) for example, meaning in FORMS]),
        (say("Fields"), []),
    ]
    fields = sections[1][1]
    for one in FIELDS:
        if one.values:
            values = [(f"{one.name}:{value}", say(meaning)) for value, meaning in one.values.items()]
            title = say(one.help).partition(";")[0]
            title = title[:1].upper() + title[1:]
            sections.append(
                (title, values if one.kind != "sort" else [*values, (one.example, _read(one.example, today, say))])
            )
            continue
        also = say(" (also {})").format(", ".join(f"{name}:" for name in one.aliases)) if one.aliases else ""
        fields.append((one.example, say(one.help) + also))
        fields += [(example, _read(example, today, say)) for example in one.more]
    wanted = having.casefold().split()
    lines: list[str] = []
    for title, rows in sections:
        found = [
            f"| [`{example}`](search:{quote(example, safe='')}) | {meaning} |"
            for example, meaning in rows
            if all(word in f"{title} {example} {meaning}".casefold() for word in wanted)
        ]
        if found:
            lines += [f"## {title}", "", f"| {say('Written')} | {say('Finds')} |", "| --- | --- |", *found, ""]
    return "\n".join(lines)


def _read(example: str, today: date | None, say: Say) -> str:
    query = parse(example, today=today)
    return in_words(query.expression, query.sort, say)


def _may_become(known: Field, value: str) -> bool:
    """Whether a value that is not understood may be the beginning of one that is."""
    word = value.lower()
    match known.kind:
        case "choice" | "sort":
            return any(one.startswith(word.removeprefix("-")) for one in known.values)
        case "number":
            return re.fullmatch(r"[<>]?=?[0-9]*(\.\.?[0-9]*)?", word) is not None
        case "date":
            return (
                re.fullmatch(r"[<>]?=?[0-9-]*(\.\.?[0-9-]*)?", word) is not None
                or "today".startswith(word)
                or "yesterday".startswith(word)
            )
        case _:
            return not word


def _expected(known: Field) -> str:
    """What a field takes, as the end of a sentence."""
    if known.values:
        return f"{known.name}: knows {', '.join(known.values)}"
    return f"{known.name}: takes something like {known.example}"


_DAY = timedelta(days=1)
_RELATIVE = re.compile(r"([0-9]{1,5})([dwmy])")
_CALENDAR = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")


def _number(name: str, word: str) -> Range | None:
    digits = re.compile(r"[0-9]{4}" if name == "year" else r"[0-9]{1,2}")
    if years := re.fullmatch(r"([0-9]{4})[-–]([0-9]{4})", word):
        word = f"{years[1]}..{years[2]}"

    def one(part: str) -> tuple[int, int] | None:
        return (int(part), int(part)) if digits.fullmatch(part) else None

    found = _interval(word, one, lambda number, steps: number + steps)
    return Range(name, *found) if found else None


def _dates(name: str, word: str, today: date) -> DateRange | None:
    def one(part: str) -> tuple[date, date] | None:
        if relative := _RELATIVE.fullmatch(part):
            day = _before(today, int(relative[1]), relative[2])
            return day, day
        if part in ("today", "yesterday"):
            day = today if part == "today" else today - _DAY
            return day, day
        calendar = _CALENDAR.fullmatch(part)
        return _period(*calendar.groups()) if calendar else None

    try:
        if _RELATIVE.fullmatch(word):
            word += ".."
        found = _interval(word, one, lambda day, days: day + days * _DAY)
    except (ValueError, OverflowError):  # the 30th of February; the day after the last of the calendar
        return None
    return DateRange(name, *found) if found else None


def _interval(
    word: str, one: Callable[[str], tuple[_Point, _Point] | None], step: Callable[[_Point, int], _Point]
) -> tuple[_Point | None, _Point | None] | None:
    """Reads "a", "a..b", "a..", "..b", ">=a", ">a", "<=b", "<b". None if it is none of these."""
    if compared := re.fullmatch(r"(>=|<=|>|<)(.+)", word, re.DOTALL):
        pair = one(compared[2])
        if pair is None:
            return None
        match compared[1]:
            case ">=":
                return pair[0], None
            case ">":
                return step(pair[1], 1), None
            case "<=":
                return None, pair[1]
            case _:
                return None, step(pair[0], -1)
    if ".." not in word:
        return one(word)
    left, _, right = word.partition("..")
    low, high = one(left), one(right)
    if (left and low is None) or (right and high is None) or (low is None and high is None):
        return None
    if low and high and high[1] < low[0]:
        low, high = high, low
    return low and low[0], high and high[1]


def _before(today: date, number: int, unit: str) -> date:
    """The day this many days, weeks, months or years before; the first of the calendar at the earliest."""
    if unit in "dw":
        days = number * (7 if unit == "w" else 1)
        return date.fromordinal(max(1, today.toordinal() - days))
    months = today.year * 12 + today.month - 1 - number * (12 if unit == "y" else 1)
    if months < 12:
        return date.min
    year, month = divmod(months, 12)
    return min(date(year, month + 1, 1) + timedelta(days=today.day - 1), _period(str(year), str(month + 1), None)[1])


def _period(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    """The first and last day of a year, month or day. Raises ValueError for what is not in the calendar."""
    if month is None:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    if day is not None:
        only = date(int(year), int(month), int(day))
        return only, only
    first = date(int(year), int(month), 1)
    return first, first.replace(day=monthrange(first.year, first.month)[1])


def _doi(value: str) -> str:
    return re.sub(r"^(https?://)?((dx\.)?doi\.org/|doi:\s*)", "", value.strip().lower())


def _arxiv(value: str) -> str:
    bare = re.sub(
        r"^(https?://)?((www\.|export\.)?arxiv\.org/(abs|pdf|html)/|arxiv:\s*)", "", value.strip(), flags=re.I
    )
    return re.sub(r"(v[0-9]+)?(\.pdf)?$", "", bare)


_NORMAL: Mapping[str, Callable[[str], str]] = {"doi": _doi, "arxiv": _arxiv}
