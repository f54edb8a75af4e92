"""Twenty questions a researcher asks of 87,337 papers, each answered in at most three steps, with a picture of each.

    python -m tests.end2end.questions LIBRARY [FIRST]

LIBRARY is one of the real papers, as `python -m tests.speed --papers 87337 --keep FOLDER` leaves it in FOLDER; some of
its papers are read, starred and tagged. A step is a search typed, or a key or two pressed. The answer is the paper the
window has then before it, copied with Ctrl+C. The pictures are kept in screenshots/questions.
"""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.end2end import harness
from tests.end2end.harness import Program, Screen

_READ_CLIPBOARD = """
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
print(application.clipboard().text())
"""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; the steps, a text after "/" being a search and anything else keys; what the answer contains."""

    asked: str
    steps: tuple[str, ...]
    answer: str


QUESTIONS = (
    Question("Where is the paper on training longer?", ('/"train longer"',), "Train longer, generalize better"),
    Question(
        "What is 'Attention is all you need'?", ("/title:attention title:need author:vaswani",), "Attention is All"
    ),
    Question("Who found that BERT-like models grok?", ("/grokking", "Return"), "Unified View of Grokking"),
    Question(
        "What did Bengio publish at NIPS in 2014, the first?", ('/author:"Yoshua Bengio" year:2014 venue:nips',), ""
    ),
    Question(
        "Which paper brought the neural tangent kernel?", ('/"neural tangent kernel" year:2018',), "Neural Tangent"
    ),
    Question("Where does the text speak of a lottery ticket?", ('/"lottery ticket"', "Return Return", "F3"), ""),
    Question("Deep residual learning?", ('/author:"Kaiming He" title:residual year:2016',), "Deep Residual Learning"),
    Question(
        "Batch normalization, the first?",
        ('/title:"batch normalization" venue:icml sort:-year', "Return Home"),
        "Accelerating",
    ),
    Question(
        "Goodfellow's adversarial nets?",
        ("/author:goodfellow title:generative year:2014",),
        "Generative Adversarial Nets",
    ),
    Question("An author with an accent, typed without?", ("/author:montufar title:linear",), "Linear Regions"),
    Question("pre-training or pretraining, either way?", ("/title:pretraining title:language year:2021",), ""),
    Question("A Greek letter by its name?", ("/alpha divergence dropout",), "Alpha-divergences"),
    Question("SLAM papers by Mur-Artal with maps?", ("/author:mur-artal slam map",), "SLAM"),
    Question(
        "Surveys of federated learning, without medicine?", ("/title:survey federated -medical year:>=2021",), "Survey"
    ),
    Question("What of my reading group is still unread and has a PDF?", ("/tag:reading-group is:unread has:pdf",), ""),
    Question(
        "What have I starred about reinforcement learning?", ('/keyword:"reinforcement learning" is:starred',), ""
    ),
    Question("Which quadrupeds walked at ICRA 2022?", ("/venue:icra year:2022 quadruped",), ""),
    Question(
        "Distribution shift with code, from 2023, by title?", ("/distribution shift has:code year:2023 sort:title",), ""
    ),
    Question(
        "What is similar to the neural tangent kernel?", ('/"neural tangent kernel" year:2018', "Return Return"), ""
    ),
    Question(
        "Thesis methods not yet read, narrowed by year?", ("/tag:thesis is:unread optimal transport", "Return", "f"), ""
    ),
)


def answer(screen: Screen, program: Program, number: int, question: Question) -> str:
    """Goes the steps, takes the picture, and copies what is before the reader."""
    screen.press("Escape", "Escape", "Escape")
    for step in question.steps:
        if step.startswith("/"):
            screen.press("slash")
            screen.type(step[1:])
            time.sleep(0.8)
        else:
            screen.press(*step.split())
            time.sleep(0.6)
    screen.picture(f"questions/{number:02}")
    screen.press("Escape", *(["Return"] if len(question.steps) == 1 else []))
    screen.press("ctrl+c")
    time.sleep(0.3)
    return subprocess.run(
        [sys.executable, "-c", _READ_CLIPBOARD], env=program.environment, capture_output=True, text=True, check=True
    ).stdout.splitlines()[0]


def main(library: Path, first: int = 1) -> int:
    """Asks all questions; the number of those that were not answered."""
    (harness.SCREENSHOTS / "questions").mkdir(parents=True, exist_ok=True)
    screen = Screen()
    failed = 0
    try:
        with TemporaryDirectory() as home:
            program = Program(screen, Path(home), size="1440x900")
            program.library = library
            program.start()
            time.sleep(2)
            for number, question in enumerate(QUESTIONS[first - 1 :], start=first):
                found = answer(screen, program, number, question)
                good = question.answer in found
                failed += not good
                said = "answered" if good else "NOT answered"
                print(f"{number:2} {said} in {len(question.steps)} step(s): {question.asked} {found}")
            program.kill()
    finally:
        screen.close()
    return failed


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:3])))
