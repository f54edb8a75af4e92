"""Citations and bibliographies in the styles of the Citation Style Language (CSL 1.0.2, https://citationstyles.org).

The work is citeproc-py's; this is the only module that knows it. What it gets wrong with the styles of today is put
right here, in the style or in the data before it sees them, or in the text that comes out: see each `_…` function.
Its texts carry marks of ours, characters of a private use area, where the style wants italics or a quotation mark: one
run gives plain text and HTML, and nothing in a title can be taken for markup.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from readerapp.errors import Refused
from readerapp.formats import csl, markup
from readerapp.paths import RESOURCES
from readerapp.records import Progress, Record, Silent, Skipped

SHIPPED = RESOURCES / "styles" / "csl"

# The styles that come with the program: what their files are called, and what people call them.
NAMES = {
    "apa": "APA 7",
    "ieee": "IEEE",
    "chicago-author-date": "Chicago 18, author and date",
    "association-for-computing-machinery": "ACM",
    "nature": "Nature",
    "nlm-citation-sequence": "Vancouver",
}
# What the styles are called in other programs and by people who type a name.
_ALIASES = {"vancouver": "nlm-citation-sequence", "acm": "association-for-computing-machinery"}

LARGEST = 2 * 2**20
_NAMESPACE = "http://purl.org/net/xbiblio/csl"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

# Our marks: each pair begins and ends what the tag would; then where the label of an entry ends, and the quotation
# marks that the style asks for, as against those in a title.
_PAIRS = {
    "Italic": ("\ue100", "\ue101", "i"),
    "Oblique": ("\ue100", "\ue101", "i"),
    "Bold": ("\ue102", "\ue103", "b"),
    "Superscript": ("\ue104", "\ue105", "sup"),
    "Subscript": ("\ue106", "\ue107", "sub"),
    "Underline": ("\ue108", "\ue109", "u"),
    "SmallCaps": ("\ue10a", "\ue10b", "span"),
}
_LABEL_ENDS, _OPEN, _CLOSE = "\ue10c", "\ue10d", "\ue10e"
_MARKS = dict.fromkeys(range(0xE100, 0xE110))
_ENDS = "".join(end for _, end, _ in _PAIRS.values())
_TAGS = {
    mark: tag
    for begin, end, name in _PAIRS.values()
    for mark, tag in (
        (begin, '<span style="font-variant: small-caps">' if name == "span" else f"<{name}>"),
        (end, f"</{name}>"),
    )
}
_ADDRESS = re.compile(r"https?://[^\s<>\"“”‘’\ue100-\ue10f]+[^\s<>\"“”‘’.,;:!?)\]\ue100-\ue10f]")
_YEAR_AT_END = re.compile(r"(?P<people>.*\S,? )(?P<year>\d{4}[a-z]*)")
_ARXIV = re.compile(r"arXiv(?::\S+)?")
# Particles of a family name, for styles that set them behind the given names, or sort without them.
_PARTICLES = re.compile(r"((?:[^\W\d_A-Z][^\W\d_]*['’]?\s+)+)(?=\S)")


@dataclass(frozen=True, slots=True)
class StyleFile:
    """A style that can be chosen: `name` is its file's, without the ending, `title` what it is called."""

    name: str
    title: str
    file: Path
    own: bool = False


@dataclass(frozen=True, slots=True)
class Formatted:
    """A formatted text, plain and as HTML without a block around it."""

    plain: str
    html: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A reference of a bibliography. `label` is what numbers it ("[1]"), "" where the style numbers none; `paper` is
    its place among the records given."""

    label: str
    text: Formatted
    paper: int


@dataclass(frozen=True, slots=True)
class Cited:
    """References in the order of the style, what stands in the running text for all of them, and for each of the
    records given. `unformatted` counts those that the style could not do, which stand with authors, title and year."""

    entries: tuple[Entry, ...]
    in_text: Formatted
    each: tuple[Formatted, ...]
    unformatted: int = 0

    @property
    def plain(self) -> str:
        """The references as plain text, one to a line, numbered where the style numbers them and there are several."""
        return "\n".join(
            f"{entry.label} {entry.text.plain}" if self._numbered(entry) else entry.text.plain for entry in self.entries
        )

    @property
    def html(self) -> str:
        """The references as HTML for a clipboard or a page: a paragraph each, its further lines set in."""
        # In points: word processors know no "em".
        space = "margin:0 0 6pt 24pt;text-indent:-24pt"
        return "\n".join(
            f'<p class="reference" style="{space}">'
            + (f"{html.escape(entry.label)} " if self._numbered(entry) else "")
            + f"{entry.text.html}</p>"
            for entry in self.entries
        )

    def _numbered(self, entry: Entry) -> bool:
        return bool(entry.label) and len(self.entries) > 1


def styles(folder: Path) -> tuple[list[StyleFile], list[Skipped]]:
    """The styles there are: those that come with the program, then the reader's own in `folder` by title; and what
    in that folder is none, with why. One of the reader's that is called like one of ours takes its place."""
    own: dict[str, StyleFile] = {}
    broken = []
    try:
        files = sorted(folder.glob("*.csl"))
    except OSError:
        files = []
    for file in files:
        try:
            own[file.stem] = StyleFile(file.stem, _title(_tree(file), file), file, own=True)
        except Refused as refusal:
            broken.append(Skipped(file.name, str(refusal)))
    ours = [StyleFile(name, title, SHIPPED / f"{name}.csl") for name, title in NAMES.items() if name not in own]
    return ours + sorted(own.values(), key=lambda style: style.title.casefold()), broken


