"""The details of a paper: every field, corrected where it stands; of several papers, what they can have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from readerapp.formats import typed
from readerapp.formats.fields import http_url
from readerapp.formats.identifiers import address, is_preprint, label
from readerapp.jobs.lanes import Lanes
from readerapp.library import correcting as facts
from readerapp.library.connect import Connection
from readerapp.operations import correcting, reading
from readerapp.records import Changes, Identifier, Record, Status
from readerapp.ui.parts.buttons import Button
from readerapp.ui.parts.display import moment, one_line, readable
from readerapp.ui.parts.field import Field
from readerapp.ui.parts.inert import Label
from readerapp.ui.parts.plain_text import FittedText, Run
from readerapp.ui.theme import Theme

# What a field of a detail is called begins so; its name in CSL 1.0.2 follows.
_DETAIL = "detail:"

# The fields above and below the details, as they stand.
_BEFORE = ("title", "authors", "venue", "year", "published")
_AFTER = ("identifiers", *correcting.RELATIONS, "keywords", "abstract", "citation_key", "source")

# So many authors are shown until the reader asks for all, and so much of an abstract, in characters.
_AUTHORS = 12
_ABSTRACT = 240
_MOST_AUTHORS = 500

Verb = Callable[..., Changes | None]


def _set_links(relation: str) -> Verb:
    return lambda writer, paper, text: correcting.set_links(writer, paper, relation, text)


# What saves a field of one paper; of those of several, what saves it of all of them.
_VERBS: dict[str, Verb] = {
    "title": correcting.set_title,
    "authors": correcting.set_authors,
    "identifiers": correcting.set_identifiers,
    **{relation: _set_links(relation) for relation in correcting.RELATIONS},
    "keywords": correcting.set_keywords,
    "abstract": correcting.set_abstract,
    "citation_key": correcting.set_citation_key,
}
_SHARED: dict[str, Verb] = {
    "venue": correcting.set_venue,
    "year": correcting.set_year,
    "published": correcting.set_published,
    "source": correcting.set_source,
}


@dataclass(slots=True)
class _Sent:
    """A value on its way to the library, kept until it is there."""

    number: int
    text: str
    failed: bool = False


class DetailsPage(QScrollArea):
    """The fields of one paper or of several.

    A field is saved when it is left. `told` says that `saving` or `failed` has changed, `author_asked` carries a name
    whose papers are wanted, `link_asked` an address; `left` says that the reader is done here.
    """

    told = Signal()
    left = Signal()
    link_asked = Signal(str)
    author_asked = Signal(str)

    def __init__(self, lanes: Lanes, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self.setAccessibleName(self.tr("Details"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lanes, self._theme = lanes, theme
        self._ids: Sequence[int] = ()
        self._record: Record | None = None
        self._all_authors = False
        self._number = 0
        self._sent: dict[tuple[str, tuple[int, ...]], _Sent] = {}
        self._refused: dict[tuple[str, int], str] = {}
        self.fields: dict[str, Field] = {}
        self._lay_out()
        theme.changed.connect(self._redraw)

    def _lay_out(self) -> None:
        self.heading = Label()
        self.heading.setProperty("role", "secondary")
        self.heading.setWordWrap(True)
        self.heading.hide()
        self.facts = FittedText(self._theme)
        self.facts.setProperty("role", "secondary")
        self.facts.setAccessibleName(self.tr("When it came and was read"))
        add = self._add
        one_a_line = self.tr("One a line")
        title = add("title", self.tr("Title"), typed.title)
        authors = add(
            "authors",
            self.tr("Authors"),
            self._check_authors,
            one_line=False,
            linked=True,
            hint=self.tr("One name a line"),
        )
        venue = add("venue", self.tr("Venue"), typed.line)
        year = add("year", self.tr("Year"), typed.year)
        published = add("published", self.tr("Published"), typed.published)
        identifiers = add(
            "identifiers", self.tr("Identifiers"), self._check_identifiers, one_line=False, linked=True, hint=one_a_line
        )
        names = {"page": self.tr("Pages"), "pdf": self.tr("PDF"), "code": self.tr("Code")}
        links = [
            add(relation, names[relation], typed.addresses, one_line=False, linked=True, hint=one_a_line)
            for relation in correcting.RELATIONS
        ]
        keywords = add("keywords", self.tr("Keywords"), typed.keywords)
        abstract = add("abstract", self.tr("Abstract"), typed.abstract, one_line=False, linked=True)
        self._further = QVBoxLayout()
        self._further.setSpacing(12)
        self.add_detail = Button()
        self.add_detail.setFont(self._theme.font("small"))
        self.add_detail.setText(self.tr("Add a field"))
        self.add_detail.clicked.connect(self._offer_details)
        key = add("citation_key", self.tr("Citation key"), self._check_key)
        source = add("source", self.tr("Source"), typed.line)
        dates = QHBoxLayout()
        dates.setSpacing(16)
        dates.addWidget(year, 1, Qt.AlignmentFlag.AlignTop)
        dates.addWidget(published, 1, Qt.AlignmentFlag.AlignTop)
        content = QWidget()
        column = QVBoxLayout(content)
        # Right of it the scroll bar.
        column.setContentsMargins(0, 4, 12, 0)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(title)
        column.addWidget(authors)
        column.addWidget(venue)
        column.addLayout(dates)
        column.addLayout(self._further)
        for field in (identifiers, *links, keywords, abstract, key, source):
            column.addWidget(field)
        column.addWidget(self.add_detail, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.facts)
        column.addStretch(1)
        self.setWidget(content)
        self._order_tabs()

    def _add(
        self,
        name: str,
        caption: str,
        check: Callable[[str], object],
        *,
        one_line: bool = True,
        linked: bool = False,
        hint: str = "",
    ) -> Field:
        field = Field(self._theme, caption, check, one_line=one_line, linked=linked, hint=hint)
        field.committed.connect(partial(self._save, name))
        field.changed.connect(self.told)
        field.left.connect(self.left)
        field.link_clicked.connect(self._follow)
        self.fields[name] = field
        return field

    # What is shown

    def show_record(self, record: Record) -> None:
        """Shows the fields of a paper. What is being typed into one of them stays, if it is the same paper."""
        self._begin((record.id or 0,))
        self._record = record
        self.heading.hide()
        self.add_detail.setVisible(not self._lanes.read_only)
        values = {name: (value, runs) for name, value, runs in self._values(record)}
        for name in record.details:
            self._detail(name)
        for name, field in self.fields.items():
            if name not in values:
                # Another paper's, or one that was asked for and has no value yet.
                wanted = field.isVisibleTo(self) and (field.modified or field.editor.hasFocus())
                field.setVisible(wanted)
                continue
            value, runs = values[name]
            sent = self._sent.get((name, (record.id or 0,)))
            field.show_value(sent.text if sent else value, runs, read_only=self._lanes.read_only)
            field.setVisible(not (self._lanes.read_only and not value))
            refused = self._refused.pop((name, record.id or 0), None)
            if refused is not None:
                field.show_other(refused)
        self.facts.show_runs(self._facts(record))
        self.facts.show()
        self.told.emit()

    def show_selection(self, ids: Sequence[int]) -> None:
        """Shows what several papers can be given at once."""
        self._begin(tuple(ids))
        self._record = None
        self.heading.setText(self.tr("What is typed here is given to all %Ln papers.", "", len(ids)))
        self.heading.show()
        self.facts.hide()
        self.add_detail.hide()
        for name, field in self.fields.items():
            field.setVisible(name in _SHARED)
        chosen = self._ids

        def take(common: dict[str, object]) -> None:
            if chosen != self._ids:
                return
            for name in _SHARED:
                value, field = common[name], self.fields[name]
                sent = self._sent.get((name, tuple(chosen)))
                field.show_value(
                    sent.text if sent else str(value or ""),
                    read_only=self._lanes.read_only,
                    instead=self.tr("Several") if value is None else "",
                )

        def look(connection: Connection) -> dict[str, object]:
            return facts.in_common(connection, chosen, list(_SHARED))

        self._lanes.ask("details", look, take, at_once=True)

    def go_to(self, name: str) -> None:
        """Puts the keyboard into a field."""
        self.fields[name].begin()
        self.ensureWidgetVisible(self.fields[name])

    def _begin(self, ids: tuple[int, ...]) -> None:
        """Lets go of the papers before, with what could not be saved of them kept in mind."""
        if ids == tuple(self._ids):
            return
        self.flush()
        for name, field in self.fields.items():
            left = field.forget()
            if left is not None and len(self._ids) == 1:
                self._refused[name, self._ids[0]] = left
        self._ids = ids
        self._all_authors = False
        self.verticalScrollBar().setValue(0)

    def _values(self, record: Record) -> list[tuple[str, str, list[Run]]]:
        """What stands in each field, to be typed and as it is shown."""
        text = record.abstract
        beginning = text if len(text) <= _ABSTRACT else f"{text[:_ABSTRACT].rsplit(' ', 1)[0]} …"
        links = {
            relation: [one.url for one in record.links if one.rel == relation] for relation in correcting.RELATIONS
        }
        return [
            ("title", record.title, []),
            ("authors", typed.as_lines(record.authors), self._author_runs(record.authors)),
            ("venue", record.venue, []),
            ("year", str(record.year or ""), []),
            ("published", record.published or "", []),
            ("identifiers", typed.as_lines(map(label, record.identifiers)), self._identifier_runs(record)),
            *(
                (relation, typed.as_lines(urls), _in_lines(Run(one_line(url), href=_opened(url)) for url in urls))
                for relation, urls in links.items()
            ),
            ("keywords", typed.as_keywords(record.keywords), []),
            ("abstract", text, [Run(one_line(readable(beginning)))]),
            ("citation_key", record.citation_key or "", []),
            ("source", record.source, []),
            *((_DETAIL + name, value, []) for name, value in record.details.items()),
        ]

    def _called(self) -> dict[str, str]:
        """Details that are offered, by their names in CSL 1.0.2, in their order, with what they are called."""
        return {
            "type": self.tr("Kind"),
            "volume": self.tr("Volume"),
            "issue": self.tr("Issue"),
            "page": self.tr("Page numbers"),
            "number": self.tr("Number"),
            "edition": self.tr("Edition"),
            "editor": self.tr("Editors"),
            "translator": self.tr("Translators"),
            "container-title-short": self.tr("Short name of the venue"),
            "collection-title": self.tr("Series"),
            "collection-number": self.tr("Number in the series"),
            "publisher": self.tr("Publisher"),
            "publisher-place": self.tr("Place of the publisher"),
            "event-title": self.tr("Event"),
            "event-place": self.tr("Place of the event"),
            "genre": self.tr("Genre"),
            "language": self.tr("Language"),
            "ISSN": self.tr("ISSN"),
            "original-date": self.tr("First published"),
        }

    def _detail(self, name: str) -> Field:
        """The field of a detail; it is made when it is first needed."""
        key = _DETAIL + name
        if key not in self.fields:
            names = list(self._called())
            hint = self.tr("Family, Given; Family, Given") if name in ("editor", "translator") else ""
            field = self._add(key, self._called().get(name, one_line(name)), typed.line, hint=hint)
            # In their order, those that are not offered at the end.
            there = [one.removeprefix(_DETAIL) for one in self.fields if one.startswith(_DETAIL) and one != key]
            place = sum(names.index(one) < names.index(name) for one in there if one in names) if name in names else -1
            self._further.insertWidget(place, field)
            field.setVisible(False)
            self._order_tabs()
        return self.fields[key]

    def _offer_details(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        there = self._record.details if self._record else {}
        for name, called in self._called().items():
            if name not in there:
                menu.addAction(called, partial(self._begin_detail, name))
        menu.popup(self.add_detail.mapToGlobal(self.add_detail.rect().bottomLeft()))

    def _begin_detail(self, name: str) -> None:
        field = self._detail(name)
        field.show()
        self.go_to(_DETAIL + name)

    def _order_tabs(self) -> None:
        """Lets the Tab key go as the eye does."""
        items = (self._further.itemAt(at) for at in range(self._further.count()))
        further = [item.widget() for item in items if item is not None]
        stops: list[QWidget] = []
        for field in (*(self.fields[name] for name in _BEFORE), *further):
            stops += _stops(field)
        for name in _AFTER:
            stops += _stops(self.fields[name])
        stops.append(self.add_detail)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _author_runs(self, names: Sequence[str]) -> list[Run]:
        shown = names[: _MOST_AUTHORS if self._all_authors else _AUTHORS]
        runs = [Run(one_line(name), href=f"author:{number}") for number, name in enumerate(shown)]
        more = len(names) - len(shown)
        if more:
            href = "" if self._all_authors else "more:authors"
            runs.append(Run(self.tr("… and %Ln more", "", more), "secondary", href))
        return _in_lines(runs)

    def _identifier_runs(self, record: Record) -> list[Run]:
        """Identifiers, what was published first, each with what it names where there are both."""
        kinds = {one: is_preprint(one) for one in record.identifiers}
        both = {True, False} <= set(kinds.values())
        words = {
            True: self.tr("also as preprint") if both else self.tr("preprint"),
            False: self.tr("published"),
            None: "",
        }

        def place(one: Identifier) -> int:
            return {False: 0, None: 1, True: 2}[kinds[one]]

        runs: list[Run] = []
        for one in sorted(record.identifiers, key=place):
            runs += [Run("\n")] if runs else []
            runs.append(Run(one_line(label(one)), href=address(one) or ""))
            runs += [Run(f"  {words[kinds[one]]}", "faint")] if words[kinds[one]] else []
        return runs

    def _facts(self, record: Record) -> list[Run]:
        started = next((change.at for change in record.history if change.status is Status.READING), None)
        finished = next((change.at for change in reversed(record.history) if change.status is Status.READ), None)
        known = [
            (self.tr("Added {}"), record.added),
            (self.tr("Changed {}"), record.changed),
            (self.tr("Started {}"), started),
            (self.tr("Finished {}"), finished if record.status is Status.READ else None),
        ]
        small = self._theme.font("small")
        lines = [Run(words.format(moment(at)), "secondary", font=small) for words, at in known if at]
        return _in_lines(lines)

    def _redraw(self) -> None:
        for field in self.fields.values():
            field.shown.draw()
        self.facts.draw()

    def _follow(self, href: str) -> None:
        if self._record is None:
            return
        if href == "more:authors":
            self._all_authors = True
            self.show_record(self._record)
        elif href.startswith("author:"):
            self.author_asked.emit(self._record.authors[int(href.partition(":")[2])])
        else:
            self.link_asked.emit(href)

    def _check_authors(self, text: str) -> None:
        typed.people(text, self._record.authors if self._record else ())

    def _check_identifiers(self, text: str) -> None:
        correcting.identifiers(self._lanes.reader, self._ids[0], text)

    def _check_key(self, text: str) -> None:
        correcting.citation_key(self._lanes.reader, self._ids[0], text)

    # Saving

    @property
    def saving(self) -> bool:
        """Whether something is on its way to the library."""
        return bool(self._sent)

    @property
    def failed(self) -> bool:
        """Whether something could not be saved."""
        return any(sent.failed for sent in self._sent.values())

    @property
    def typing(self) -> bool:
        """Whether something was typed that has not been saved."""
        return any(field.modified for field in self.fields.values())

    @property
    def refused(self) -> bool:
        """Whether something was typed that cannot be."""
        return any(field.modified and not field.fault.isHidden() for field in self.fields.values())

    def fail(self) -> None:
        """Takes everything on its way to the library for not saved, until it is confirmed: the lane does not say which
        of its jobs failed."""
        for sent in self._sent.values():
            sent.failed = True

    def flush(self) -> None:
        """Hands everything typed that can be right to the library lane, also what could not be saved before."""
        for field in self.fields.values():
            field.commit()
        for (name, ids), sent in list(self._sent.items()):
            if sent.failed:
                self._send(name, ids, sent.text)

    def _save(self, name: str, text: str) -> None:
        self._send(name, tuple(self._ids), text)

    def _send(self, name: str, ids: tuple[int, ...], text: str) -> None:
        self._number += 1
        number = self._number
        self._sent[name, ids] = _Sent(number, text)
        verb, which = (_SHARED[name], list(ids)) if name in _SHARED else (_verb(name), ids[0])
        self._lanes.do(verb, which, text, initiator=self, then=lambda _: self._confirm(name, ids, number))
        self.told.emit()

    def _confirm(self, name: str, ids: tuple[int, ...], number: int) -> None:
        sent = self._sent.get((name, ids))
        if sent is not None and sent.number == number:
            del self._sent[name, ids]
            if self._record is not None and ids == tuple(self._ids):
                # As the library has it now, which may not be to the letter what was typed.
                self.show_record(self._record)
        self.told.emit()


def _verb(name: str) -> Verb:
    """What saves a field of one paper."""
    if name.startswith(_DETAIL):
        detail = name.removeprefix(_DETAIL)
        return lambda writer, paper, text: reading.set_detail(writer, paper, detail, text)
    return _VERBS[name]


def _stops(field: QWidget | None) -> list[QWidget]:
    """What of a field the Tab key comes to."""
    return [field.shown, field.edit, field.editor] if isinstance(field, Field) else []


def _in_lines(runs: Iterable[Run]) -> list[Run]:
    lines: list[Run] = []
    for run in runs:
        lines += [Run("\n")] if lines else []
        lines.append(run)
    return lines


def _opened(url: str) -> str:
    """The address of a link that may be opened; "" for one that may not."""
    return url if url.lower().startswith("mailto:") else http_url(url) or ""
