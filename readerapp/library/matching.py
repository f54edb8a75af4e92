"""Words to the full-text indexes: which papers have them.

A word is looked for in what came with a paper and in what the reader wrote. Of the first there are three indexes:
`word_fts` knows which papers have a word or a beginning of one, and no more: quick to count and to walk; `title_fts`
the places in titles and names; `paper_fts` every place: for phrases and single fields. `words_fts` has the reader's
note, highlights and takeaway, and is small. `pdf_fts` has the text of attached PDFs, page by page; it is asked where
the query says so.

A paper is found when each word stands in either. All words of a query go into one MATCH on an index; what that cannot
find is only papers of which `words_fts` holds a word, and these few are then looked at word by word. A text without any
letter or digit, such as "+" or an emoji, is in no index and is looked for in the stored texts themselves.

What a person typed reaches SQL as a parameter only, and MATCH only between double quotes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from readerapp.library.folding import has_word, marked, query_forms
from readerapp.library.language import And, Expression, Not, Or, Words

# A condition over `paper AS p`, or a SELECT of ids, and its parameters.
Sql = tuple[str, list[object]]

_WORD = re.compile(r"[^\W_]+")
# Where a word of the tokenizer begins and ends, and what is between two: private use characters are letters to it.
_BEGIN, _END = r"(?<![^\W_])(?<![\ue000-\uf8ff])", r"(?![^\W_]|[\ue000-\uf8ff])"
_BETWEEN = r"(?:[^\w\ue000-\uf8ff]|_)+"
_LATIN_ACCENTS = re.compile("(?<=[A-Za-z\u00c0-\u024f])[\u0300-\u036f]+")
_COLUMNS = {"title": "title", "author": "authors", "abstract": "abstract", "keyword": "keywords", "venue": "venue"}
# From here on Python and the tokenizer may not agree on what a letter is.
_LAST_SURE = "\u0527"

# The prefix indexes know beginnings of so many letters.
_INDEXED_LETTERS = {"word_fts": 3, "title_fts": 5, "paper_fts": 0}

# Merging the places of all words that begin with fewer letters takes an index without prefixes too long.
SHORT = 4


def index_of(expression: Expression) -> str:
    """The index in which one MATCH can find an expression of words; "" if there is none. Words may be excluded where
    others are asked for."""
    match expression:
        case And(parts):
            wanted, excluded = _wanted(parts)
            found = {index_of(part) for part in (*wanted, *excluded)} if wanted else {""}
            if any(map(_excludes, (*wanted, *excluded))):
                return ""
            return found.pop() if len(found) == 1 and not (excluded and "title_fts" in found) else ""
        case Or(parts):
            found = {index_of(part) for part in parts}
            return found.pop() if len(found) == 1 and not any(map(_excludes, parts)) else ""
        case Words(text, field):
            if field in ("note", "pdf") or not has_word(text):
                return ""
            if field in ("title", "author"):
                return "title_fts"
            return "paper_fts" if field or not all(map(_is_one_word, query_forms(text))) else "word_fts"
        case _:
            return ""


def _excludes(expression: Expression) -> bool:
    match expression:
        case And(parts) | Or(parts):
            return any(map(_excludes, parts))
        case _:
            return isinstance(expression, Not)


def _wanted(parts: Iterable[Expression]) -> tuple[list[Expression], list[Expression]]:
    """Those that are asked for, and those that are excluded."""
    wanted: list[Expression] = []
    excluded: list[Expression] = []
    for part in parts:
        if isinstance(part, Not):
            excluded.append(part.part)
        else:
            wanted.append(part)
    return wanted, excluded


def _is_one_word(form: str) -> bool:
    return form.isalnum() and max(form) <= _LAST_SURE


@dataclass(frozen=True, slots=True)
class Shortened:
    """A beginning of a word that no index knows as such, or alternatives of which one is: a `wider` expression for
    word_fts that finds what they find and more, and a pattern that the text of what they find has."""

    leaves: tuple[Words, ...]
    wider: Expression
    pattern: re.Pattern[str]

    def holds(self, texts: Mapping[str, str]) -> bool:
        """Whether texts, by the columns of paper_fts, have it."""
        column = _COLUMNS.get(self.leaves[0].field)
        if column is None:
            return any(self.pattern.search(_as_indexed(text)) for text in texts.values())
        forms = (marked(form, column) for form in query_forms(self.leaves[0].text))
        return self.pattern.search(_as_indexed(texts[column])) is not None or any(
            form in texts["also"] for form in forms
        )


def too_long_for_titles(leaf: Words) -> bool:
    """Whether this is a beginning of a word that title_fts would have to merge from all words that begin so."""
    return leaf.prefix and len(leaf.text) > _INDEXED_LETTERS["title_fts"]


def shortened(expression: Expression) -> Shortened | None:
    """For a beginning of a word that an index would have to merge from all words that begin so, or alternatives with
    one; None for all else."""
    if isinstance(expression, Or):
        return _one_of_them_shortened(expression)
    leaf = expression
    index = index_of(leaf)
    if not isinstance(leaf, Words) or not leaf.prefix or not index:
        return None
    if len(leaf.text) <= _INDEXED_LETTERS[index]:
        return None
    alternatives: list[Expression] = []
    patterns: list[str] = []
    for form in query_forms(leaf.text):
        words = _WORD.findall(unicodedata.normalize("NFC", form))
        if not all(map(_is_one_word, words)) or any(map(unicodedata.combining, unicodedata.normalize("NFC", form))):
            return None
        whole = [Words(word) for word in words[:-1]]
        alternatives.append(And((*whole, Words(words[-1][: _INDEXED_LETTERS["word_fts"]], prefix=True))))
        patterns.append(_BEGIN + _BETWEEN.join(re.escape(_as_indexed(word)) for word in words))
    return Shortened((leaf,), Or(tuple(alternatives)), re.compile("|".join(patterns)))


def _as_indexed(text: str) -> str:
    """A text as the tokenizer of the indexes compares it: without case, and Latin letters without accents. More is not
    the same here: of phrases the index knows no further forms."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", _LATIN_ACCENTS.sub("", unicodedata.normalize("NFD", text).lower()))