def style_named(name: str, folder: Path) -> StyleFile:
    """The style of this name. Raises Refused when there is none, or it cannot be read."""
    name = _ALIASES.get(name, name)
    file = folder / f"{name}.csl"
    if file.is_file():
        return StyleFile(name, _title(_tree(file), file), file, own=True)
    if name in NAMES:
        return StyleFile(name, NAMES[name], SHIPPED / f"{name}.csl")
    raise Refused(f"There is no citation style “{name}”.", f"Choose another one, or put {name}.csl into {folder}.")


class Style:
    """A style ready for use, in the language it is written for, or in that of a `locale` such as "de-DE".

    Raises Refused when the file is no style, or one that cannot be used.
    """

    def __init__(self, style: StyleFile, locale: str = "") -> None:
        self.file = style
        self._tree = _independent(style)
        root = self._tree.getroot()
        self._locale = locale or root.get("default-locale") or "en-US"
        citation = root.find(_tag("citation"))
        self._collapses = citation is not None and citation.get("collapse") == "citation-number"
        self._joins_years = citation is not None and str(citation.get("collapse", "")).startswith("year")
        self._adds_letters = citation is not None and citation.get("disambiguate-add-year-suffix") == "true"
        _push_initials_down(root)
        _mark_label(root)
        _mark_quotes(root)
        _give_dates_their_delimiters(root)
        self._engine = self._loaded(self._tree)

    def _loaded(self, tree: Any) -> Any:
        import citeproc  # late, here and below: most commands and windows never cite
        from lxml import etree

        _repair(citeproc)
        try:
            text = io.BytesIO(etree.tostring(tree))
            engine = citeproc.CitationStylesStyle(text, locale=self._locale, validate=False)
            if engine.root.citation is None:
                raise ValueError("it has no citation")
        except Exception as error:
            # Of lxml, of citeproc-py, or what a style that is none leads them to.
            raise _unusable(self.file, error) from None
        return engine

    @cached_property
    def _ranges(self) -> Any:
        """The style with a dash between two citations."""
        tree = deepcopy(self._tree)
        for layout in tree.getroot().iterfind(f"{_tag('citation')}/{_tag('layout')}"):
            layout.set("delimiter", "–")
        return self._loaded(tree)

    def cite(self, records: Sequence[Record], progress: Progress | None = None) -> Cited:
        """The references of papers, which are numbered in the order given where the style numbers. Raises Refused when
        the style can do none of them; Cancelled when `progress` says so."""
        progress = progress or Silent()
        if not records:
            return Cited((), Formatted("", ""), ())
        items = [_item(record, number) for number, record in enumerate(records)]
        run = _Run(self._engine, items, progress)
        if self._adds_letters and (letters := _letters(run.each, run.order)):
            for number, letter in letters.items():
                items[number]["year-suffix"] = letter
            run = _Run(self._engine, items, progress)
        entries = []
        unformatted = 0
        closing = self._closing_quotes()
        for number, marked in run.entries(progress):
            if marked is None:
                unformatted += 1
                entries.append(Entry("", _plainly(records[number]), number))
                continue
            label, _, text = marked.rpartition(_LABEL_ENDS)
            entries.append(Entry(_formatted(label, closing).plain.strip(), _formatted(text.strip(), closing), number))
        if entries and unformatted == len(entries):
            raise _unusable(self.file, run.error)
        return Cited(
            tuple(entries),
            _formatted(self._in_text(items, run), closing),
            tuple(_formatted(one, closing) for one in run.each),
            unformatted,
        )

    def _in_text(self, items: Sequence[Mapping[str, Any]], run: _Run) -> str:
        if self._collapses and len(items) > 2:
            # All that stands between them is cited too.
            return _Run(self._ranges, items, Silent(), citing=False).cited([run.order[0], run.order[-1]])
        together = run.cited(range(len(items)))
        return _years_joined(together, [run.each[number] for number in run.order]) if self._joins_years else together

    def _closing_quotes(self) -> tuple[str, str, bool]:
        """The quotation marks of the language, and whether points and commas stand within them."""
        root = self._engine.root
        found = []
        for name, mark in (("open-quote", _OPEN), ("close-quote", _CLOSE)):
            texts = (_term(locale, name) for locale in root.locales)
            found.append(next((text for text in texts if text and text != mark), '"'))
        return found[0], found[1], str(root.get_locale_option("punctuation-in-quote")).lower() == "true"


