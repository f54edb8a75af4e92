"""How words compare: the forms a word is stored and asked for under, and the key of a title.

The full-text indexes split text with SQLite's tokenizer `unicode61 remove_diacritics 2`, which lowers case and
takes accents off Latin letters, and no more. What it leaves apart but people type either way is brought together
here:

- letters it does not fold: ł ø đ ß æ, Й and И, ligatures (ﬁ), full-width and mathematical letters (𝐱 ℝ ²);
- hyphenated words and their joined form: pre-training, pretraining;
- Greek letters and their names: α, `\\alpha`, `\\varepsilon`;
- words with an emoji at their side, the newer of which the tokenizer takes for letters: 🦙LLaMA;
- Chinese, Japanese and Korean, written without spaces: pairs of neighbouring characters, and each one alone.

The extra forms of a paper stand in `paper_text.also` (`also`); a word asked for is asked for under all of its
forms (`query_forms`). Text with nothing of this kind costs about a microsecond.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b

# A form is stored in `also` twice: as it is, and with the mark of its field before it, so that `title:pretraining`
# does not find a paper with "pre-training" in its abstract alone. It also parts the forms, so that no two of them
# are a phrase. Private-use characters are letters to unicode61 and part of no real word.
_MARKS = {"title": "\ue000", "authors": "\ue001", "abstract": "\ue002", "keywords": "\ue003", "venue": "\ue004"}
_NOTE_MARK = "\ue005"

_ACCENTS = re.compile("[\u0300-\u036f]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_WORD = re.compile(r"[^\W_]+")
# Hyphen, non-breaking hyphen, soft hyphen, and the characters of no width that break a word invisibly.
_JOINTS = str.maketrans(dict.fromkeys("\u2010\u2011\u00ad\u200b\u200c\u200d\u2060\ufeff", "-"))
_JOINT_CHARACTERS = frozenset(map(chr, _JOINTS))
_HYPHENATED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_BESIDE_EMOJI = re.compile("(?<![^\\W_])[^\\W_]+(?=[\U0001f000-\U0001ffff])|(?<=[\U0001f000-\U0001ffff])[^\\W_]+")
_TEX_VARIANT = re.compile(r"\\var(epsilon|theta|kappa|pi|rho|sigma|phi)")

_CJK = (
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
_GREEK = "\u03b1-\u03c9"
_GREEK_NAMES = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta", "θ": "theta",
    "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "ο": "omicron", "π": "pi",
    "ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi",
    "ω": "omega",
}  # fmt: skip


@cache
def _cjk_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern with CJK in it. Compiled late: it takes milliseconds, and most queries need none."""
    return re.compile(pattern.replace("CJK", _CJK))


_ANY_CJK = "[CJK]"
_COUNTED = r"[CJK]|[^\W_CJK]+"
_PART = f"(?P<cjk>[CJK]+)|(?P<greek>[{_GREEK}]+)|[^CJK{_GREEK}]+"

# Letters of the Latin alphabet that Unicode does not decompose, as they are written without them.
_LATIN = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
    }
)
# Letters below U+0528 that the tokenizer leaves as they are, though it folds their kind.
_UNFOLDED = "ǠǡͿ"


