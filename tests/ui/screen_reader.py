"""Somebody who does not see the window: they have what Qt tells screen readers of it, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role

# What is acted upon: each of these has a name, or nobody knows what it does.
CONTROLS = {
    Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText, Role.Slider,
    Role.SpinBox, Role.List, Role.ListItem, Role.Tree, Role.TreeItem, Role.Table, Role.PageTabList, Role.PageTab,
    Role.MenuItem, Role.Link,
}  # fmt: skip


@dataclass(frozen=True)
class Node:
    """A thing that is told: a widget, or a row of a list. `path` is what it lies in, from the outside.

    What Qt says of it is copied. Its interface is looked up when it is used: kept, it may be freed by Qt, and another
    object come to lie where it was.
    """

    root: QWidget
    numbers: tuple[int, ...]
    path: tuple[str, ...]
    kind: str
    role: QAccessible.Role
    name: str
    value: str
    description: str
    place: QRect
    focusable: bool
    # Those states that a screen reader says.
    states: frozenset[str]

    @property
    def interface(self) -> QAccessibleInterface:
        """What Qt has for it now."""
        found = QAccessible.queryAccessibleInterface(self.root)
        for number in self.numbers:
            found = found.child(number)
        return found

    @property
    def text(self) -> str:
        """What is written in it."""
        text = self.interface.textInterface()
        return text.text(0, text.characterCount())

    def __str__(self) -> str:
        return f"{' > '.join(self.path)} > {self.role.name} “{self.name}” ({self.kind})"

    def press(self) -> None:
        """Does what pressing it does; chooses or checks it where that is what can be done."""
        actions = self.interface.actionInterface()
        names = actions.actionNames()
        known = (QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.toggleAction())
        actions.doAction(next(name for name in known if name in names))


_STATES = ("focused", "checked", "selected", "disabled", "expanded", "collapsed", "readOnly")


def told(widget: QWidget, rows: int = 40) -> Iterator[Node]:
    """All that is told of a widget and what can be seen in it; of a list so many rows."""
    yield from _within(widget, QAccessible.queryAccessibleInterface(widget), (), (), rows)


def _within(
    root: QWidget, interface: QAccessibleInterface, numbers: tuple[int, ...], path: tuple[str, ...], rows: int
) -> Iterator[Node]:
    state, owner, text = interface.state(), interface.object(), interface.text
    if state.invisible:
        return
    node = Node(
        root,
        numbers,
        path,
        type(owner).__name__ if owner else "row",
        interface.role(),
        text(QAccessible.Text.Name),
        text(QAccessible.Text.Value),
        text(QAccessible.Text.Description),
        interface.rect(),
        bool(state.focusable),
        frozenset(name for name in _STATES if getattr(state, name)),
    )
    yield node
    below = (*path, node.name or node.role.name)
    for number in range(min(interface.childCount(), rows)):
        child = interface.child(number)
        if child is not None and child.isValid():
            yield from _within(root, child, (*numbers, number), below, rows)


def find(widget: QWidget, role: QAccessible.Role, name: str = "") -> Node:
    """The first thing of a role whose name begins so. Raises LookupError, with what there is."""
    nodes = list(told(widget))
    for node in nodes:
        if node.role == role and node.name.startswith(name):
            return node
    raise LookupError(f"no {role.name} “{name}” among:\n" + "\n".join(map(str, nodes)))


def there(widget: QWidget, role: QAccessible.Role, name: str) -> bool:
    """Whether there is a thing of a role whose name begins so."""
    return any(node.role == role and node.name.startswith(name) for node in told(widget))
