"""Looks a library over, and mends what can be mended without guessing."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from readerapp.library import attachments, files, reader_words
from readerapp.library.connect import Writer
from readerapp.library.papers import VISIBLE

# What each kept count must be. Mended by writing just this.
_TALLIES = f"""
SELECT 'trash' AS name, count(*) AS n FROM paper AS p WHERE shelf = 1 AND {VISIBLE}
UNION ALL SELECT 'starred', count(*) FROM paper AS p WHERE shelf = 0 AND starred = 1 AND {VISIBLE}
UNION ALL SELECT 'status:' || s.value,
    (SELECT count(*) FROM paper AS p WHERE shelf = 0 AND status = s.value AND {VISIBLE})
    FROM json_each('[0, 1, 2, 3]') AS s
"""
_TAG_TALLIES = """
SELECT id AS tag_id, count(paper) AS papers, coalesce(sum(unread), 0) AS unread FROM (
    SELECT DISTINCT tag.id, p.id AS paper, p.status = 0 AS unread
    FROM tag JOIN tag AS below ON below.id = tag.id OR (below.key >= tag.key || '/' AND below.key < tag.key || '0')
    LEFT JOIN paper_tag ON tag_id = below.id LEFT JOIN paper AS p ON p.id = paper_id AND p.shelf = 0)
GROUP BY id
"""
_INDEXES = ("paper_fts", "word_fts", "title_fts")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong, as a sentence; `mended` when it is right again."""

    what: str
    mended: bool = False


def look(writer: Writer, *, repair: bool) -> list[Finding]:
    """What is wrong with the library and its files; empty when all is well. With `repair`, mends indexes and counts,
    and removes files that nothing names any more. Reads every attached file whole.

    A second look after a repair finds nothing that could be mended.
    """
    connection = writer.connection
    findings = [Finding(f"The file is damaged: {fault}.") for fault in _damage(connection)]
    if findings:
        return findings
    for table, rowid, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        findings.append(Finding(f"A row of {table} ({rowid}) belongs to a row of {parent} that is gone."))
    for index in _INDEXES:
        if not _sound(connection, index):
            findings.append(Finding(f"The search index {index} does not match the papers.", repair))
            if repair:
                with writer.unrecorded():
                    connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
    if not _sound(connection, "pdf_fts"):
        findings.append(Finding("The search index of PDFs does not match their text.", repair))
        if repair:
            with writer.unrecorded():
                connection.execute("INSERT INTO pdf_fts (pdf_fts) VALUES ('rebuild')")
    if not _words_sound(connection):
        findings.append(Finding("The search index of notes does not match the notes.", repair))
        if repair:
            with writer.unrecorded():
                reader_words.settle(connection, reader_words.unsettled(connection))
                connection.execute("DELETE FROM words_fts")
                connection.execute(
                    "INSERT INTO words_fts (rowid, note, highlights, takeaway, also)"
                    " SELECT id, note, highlights, takeaway, also FROM reader_words"
                    " WHERE note <> '' OR highlights <> '' OR takeaway <> ''"
                )
    for table, wanted in (("tally", _TALLIES), ("tag_tally", _TAG_TALLIES)):
        columns = "name, n" if table == "tally" else "tag_id, papers, unread"
        wrong = connection.execute(f"SELECT {columns} FROM ({wanted}) EXCEPT SELECT {columns} FROM {table}").fetchall()
        if wrong:
            findings.append(Finding(f"{len(wrong)} of the counts in {table} are wrong.", repair))
            if repair:
                with writer.unrecorded():
                    marks = ", ".join("?" for _ in wrong[0])
                    connection.executemany(f"REPLACE INTO {table} ({columns}) VALUES ({marks})", wrong)
    return [*findings, *_in_the_folder(writer, repair)]


def _in_the_folder(writer: Writer, repair: bool) -> list[Finding]:
    """What is wrong with attached files."""
    connection, library = writer.connection, writer.path
    findings = []
    for file in attachments.all_files(connection):
        if fault := files.fault(library, file.sha256, file.media_type, file.size):
            papers = len(attachments.papers_of(connection, file.sha256))
            of = f"of {papers:,} papers" if papers > 1 else "of a paper"
            remedy = "Attach it again." if fault == "missing" else "Attach it again, or bring it back from a copy."
            findings.append(Finding(f"The file {file.name} {of} is {fault}. {remedy}"))
    if left := files.unnamed(connection, library):
        findings.append(Finding(f"Nothing names {len(left):,} files in {files.folder(library)} any more.", repair))
        if repair:
            files.sweep(writer)
    return findings


def _damage(connection: sqlite3.Connection) -> list[str]:
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
    except sqlite3.DatabaseError as error:
        return [str(error)]
    # What is wrong with a search index alone is found below, and can be mended.
    return [" ".join(fault.split()) for fault in found if fault != "ok" and "fts" not in fault]


def _sound(connection: sqlite3.Connection, index: str) -> bool:
    try:
        # Rank 1 compares the index with the text it was made from, not only with itself.
        connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        return False
    return True


def _words_sound(connection: sqlite3.Connection) -> bool:
    (wrong,) = connection.execute(
        "SELECT count(*) FROM reader_words AS w LEFT JOIN words_fts AS f ON f.rowid = w.id"
        " WHERE (w.note, w.highlights, w.takeaway, w.also)"
        " IS NOT (coalesce(f.note, ''), coalesce(f.highlights, ''), coalesce(f.takeaway, ''), coalesce(f.also, ''))"
    ).fetchone()
    return not wrong and not reader_words.unsettled(connection)
