"""Made-up papers of realistic length and word frequency, any number of them, always the same.

    python -m tests.speed.corpus 1000000 papers.jsonl

Words follow a Zipf-Mandelbrot law: the commonest are English, so that searches look like searches; the others are made
of syllables. The n-th paper is the same however many are asked for.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from random import Random

# The commonest words of abstracts, about in this order.
_COMMON = (
    "the of and to a in we is for that on with this are as by our from an be which can it at these or using "
    "learning model models data have has method methods results show approach based propose performance training "
    "paper not between such also both more new problem than task tasks their two different while existing "
    "network networks information algorithm algorithms neural framework however state when datasets proposed through "
    "language work image images deep large study over into analysis first been use only one features set most "
    "experiments time where representation representations optimization domain demonstrate several graph space "
    "each other distribution high accuracy or across human novel but they key many multiple significantly "
    "generative systems knowledge structure classification objects object policy policies reinforcement inference "
    "diffusion efficient benchmark parameters theory function functions attention transformer transformers agents "
    "quality processing detection visual video text generation prediction learned art gradient convergence samples "
    "robust robustness complexity error errors noise bounds under without further provide then given shift point "
    "general problems local global simple real world scale order context feature sequence process dynamics control "
    "estimation search sparse linear matrix kernel latent prior posterior bayesian variational sampling markov "
    "adversarial privacy federated transfer pretraining fine-tuning supervised unsupervised self-supervised "
    "contrastive embedding embeddings vision speech audio retrieval question answering reasoning translation "
    "segmentation recognition tracking pose depth rendering scene scenes motion robot robotics planning "
    "simulation physics quantum molecular protein drug medical clinical patients health fairness bias causal "
    "interpretability explanation uncertainty calibration ensemble tree forest boosting regression clustering "
    "survey review evaluation metrics code software library open source hardware memory energy compression "
    "quantization pruning distillation mixture experts scaling law laws emergent grokking early stopping longer train"
)
_ONSETS = "b c d f g h j k l m n p r s t v w z br ch cl cr dr fl gr pl pr sh sl sp st str th tr"
_VOWELS = "a e i o u ai ea ei io ou"
_CODAS = ("", "", "", "n", "r", "s", "l", "t", "m", "nd", "st", "ck")
_GIVEN = (
    "Ada Alan Alice Amir Ana Andrei Aiko Bao Boris Carla Chen Daniel Daria Elena Emil Erik Fatima Felix Grace Hana "
    "Hugo Ines Ivan Jan Jia Jonas Julia Kai Karin Kofi Lars Lena Li Lin Luca Maja Maria Mei Miguel Mina Nadia Nils "
    "Noor Omar Paul Petra Pavel Qi Rahul Rosa Sara Sofia Sven Tariq Tim Uma Vera Wei Xin Yara Yuki Zoe"
)
_PLACES = "Northern Southern Eastern Western Alpine Baltic Pacific Nordic Iberian Hanseatic Coastal Global"
_KINDS = ("Conference on Learning", "Journal of Models", "Workshop on Data", "Symposium on Systems")

VOCABULARY = 150_000
SURNAMES = 30_000
# The law's exponent and shift: with them "the" stands in nearly every abstract and half of all words in two or fewer.
_EXPONENT, _SHIFT = 1.05, 2.7


def papers(number: int, seed: int = 1) -> Iterator[dict[str, object]]:
    """The first `number` papers, as objects of the JSON Lines form."""
    common, given_names = _COMMON.split(), _GIVEN.split()
    venues = [f"{place} {kind}" for kind in _KINDS for place in _PLACES.split()]
    words = _words(VOCABULARY, common)
    surnames = [word.capitalize() for word in _words(SURNAMES, [])]
    word_weights, name_weights = _weights(VOCABULARY), _weights(SURNAMES)
    # Titles and keywords have few of the words that hold sentences together.
    title_from = common.index("learning")
    title_words, title_weights = words[title_from:], _weights(VOCABULARY - title_from)
    for paper in range(1, number + 1):
        random = Random(seed * 1_000_003 + paper)
        length = max(40, min(400, int(random.gauss(180, 50))))
        chosen = random.choices(words, cum_weights=word_weights, k=length)
        title = random.choices(title_words, cum_weights=title_weights, k=random.randint(4, 13))
        people = random.choices(surnames, cum_weights=name_weights, k=min(12, int(random.expovariate(0.3)) + 1))
        yield {
            "title": " ".join(title).capitalize(),
            "abstract": _sentences(chosen, random),
            "authors": [f"{random.choice(given_names)} {surname}" for surname in people],
            "venue": random.choice(venues),
            "year": 2026 - min(40, int(random.expovariate(0.2))),
            "keywords": random.choices(title_words, cum_weights=title_weights, k=random.randint(0, 5)),
            "url": f"https://papers.example/{paper}",
            "doi": f"10.5555/{seed}.{paper}",
        }


def write(number: int, target: Path) -> None:
    """Writes so many papers to a file, one to a line."""
    with target.open("w", encoding="utf-8") as file:
        for paper in papers(number):
            file.write(json.dumps(paper, ensure_ascii=False) + "\n")


def _words(number: int, begun: list[str]) -> list[str]:
    """So many different words: those begun with, then ones made of syllables, the short ones first."""
    random = Random(number)
    onsets, vowels = _ONSETS.split(), _VOWELS.split()
    found = dict.fromkeys(begun)
    while len(found) < number:
        syllables = 2 + min(3, len(found) * 3 // number) + (random.random() < 0.2)
        parts = (random.choice(onsets) + random.choice(vowels) + random.choice(_CODAS) for _ in range(syllables))
        found.setdefault("".join(parts))
    return list(found)


def _weights(number: int) -> list[float]:
    return list(accumulate(1 / (rank + _SHIFT) ** _EXPONENT for rank in range(1, number + 1)))


def _sentences(words: list[str], random: Random) -> str:
    sentences = []
    at = 0
    while at < len(words):
        length = random.randint(9, 28)
        sentences.append(" ".join(words[at : at + length]).capitalize() + ".")
        at += length
    return " ".join(sentences)


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