class _Run:
    """Papers registered with a style. `each` has what stands in the text for each of them, `order` their order in the
    bibliography, both with our marks."""

    def __init__(
        self, engine: Any, items: Sequence[Mapping[str, Any]], progress: Progress, citing: bool = True
    ) -> None:
        import citeproc
        from citeproc.source import BibliographySource

        self.error: Exception = ValueError("it makes nothing of any paper")
        source = BibliographySource()
        for number, item in enumerate(items):
            source.add(_reference(str(number), item))
        self._citeproc, self._engine = citeproc, engine
        self._bibliography = citeproc.CitationStylesBibliography(engine, source, _marking())
        for number in range(len(items)):
            self._bibliography.register(citeproc.Citation([citeproc.CitationItem(str(number))]))
        if engine.has_bibliography():
            try:
                self._bibliography.sort()
            except Exception as error:  # what it is of depends on the style and the paper: see entries()
                self.error = error
        self.order = [int(key) for key in self._bibliography.keys]
        self.each: list[str] = []
        for number in range(len(items) if citing else 0):
            progress.check()
            self.each.append(self.cited([number]))

    def cited(self, numbers: Iterable[int]) -> str:
        """What stands in the text for these papers together."""
        citation = self._citeproc.Citation([self._citeproc.CitationItem(str(number)) for number in numbers])
        # None has been cited before: no "ibid.".
        self._bibliography._cites = []
        self._bibliography.register(citation)
        try:
            return str(self._bibliography.cite(citation, lambda item: "") or "")
        except Exception as error:
            self.error = error
            return ""

    def entries(self, progress: Progress) -> Iterator[tuple[int, str | None]]:
        """Each paper with its reference, in the order of the bibliography; None for one that the style cannot do. A
        style without a bibliography has notes: these are given."""
        items = list(self._bibliography.items)
        for done, item in enumerate(items):
            progress.report(done, len(items))
            progress.check()
            number = int(item.key)
            if not self._engine.has_bibliography():
                yield number, self.each[number] or None
                continue
            try:
                found = self._engine.render_bibliography([item])
            except Exception as error:  # a defect of the style or of citeproc-py costs this paper, not the others
                self.error = error
                found = []
            yield number, str(found[0]) if found and str(found[0]).strip() else None
        progress.report(len(items), len(items))


# The data, before citeproc-py sees them


def _item(record: Record, number: int) -> dict[str, Any]:
    item: dict[str, Any] = dict(csl.item_of(record, str(number), with_extras=False))
    # What a reader would want to see of a preprint: its number, and where it is.
    arxiv = next((one.value for one in record.identifiers if one.scheme == "arxiv"), "")
    if arxiv and csl.kind(record) == "article":
        item.setdefault("number", f"arXiv:{arxiv}")
        item.setdefault("publisher", "arXiv")
        if "DOI" not in item:
            item.setdefault("URL", f"https://arxiv.org/abs/{arxiv}")
    for name in ("abstract", "keyword", "note", "annote", "custom", "id", "citation-key", "available-date"):
        item.pop(name, None)
    return item


