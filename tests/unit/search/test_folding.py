"""Forms of words: what is stored beside a text, what is asked for, and that the tokenizer does the rest."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp.library.folding import also, first_words, fold, has_word, marked, query_forms, title_key
from tests.unit.search.oracle import tokens


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """An index with the library's tokenizer, and its words."""
    connection = sqlite3.connect(tmp_path_factory.mktemp("tokens") / "tokens.db", isolation_level=None)
    connection.execute("CREATE VIRTUAL TABLE text USING fts5(x, tokenize = 'unicode61 remove_diacritics 2')")
    connection.execute("CREATE VIRTUAL TABLE word USING fts5vocab(text, 'instance')")
    yield connection
    connection.close()


def indexed_words(connection: sqlite3.Connection, text: str) -> list[str]:
    connection.execute("DELETE FROM text")
    connection.execute("INSERT INTO text VALUES (?)", (text,))
    return [term for (term,) in connection.execute("SELECT term FROM word ORDER BY offset")]


def test_every_letter_is_folded_by_the_tokenizer_or_by_us(indexed: sqlite3.Connection) -> None:
    # Without the many ideographs and Hangul syllables: they are always stored in pairs.
    codes = (*range(1, 0x3400), *range(0xA000, 0xAC00), *range(0xF900, 0x20000))
    letters = [char for char in map(chr, codes) if char.isalnum()]
    indexed.execute("DELETE FROM text")
    indexed.execute("BEGIN")
    indexed.executemany("INSERT INTO text (rowid, x) VALUES (?, ?)", ((ord(char), char) for char in letters))
    indexed.execute("COMMIT")
    known = {chr(row): term for term, row in indexed.execute("SELECT term, doc FROM word")}
    left = [char for char in known if not also(abstract=char) and known[char] != fold(char) and has_word(fold(char))]
    assert left == []
    # Nor is anything stored for what the tokenizer does.
    assert also(abstract="é ü ő Å ế Я Ω ç Š") == also(abstract="Ω") == "omega \ue002omega"


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="aB1é\u0301ŁßøΔα中文日本ーが한국😀🧠-_+'\"\ue000\u200b \n\0ﬁ×µЙ", max_size=30))
def test_the_oracle_splits_words_as_the_index_does(indexed: sqlite3.Connection, text: str) -> None:
    assert tokens(text) == indexed_words(indexed, text)
    if has_word(text):
        assert tokens(text)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Plain text, without anything to do.", ""),
        ("Lévy processes – a “survey” by Erdős", ""),
        ("Łódź", "lodz"),
        ("Sørensen straße Encyclopædia Œuvre Þór ısı", "sorensen strasse encyclopaedia oeuvre thor isi"),
        ("signiﬁcant", "significant"),
        ("ｄｅｅｐ 𝐱 ℝ²", "deep x r2"),
        ("Йод ёлка", "иод елка"),
        ("pre-training", "pretraining"),
        ("state-of-the-art GPT-4", "stateoftheart gpt4"),
        ("co‑op pre\u00adtraining zero\u200bwidth", "coop pretraining zerowidth"),
        ("2019-2023 a - b -c d-", ""),
        ("α", "alpha"),
        ("Δx μm", "delta x mu m"),
        ("β-VAE", "beta betavae"),
        ("θεωρία", "θεωρια"),
        (r"\varepsilon and \alpha", "epsilon"),
        ("中文", "中文 中 文"),
        ("🦙LLaMA and GPT🤗 😀 🧠", "llama gpt"),
        ("深度学习", "深度 度学 学习 深 度 学 习"),
        ("BERT模型", "bert 模型 模 型"),
        ("カﾀｶﾅ", "カタ タカ カナ カ タ カ ナ"),
        ("모델을", "모델 델을 모 델 을"),
        ("中。文", "中 文"),
    ],
)
def test_further_forms(text: str, forms: str) -> None:
    stored = also(abstract=text).split()
    assert sorted(word for word in stored if word[0] < "\ue000") == sorted(dict.fromkeys(forms.split()))
    assert len(stored) == 2 * len(dict.fromkeys(forms.split()))


