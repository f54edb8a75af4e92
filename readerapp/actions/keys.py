"""Which key does what: the keys declared with the actions, those the reader chose instead, and where two clash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from readerapp.actions.registry import Action

# These move in every list and text: no action may have them alone.
FIXED = frozenset({"Up", "Down", "Left", "Right"})

_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

_Chords = tuple[int, ...]


def written(key: str) -> str:
    """A key as it is written in settings and compared: "ctrl+k" gives "Ctrl+K". "" for what is no key."""
    sequence = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)
    return sequence.toString(QKeySequence.SequenceFormat.PortableText) if _chords(key) else ""


def is_letter(key: str) -> bool:
    """Whether a key begins with a letter, digit or sign alone, or with Shift: what success criterion 2.1.4 of WCAG 2.1
    asks that one can turn off, since screen readers and dictation programs have a use for them."""
    chords = _chords(key)
    if not chords:
        return False
    first = QKeyCombination.fromCombined(chords[0])
    return not first.keyboardModifiers() & _MODIFIERS and Qt.Key.Key_Space < first.key() < Qt.Key.Key_Escape


def keys_asked(actions: Iterable[Action], overrides: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The keys of every action by its id: those the reader chose, also none, else the declared ones."""
    asked = {}
    for action in actions:
        keys = map(written, overrides.get(action.id, action.keys))
        asked[action.id] = tuple(dict.fromkeys(filter(None, keys)))
    return asked


def keys_in_force(
    actions: Iterable[Action], overrides: Mapping[str, Sequence[str]], letters: bool = True
) -> dict[str, tuple[str, ...]]:
    """The keys of every action by its id, so that no key is given twice and none begins the sequence of another.

    Where two actions ask for a key, the one whose keys the reader chose has it, then the one declared first. Without
    `letters`, keys that begin with a letter alone are nobody's.
    """
    asked = keys_asked(actions, overrides)
    given: dict[str, list[str]] = {action: [] for action in asked}
    taken: set[_Chords] = set()
    begun: set[_Chords] = set()
    for action in sorted(asked, key=lambda action: action not in overrides):
        for key in asked[action]:
            chords = _chords(key)
            beginnings = [chords[:end] for end in range(1, len(chords) + 1)]
            if (letters or not is_letter(key)) and chords not in begun and taken.isdisjoint(beginnings):
                taken.add(chords)
                begun.update(beginnings)
                given[action].append(key)
    return {action: tuple(keys) for action, keys in given.items()}


def clashes(keys: Mapping[str, Sequence[str]]) -> dict[tuple[str, str], list[str]]:
    """Which keys cannot do what is asked of them: (action, key), and the other actions that ask for the same key, for
    one that begins its sequence, or for one whose sequence it begins."""
    asking = [(action, key, _chords(key)) for action, given in keys.items() for key in given]
    # By every beginning of a sequence: who asks for it whole, and who for more.
    whole: dict[_Chords, list[str]] = {}
    more: dict[_Chords, list[str]] = {}
    for action, _, chords in asking:
        whole.setdefault(chords, []).append(action)
        for end in range(1, len(chords)):
            more.setdefault(chords[:end], []).append(action)
    found = {}
    for action, key, chords in asking:
        rivals = [*whole[chords], *more.get(chords, ())]
        for end in range(1, len(chords)):
            rivals += whole.get(chords[:end], ())
        rivals.remove(action)
        if rivals:
            found[action, key] = list(dict.fromkeys(rivals))
    return found


def with_keys(actions: Iterable[Action], keys: Mapping[str, tuple[str, ...]]) -> list[Action]:
    """The actions with these keys by their ids instead of the declared ones."""
    return [replace(action, keys=keys[action.id]) for action in actions]


def _chords(key: str) -> _Chords:
    """What is pressed one after the other, as Qt numbers it; () for what is no key."""
    sequence = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)
    chords: list[QKeyCombination] = [sequence[n] for n in range(sequence.count())]  # type: ignore[index]  # see ui/dialogs/keys.py
    if any(chord.key() in (Qt.Key.Key_unknown, Qt.Key(0)) for chord in chords):
        return ()
    return tuple(chord.toCombined() for chord in chords)
