"""How close each unread paper is to what the reader has shown interest in.

The reader likes a paper that is starred, rated 4 or 5, in up next, or read and given a note or highlight; dropped
papers and those rated 1 or 2 count against. What liked papers have in common are their features: words of the title,
keywords, authors and the venue. Each feature gets the z-score of its log-odds among the liked papers against the
others, with the whole library as an informative Dirichlet prior (Monroe, Colaresi and Quinn, "Fightin' Words",
Political Analysis 16, 2008, section 3.4; counted is in how many papers a feature stands). A paper's score is the sum
over its features. The papers that have a feature come out of an index, so no text is read but that of the
liked.
"""

from __future__ import annotations

import json
import math
import re
import sqlite3
from array import array
from collections import Counter
from dataclasses import dataclass, field

from readerapp.library import counts
from readerapp.library.connect import Writer
from readerapp.library.folding import fold
from readerapp.library.papers import VISIBLE

# Fewer liked papers than these say too little.
FEWEST = 3
# Of what the reader likes and dislikes the newest are looked at; of what may be liked the closest are kept.
_MOST_CHOSEN = 2_000
_MOST_FEATURES = 2_000
MOST = 100_000

# The weight of the prior, in papers; and what a feature must at least say to be heard. Both by trial: of 100 papers
# on a subject half were liked, and the other half was to be found among 87,000.
_PRIOR = 10.0
_LEAST_Z = 1.0
# Where this many papers are liked, a feature of only one of them is chance.
_MANY = 10

_CHUNK = 5_000
_LAST_ID = 2**63 - 1
_WORD = re.compile(r"[^\W_]+")

_DISLIKED = "SELECT id FROM paper AS p WHERE p.shelf = 0 AND (p.status = 3 OR p.rating <= 2)"
_LIKED = """
SELECT id FROM (
    SELECT id FROM paper WHERE starred = 1
    UNION SELECT id FROM paper WHERE rating >= 4
    UNION SELECT paper_id FROM queue
    UNION SELECT paper_id FROM note JOIN paper ON paper.id = paper_id AND status = 2
    UNION SELECT paper_id FROM highlight JOIN paper ON paper.id = paper_id AND status = 2)
JOIN paper AS p USING (id) WHERE p.shelf = 0
"""

# Which papers have a feature, by the index of its kind: title_fts, paper_keyword_keyword, paper_author_family,
# paper_shelf_venue.
_HAVING = {
    "title": "SELECT rowid AS paper_id FROM title_fts WHERE title_fts MATCH ?",
    "keyword": "SELECT DISTINCT paper_id FROM paper_keyword WHERE keyword = ?",
    "author": "SELECT DISTINCT paper_id FROM paper_author WHERE family = ? COLLATE NOCASE AND given = ?",
    "venue": "SELECT id AS paper_id FROM paper WHERE shelf = 0 AND venue = ?",
}

# A kind of feature, and the parameters of its query.
_Feature = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Interest:
    """Unread papers that are close to the reader's interests, by id, and the score of each: above 0, the closer the
    higher. The others have none."""

    papers: array[int] = field(default_factory=lambda: array("q"))
    scores: array[float] = field(default_factory=lambda: array("d"))


def compute(connection: sqlite3.Connection) -> Interest:
    """The interest as it follows from the library; nobody has any while fewer than FEWEST papers are liked. It can be
    interrupted like any query."""
    liked = {paper for (paper,) in connection.execute(_LIKED)}
    disliked = {paper for (paper,) in connection.execute(_DISLIKED)}
    # Starred and dropped, a paper says nothing.
    liked, disliked = liked - disliked, disliked - liked
    if len(liked) < FEWEST:
        return Interest()
    papers = counts.counts(connection).papers
    (highest,) = connection.execute("SELECT max(id) FROM paper").fetchone()
    scores = array("d", bytes(8 * (highest + 1)))
    _add(connection, scores, liked, papers, 1.0)
    if len(disliked) >= FEWEST:
        _add(connection, scores, disliked, papers, -1.0)
    return _closest_unread(connection, scores)


