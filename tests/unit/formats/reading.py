"""Reading text, bytes and samples as the program reads them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from readerapp import registry
from readerapp.formats.opening import open_bytes
from readerapp.records import Item, Record, Skipped

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "formats"
WHEN = datetime(2026, 3, 12, 8, 0, tzinfo=UTC)


def items(data: str | bytes, format_name: str, name: str = "a test") -> list[Item]:
    """Everything a format makes of some text or bytes."""
    raw = data.encode() if isinstance(data, str) else data
    return list(registry.read(open_bytes(raw, name, WHEN), format_name).items)


def records(data: str | bytes, format_name: str, name: str = "a test") -> list[Record]:
    """The papers a format makes of some text or bytes."""
    return [item for item in items(data, format_name, name) if isinstance(item, Record)]


def skipped(data: str | bytes, format_name: str) -> list[tuple[str, str]]:
    """What a format could not read, as pairs of where and why."""
    return [(item.where, item.why) for item in items(data, format_name) if isinstance(item, Skipped)]
