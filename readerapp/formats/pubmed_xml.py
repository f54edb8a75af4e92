"""PubMed's XML: articles and books of a PubmedArticleSet, and citations of a MedlineCitationSet.

Elements as in https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html. Titles and abstracts hold inline markup
and MathML; abstracts come in labelled parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from readerapp.formats import csl, dates, fields, markup, xml_entries
from readerapp.formats.json_answers import details, identified, person
from readerapp.formats.medline import sentence, type_of
from readerapp.formats.xml_entries import first, text, texts
from readerapp.names import Name, listed
from readerapp.records import Format, Identifier, Input, Link, Origin, Reading, Record

_ROOTS = frozenset(
    {"PubmedArticleSet", "PubmedArticle", "PubmedBookArticle", "MedlineCitationSet", "PubmedBookArticleSet"}
)
_ENTRIES = ("PubmedArticle", "PubmedBookArticle")


def read(source: Input) -> Reading:
    """Reads article by article. Raises Refused for a file that defines entities."""
    bare = xml_entries.root_name(source.head) == "MedlineCitationSet"
    found = xml_entries.entries(source, *(("MedlineCitation",) if bare else _ENTRIES))
    return Reading(Origin("pubmed-xml", source.name), xml_entries.items(found, record_of), source.size, source.done)


def record_of(entry: Element) -> Record:
    """The paper of an entry. Raises ValueError, in words for the reader, when it has no title."""
    citation = entry if entry.tag == "MedlineCitation" else entry.find("MedlineCitation")
    article = None if citation is None else citation.find("Article")
    record = _of_book(entry) if citation is None or article is None else _of_article(citation, article)
    identifiers = [
        *record.identifiers,
        *identified([
            ({"pubmed": "pmid", "pmc": "pmcid", "doi": "doi"}.get(one.get("IdType", ""), ""), text(one).strip())
            for path in ("PubmedData/ArticleIdList/ArticleId", "PubmedBookData/ArticleIdList/ArticleId")
            for one in entry.iterfind(path)
        ]),
    ]  # fmt: skip
    record.identifiers = list(dict.fromkeys(one for one in identifiers if one.scheme))
    record.links = [
        Link("page", f"https://pubmed.ncbi.nlm.nih.gov/{one.value}/")
        for one in record.identifiers
        if one.scheme == "pmid"
    ][:1]
    return record


def _of_article(citation: Element, article: Element) -> Record:
    journal, issue = article.find("Journal"), article.find("Journal/JournalIssue")
    year, published = _dates(None if issue is None else issue.find("PubDate"), article.find("ArticleDate"))
    venue = "" if journal is None else first(journal, "Title", "ISOAbbreviation")
    found = _record(
        _title(article.find("ArticleTitle")) or _title(article.find("VernacularTitle")),
        article,
        venue=venue,
        year=year,
        published=published,
    )
    found.keywords = fields.keywords([*texts(citation, "KeywordList/Keyword"), *_headings(citation)])
    found.identifiers = _identifiers(article, citation)
    kinds = texts(article, "PublicationTypeList/PublicationType")
    found.details |= details(
        type=type_of(kinds, bool(venue)),
        volume="" if issue is None else first(issue, "Volume"),
        issue="" if issue is None else first(issue, "Issue"),
        page=first(article, "Pagination/MedlinePgn", "Pagination/StartPage"),
        ISSN=first(article, "Journal/ISSN"),
        language=first(article, "Language"),
        container_title_short=first(article, "Journal/ISOAbbreviation") if first(article, "Journal/Title") else "",
    )
    return found


def _of_book(entry: Element) -> Record:
    document = entry.find("BookDocument")
    if document is None:
        raise ValueError("It has no article.")
    book = document.find("Book")
    whole = "" if book is None else _title(book.find("BookTitle"))
    part = _title(document.find("ArticleTitle"))
    year, published = _dates(None if book is None else book.find("PubDate"), None)
    found = _record(part or whole, document, venue=whole if part else "", year=year, published=published)
    if not found.authors and book is not None:
        found.authors = list(_people(book))
    found.keywords = fields.keywords(texts(document, "KeywordList/Keyword"))
    found.identifiers = _identifiers(document, document)
    found.details |= details(
        type="chapter" if part and part != whole else "book",
        publisher=first(document, "Book/Publisher/PublisherName"),
        publisher_place=first(document, "Book/Publisher/PublisherLocation"),
        edition=first(document, "Book/Edition"),
        language=first(document, "Language"),
    )
    if book is not None and (editors := listed(_people(book, "editors"))):
        found.details["editor"] = editors
    csl.add_isbn(found, texts(document, "Book/Isbn"))
    return found


def _record(title: str, holder: Element, *, venue: str, year: int | None, published: str | None) -> Record:
    if not title:
        raise ValueError("It has no title.")
    return Record(
        title=title,
        authors=list(_people(holder)),
        abstract=_abstract(holder),
        venue=markup.one_line(venue),
        year=year,
        published=published,
        details=details(editor=listed(_people(holder, "editors"))),
    )


def _people(holder: Element, kind: str = "authors") -> Iterator[Name]:
    for people in holder.iterfind("AuthorList"):
        if people.get("Type", "authors") != kind:
            continue
        for one in people.iterfind("Author"):
            given = first(one, "ForeName", "FirstName", "Initials")
            if name := person(first(one, "LastName", "CollectiveName"), given, first(one, "Suffix")):
                yield name


def _abstract(holder: Element) -> str:
    parts = []
    for one in holder.iterfind("Abstract/AbstractText"):
        words = " ".join(markup.plain(xml_entries.markup(one)).split())
        label = fields.one_line(one.get("Label", ""), 200)
        if words:
            parts.append(f"{label}: {words}" if label and label != "UNLABELLED" else words)
    return fields.paragraphs("\n\n".join(parts))


def _title(element: Element | None) -> str:
    return sentence(xml_entries.markup(element))


def _dates(issue: Element | None, electronic: Element | None) -> tuple[int | None, str | None]:
    """The year of the issue, and a date that says more, of the issue or of the same year."""
    found = _date(issue) or _date(electronic)
    first_seen = _date(electronic)
    if found and len(found) == 4 and first_seen and first_seen.startswith(found):
        found = first_seen
    return int(found[:4]) if found else None, found if found and len(found) > 4 else None


def _date(element: Element | None) -> str | None:
    if element is None:
        return None
    parts = [first(element, name) for name in ("Year", "Month", "Day")]
    return dates.iso(*parts) or dates.read(first(element, "MedlineDate"))


def _headings(citation: Element) -> Iterator[str]:
    """Subject headings with their qualifiers: "Mice/genetics"."""
    for heading in citation.iterfind("MeshHeadingList/MeshHeading"):
        yield "/".join([*texts(heading, "DescriptorName"), *texts(heading, "QualifierName")])


def _identifiers(holder: Element, citation: Element) -> list[Identifier]:
    pairs: list[tuple[str, object]] = [("pmid", first(citation, "PMID"))]
    pairs += [("doi", text(one).strip()) for one in holder.iterfind("ELocationID") if one.get("EIdType") == "doi"]
    schemes = {"doi": "doi", "pmc": "pmcid", "pubmed": "pmid"}
    for one in holder.iterfind("ArticleIdList/ArticleId"):
        if scheme := schemes.get(one.get("IdType", "")):
            pairs.append((scheme, text(one).strip()))
    return identified(pairs)


def _recognise(source: Input) -> int:
    return 98 if xml_entries.root_name(source.head) in _ROOTS else 0


FORMAT = Format(
    name="pubmed-xml",
    label="PubMed XML",
    suffixes=(".xml",),
    recognise=_recognise,
    read=read,
)
