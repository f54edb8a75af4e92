"""The short form of `python -m tests.end2end.kill`."""

from __future__ import annotations

from pathlib import Path

from tests.end2end.kill import run


def test_nothing_shown_as_saved_is_lost_to_kill_9(tmp_path: Path) -> None:
    faults, counted = run(tmp_path, rounds=6, seed=7)
    assert faults == []
    assert counted["note"] >= 1
    assert counted["tag"] >= 1
