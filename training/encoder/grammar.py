"""Whether the reader's grammar agrees with the corpus: `python -m training.encoder.grammar [--breaks]`.

For every event of the train and dev parts: whether the words around it leave the annotated status as it is
(`kept`), for how many of the four wrong ones they would give the right one (`mended`), whether they take the event
for a memory (`remembered`), and whether they take its word in another sense (`misread`). The test part is not
looked at. `--breaks` prints what the grammar gets wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from kawat.language import sentences_of
from kawat.reading.encoder.grammar import Around, around, status_by_grammar
from kawat.reading.encoder.memory import is_memory
from kawat.reading.encoder.senses import sense_of
from kawat.reading.lexicon.tokens import tokens_of
from kawat.records import Status
from training.corpus.tool import CorpusEvent, Passage
from training.encoder.measure import passages_of
from training.encoder.texts import article_of_passage

COUNTED = ("events", "kept", "mended", "remembered", "misread")


def counted(passages: Sequence[Passage]) -> tuple[dict[str, Counter[str]], list[str]]:
    """Counts by language, and a line for each event that the grammar gets wrong."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    breaks = []
    for passage in passages:
        for event, where in _events(passage):
            verdict = _verdict(event, where, passage.language)
            counts[passage.language] += Counter(verdict)
            if not verdict["kept"] or verdict["remembered"] or verdict["misread"]:
                breaks.append(f"{passage.id} {event.key} {event.status} | {where.left}[{where.word}] {where.right}")
    return dict(counts), breaks


def _events(passage: Passage) -> Iterator[tuple[CorpusEvent, Around]]:
    article = article_of_passage(passage)
    sentences = sentences_of(article)
    for event in passage.events:
        sentence = next((one for one in sentences if one.span.overlaps(event.trigger)), None)
        if sentence is not None:
            yield event, around(tokens_of(article.text, sentence.span), event.trigger)


def _verdict(event: CorpusEvent, where: Around, language: str) -> dict[str, int]:
    given = {one: status_by_grammar(one, event.type, where, language) for one in Status}
    sense = sense_of(event.type, where, language)
    return {
        "events": 1,
        "kept": given[event.status] is event.status,
        "mended": sum(after is event.status for before, after in given.items() if before is not event.status),
        "remembered": is_memory(where, language),
        "misread": sense is not None and sense.becomes.partition("/")[0] != event.type,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--breaks", action="store_true")
    options = parser.parse_args()
    counts, breaks = counted([*passages_of("train"), *passages_of("dev")])
    for language, count in sorted(counts.items()):
        sys.stdout.write(f"{language} " + " ".join(f"{name} {count[name]}" for name in COUNTED) + "\n")
    if options.breaks:
        sys.stdout.write("\n".join(breaks) + "\n")


if __name__ == "__main__":
    main()
