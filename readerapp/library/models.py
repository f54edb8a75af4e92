"""The tables as Peewee models, for writing. What they mean is told in db/README.md; the DDL is in db/migrations.

Times are integers, milliseconds since 1970 in UTC. Reading for lists and searches is plain SQL in the other modules,
on a connection of its own, so that a process that only reads need not import Peewee.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from peewee import (
    SQL,
    AutoField,
    BooleanField,
    CompositeKey,
    Expression,
    Field,
    FloatField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)


def among(field: Field, ids: Iterable[int]) -> Expression:
    """The condition that `field` is one of these ids, any number of them: one parameter, never too many."""
    return field.in_(SQL("(SELECT value FROM json_each(?))", [json.dumps(list(ids))]))


class Import(Model):
    at = IntegerField()
    format = TextField()
    title = TextField()
    dated = TextField(null=True)
    added = IntegerField(default=0)
    merged = IntegerField(default=0)
    unchanged = IntegerField(default=0)
    skipped = IntegerField(default=0)
    finished = BooleanField(default=False)

    class Meta:
        table_name = "import"


class Paper(Model):
    id = AutoField()
    title = TextField()
    title_key = IntegerField(index=True)
    byline = TextField(default="")
    venue = TextField(default="")
    year = IntegerField(null=True)
    published = TextField(null=True)
    status = IntegerField(default=0)
    starred = IntegerField(default=0)
    rating = IntegerField(null=True)
    takeaway = TextField(default="")
    citation_key = TextField(null=True)
    shelf = IntegerField(default=0)
    trashed = IntegerField(null=True)
    import_ = ForeignKeyField(Import, column_name="import_id", null=True, on_delete="SET NULL")
    source = TextField(default="")
    added = IntegerField()
    changed = IntegerField()

    class Meta:
        table_name = "paper"
        indexes = tuple(
            (("shelf", *columns), False)
            for columns in (
                ("added",),
                ("status", "added"),
                ("title",),
                ("byline",),
                ("venue",),
                ("year",),
                ("published",),
                ("changed",),
            )
        )


class Arriving(Model):
    import_ = ForeignKeyField(Import, column_name="import_id", primary_key=True, on_delete="CASCADE")
    first_id = IntegerField()
    source = TextField(default="")

    class Meta:
        table_name = "arriving"


class ArrivingBatch(Model):
    import_ = ForeignKeyField(Arriving, column_name="import_id", on_delete="CASCADE")
    items = IntegerField()
    papers = TextField()

    class Meta:
        table_name = "arriving_batch"


# Partial indexes, known to Peewee by name alone.
Paper.add_index(Paper.index(Paper.added, name="paper_starred", where=Paper.starred == 1))
Paper.add_index(Paper.index(Paper.rating, name="paper_rating", where=Paper.rating.is_null(False)))
Paper.add_index(Paper.index(Paper.citation_key, name="paper_citation_key", where=Paper.citation_key.is_null(False)))


class PaperText(Model):
    paper = ForeignKeyField(Paper, primary_key=True, on_delete="CASCADE")
    authors = TextField(default="")
    abstract = TextField(default="")
    keywords = TextField(default="")
    also = TextField(default="")

    class Meta:
        table_name = "paper_text"


class PaperAuthor(Model):
    paper = ForeignKeyField(Paper, on_delete="CASCADE", index=False)
    position = IntegerField()
    given = TextField(default="")
    family = TextField()
    suffix = TextField(null=True)

    class Meta:
        table_name = "paper_author"
        primary_key = CompositeKey("paper", "position")
        indexes = ((("family", "given"), False),)
        without_rowid = True


class Identifier(Model):
    scheme = TextField()
    value = TextField()
    paper = ForeignKeyField(Paper, on_delete="CASCADE")

    class Meta:
        table_name = "identifier"
        primary_key = CompositeKey("scheme", "value")
        without_rowid = True


class Link(Model):
    paper = ForeignKeyField(Paper, on_delete="CASCADE", index=False)
    position = IntegerField()
    rel = TextField()
    url = TextField()

    class Meta:
        table_name = "link"
        primary_key = CompositeKey("paper", "position")
        indexes = ((("rel", "paper"), False),)
        without_rowid = True


class PaperKeyword(Model):
    paper = ForeignKeyField(Paper, on_delete="CASCADE", index=False)
    position = IntegerField()
    keyword = TextField(index=True)

    class Meta:
        table_name = "paper_keyword"
        primary_key = CompositeKey("paper", "position")
        without_rowid = True


class PaperField(Model):
    paper = ForeignKeyField(Paper, on_delete="CASCADE", index=False)
    scheme = TextField()
    name = TextField()
    value = TextField()

    class Meta:
        table_name = "paper_field"
        primary_key = CompositeKey("paper", "scheme", "name")
        without_rowid = True


class FilePart(Model):
    format = TextField()
    name = TextField()
    value = TextField()

    class Meta:
        table_name = "file_part"
        indexes = ((("format", "name", "value"), True),)


class Tag(Model):
    id = AutoField()
    name = TextField()
    key = TextField(unique=True)
    colour = TextField(default="")
    quick = IntegerField(null=True)
    added = IntegerField()

    class Meta:
        table_name = "tag"


class PaperTag(Model):
    tag = ForeignKeyField(Tag, on_delete="CASCADE", index=False)
    paper = ForeignKeyField(Paper, on_delete="CASCADE")
    added = IntegerField()

    class Meta:
        table_name = "paper_tag"
        primary_key = CompositeKey("tag", "paper")
        without_rowid = True


class TagAlias(Model):
    key = TextField(primary_key=True)
    name = TextField()
    tag = ForeignKeyField(Tag, on_delete="CASCADE")

    class Meta:
        table_name = "tag_alias"
        without_rowid = True


class DistinctTags(Model):
    tag = ForeignKeyField(Tag, on_delete="CASCADE", index=False)
    other = ForeignKeyField(Tag, on_delete="CASCADE")

    class Meta:
        table_name = "distinct_tags"
        primary_key = CompositeKey("tag", "other")
        without_rowid = True


class StatusChange(Model):
    paper = ForeignKeyField(Paper, on_delete="CASCADE")
    status = IntegerField()
    at = IntegerField()

    class Meta:
        table_name = "status_change"
        indexes = ((("status", "at"), False),)


class Queue(Model):
    paper = ForeignKeyField(Paper, primary_key=True, on_delete="CASCADE")
    position = IntegerField(index=True)
    added = IntegerField()

    class Meta:
        table_name = "queue"


class ProjectQueue(Model):
    tag = ForeignKeyField(Tag, on_delete="CASCADE", index=False)
    paper = ForeignKeyField(Paper, on_delete="CASCADE")
    position = IntegerField()

    class Meta:
        table_name = "project_queue"
        primary_key = CompositeKey("tag", "paper")
        without_rowid = True


class Opened(Model):
    paper = ForeignKeyField(Paper, primary_key=True, on_delete="CASCADE")
    at = IntegerField(index=True)

    class Meta:
        table_name = "opened"


class Kept(Model):
    paper = ForeignKeyField(Paper, primary_key=True, on_delete="CASCADE")
    at = IntegerField()

    class Meta:
        table_name = "kept"


class Bulk(Model):
    id = IntegerField(primary_key=True)

    class Meta:
        table_name = "bulk"


class Note(Model):
    paper = ForeignKeyField(Paper, primary_key=True, on_delete="CASCADE")
    text = TextField()
    changed = IntegerField()

    class Meta:
        table_name = "note"


class NoteTemplate(Model):
    tag = ForeignKeyField(Tag, primary_key=True, on_delete="CASCADE")
    text = TextField()

    class Meta:
        table_name = "note_template"


class NoteVersion(Model):
    paper = ForeignKeyField(Paper, on_delete="CASCADE")
    at = IntegerField()
    text = TextField()

    class Meta:
        table_name = "note_version"


class WordsAlso(Model):
    paper = ForeignKeyField(Paper, primary_key=True, on_delete="CASCADE")
    also = TextField()

    class Meta:
        table_name = "words_also"


class Meaning(Model):
    name = TextField(unique=True)
    colour = TextField()
    position = IntegerField()

    class Meta:
        table_name = "meaning"


class Highlight(Model):
    paper = ForeignKeyField(Paper, on_delete="CASCADE")
    target = TextField(default="abstract")
    quote = TextField()
    prefix = TextField(default="")
    suffix = TextField(default="")
    start = IntegerField(null=True)
    page = IntegerField(null=True)
    meaning = ForeignKeyField(Meaning, null=True, on_delete="SET NULL")
    comment = TextField(default="")
    added = IntegerField()
    changed = IntegerField()

    class Meta:
        table_name = "highlight"


class Attachment(Model):
    paper = ForeignKeyField(Paper, on_delete="CASCADE")
    name = TextField()
    sha256 = TextField(index=True)
    media_type = TextField(default="")
    bytes = IntegerField()
    added = IntegerField()

    class Meta:
        table_name = "attachment"


class Pdf(Model):
    sha256 = TextField(primary_key=True)
    pages = IntegerField(default=0)
    fault = TextField(default="")

    class Meta:
        table_name = "pdf"


class PdfPage(Model):
    pdf = ForeignKeyField(Pdf, column_name="sha256", on_delete="CASCADE", index=False)
    page = IntegerField()
    text = TextField()
    also = TextField(default="")

    class Meta:
        table_name = "pdf_page"
        indexes = ((("pdf", "page"), True),)


class PdfPlace(Model):
    sha256 = TextField(primary_key=True)
    page = IntegerField()
    top = FloatField(default=0)
    zoom = FloatField(default=0)
    at = IntegerField()

    class Meta:
        table_name = "pdf_place"


class DistinctPapers(Model):
    paper = ForeignKeyField(Paper, on_delete="CASCADE", index=False)
    other = ForeignKeyField(Paper, on_delete="CASCADE")

    class Meta:
        table_name = "distinct_papers"
        primary_key = CompositeKey("paper", "other")
        without_rowid = True


class SavedSearch(Model):
    name = TextField(unique=True)
    query = TextField()
    icon = TextField(default="")
    position = IntegerField()

    class Meta:
        table_name = "saved_search"


MODELS: tuple[type[Model], ...] = (
    Import,
    Paper,
    Arriving,
    ArrivingBatch,
    PaperText,
    PaperAuthor,
    Identifier,
    Link,
    PaperKeyword,
    PaperField,
    FilePart,
    Tag,
    PaperTag,
    TagAlias,
    DistinctTags,
    StatusChange,
    Queue,
    ProjectQueue,
    Opened,
    Kept,
    Bulk,
    Note,
    NoteTemplate,
    NoteVersion,
    WordsAlso,
    Meaning,
    Highlight,
    Attachment,
    Pdf,
    PdfPage,
    PdfPlace,
    DistinctPapers,
    SavedSearch,
)
