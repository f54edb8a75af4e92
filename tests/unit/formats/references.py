"""Ten papers as people cite them: an article, proceedings, preprints, a book, a report, a body as author, two that
would be cited alike, a title that asks, particles, and names with accents."""

from __future__ import annotations

from readerapp.names import Name
from readerapp.records import Identifier, Record


def references() -> list[Record]:
    """The same ten, in the same order."""
    return [
        Record(
            title="Attention is all you need",
            authors=_people(
                "Vaswani, Ashish; Shazeer, Noam; Parmar, Niki; Uszkoreit, Jakob; Jones, Llion; Gomez, Aidan N.;"
                " Kaiser, Łukasz; Polosukhin, Illia"
            ),
            venue="Advances in Neural Information Processing Systems",
            year=2017,
            details={"type": "paper-conference", "volume": "30", "page": "5998-6008"},
            identifiers=[Identifier("arxiv", "1706.03762")],
        ),
        Record(
            title="BERT: Pre-training of deep bidirectional transformers for language understanding",
            authors=_people("Devlin, Jacob; Chang, Ming-Wei; Lee, Kenton; Toutanova, Kristina"),
            year=2018,
            published="2018-10-11",
            identifiers=[Identifier("arxiv", "1810.04805")],
        ),
        Record(
            title="Visualizing data using t-SNE",
            authors=_people("van der Maaten, Laurens; Hinton, Geoffrey"),
            venue="Journal of Machine Learning Research",
            year=2008,
            details={"type": "article-journal", "volume": "9", "issue": "86", "page": "2579-2605"},
        ),
        Record(
            title="Deep learning",
            authors=_people("LeCun, Yann; Bengio, Yoshua; Hinton, Geoffrey"),
            venue="Nature",
            year=2015,
            published="2015-05-28",
            details={"type": "article-journal", "volume": "521", "issue": "7553", "page": "436-444"},
            identifiers=[Identifier("doi", "10.1038/nature14539")],
        ),
        Record(
            title="Deep learning",
            authors=_people("Goodfellow, Ian; Bengio, Yoshua; Courville, Aaron"),
            year=2016,
            details={"type": "book", "publisher": "MIT Press", "publisher-place": "Cambridge, MA"},
            identifiers=[Identifier("isbn", "9780262035613")],
        ),
        Record(
            title="Do ImageNet classifiers generalize to ImageNet?",
            authors=_people("Recht, Benjamin; Roelofs, Rebecca; Schmidt, Ludwig; Shankar, Vaishaal"),
            venue="Proceedings of the 36th International Conference on Machine Learning",
            year=2019,
            details={"type": "paper-conference", "page": "5389-5400", "publisher": "PMLR"},
        ),
        Record(
            title="GPT-4 technical report",
            authors=[Name("OpenAI")],
            year=2023,
            published="2023-03-15",
            identifiers=[Identifier("arxiv", "2303.08774")],
        ),
        Record(
            title="Identity mappings in deep residual networks",
            authors=_people("He, Kaiming; Zhang, Xiangyu; Ren, Shaoqing; Sun, Jian"),
            venue="Computer Vision – ECCV 2016",
            year=2016,
            details={"type": "paper-conference", "page": "630-645", "publisher": "Springer"},
            identifiers=[Identifier("doi", "10.1007/978-3-319-46493-0_38")],
        ),
        Record(
            title="Deep residual learning for image recognition",
            authors=_people("He, Kaiming; Zhang, Xiangyu; Ren, Shaoqing; Sun, Jian"),
            venue="2016 IEEE Conference on Computer Vision and Pattern Recognition",
            year=2016,
            details={"type": "paper-conference", "page": "770-778"},
            identifiers=[Identifier("doi", "10.1109/cvpr.2016.90")],
        ),
        Record(
            title="Learning multiple layers of features from tiny images",
            authors=_people("Krizhevsky, Alex"),
            year=2009,
            details={"type": "report", "genre": "Technical report", "publisher": "University of Toronto"},
        ),
    ]


def _people(names: str) -> list[str]:
    return [Name(*name.strip().split(", ")) for name in names.split(";")]