def test_forms_of_a_field_stand_there_with_its_mark_too() -> None:
    fields = {
        "title": "Pre-training",
        "authors": "Łukasz",
        "abstract": "log-loss",
        "keywords": "β-VAE",
        "venue": "Łódź",
    }
    forms = {"title": "pretraining", "authors": "lukasz", "abstract": "logloss", "keywords": "betavae", "venue": "lodz"}
    stored = also(**fields).split()
    for form in forms.values():
        assert form in stored
        for field in fields:
            assert (marked(form, field) in stored) == (forms[field] == form)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("train", ["train"]),
        ("C++", ["C++"]),
        ("lévy", ["lévy"]),
        ("Łódź", ["Łódź", "lodz"]),
        ("pre-training", ["pre-training", "pretraining"]),
        ("pre‑training", ["pre‑training", "pre training", "pretraining"]),
        ("β-VAE", ["β-VAE", "beta vae", "betavae"]),
        ("α", ["α", "alpha"]),
        (r"\varepsilon", [r"\varepsilon", "epsilon"]),
        ("中", ["中"]),
        ("🦙LLaMA", ["🦙LLaMA", "llama"]),
        ("🦙", ["🦙"]),
        ("深度学习", ["深度学习", "深度 度学 学习"]),
    ],
)
def test_query_forms(word: str, forms: list[str]) -> None:
    assert query_forms(word) == forms


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Łódź", "lodz"), ("Lodz", "Łódź"), ("straße", "STRASSE"), ("strasse", "straße"), ("pre-training",
        "pretraining"),
        ("pretraining", "pre-training"), ("pre training", "pre-training"), ("α", "alpha"), (r"$\alpha$", "α"),
        ("alpha", "α"), ("β-VAE", "beta-VAE"), ("beta-VAE", "β-VAE"), (r"$\beta$-VAE", "β-VAE"), ("betaVAE", "β-vae"),
        (r"\varepsilon", "ε"), ("ϵ", r"\varepsilon"), ("深度学习方法", "学习"), ("深度学习方法", "习"),
        ("signiﬁcant", "significant"),
        ("ｄｅｅｐ", "deep"), ("deep", "ｄｅｅｐ"), ("𝐱", "x"), ("pre\u00adtraining", "pretraining"), ("ёж",
        "еж"), ("ΘΕΩΡΊΑ", "θεωρία"),
        ("Dvořák", "dvorak"), ("dvorak", "Dvořák"), ("e\u0301tat", "état"), ("état", "etat"), ("Việt", "viet"),
        ("🦙LLaMA", "llama"),
        ("LLaMA 🦙", "🦙LLaMA"),
    ],
)  # fmt: skip
def test_two_ways_to_write_a_word(indexed: sqlite3.Connection, text: str, word: str) -> None:
    indexed.execute("DELETE FROM text")
    indexed.execute("INSERT INTO text VALUES (?)", (f"{text}\n{also(abstract=text)}",))
    match = " OR ".join(f'"{form}"' for form in query_forms(word))
    assert indexed.execute("SELECT count(*) FROM text WHERE text MATCH ?", (match,)).fetchone() == (1,)


@pytest.mark.parametrize(("text", "word"), [("深度。学习", "度学"), ("深度学。习惯", "学习"), ("日本語", "日語")])
def test_pairs_of_cjk_characters_are_neighbours_in_the_text(indexed: sqlite3.Connection, text: str, word: str) -> None:
    indexed.execute("DELETE FROM text")
    indexed.execute("INSERT INTO text VALUES (?)", (f"{text}\n{also(abstract=text)}",))
    match = " OR ".join(f'"{form}"' for form in query_forms(word))
    assert indexed.execute("SELECT count(*) FROM text WHERE text MATCH ?", (match,)).fetchone() == (0,)


@settings(max_examples=300, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_any_text_has_forms(text: str) -> None:
    for form in also(text, text, text, text, text).split(" "):
        assert form == "" or tokens(form)
    forms = query_forms(text)
    assert forms[0] == text


def test_counting_words() -> None:
    assert first_words("one, two three", 2) == ("one, two", 2)
    assert first_words("one two", 2) == ("one two", 2)
    assert first_words("one two", 0) == ("", 0)
    assert first_words("深度学习", 3) == ("深度学", 3)
    assert first_words("++", 3) == ("++", 0)


@given(st.text())
def test_a_title_key_fits_the_library(title: str) -> None:
    assert 0 <= title_key(title) < 2**63
    assert title_key(title) == title_key(title)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Attention Is All You Need", "attention is all you need."),
        ("Pre-training", "Pretraining"),
        ("Lévy flights", "LEVY FLIGHTS"),
        ("Ｄｅｅｐ Learning", "deep learning"),
        ("𝐀 Survey", "a survey"),
        ("Straße", "STRASSE"),
        (unicodedata.normalize("NFD", "Erdős"), "Erdős"),
    ],
)
def test_titles_that_are_one(one: str, other: str) -> None:
    assert title_key(one) == title_key(other)


def test_titles_that_are_two() -> None:
    titles = ["Deep learning", "Deep learning 2", "深度学习", "深度学习方法", "?", "!", "", "α", "β"]
    assert len({title_key(title) for title in titles}) == len(titles)


def test_the_title_key_stays_what_it_is_in_the_libraries_out_there() -> None:
    assert title_key("Attention Is All You Need") == 654207365323128277
    assert title_key("?!") == 5764051232922453650