def _one_of_them_shortened(alternatives: Or) -> Shortened | None:
    leaves = [part for part in alternatives.parts if isinstance(part, Words) and not part.field]
    if len(leaves) < len(alternatives.parts) or index_of(alternatives) != "word_fts":
        return None
    shorter = [shortened(leaf) for leaf in leaves]
    if not any(shorter):
        return None
    wider: list[Expression] = []
    patterns: list[str] = []
    for leaf, short in zip(leaves, shorter, strict=True):
        wider.append(short.wider if short else leaf)
        forms = "|".join(re.escape(_as_indexed(form)) for form in query_forms(leaf.text))
        whole = f"{_BEGIN}(?:{forms}){'' if leaf.prefix else _END}"
        patterns.append(short.pattern.pattern if short else whole)
    return Shortened(tuple(leaves), Or(tuple(wider)), re.compile("|".join(patterns)))


def positive_words(expression: Expression) -> Iterable[Words]:
    """The words that found papers have, of those that stand in an index."""
    match expression:
        case And(parts) | Or(parts):
            for part in parts:
                yield from positive_words(part)
        case Words(text):
            if has_word(text):
                yield expression
        case _:
            pass


def to_fts(expression: Expression, index: str) -> str:
    """An expression of words in the language of FTS5, for one of the indexes of papers."""
    match expression:
        case And(parts):
            wanted, excluded = _wanted(parts)
            found = f"({' AND '.join(to_fts(part, index) for part in wanted)})"
            if not excluded:
                return found
            return f"({found} NOT ({' OR '.join(to_fts(part, index) for part in excluded)}))"
        case Or(parts):
            return f"({' OR '.join(to_fts(part, index) for part in parts)})"
        case Words(text, field, prefix):
            forms = query_forms(text)
            if not field:
                return _any_of(forms, prefix)
            in_column = f"{_COLUMNS[field]} : {_any_of(forms, prefix)}"
            if index == "title_fts":
                return in_column
            return f"({in_column} OR also : {_any_of((marked(form, _COLUMNS[field]) for form in forms), prefix)})"
    raise TypeError(expression)