def _reference(key: str, item: Mapping[str, Any]) -> Any:
    """An item as citeproc-py has it. Its own reader warns of variables of CSL 1.0.2 that it does not know and leaves
    names with a hyphen ("collection-number") unfound where a style asks for them by `number` or `names`."""
    from citeproc.source import Reference
    from citeproc.source.json import CiteProcJSON

    reader = CiteProcJSON([])
    reference = Reference(key, str(item.get("type", "document")))
    for name, value in item.items():
        if name == "type" or not value:
            continue
        if name in csl.NAMES or name == "author":
            value = reader.parse_names([_person(one) for one in value])
        elif name in csl.DATES or name == "issued":
            value = reader.parse_date(value)
        else:
            value = _text(str(value))
        if value:
            reference[name] = reference[name.replace("-", "_")] = value
    if "event_title" in reference:
        reference["event"] = reference["event_title"]
    return reference


def _text(text: str) -> Any:
    from citeproc.string import MixedString, NoCase, String

    clean = markup.one_line(text).translate(_MARKS)
    # "arXiv:1810.04805" must not become "ArXiv:1810.04805" where a style asks for a capital.
    return MixedString([(NoCase if _ARXIV.fullmatch(clean) else String)(clean)]) if clean else None


def _person(name: Mapping[str, str]) -> dict[str, str]:
    parts = {part: markup.one_line(text).translate(_MARKS) for part, text in name.items()}
    particles = _PARTICLES.match(parts.get("family", ""))
    if particles and parts.get("given"):
        parts["non-dropping-particle"] = particles[1].strip()
        parts["family"] = parts["family"][particles.end() :]
    return parts


def _letters(each: Sequence[str], order: Sequence[int]) -> dict[int, str]:
    """Letters for the years of papers that would be cited alike, in the order of the bibliography (citeproc-py adds
    none, whatever the style says)."""
    alike: dict[str, list[int]] = {}
    for number in order:
        alike.setdefault(each[number], []).append(number)
    return {
        number: _letter(place)
        for text, numbers in alike.items()
        if text and len(numbers) > 1
        for place, number in enumerate(numbers)
    }


