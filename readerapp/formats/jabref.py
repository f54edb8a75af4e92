"""What JabRef keeps in a .bib file beside BibTeX: groups, and marks of the reader's.

Groups stand in a comment at the end (`@Comment{jabref-meta: grouping:`), a line each with its level, and entries name
theirs in the field `groups`; before JabRef 3.8 they stood under `groupstree:`, explicit groups with the keys of their
entries. Separators are quoted by a backslash, twice. Marks are the fields readstatus, ranking, priority, printed,
qualityassured and relevance, or the same words among the keywords. https://docs.jabref.org
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from readerapp.formats.tex_text import balanced
from readerapp.records import Status

_META = re.compile(r"@\s*comment\s*[{(]\s*jabref-meta:\s*(\w+):?", re.IGNORECASE)
_GROUP = re.compile(r"(\d{1,3})\s+(\w+):(.*)", re.DOTALL)
_NO_BRACES = str.maketrans("{}", "()")
_LISTS = ("StaticGroup", "ExplicitGroup")

STATUSES: Mapping[str, Status] = MappingProxyType({
    "read": Status.READ, "skimmed": Status.READING, "reading": Status.READING, "dropped": Status.DROPPED,
    "unread": Status.UNREAD,
})  # fmt: skip
STATUS_WORDS: Mapping[Status, str] = MappingProxyType(
    {Status.READ: "read", Status.READING: "skimmed", Status.DROPPED: "dropped"}
)
RANKS: Mapping[str, int] = MappingProxyType({f"rank{n}": n for n in range(1, 6)})
# Marks as they may stand among the keywords.
MARKS: Mapping[str, str] = MappingProxyType({
    "read": "readstatus", "skimmed": "readstatus", **dict.fromkeys(RANKS, "ranking"), "prio1": "priority",
    "prio2": "priority", "prio3": "priority", "printed": "printed", "qualityAssured": "qualityassured",
    "relevant": "relevance",
})  # fmt: skip


def meta(comment: str) -> str:
    """Of what kind a comment of JabRef's is (grouping, databaseType …); "" for one that is none of its."""
    found = _META.match(comment)
    return found[1] if found else ""


class Groups:
    """The groups of a file as nested tags, and tags as groups."""

    def __init__(self) -> None:
        self._paths: dict[str, list[str]] = {}
        self._members: dict[str, list[str]] = {}
        self._names: dict[str, str] = {}
        self._tree = ""
        self._added: dict[str, str] = {}

    def learn(self, comment: str) -> bool:
        """Takes the tree of groups from a comment; False for another comment."""
        if meta(comment) not in ("grouping", "groupstree"):
            return False
        above: list[str] = []
        body = comment[comment.index(":", comment.index(":") + 1) + 1 : -1]
        # Lines were broken anywhere once; what ends a group is its semicolon.
        for source in _divided(body.replace("\n", "")):
            found = _GROUP.match(source.strip())
            if not found:
                continue
            level = int(found[1])
            units = _divided(_unquoted(found[3]))
            name = _unquoted(units[0]) if units else ""
            if level == 0 or not name:
                continue
            del above[level - 1 :]
            parent = above[-1] if above else ""
            path = name if not parent or name.startswith(f"{parent}/") else f"{parent}/{name}"
            above += [path] * (level - len(above))
            if found[2] in _LISTS:
                self._paths.setdefault(name, []).append(path)
                if self._tree and path.casefold() not in self._names:
                    # A library may have the trees of several files; one file has one tree.
                    self._added[path.casefold()] = name = path
                elif not self._tree:
                    self._added.pop(path.casefold(), None)
                self._names.setdefault(path.casefold(), name)
            if found[2] == "ExplicitGroup":
                for key in units[2:]:
                    self._members.setdefault(_unquoted(key), []).append(path)
        self._tree = self._tree or comment
        return True

    def tags(self, names: Iterable[str]) -> list[str]:
        """The tags that these groups are."""
        return list(dict.fromkeys(path for name in names for path in self._paths.get(name, [name])))

    def of_entry(self, key: str) -> list[str]:
        """The tags of the older groups that name an entry by its key."""
        return self._members.get(key, []) if key else []

    def names(self, tags: Iterable[str]) -> list[str]:
        """The groups of an entry with these tags, in the order of the alphabet."""
        return list(dict.fromkeys(self._name(tag) for tag in sorted(tags, key=str.casefold)))

    def add(self, tags: Iterable[str]) -> None:
        """Makes groups of the tags that are none yet."""
        for tag in tags:
            if tag.casefold() not in self._names:
                self._added.setdefault(tag.casefold(), self._name(tag))

    def _name(self, tag: str) -> str:
        # What a brace without its other one would end is the whole comment.
        return self._names.get(tag.casefold()) or (tag if balanced(tag) else tag.translate(_NO_BRACES))

    def tree(self) -> str:
        """The comment with all groups: those of the file, as they are, and those that were added; "" for none."""
        if self._tree and not self._added:
            return self._tree
        if self._tree:
            return f"{self._tree[:-1].rstrip()}\n{''.join(_line(1, name) for name in self._added.values())}}}"
        if not self._added:
            return ""
        # Each below the one it is nested in, which is made where it is no tag itself.
        paths = {name.casefold(): name for name in self._added.values()}
        for name in self._added.values():
            levels = name.split("/")
            for count in range(1, len(levels)):
                parent = "/".join(levels[:count])
                paths.setdefault(parent.casefold(), parent)
        in_order = sorted(paths.values(), key=lambda name: [level.casefold() for level in name.split("/")])
        lines = "".join(_line(name.count("/") + 1, name) for name in in_order)
        return f"@Comment{{jabref-meta: grouping:\n0 AllEntriesGroup:;\n{lines}}}"


def _line(level: int, name: str) -> str:
    once = _quoted(name)
    return f"{level} StaticGroup:{_quoted(f'{once};0;1;;;;')};\n"


def _quoted(text: str) -> str:
    return re.sub(r"[\\;]", r"\\\g<0>", text)


def _unquoted(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)


def _divided(text: str) -> list[str]:
    """What stands before each semicolon that is not quoted."""
    return re.findall(r"((?:[^\\;]++|\\.)*+);", text, re.DOTALL)