def to_fts_in(columns: Sequence[str], expression: Expression, index: str) -> str:
    """The same for title_fts or paper_fts, words without a field being looked for in these columns alone, and none
    excluded. title_fts has no further forms."""
    match expression:
        case And(parts):
            wanted, _ = _wanted(parts)
            return f"({' AND '.join(to_fts_in(columns, part, index) for part in wanted)})"
        case Or(parts):
            return f"({' OR '.join(to_fts_in(columns, part, index) for part in parts)})"
        case Words(text, "", prefix):
            forms = query_forms(text)
            there = f"{{{' '.join(columns)}}} : {_any_of(forms, prefix)}"
            if index == "title_fts":
                return there
            marks = (marked(form, column) for form in forms for column in columns)
            return f"({there} OR also : {_any_of(marks, prefix)})"
        case _:
            return to_fts(expression, index)


def in_papers(expression: Expression) -> Sql:
    """The papers for which an expression of words of one index holds by what came with them: a SELECT of `paper`."""
    selects = [in_index(expression)]
    if index_of(expression) == "title_fts":
        if not isinstance(expression, Words):
            return _each_side(expression)
        # Further forms, which stand in no title, are found by the mark of their field.
        forms = query_forms(expression.text)
        further = "word_fts" if all(map(_is_one_word, forms)) else "paper_fts"
        marks = _any_of((marked(form, _COLUMNS[expression.field]) for form in forms), expression.prefix)
        selects.append((f"SELECT rowid AS paper FROM {further} WHERE {further} MATCH ?", [marks]))
    return _union(selects)


def in_index(expression: Expression) -> Sql:
    """The same as far as one MATCH can say it, which is all but further forms in titles and names. Its papers can be
    had in the order of their numbers at once."""
    index = index_of(expression)
    select = f"SELECT rowid AS paper FROM {index} WHERE {index} MATCH ?"
    found: list[object] = [to_fts(expression, index)]
    for part in _wanted(expression.parts)[1] if isinstance(expression, And) else ():
        # What the reader's words have is excluded too.
        if by_the_reader := with_reader_words(part):
            select += f" AND rowid NOT IN ({by_the_reader[0]})"
            found += by_the_reader[1]
    return select, found


def _each_side(expression: Expression) -> Sql:
    """The same side by side, where no single MATCH can say it."""
    assert isinstance(expression, And | Or)
    sides = [in_papers(part) for part in expression.parts]
    operator = " INTERSECT " if isinstance(expression, And) else " UNION ALL "
    select = operator.join(f"SELECT paper FROM ({select})" for select, _ in sides)
    return select, list(chain.from_iterable(parameters for _, parameters in sides))


def anywhere(expression: Expression) -> Sql:
    """The papers for which an expression of words of one index holds, each word standing in what came with the paper
    or in what the reader wrote: a SELECT of `paper`, which may come twice."""
    by_the_reader = with_reader_words(expression)
    return _union([in_papers(expression), *([by_the_reader] if by_the_reader else [])])


def with_reader_words(expression: Expression) -> Sql | None:
    """Those of them of which the reader's words have at least one of the words; None if only fields of the paper are
    asked for."""
    leaves = [leaf for leaf in positive_words(expression) if not leaf.field]
    if not leaves:
        return None
    select, parameters = in_reader_words(leaves)
    if not _needs_one(expression):
        clause, check = _holds(expression)
        select, parameters = f"SELECT paper FROM ({select}) AS candidate WHERE {clause}", [*parameters, *check]
    return select, parameters


def _union(selects: list[Sql]) -> Sql:
    return " UNION ALL ".join(select for select, _ in selects), list(chain.from_iterable(more for _, more in selects))


def _needs_one(expression: Expression) -> bool:
    """Whether one word is enough for an expression of words."""
    return isinstance(expression, Words) or (
        isinstance(expression, Or) and all(isinstance(part, Words) for part in expression.parts)
    )


def _holds(expression: Expression) -> Sql:
    """Whether an expression of words holds for `paper`, word by word."""
    match expression:
        case And(parts):
            # Beginnings of words last: to look for them is dear, and often no paper is left to ask about.
            parts = tuple(sorted(parts, key=lambda part: isinstance(part, Words) and part.prefix))
            return joined([_holds(part) for part in parts], "AND")
        case Not(part):
            clause, parameters = _holds(part)
            return f"NOT {clause}", parameters
        case Or(parts):
            return joined([_holds(part) for part in parts], "OR")
        case leaf:
            selects = [in_papers(leaf)]
            if isinstance(leaf, Words) and not leaf.field:
                selects.insert(0, in_reader_words([leaf]))
            return joined([_asked(select, leaf) for select in selects], "OR")


