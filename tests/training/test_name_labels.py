"""The names that a passage teaches: proper names are told, and words inside other mentions are not asked."""

from __future__ import annotations

import sys
from importlib import resources
from pathlib import Path

from tokenizers import Tokenizer

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from training.corpus.tool import CorpusMention, Passage  # noqa: E402
from training.encoder.features import IGNORED, features_of  # noqa: E402

from kawat.reading.encoder.labels import NAME_TAGS  # noqa: E402
from kawat.reading.encoder.network import pieces_with  # noqa: E402
from kawat.records import MentionKind, Span  # noqa: E402

TEXT = "Omani minister Badr al-Busaidi told Reuters on Monday that the foundation left Lima."
MENTIONS = (
    ("Omani minister Badr al-Busaidi", MentionKind.PERSON, "Badr al-Busaidi"),
    ("Reuters", MentionKind.ORGANISATION, None),
    ("Monday", MentionKind.TIME, None),
    ("the foundation", MentionKind.ORGANISATION, None),
    ("Lima", MentionKind.STATE, None),
)


def _span(wording: str) -> Span:
    at = TEXT.index(wording)
    return Span(at, at + len(wording))


def _word_at(at: int) -> str:
    """The word of the text that holds a character; a piece may begin with the space before its word."""
    at += TEXT[at] == " "
    return TEXT[: at + 1].rsplit(maxsplit=1)[-1] + TEXT[at + 1 :].partition(" ")[0]


def test_a_passage_tells_its_proper_names_and_leaves_doubtful_words_out() -> None:
    with resources.as_file(resources.files("kawat.reading.encoder") / "data" / "tokenizer.json") as path:
        tokenizer = Tokenizer.from_file(str(path))
    mentions = tuple(
        CorpusMention(f"m{at}", kind, _span(wording), head and _span(head))
        for at, (wording, kind, head) in enumerate(MENTIONS)
    )
    found = features_of(Passage("en-x-1", "en", "x", TEXT, (), mentions, (), (), "x"), tokenizer)
    assert found is not None
    told: dict[str, set[str | None]] = {}
    for span, label in zip(pieces_with(tokenizer, TEXT).spans, found.name[1:-1], strict=True):
        told.setdefault(_word_at(span.start), set()).add(None if label == IGNORED else NAME_TAGS[label][2:])
    assert told["Badr"] == told["al-Busaidi"] == {"person"}
    assert told["Reuters"] == {"organisation"}
    assert told["Lima."] >= {"place"}
    assert told["told"] == told["Monday"] == {""}
    assert told["Omani"] == told["foundation"] == {None}