def store(writer: Writer, interest: Interest, begin: int = 0) -> int:
    """Writes a piece of it in place of what was stored before, from the place `begin` on. Gives the place where the
    next piece begins, 0 when all is written: so that other writes have their turn in between."""
    papers, scores = interest.papers, interest.scores
    end = begin + _CHUNK
    last = end >= len(papers)
    after = papers[begin - 1] if begin else 0
    until = _LAST_ID if last else papers[end - 1]
    with writer.unrecorded():
        writer.connection.execute("DELETE FROM interest WHERE paper_id > ? AND paper_id <= ?", (after, until))
        # Papers may have gone since the scores were computed.
        writer.connection.executemany(
            "INSERT INTO interest (paper_id, score) SELECT id, ? FROM paper WHERE id = ?",
            zip(scores[begin:end], papers[begin:end], strict=True),
        )
    return 0 if last else end


def _add(connection: sqlite3.Connection, scores: array[float], chosen: set[int], papers: int, sign: float) -> None:
    """Adds to the scores, which stand at the papers' ids, what the features of the chosen papers say."""
    newest = sorted(chosen, reverse=True)[:_MOST_CHOSEN]
    number = len(newest)
    others = max(papers - number, 1)
    least = 1 if number < _MANY else 2
    for (kind, value), having in _features(connection, newest).most_common(_MOST_FEATURES):
        if having < least:
            break
        sql = f"SELECT {{}} FROM ({_HAVING[kind]}) WHERE paper_id <= ?"
        parameters = (*value, len(scores) - 1)
        (everywhere,) = connection.execute(sql.format("count(*)"), parameters).fetchone()
        if not having <= everywhere <= papers / 2:
            continue  # what most papers have says nothing, and the variance below is that of rarer features
        # Those in the trash were counted too.
        there = min(everywhere - having, others)
        z = _z_score(having, number, there, others, _PRIOR * everywhere / papers)
        if abs(z) >= _LEAST_Z:
            for (paper,) in connection.execute(sql.format("paper_id"), parameters):
                scores[paper] += sign * z


def _z_score(here: int, number: int, there: int, others: int, prior: float) -> float:
    """The log-odds of a feature that `here` of `number` papers have and `there` of the others, in standard deviations.
    `prior` is its share of the prior's _PRIOR papers."""
    log_odds = math.log((here + prior) / (number + _PRIOR - here - prior))
    log_odds -= math.log((there + prior) / (others + _PRIOR - there - prior))
    return log_odds / math.sqrt(1 / (here + prior) + 1 / (there + prior))


def _features(connection: sqlite3.Connection, papers: list[int]) -> Counter[_Feature]:
    """The features of these papers, and how many of the papers have each."""
    found: Counter[_Feature] = Counter()
    chosen = (json.dumps(papers),)
    rows = connection.execute(
        "SELECT p.title, p.venue FROM json_each(?) AS one CROSS JOIN paper AS p ON p.id = one.value", chosen
    )
    for title, venue in rows:
        words = dict.fromkeys(_WORD.findall(fold(title)))
        found.update(("title", (f'title : "{word}"',)) for word in words)
        if venue:
            found["venue", (venue,)] += 1
    keywords = connection.execute(
        "SELECT DISTINCT paper_id, lower(keyword) FROM paper_keyword"
        " WHERE paper_id IN (SELECT value FROM json_each(?))",
        chosen,
    )
    found.update(("keyword", (keyword,)) for _, keyword in keywords)
    authors = connection.execute(
        "SELECT DISTINCT paper_id, family, given FROM paper_author WHERE paper_id IN (SELECT value FROM json_each(?))",
        chosen,
    )
    found.update(("author", (family, given)) for _, family, given in authors)
    return found


def _closest_unread(connection: sqlite3.Connection, scores: array[float]) -> Interest:
    # Walks the index paper (shelf, status, added).
    sql = f"SELECT p.id FROM paper AS p WHERE p.shelf = 0 AND p.status = 0 AND {VISIBLE} AND p.id < ?"
    papers = array("q")
    for (paper,) in connection.execute(sql, (len(scores),)):
        if scores[paper] > 0:
            papers.append(paper)
    closest = sorted(papers, key=scores.__getitem__, reverse=True)[:MOST] if len(papers) > MOST else papers
    papers = array("q", sorted(closest))
    return Interest(papers, array("d", map(scores.__getitem__, papers)))