def _letter(place: int) -> str:
    return (_letter(place // 26 - 1) if place >= 26 else "") + chr(97 + place % 26)


def _years_joined(together: str, each: Sequence[str]) -> str:
    """A citation of several papers with the years of the same people together: "(He et al., 2016a, 2016b)". `each` are
    the citations of the papers alone."""
    cited = [_YEAR_AT_END.fullmatch(one.strip("()")) for one in each]
    for before, after in pairwise(cited):
        if before and after and before["people"] == after["people"]:
            # Behind the citation before, or behind its year where that has been joined already.
            for behind in (before[0], f", {before['year']}"):
                found = f"{behind}; {after[0]}"
                together = together.replace(found, f"{behind}, {after['year']}", 1)
    return together


def _plainly(record: Record) -> Formatted:
    """A paper that a style cannot do."""
    text = ". ".join(filter(None, (", ".join(record.authors), record.title, record.venue, str(record.year or ""))))
    return Formatted(text, html.escape(text, quote=False))


# The style, before citeproc-py sees it


def _tree(file: Path) -> Any:
    """The XML of a style file, read so that it can name no other file. Raises Refused."""
    from lxml import etree

    try:
        with file.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except OSError as error:
        raise Refused(f"The citation style {file} cannot be read: {error.strerror}.") from None
    if len(raw) > LARGEST:
        raise Refused(f"{file.name} is larger than {LARGEST // 2**20} MB, so it is no citation style.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.parse(io.BytesIO(raw), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused(f"{file.name} is no citation style: {str(error).rstrip('.')}.") from None
    if tree.docinfo.doctype:
        raise Refused(f"{file.name} has a document type, which no citation style needs, and is not used.")
    if tree.getroot().tag != _tag("style"):
        raise Refused(f"{file.name} is no citation style: it is XML of another kind.")
    return tree


def _title(tree: Any, file: Path) -> str:
    found = tree.getroot().findtext(f"{_tag('info')}/{_tag('title')}") or ""
    return " ".join(found.split())[:200] or file.stem


def _independent(style: StyleFile) -> Any:
    """The XML of a style; of one that only names another, that one's, from beside it or from ours."""
    tree = _tree(style.file)
    link = tree.getroot().find(f"{_tag('info')}/{_tag('link')}[@rel='independent-parent']")
    if link is None or tree.getroot().find(_tag("citation")) is not None:
        return tree
    name = str(link.get("href", "")).rpartition("/")[2]
    for folder in (style.file.parent, SHIPPED):
        if (file := folder / f"{Path(name).name}.csl").is_file() and file != style.file:
            parent = _tree(file)
            if parent.getroot().find(_tag("citation")) is not None:
                return parent
    raise Refused(
        f"“{style.title}” is only another name of the style {name}.", f"Put {name}.csl into {style.file.parent} too."
    )


def _unusable(style: StyleFile, error: Exception) -> Refused:
    said = " ".join(str(error).split())[:200] or type(error).__name__
    return Refused(f"The citation style “{style.title}” cannot be used: {said.rstrip('.')}.", "Choose another one.")


def _tag(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"


def _named(root: Any, tag: str) -> list[Any]:
    return list(root.iter(_tag(tag)))


def _push_initials_down(root: Any) -> None:
    """Has names that a style wants in full be in full: citeproc-py does not know initialize="false", by which they take
    themselves out of an inherited initialize-with. So that is given to each that wants it, and taken from above."""
    from lxml import etree

    wants_full = [one for one in root.iter() if isinstance(one.tag, str) and one.get("initialize") == "false"]
    if not wants_full:
        return
    levels = [root, *_named(root, "bibliography"), *_named(root, "citation")]
    inherited = next((level.get("initialize-with") for level in levels if "initialize-with" in level.attrib), None)
    in_full = any(level in wants_full for level in levels)
    for names in _named(root, "names"):
        parent = names.getparent()
        of_another = parent is not None and parent.tag == _tag("substitute")
        if names.find(_tag("name")) is None and not of_another:
            names.insert(0, etree.Element(_tag("name")))
    for name in _named(root, "name"):
        full = name.get("initialize") == "false" or (in_full and "initialize" not in name.attrib)
        if full:
            name.attrib.pop("initialize-with", None)
        elif inherited is not None and "initialize-with" not in name.attrib:
            name.set("initialize-with", inherited)
    for level in levels:
        level.attrib.pop("initialize-with", None)


def _mark_label(root: Any) -> None:
    """Marks where the number of a reference ends, which citeproc-py puts before it without a blank: second-field-align
    is about columns."""
    for bibliography in _named(root, "bibliography"):
        layout = bibliography.find(_tag("layout"))
        if bibliography.get("second-field-align") and layout is not None:
            first = next((child for child in layout if isinstance(child.tag, str)), None)
            if first is not None:
                first.set("suffix", first.get("suffix", "") + _LABEL_ENDS)


def _mark_quotes(root: Any) -> None:
    """Has citeproc-py write marks of ours for quotation marks, so that those of a title are told from them."""
    from lxml import etree

    locale = next((one for one in root.iterfind(_tag("locale")) if _LANGUAGE not in one.attrib), None)
    if locale is None:
        locale = etree.Element(_tag("locale"))
        info = root.find(_tag("info"))
        root.insert(0 if info is None else root.index(info) + 1, locale)
    terms = locale.find(_tag("terms"))
    if terms is None:
        terms = etree.SubElement(locale, _tag("terms"))
    for name, mark in (("open-quote", _OPEN), ("close-quote", _CLOSE)):
        term = etree.Element(_tag("term"), name=name)
        term.text = mark
        # The first of a name is the one that is found.
        terms.insert(0, term)


def _give_dates_their_delimiters(root: Any) -> None:
    """Has dates in a form that the style defines itself be written with the delimiter of that form, which citeproc-py
    looks for where the date is called for ("2015May28")."""
    own: dict[str | None, str] = {}
    for locale in _named(root, "locale"):
        for date in locale.iterfind(_tag("date")):
            if date.get("delimiter"):
                own.setdefault(date.get("form"), date.get("delimiter"))
    for date in _named(root, "date"):
        if date.getparent().tag != _tag("locale") and date.get("form") in own:
            date.set("delimiter", date.get("delimiter", own[date.get("form")]))


def _term(locale: Any, name: str) -> str:
    try:
        return str(locale.get_term(name).single)
    except IndexError:
        return ""


# citeproc-py itself


@lru_cache
def _repair(citeproc: Any) -> None:
    """Puts right in citeproc-py what can be put right nowhere else."""
    _remember_what_took_the_place(citeproc.model)
    _find_macros_once(citeproc.model)


def _remember_what_took_the_place(model: Any) -> None:
    """Has the title of a paper without authors stand once: what takes the place of missing names must not come again
    (CSL 1.0.2, Substitute). citeproc-py remembers that of a variable, not of a macro."""
    variable, remember, substituted = (
        model.Text._variable,
        model.Substitute.add_to_repressed_list,
        model.Substitute.render,
    )

    def of_variable(text: Any, item: Any, context: Any) -> Any:
        found = variable(text, item, context)
        if found:
            context.get_layout().repressed.setdefault("rendered", []).append(text.get("variable"))
        return found

    def add_to_repressed_list(substitute: Any, child: Any, context: Any) -> None:
        remember(substitute, child, context)
        repressed = context.get_layout().repressed
        if child.get("macro"):
            repressed.setdefault(child.tag, []).extend(repressed.pop("rendered", []))

    def render(substitute: Any, item: Any, context: Any = None, **options: Any) -> Any:
        if context is not None:
            context.get_layout().repressed.pop("rendered", None)
        return substituted(substitute, item, context=context, **options)

    model.Text._variable = of_variable
    model.Substitute.add_to_repressed_list = add_to_repressed_list
    model.Substitute.render = render


def _find_macros_once(model: Any) -> None:
    """Has each macro be looked for once in a style, and be asked once whether it calls a variable: nine tenths of the
    time of a long style go into that."""
    calls_variable = model.Text.calls_variable

    def get_macro(element: Any, name: str) -> Any:
        root = element.get_root()
        # citeproc-py keeps its own things at the root too, and the root as long as the style.
        if "macros" not in root.__dict__:
            root.__dict__["macros"] = {macro.get("name"): macro for macro in reversed(root.findall(_tag("macro")))}
        return root.__dict__["macros"][name]

    def text_calls_variable(text: Any) -> bool:
        name = text.get("macro")
        if name is None or "variable" in text.attrib:
            return bool(calls_variable(text))
        known = text.get_root().__dict__.setdefault("macros_calling", {})
        if name not in known:
            known[name] = bool(calls_variable(text))
        return bool(known[name])

    model.CitationStylesElement.get_macro = get_macro
    model.Text.calls_variable = text_calls_variable


@lru_cache
def _marking() -> Any:
    """A formatter of citeproc-py that writes our marks."""
    from types import SimpleNamespace

    from citeproc.string import String

    def wrapper(begin: str, end: str) -> Any:
        return lambda text: String(f"{begin}{text}{end}")

    formats = {name: wrapper(begin, end) for name, (begin, end, _) in _PAIRS.items()}
    return SimpleNamespace(preformat=lambda text: text, Light=lambda text: String(str(text)), **formats)


# The text that comes out


def _formatted(marked: str, quotes: tuple[str, str, bool]) -> Formatted:
    opening, closing, punctuation_within = quotes
    marked = marked.replace(_LABEL_ENDS, " ")
    if opening == "“":
        marked = _inner_quotes(marked)
    if punctuation_within:
        # citeproc-py knows what the language wants and does nothing about it.
        marked = _BEHIND_QUOTE.sub(rf"\2{_CLOSE}\1", marked)
    # A title's own mark takes the place of a point, and two marks that come together are one, which citeproc-py sees to
    # where no italics are in between.
    marked = _POINT_TOO_MANY.sub(r"\1\2", marked)
    marked = _TWO_POINTS.sub(r"\1\2", marked)
    marked = _LONE_POINT.sub(r"\1", marked)
    marked = marked.replace(_OPEN, opening).replace(_CLOSE, closing)
    marked = re.sub(r"[ \n\t]{2,}", " ", marked)
    return Formatted(marked.translate(_MARKS), _html(marked))


_BEHIND_QUOTE = re.compile(rf"{_CLOSE}([{_ENDS}]*)([.,])")
_POINT_TOO_MANY = re.compile(rf"([?!…])([{_ENDS}{_CLOSE}]*)\.(?!\.)")
_TWO_POINTS = re.compile(rf"([.,])([{_ENDS}]+)\1")
_LONE_POINT = re.compile(rf"([.,][{_ENDS}{_CLOSE}]*)(?: +[.,])+(?=\s|\Z)")


def _inner_quotes(marked: str) -> str:
    """Quotation marks within those of the style, of the other kind."""

    def turned(found: re.Match[str]) -> str:
        return found[0].replace("“", "‘").replace("”", "’")

    return re.sub(f"{_OPEN}[^{_OPEN}{_CLOSE}]*{_CLOSE}", turned, marked)


def _html(marked: str) -> str:
    parts = []
    at = 0
    for address in _ADDRESS.finditer(marked):
        shown = html.escape(address[0])
        parts += [_tagged(marked[at : address.start()]), f'<a href="{shown}">{shown}</a>']
        at = address.end()
    return "".join((*parts, _tagged(marked[at:])))


def _tagged(marked: str) -> str:
    return re.sub("[\ue100-\ue10b]", lambda mark: _TAGS[mark[0]], html.escape(marked, quote=False))