def title_key(title: str) -> int:
    """A number from 0 to 2**63 - 1, the same for titles that differ only in case, accents, width or punctuation.

    It is the first 63 bits of the BLAKE2b of the letters and digits; of the title as it stands if it has none.
    """
    if title.isascii():
        key = title.lower()
    else:
        key = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", title).casefold())
    key = "".join(filter(str.isalnum, key))
    digest = blake2b((key or title).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def also(title: str = "", authors: str = "", abstract: str = "", keywords: str = "", venue: str = "") -> str:
    """The further forms under which a paper's words are to be found, separated by spaces: `paper_text.also`.

    "Pre-training on Łódź" gives "pretraining" and "lodz", and each once more with the mark of its field. Empty for
    plain text without hyphens.
    """
    return _also(zip(_MARKS.values(), (title, authors, abstract, keywords, venue), strict=True))


def also_words(note: str, highlights: str, takeaway: str) -> str:
    """The same of what the reader wrote: `words_also.also`. Only the note has a mark."""
    return _also([(_NOTE_MARK, note), ("", highlights), ("", takeaway)])


def also_text(text: str) -> str:
    """The same of a text that has no fields: `pdf_page.also`."""
    return _also([("", text)])


def _also(texts: Iterable[tuple[str, str]]) -> str:
    forms: dict[str, None] = {}
    for mark, text in texts:
        for form in _forms(text):
            forms[form] = None
            if mark:
                forms[_with_mark(form, mark)] = None
    return " ".join(forms)


def query_forms(word: str) -> list[str]:
    """The forms under which a word or phrase is asked for: as typed, then those that `also` would store."""
    forms = [word]
    if word.isascii() and "-" not in word and "\\var" not in word:
        return forms
    plain = _TEX_VARIANT.sub(r"\\\1", word.translate(_JOINTS))
    if plain != word or any(map(_is_special, word)):
        forms.append(_canonical(plain))
    joined = _HYPHENATED.sub(lambda match: _joined(match[0]), plain)
    if joined != plain:
        forms.append(joined)
    return [form for form in dict.fromkeys(forms) if form]


def marked(form: str, field: str) -> str:
    """A form with the mark of its field (a column of paper_fts, or "note"), as `also` stores it."""
    return _with_mark(form, _NOTE_MARK if field == "note" else _MARKS[field])


def _with_mark(form: str, mark: str) -> str:
    return " ".join(mark + word for word in _WORD.findall(form))


def has_word(text: str) -> bool:
    """Whether the indexes see a word in a text: a letter or digit of any script. "C++" has one, "++" none."""
    return _WORD.search(text) is not None


def first_words(text: str, limit: int) -> tuple[str, int]:
    """A text cut after so many words, and how many it then has. A CJK character counts as one."""
    number = 0
    pattern = _WORD if text.isascii() else _cjk_pattern(_COUNTED)
    for number, word in enumerate(pattern.finditer(text), start=1):
        if number > limit:
            return text[: word.start()].rstrip(), limit
    return text, number


def has_cjk(text: str) -> bool:
    """Whether a text has Chinese, Japanese or Korean characters."""
    return not text.isascii() and _cjk_pattern(_ANY_CJK).search(text) is not None


def fold(text: str) -> str:
    """A text without case, accents, ligatures and width: "Łódź" gives "lodz", "ﬁne" gives "fine"."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text).casefold()
    text = unicodedata.normalize("NFKD", text).translate(_LATIN)
    return unicodedata.normalize("NFC", _ACCENTS.sub("", text))


def _forms(text: str) -> list[str]:
    """The forms of the words of a text that the tokenizer would not find."""
    forms: list[str] = []
    if not text.isascii():
        characters = set(_NOT_ASCII.findall(text))
        if not characters.isdisjoint(_JOINT_CHARACTERS):
            text = text.translate(_JOINTS)
        special = {character for character in characters if _is_special(character)}
        if special:
            for word in dict.fromkeys(_WORD.findall(_ACCENTS.sub("", text))):
                if not special.isdisjoint(word):
                    forms.append(_canonical(word))
                    forms.extend(_cjk_pattern(_ANY_CJK).findall(unicodedata.normalize("NFKC", word)))
            forms.extend(map(_canonical, _BESIDE_EMOJI.findall(text)))
    if "-" in text:
        for chunk in text.split():
            if "-" in chunk:
                forms.extend(map(_joined, _HYPHENATED.findall(chunk)))
    if "\\var" in text:
        forms.extend(_TEX_VARIANT.findall(text))
    return [form for form in forms if form]


def _joined(hyphenated: str) -> str:
    """ "pre-training" gives "pretraining"; a number or date such as 2024-05 gives nothing to look for."""
    joined = hyphenated.replace("-", "")
    return "" if joined.isdecimal() else _canonical(joined).replace(" ", "")


def _canonical(text: str) -> str:
    """The words of a text, folded: Greek letters that stand alone by their names, CJK runs as pairs."""
    words: list[str] = []
    for word in _WORD.findall(fold(text)):
        if word.isascii():
            words.append(word)
            continue
        for part in _cjk_pattern(_PART).finditer(word):
            run = part.group()
            if part.lastgroup == "cjk" and len(run) > 1:
                words.extend(run[at : at + 2] for at in range(len(run) - 1))
            elif part.lastgroup == "greek" and len(run) == 1:
                words.append(_GREEK_NAMES[run])
            else:
                words.append(run)
    return " ".join(words)


@cache
def _is_special(character: str) -> bool:
    """Whether a character has a form that the tokenizer does not know; of an emoji it is none at all."""
    if not character.isalnum():
        return "\U0001f000" <= character < "\U00020000"
    if character.isascii():
        return False
    lowered = unicodedata.normalize("NFD", character.lower())
    if lowered[0].isascii() and not _ACCENTS.sub("", lowered[1:]):
        known = "" if character in _UNFOLDED else lowered[0]
    elif character not in _UNFOLDED and (character < "\u0528" or "\u1e00" <= character < "\u2000"):
        known = character.lower()
    else:  # scripts whose capitals came to Unicode after the tokenizer's tables were made
        known = character
    canonical = _canonical(character)
    return canonical != known or has_cjk(canonical)