def _asked(select: Sql, leaf: Expression) -> Sql:
    """Whether `paper` is one of a SELECT's. To ask of each is cheap but for a long beginning of words, which is merged
    from its words every time; there the sign keeps SQLite from running it anew for each paper."""
    if isinstance(leaf, Words) and leaf.prefix:
        return f"+candidate.paper IN ({select[0]})", select[1]
    return f"EXISTS (SELECT 1 FROM ({select[0]}) AS one WHERE one.paper = candidate.paper)", select[1]


def in_reader_words(leaves: Iterable[Words]) -> Sql:
    """Papers whose note, highlights or takeaway (of a leaf with a field: note) have one of the words: a SELECT of
    `paper`."""
    return (
        "SELECT rowid AS paper FROM words_fts WHERE words_fts MATCH ?",
        [" OR ".join(_reader_match(leaf) for leaf in leaves)],
    )


def in_pdfs(leaf: Words) -> Sql:
    """Papers with a PDF on a page of which a word or phrase stands: a SELECT of `paper`, which may come twice."""
    return (
        "SELECT a.paper_id AS paper FROM pdf_fts CROSS JOIN pdf_page AS page ON page.id = pdf_fts.rowid"
        " JOIN attachment AS a ON a.sha256 = page.sha256 WHERE pdf_fts MATCH ?",
        [pdf_match([leaf])],
    )


def pdf_match(leaves: Iterable[Words]) -> str:
    """Any of these words, in the language of FTS5, for pdf_fts."""
    return " OR ".join(_any_of(query_forms(leaf.text), leaf.prefix) for leaf in leaves)


def _reader_match(leaf: Words) -> str:
    """A word in the language of FTS5, for words_fts."""
    forms = query_forms(leaf.text)
    if not leaf.field:
        return _any_of(forms, leaf.prefix)
    marks = _any_of((marked(form, "note") for form in forms), leaf.prefix)
    return f"(note : {_any_of(forms, leaf.prefix)} OR also : {marks})"


def literal(leaf: Words) -> Sql:
    """Whether a text without any word stands somewhere in the paper `p`, to the letter."""
    conditions: list[Sql] = []
    for place, clause in _LITERAL.items():
        if place == leaf.field or not (leaf.field or place == "pdf"):
            conditions.append((clause, [leaf.text] * clause.count("?")))
    return joined(conditions, "OR")


_IN_TEXT = "EXISTS (SELECT 1 FROM paper_text WHERE paper_id = p.id AND instr({}, ?))"
_LITERAL = {
    "title": "instr(p.title, ?)",
    "venue": "instr(p.venue, ?)",
    "author": _IN_TEXT.format("authors"),
    "abstract": _IN_TEXT.format("abstract"),
    "keyword": _IN_TEXT.format("keywords"),
    "note": "EXISTS (SELECT 1 FROM note WHERE paper_id = p.id AND instr(text, ?))",
    "pdf": "EXISTS (SELECT 1 FROM attachment AS a JOIN pdf_page AS page ON page.sha256 = a.sha256"
    " WHERE a.paper_id = p.id AND instr(page.text, ?))",
    "takeaway": "instr(p.takeaway, ?)",
    "highlight": "EXISTS (SELECT 1 FROM highlight WHERE paper_id = p.id AND (instr(quote, ?) OR instr(comment, ?)))",
}


def joined(conditions: Sequence[Sql], operator: str) -> Sql:
    """Conditions joined by AND or OR, in parentheses; many of them in bundles, as SQLite bounds the depth."""
    bundle = 50
    while len(conditions) > bundle:
        conditions = [joined(conditions[at : at + bundle], operator) for at in range(0, len(conditions), bundle)]
    clause = f" {operator} ".join(clause for clause, _ in conditions)
    parameters = list(chain.from_iterable(parameters for _, parameters in conditions))
    return (clause if len(conditions) == 1 else f"({clause})"), parameters


def _any_of(forms: Iterable[str], prefix: bool) -> str:
    return f"({' OR '.join(_phrase(form, prefix) for form in forms)})"


def _phrase(text: str, prefix: bool) -> str:
    """A text as FTS5 reads it word by word, whatever is in it."""
    return '"' + text.replace('"', '""') + ('" *' if prefix else '"')
