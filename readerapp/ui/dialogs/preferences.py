"""Preferences: every declared setting with its help, group by group, in force as soon as it is changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from readerapp.actions.registry import Action
from readerapp.config import (
    LETTERS,
    Choice,
    Config,
    File,
    Folder,
    Keys,
    Named,
    Number,
    Pattern,
    Setting,
    Switch,
    groups,
)
from readerapp.errors import Refused
from readerapp.jobs.lanes import Lanes
from readerapp.records import Skipped
from readerapp.ui.dialogs.key_editor import KeyEditor
from readerapp.ui.dialogs.sheet import Sheet
from readerapp.ui.icons import icon
from readerapp.ui.parts.buttons import draw_focus
from readerapp.ui.parts.check_box import CheckBox
from readerapp.ui.parts.display import one_line
from readerapp.ui.parts.file_dialog import FileDialog
from readerapp.ui.parts.inert import Label
from readerapp.ui.theme import Theme
from readerapp.ui.translation import said

if TYPE_CHECKING:
    from readerapp.formats.citation_styles import StyleFile

_WANTED = QSize(760, 620)
_GROUPS = 144
_CONTROL = 224

_Show = Callable[[Any], None]


class Preferences(Sheet):
    """Shows the settings of `config` and changes them. `changed` carries the key and the new value of each one that is
    another, when it is in force. `library` is the file that is open. Esc closes."""

    changed = Signal(str, object)

    def __init__(
        self,
        config: Config,
        actions: Sequence[Action],
        library: Path,
        lanes: Lanes,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """`actions` are the declared ones, with their declared keys."""
        super().__init__(_WANTED, theme, parent)
        self._config, self._actions, self._library, self._lanes = config, actions, library, lanes
        self._shown: dict[str, _Show] = {}
        self._rows: dict[str, QWidget] = {}
        # Writing takes a library that takes a moment to load: better now, behind the scenes, than at the first change.
        lanes.work(config.prepare, lambda _: None)
        self.setWindowTitle(self.tr("Preferences"))
        self.setAccessibleName(self.tr("Preferences"))
        title = Label(self.tr("Preferences"))
        title.setFont(theme.font("large", weight=QFont.Weight.DemiBold))
        self._close = self.close_button()
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch()
        head.addWidget(self._close)
        self.body.addLayout(head)
        self._problem = Label("\n".join(map(said, config.problems)))
        self._problem.setWordWrap(True)
        self._problem.setProperty("role", "danger")
        self._problem.setVisible(bool(config.problems))
        self.body.addWidget(self._problem)

        self.groups = QListWidget()
        self.groups.setObjectName("paperList")
        self.groups.setAccessibleName(self.tr("Groups of settings"))
        self.groups.setItemDelegate(_GroupDelegate(theme, self.groups))
        self.groups.setFrameShape(QFrame.Shape.NoFrame)
        self.groups.setMouseTracking(True)
        self.groups.setFixedWidth(self._wide(_GROUPS))
        self.groups.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages = QStackedWidget()
        for name, settings in groups():
            self.groups.addItem(_words(name))
            self._pages.addWidget(self._page(name, settings))
        self.groups.currentRowChanged.connect(self._pages.setCurrentIndex)
        self.groups.setCurrentRow(0)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.groups)
        middle.addWidget(self._pages, 1)
        self.body.addLayout(middle, 1)
        self._show_values()
        self.groups.setFocus()

    def show_group(self, name: str) -> None:
        """Turns to the page of a group."""
        names = [group for group, _ in groups()]
        self.groups.setCurrentRow(names.index(name))

    # Building

    def _page(self, name: str, settings: Sequence[Setting[Any]]) -> QWidget:
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 12, 0)
        rows.setSpacing(16)
        for setting in settings:
            rows.addWidget(self._row(setting), 1 if isinstance(setting, Keys) else 0)
        if not any(isinstance(setting, Keys) for setting in settings):
            rows.addStretch(1)
        defaults = QPushButton(self.tr("Defaults"))
        defaults.setToolTip(self.tr("Put everything of this page back as it was at first"))
        defaults.setAccessibleName(self.tr("Defaults of {}").format(_words(name)))
        defaults.clicked.connect(lambda: self._put_back(settings))
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(defaults)
        rows.addLayout(foot)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setObjectName("keyColumns")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName(_words(name))
        scroll.setWidget(content)
        return scroll

    def _row(self, setting: Setting[Any]) -> QWidget:
        """A setting: label and help at the left, what changes it at the right; the keys below."""
        label = Label(_words(setting.label))
        explained = Label(_words(setting.help))
        explained.setWordWrap(True)
        explained.setProperty("role", "secondary")
        explained.setFont(self._theme.font("small"))
        control, self._shown[setting.key] = self._control(setting)
        for part in (control, control.focusProxy() or control):
            part.setAccessibleName(_words(setting.label))
            part.setAccessibleDescription(_words(setting.help))
        label.setBuddy(control)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label)
        words.addWidget(explained)
        row = QWidget()
        self._rows[setting.key] = row
        layout: QVBoxLayout | QHBoxLayout
        if isinstance(setting, Keys | File):
            layout = QVBoxLayout(row)
            layout.setSpacing(8)
            layout.addLayout(words)
            layout.addWidget(control, 1 if isinstance(setting, Keys) else 0)
        else:
            layout = QHBoxLayout(row)
            layout.setSpacing(16)
            layout.addLayout(words, 1)
            layout.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)
        layout.setContentsMargins(0, 0, 0, 0)
        return row

    def _control(self, setting: Setting[Any]) -> tuple[QWidget, _Show]:
        """What changes a setting of this kind, and how it is made to show a value."""
        match setting:
            case Switch():
                return self._check_box(setting)
            case Number():
                return self._spin_box(setting)
            case Choice():
                return self._combo_box(setting)
            case Folder():
                return self._folder_line(setting)
            case File():
                return self._file_line(setting)
            case Named():
                return self._names_box(setting)
            case Pattern():
                return self._text_line(setting)
            case Keys():
                return self._key_editor(setting)
        raise NotImplementedError(setting)

    def _wide(self, width: int) -> int:
        """So many pixels, or what about as many letters take where the system's text is larger."""
        return max(width, width * self.fontMetrics().averageCharWidth() // 8)

    def _check_box(self, setting: Switch) -> tuple[QWidget, _Show]:
        box = CheckBox("", self._theme)
        box.toggled.connect(lambda on: self._set(setting, on))
        return box, box.setChecked

    def _spin_box(self, setting: Number) -> tuple[QWidget, _Show]:
        box = QSpinBox(minimum=setting.least, maximum=setting.most, suffix=f" {_words(setting.unit)}")
        # The arrows of the style are too small to be hit, and the line within has a frame of its own otherwise.
        box.setStyleSheet(
            "QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }"
            " QLineEdit { background: transparent; border: none; padding: 0; }"
        )
        box.lineEdit().setTextMargins(8, 0, 8, 0)
        # A half typed number is none.
        box.setKeyboardTracking(False)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.installEventFilter(self)
        box.valueChanged.connect(lambda value: self._set(setting, value))
        line = QWidget()
        line.setFixedWidth(self._wide(_CONTROL))
        line.setFocusProxy(box)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(box, 1)
        for sign, words, step in (("−", self.tr("Less"), box.stepDown), ("+", self.tr("More"), box.stepUp)):
            button = QToolButton()
            button.setProperty("plain", False)
            button.setText(sign)
            button.setAutoRepeat(True)
            button.setMinimumWidth(36)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(words)
            button.clicked.connect(step)
            layout.addWidget(button)
        return line, box.setValue

    def _combo_box(self, setting: Choice) -> tuple[QWidget, _Show]:
        box = _ComboBox(self._theme)
        box.setFixedWidth(self._wide(_CONTROL))
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.installEventFilter(self)
        for word, name in setting.options:
            box.addItem(_words(name), word)
        box.currentIndexChanged.connect(lambda at: self._set(setting, box.itemData(at)))
        return box, lambda value: box.setCurrentIndex(box.findData(value))

    def _names_box(self, setting: Named) -> tuple[QWidget, _Show]:
        """The citation styles there are, which are looked for behind the scenes."""
        box = _ComboBox(self._theme)
        box.setFixedWidth(self._wide(_CONTROL))
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.installEventFilter(self)
        box.activated.connect(lambda at: self._set(setting, box.itemData(at)))

        def show(value: str) -> None:
            if box.findData(value) < 0:
                box.addItem(value, value)
            box.setCurrentIndex(box.findData(value))

        def fill(found: tuple[list[StyleFile], list[Skipped]]) -> None:
            box.clear()
            for style in found[0]:
                box.addItem(one_line(style.title), style.name)
            show(self._config.get(setting))
            if found[1]:
                self._complain(" ".join(said(one.why) for one in found[1][:2]))

        def look() -> tuple[list[StyleFile], list[Skipped]]:
            from readerapp.formats.citation_styles import styles

            return styles(self._config.file.parent / "styles")

        self._lanes.work(look, fill)
        return box, show

    def _text_line(self, setting: Pattern) -> tuple[QWidget, _Show]:
        line = QLineEdit()
        line.setFixedWidth(self._wide(_CONTROL))

        def take() -> None:
            try:
                self._set(setting, setting.read(line.text().strip()))
                line.setText(self._config.get(setting))
                self._problem.hide()
            except ValueError:
                fields = ", ".join(f"[{name}]" for name in setting.fields)
                words = self.tr(
                    "Citation keys are made of {}, letters, digits and : _ . + / -, with one field at least."
                )
                self._complain(words.format(fields))

        line.editingFinished.connect(take)
        return line, line.setText

    def _complain(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.show()

    def _file_line(self, setting: File) -> tuple[QWidget, _Show]:
        line = QWidget()
        path = Label()
        path.setWordWrap(True)
        path.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        choose, usual = QPushButton(self.tr("Choose…")), QPushButton(self.tr("The usual one"))
        usual.setToolTip(self.tr("Open the library in your own folder of data"))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(path, 1)
        layout.addWidget(choose)
        layout.addWidget(usual)
        line.setFocusProxy(choose)

        def ask() -> None:
            # A name that is not there yet is a new library.
            chosen, _ = FileDialog.getSaveFileName(
                self,
                self.tr("Library to open at the next start"),
                str(self._config.get(setting) or self._library),
                self.tr("Libraries (*.db)"),
                confirm=False,
            )
            if chosen:
                self._set(setting, Path(chosen))
                show(Path(chosen))

        def forget() -> None:
            self._set(setting, None)
            show(None)

        def show(value: Path | None) -> None:
            path.setText(str(value or self.tr("The usual one. Open now: {}").format(self._library)))
            usual.setEnabled(value is not None)

        choose.clicked.connect(ask)
        usual.clicked.connect(forget)
        return line, show

    def _folder_line(self, setting: Folder) -> tuple[QWidget, _Show]:
        line = QWidget()
        path = Label()
        path.setWordWrap(True)
        path.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        choose, none = QPushButton(self.tr("Choose…")), QPushButton(self.tr("None"))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(path, 1)
        layout.addWidget(choose)
        layout.addWidget(none)
        line.setFocusProxy(choose)

        def take(value: Path | None) -> None:
            self._set(setting, value)
            show(value)

        def ask() -> None:
            chosen = FileDialog.getExistingDirectory(
                self, self.tr("Folder for new PDFs"), str(self._config.get(setting) or Path.home())
            )
            if chosen:
                take(Path(chosen))

        def show(value: Path | None) -> None:
            path.setText(str(value or self.tr("No folder is watched.")))
            none.setEnabled(value is not None)

        choose.clicked.connect(ask)
        none.clicked.connect(lambda: take(None))
        return line, show

    def _key_editor(self, setting: Keys) -> tuple[QWidget, _Show]:
        chosen: Mapping[str, tuple[str, ...]] = self._config.get(setting)
        editor = KeyEditor(self._actions, chosen, self._theme, letters=self._config.get(LETTERS))
        editor.changed.connect(lambda keys: self._set(setting, keys))
        self.changed.connect(lambda key, value: editor.set_letters(value) if key == LETTERS.key else None)
        return editor, editor.set_keys

    # Changing

    def _set(self, setting: Setting[Any], value: Any) -> None:
        if value == self._config.get(setting):
            return
        try:
            self._config.set(setting, value)
            self._problem.hide()
        except Refused as refused:
            self._complain(said(str(refused)))
        self._show_needed()
        self.changed.emit(setting.key, self._config.get(setting))

    def _put_back(self, settings: Sequence[Setting[Any]]) -> None:
        for setting in settings:
            self._set(setting, setting.default)
            self._shown[setting.key](setting.default)

    def _show_values(self) -> None:
        for _, settings in groups():
            for setting in settings:
                self._shown[setting.key](self._config.get(setting))
        self._show_needed()

    def _show_needed(self) -> None:
        """Shows the settings that have an effect as the others are."""
        every = {setting.key: setting for _, settings in groups() for setting in settings}
        for setting in every.values():
            if setting.needs:
                key, word = setting.needs
                self._rows[setting.key].setVisible(self._config.get(every[key]) == word)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Else a page that is scrolled changes what comes under the pointer.
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter ends typing a number; it presses none of the buttons.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


def _words(text: str) -> str:
    """A text of the declarations in the language of the window."""
    return QCoreApplication.translate("Setting", text)


class _ComboBox(QComboBox):
    """One that shows that there is more to choose from."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        place = QRect(self.width() - 24, (self.height() - 12) // 2, 12, 12)
        icon("sort", self._theme.colour("secondary")).paint(painter, place)


class _GroupDelegate(QStyledItemDelegate):
    """Draws the name of a group."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, 32)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        place: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selection" if chosen else "hover"))
            painter.drawRoundedRect(place, 6, 6)
        if chosen and option.widget.hasFocus():
            draw_focus(painter, place, self._theme)
        painter.setFont(self._theme.font(weight=QFont.Weight.DemiBold if chosen else QFont.Weight.Normal))
        painter.setPen(self._theme.colour("accent_text" if chosen else "text"))
        painter.drawText(place.adjusted(12, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.restore()
