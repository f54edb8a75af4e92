"""The dialect of BibTeX files that biblatex and biber read: https://ctan.org/pkg/biblatex."""

from __future__ import annotations

from functools import partial

from readerapp.formats import bibtex
from readerapp.records import Format

FORMAT = Format(
    name="biblatex",
    label="biblatex",
    suffixes=(".bib",),
    recognise=partial(bibtex.recognise, biblatex=True),
    read=partial(bibtex.read, biblatex=True),
    write=partial(bibtex.write, biblatex=True),
)
