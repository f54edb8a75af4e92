"""One tag in the sheet of tags: its colour, key and other names; and what it is to be merged into or split into."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from readerapp.errors import Refused
from readerapp.jobs.lanes import Lanes
from readerapp.library import search, tags
from readerapp.library.connect import Connection
from readerapp.library.language import TagIs, both, parse, quoted
from readerapp.library.tags import Merging, TagRow
from readerapp.operations import tagging
from readerapp.ui.icons import icon
from readerapp.ui.models.tag_rows import Standing
from readerapp.ui.parts.buttons import Button
from readerapp.ui.parts.check_box import CheckBox
from readerapp.ui.parts.chips import TagChip
from readerapp.ui.parts.choice import Choice
from readerapp.ui.parts.display import grouped, one_line
from readerapp.ui.parts.flow import FlowLayout
from readerapp.ui.parts.inert import Label
from readerapp.ui.parts.known_tags import KnownTags
from readerapp.ui.parts.tag_editor import TagEditor
from readerapp.ui.theme import Theme, colour_name

Do = Callable[..., None]
# A pause in typing, in milliseconds.
_PAUSE = 150


class TagPane(QStackedWidget):
    """Shows a tag and changes it through `do(verb, *arguments)`. `left` says that Esc was pressed, or what was begun is
    done: the tags are where the reader goes on; `merged` carries the tag that stays. `selected` are papers chosen in
    the list of the window."""

    left = Signal()
    merged = Signal(str)
    rename_asked = Signal()

    def __init__(
        self, do: Do, known: KnownTags, lanes: Lanes, selected: Sequence[int], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._do = do
        self.tag: TagRow | None = None
        self.about = _About(do, theme, self, writable=not lanes.read_only)
        self.merging = _MergePage(known, lanes, theme, self)
        self.splitting = _SplitPage(lanes, selected, theme, self)
        for page in (self.about, self.merging, self.splitting):
            area = QScrollArea(widgetResizable=True)
            area.setObjectName("tagPane")
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(page)
            self.addWidget(area)
        self.about.merge_asked.connect(lambda: self.ask("merge"))
        self.about.split_asked.connect(lambda: self.ask("split"))
        self.about.rename_asked.connect(self.rename_asked)
        self.merging.left.connect(self.leave)
        self.splitting.left.connect(self.leave)
        self.merging.agreed.connect(self._merge)
        self.splitting.agreed.connect(self._split)

    def show_tag(self, tag: TagRow | None, standing: Standing) -> None:
        """Shows a tag; what was begun with another one is given up."""
        if tag is None or self.tag is None or tag.id != self.tag.id:
            self.setCurrentIndex(0)
        self.tag = tag
        self.about.show_tag(tag, standing)

    def ask(self, what: str) -> None:
        """Begins to "merge" or "split" the tag, or goes to its "names" or "colour"."""
        if self.tag is None:
            return
        if what == "merge":
            self.setCurrentIndex(1)
            self.merging.begin(self.tag)
        elif what == "split":
            self.setCurrentIndex(2)
            self.splitting.begin(self.tag)
        else:
            self.setCurrentIndex(0)
            target = self.about.other if what == "names" else self.about.colour
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def busy(self) -> bool:
        """Whether something was begun that Esc gives up."""
        return self.currentIndex() > 0

    def leave(self) -> None:
        """Gives up what was begun."""
        self.setCurrentIndex(0)
        self.left.emit()

    def _merge(self, name: str, into: str, keep: bool) -> None:
        self.merged.emit(into)
        self._do(tagging.merge_tags, name, into, keep)
        self.leave()

    def _split(self, name: str, to: str, ids: list[int]) -> None:
        self._do(tagging.split_tag, name, to, ids)
        self.leave()


def _heading(theme: Theme) -> QLabel:
    label = Label(wordWrap=True)
    label.setFont(theme.font("body", weight=QFont.Weight.DemiBold))
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


def _said(role: str = "secondary") -> QLabel:
    label = Label(wordWrap=True)
    label.setProperty("role", role)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


def _button(text: str) -> Button:
    button = Button()
    button.setText(text)
    button.setAutoDefault(False)
    return button


def _page(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 8, 8, 0)
    layout.setSpacing(12)
    return layout


class _About(QWidget):
    """What a tag is, and the buttons for what can be made of it."""

    merge_asked = Signal()
    split_asked = Signal()
    rename_asked = Signal()

    def __init__(self, do: Do, theme: Theme, parent: QWidget, *, writable: bool) -> None:
        super().__init__(parent)
        self._do, self._theme = do, theme
        self._tag: TagRow | None = None
        self.name, self.counts = _heading(theme), _said()
        self.colour = Choice(theme)
        self.colour.setAccessibleName(self.tr("Colour"))
        self.quick = Choice(theme)
        self.quick.setAccessibleName(self.tr("Key"))
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=4, row_gap=4)
        self.other = QLineEdit()
        self.other.setPlaceholderText(self.tr("Add another name"))
        self.other.setAccessibleName(self.tr("Another name of the tag"))
        self.other.setMaxLength(tags.MAX_LENGTH)
        self._rename = _button(self.tr("Rename"))
        self._merge = _button(self.tr("Merge into…"))
        self._split = _button(self.tr("Split…"))
        self.delete = _button("")
        self._nothing = _said()
        self._nothing.setText(self.tr("No tags yet. Press T in the list to tag a paper."))
        self._build(writable)
        self.colour.activated.connect(self._choose_colour)
        self.quick.activated.connect(self._choose_key)
        self.other.returnPressed.connect(self._add_name)
        self._rename.clicked.connect(self.rename_asked)
        self._merge.clicked.connect(self.merge_asked)
        self._split.clicked.connect(self.split_asked)
        self.delete.clicked.connect(self.ask_delete)
        theme.changed.connect(self._fill_colours)

    def _build(self, writable: bool) -> None:
        layout = _page(self)
        layout.addWidget(self._nothing)
        self._all = QWidget()
        layout.addWidget(self._all)
        layout.addStretch()
        inside = QVBoxLayout(self._all)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        top = QVBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.name)
        top.addWidget(self.counts)
        inside.addLayout(top)
        form = QGridLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setColumnStretch(1, 1)
        names = QVBoxLayout()
        names.setSpacing(4)
        names.addWidget(self._chips)
        names.addWidget(self.other)
        for row, text in enumerate((self.tr("Colour"), self.tr("Key"), self.tr("Other names"))):
            label = Label(text)
            label.setProperty("role", "secondary")
            label.setFixedHeight(self.other.sizeHint().height())
            form.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        form.addWidget(self.colour, 0, 1)
        form.addWidget(self.quick, 1, 1)
        form.addLayout(names, 2, 1)
        inside.addLayout(form)
        hint = _said("faint")
        hint.setText(self.tr("What is tagged or pasted with another name gets this tag."))
        hint.setFont(self._theme.font("small"))
        inside.addWidget(hint)
        side_by_side = QWidget()
        buttons = FlowLayout(side_by_side)
        for button, key in ((self._rename, "F2"), (self._merge, "M"), (self._split, "S")):
            button.setToolTip(f"{button.text()} ({key})")
            buttons.addWidget(button)
        inside.addWidget(side_by_side)
        self.delete.setToolTip(self.tr("Delete the tag and those below it (Delete)"))
        inside.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.colour, self.quick, self.other, self._rename, self._merge, self._split, self.delete):
            widget.setEnabled(writable)

    def show_tag(self, tag: TagRow | None, standing: Standing) -> None:
        """Shows a tag as it is now."""
        before, self._tag = self._tag, tag
        self._all.setVisible(tag is not None)
        self._nothing.setVisible(not standing.tags)
        if tag is None:
            return
        below = standing.below.get(tag.id, 0)
        self.name.setText(one_line(tag.name))
        papers = self.tr("%Ln papers", "", tag.papers)
        parts = [
            papers,
            self.tr("%Ln unread", "", tag.unread) if tag.unread else "",
            self.tr("%Ln tags below", "", below) if below else "",
        ]
        self.counts.setText(" · ".join(filter(None, parts)))
        if before is None or before.id != tag.id:
            self.other.clear()
        self._fill_colours()
        holders = {one.quick: one.name for one in standing.tags if one.quick and one.id != tag.id}
        self.quick.clear()
        self.quick.addItem(self.tr("No key"), None)
        for number in range(1, 10):
            taken = f"{number}   {one_line(holders[number])}" if number in holders else str(number)
            self.quick.addItem(taken, number)
        self.quick.setCurrentIndex(tag.quick or 0)
        self._show_names(tag)
        lost = self.tr("Delete: %Ln papers lose it", "", tag.papers)
        self.delete.setText(lost if tag.papers else self.tr("Delete"))

    def _fill_colours(self) -> None:
        if self._tag is None:
            return
        self.colour.clear()
        for colour in tags.COLOURS:
            self.colour.addItem(
                icon("unread", self._theme.dot(colour)),
                colour_name(colour),
                colour,
            )
        if "/" in self._tag.name:
            self.colour.addItem(self.tr("As the tag above"), "")
        self.colour.setCurrentIndex(self.colour.findData(self._tag.colour))

    def _show_names(self, tag: TagRow) -> None:
        for chip in self._chips.findChildren(TagChip):
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for name in tag.aliases:
            chip = TagChip(self._theme, self._chips)
            chip.show_tag(name, tag.colour)
            chip.removed.connect(lambda one: self._do(tagging.remove_tag_name, one))
            self._flow.addWidget(chip)
            chip.show()
        self._chips.setVisible(bool(tag.aliases))

    def _choose_colour(self, row: int) -> None:
        if self._tag is not None:
            self._do(tagging.colour_tag, self._tag.name, self.colour.itemData(row))

    def _choose_key(self, row: int) -> None:
        if self._tag is not None:
            self._do(tagging.set_quick_tag, self._tag.name, row or None)

    def _add_name(self) -> None:
        if self._tag is not None and self.other.text().strip():
            self._do(tagging.add_tag_name, self._tag.name, self.other.text())
            self.other.clear()

    def ask_delete(self) -> None:
        """Deletes the tag and those below it."""
        if self._tag is not None:
            self._do(tagging.delete_tag, self._tag.name)


class _MergePage(QWidget):
    """Asks what a tag is to be merged into, and says what that does. `agreed` carries the name of the tag, that of the
    other, and whether the name is to be kept."""

    left = Signal()
    agreed = Signal(str, str, bool)

    def __init__(self, known: KnownTags, lanes: Lanes, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._name = ""
        self._found: Merging | None = None
        self._heading = _heading(theme)
        self.editor = TagEditor(known, theme, self, floating=False, creating=False)
        self.editor.setMinimumWidth(0)
        self.editor.setMaximumWidth(16_777_215)
        self.editor.field.setPlaceholderText(self.tr("Type the tag that stays"))
        self.editor.field.setAccessibleName(self.tr("The tag that stays"))
        self.preview = _said("")
        self.keep = CheckBox("", theme, self)
        self.keep.setChecked(True)
        self.button = _button(self.tr("Merge"))
        self.button.setProperty("primary", True)
        self._back = _button(self.tr("Back"))
        layout = _page(self)
        layout.addWidget(self._heading)
        layout.addWidget(self.editor)
        layout.addWidget(self.preview)
        layout.addWidget(self.keep)
        layout.addLayout(_row(self.button, self._back))
        layout.addStretch()
        self.editor.committed.connect(self._choose)
        self.editor.cancelled.connect(self.left)
        self.editor.field.textEdited.connect(lambda _: self._show(None))
        self.button.clicked.connect(self._agree)
        self._back.clicked.connect(self.left)

    def begin(self, tag: TagRow) -> None:
        """Asks for the other tag."""
        self._name = tag.name
        self._heading.setText(self.tr("Merge {} into").format(one_line(tag.name)))
        self.keep.setText(self.tr("Keep “{}” as another name").format(one_line(tag.name)[:32]))
        self._show(None)
        self.editor.begin([], [tag.name])

    def _choose(self, add: list[str], _remove: list[str]) -> None:
        name, into = self._name, add[0] if add else ""

        def question(connection: Connection) -> Merging | None:
            return tags.merging(connection, name, into)

        def then(found: Merging | None) -> None:
            self.editor.field.setText(into)
            self.editor.hide_suggestions()
            self._show(found, into)
            if found is not None:
                self.button.setFocus(Qt.FocusReason.OtherFocusReason)

        self._lanes.ask("merging tags", question, then, at_once=True)

    def _show(self, found: Merging | None, into: str = "") -> None:
        self._found = found
        lines = []
        if found is not None:
            lines = [
                self.tr("{name} has {papers}, {into} has {into_papers} papers; {both} have both.").format(
                    name=one_line(found.name), papers=grouped(found.papers), into=one_line(found.into),
                    into_papers=grouped(found.into_papers), both=grouped(found.both),
                ),
                self.tr("Together they are %Ln.", "", found.together),
            ]  # fmt: skip
            if found.below:
                lines.append(self.tr("%Ln tags below it move along.", "", found.below))
        elif into:
            lines = [self.tr("There is no tag “{}”. Rename gives this one another name.").format(one_line(into))]
        self.preview.setText("\n".join(lines))
        self.preview.setVisible(bool(lines))
        for widget in (self.keep, self.button):
            widget.setVisible(found is not None)

    def _agree(self) -> None:
        if self._found is not None:
            self.agreed.emit(self._found.name, self._found.into, self.keep.isChecked())


class _SplitPage(QWidget):
    """Asks which papers of a tag are to have another one instead. `agreed` carries the name of the tag, that of the
    other, and the papers."""

    left = Signal()
    agreed = Signal(str, str, list)

    def __init__(self, lanes: Lanes, selected: Sequence[int], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._lanes, self._selected = lanes, set(selected)
        self._tag: TagRow | None = None
        self._ids: list[int] = []
        self._heading = _heading(theme)
        self.to = QLineEdit()
        self.to.setPlaceholderText(self.tr("Name of the other tag"))
        self.to.setAccessibleName(self.tr("Name of the other tag"))
        self.to.setMaxLength(tags.MAX_LENGTH)
        self.which = Choice(theme)
        self.which.setAccessibleName(self.tr("Which papers"))
        self.which.addItem(self.tr("Papers that a search finds"))
        if len(selected) > 1:
            self.which.addItem(self.tr("The %Ln selected papers", "", len(selected)))
        self.query = QLineEdit()
        self.query.setPlaceholderText(self.tr("year:2020..2023 or words"))
        self.query.setAccessibleName(self.tr("Search for the papers that are to move"))
        self.preview = _said("")
        self.button = _button("")
        self.button.setProperty("primary", True)
        self._back = _button(self.tr("Back"))
        layout = _page(self)
        layout.addWidget(self._heading)
        for widget in (self.to, self.which, self.query, self.preview):
            layout.addWidget(widget)
        layout.addLayout(_row(self.button, self._back))
        layout.addStretch()
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._look)
        self.query.textChanged.connect(self._forget)
        self.query.textChanged.connect(self._soon.start)
        self.to.textChanged.connect(self._tell)
        self.which.currentIndexChanged.connect(self._choose)
        for field in (self.to, self.query):
            field.returnPressed.connect(self._agree)
            field.installEventFilter(self)
        self.button.clicked.connect(self._agree)
        self._back.clicked.connect(self.left)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def begin(self, tag: TagRow) -> None:
        """Asks which papers, and for the other tag."""
        self._tag = tag
        self._heading.setText(self.tr("Move some papers from {} to").format(one_line(tag.name)))
        self.to.setText(f"{tag.name}/")
        self.query.clear()
        self.which.setCurrentIndex(0)
        self._look()
        self.to.setFocus(Qt.FocusReason.OtherFocusReason)
        self.to.end(False)

    def _choose(self) -> None:
        self.query.setVisible(self.which.currentIndex() == 0)
        self._look()

    def _forget(self) -> None:
        # Enter must not move what another search has found.
        self._ids = []
        self.button.setEnabled(False)

    def _look(self) -> None:
        self._forget()
        if self._tag is None:
            return
        name, typed, selected = self._tag.name, self.query.text(), self.which.currentIndex() == 1

        def question(connection: Connection) -> list[int]:
            own = parse(f"tag:={quoted(name)}")
            assert own.expression == TagIs(name, exact=True)
            found = search.ids(connection, own if selected else both(parse(typed), own))
            return [paper for paper in found if not selected or paper in self._selected]

        def then(found: list[int]) -> None:
            # Without words, all would move: that is renaming.
            self._ids = found if selected or typed.strip() else []
            self._tell()

        self._lanes.ask("splitting a tag", question, then, at_once=True)

    def _tell(self) -> None:
        try:
            name = tags.clean(self.to.text())
        except Refused:
            name = ""
        number = len(self._ids)
        itself = self._tag is not None and tags.key(name) == tags.key(self._tag.name)
        if not name or itself:
            said = self.tr("Type the name of the tag they get.")
        elif number:
            words = self.tr("%Ln papers with exactly this tag get {} instead.", "", number)
            said = words.format(one_line(name))
        elif self.which.currentIndex() == 0 and not self.query.text().strip():
            said = self.tr("Say which of its papers move, in the language of the search field.")
        else:
            said = self.tr("None of these papers has exactly this tag.")
        self.preview.setText(said)
        self.button.setText(self.tr("Move %Ln papers", "", number))
        self.button.setEnabled(bool(number and name and not itself))

    def _agree(self) -> None:
        if self.button.isEnabled() and self._tag is not None:
            self.agreed.emit(self._tag.name, self.to.text(), self._ids)


def _row(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return row
