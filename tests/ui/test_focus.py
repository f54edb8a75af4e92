"""The focus can be seen wherever it is: pictures of every control with it and without it, compared."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from readerapp.ui.theme import Theme
from tests.rules.test_declarations import contrast
from tests.ui.person import Person
from tests.ui.test_accessibility import SHEETS, busy, opened_by  # noqa: F401

# So much must a mark differ from what was there before, as success criterion 2.4.13 of WCAG 2.2 has it.
LEAST = 3.0


def controls(within: QWidget) -> Iterator[QWidget]:
    """What the Tab key goes to, in its order."""
    for widget in within.findChildren(QWidget):
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if reached and widget.isEnabled() and not widget.visibleRegion().isEmpty():
            yield widget


def picture(widget: QWidget) -> QImage:
    """What is seen of a widget, with what is around it."""
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint()), widget.size()).adjusted(-4, -4, 4, 4)
    return window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)


def marked(before: QImage, after: QImage) -> QRect:
    """Where pictures differ so that it is seen."""
    found = QRect()
    for x, y in product(range(before.width()), range(before.height())):
        one, other = before.pixel(x, y), after.pixel(x, y)
        if one != other and contrast(f"#{one & 0xFFFFFF:06x}", f"#{other & 0xFFFFFF:06x}") >= LEAST:
            found = found.united(QRect(x, y, 1, 1))
    return found


def unseen(person: Person, within: QWidget) -> list[str]:
    """The controls of which it is not seen that they have the focus."""
    found = []
    elsewhere = QWidget(within)
    elsewhere.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    elsewhere.show()
    for widget in controls(within):
        if widget is elsewhere:
            continue
        elsewhere.setFocus()
        QApplication.processEvents()
        if QApplication.focusWidget() is widget:
            continue  # it never has not
        before = picture(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if QApplication.focusWidget() is not widget:
            found.append(f"{type(widget).__name__} “{widget.accessibleName()}” does not take it")
            continue
        mark = marked(before, picture(widget))
        # A caret, one pixel wide, is a mark too, but one that is looked for: it is not enough.
        if mark.width() < 2 or mark.height() < 2:
            found.append(f"{type(widget).__name__} {widget.objectName()} “{widget.accessibleName()}” {mark}")
    elsewhere.deleteLater()
    return found


@pytest.fixture(params=["light", "dark"])
def scheme(theme: Theme, request: pytest.FixtureRequest) -> Iterator[None]:
    theme.choose(request.param)
    yield
    theme.choose("")


@pytest.mark.usefixtures("scheme")
def test_the_focus_is_seen_in_the_window(busy: Person) -> None:  # noqa: F811
    assert unseen(busy, busy.window) == []


@pytest.mark.usefixtures("scheme")
# The palette is not among them: it closes when the focus leaves its only line.
@pytest.mark.parametrize("action", [*(one for one in SHEETS if one != "palette"), "search help", "tag"])
def test_the_focus_is_seen_in_a_sheet(busy: Person, action: str) -> None:  # noqa: F811
    sheet = opened_by(busy, action)
    assert unseen(busy, sheet) == []
    sheet.close()
