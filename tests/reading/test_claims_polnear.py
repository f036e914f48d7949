"""Claims measured against attributions in US political news that others marked by hand (measure only).

Run with ``pytest tests/reading/test_claims_polnear.py -s`` to see the figures.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest
from test_claims_cases import split

from kawat.reading.lexicon.claims import find_claims
from kawat.reading.lexicon.claims.cues import CueKind, load_cues
from kawat.records import ClaimSpans, Mention, MentionKind, Span

DATA = Path(__file__).parents[3] / "shared" / "data" / "polnear-dev"
_NAMES = re.compile(r"[A-Z][\w’'.-]*(?:\s+(?:of\s+|the\s+)?[A-Z][\w’'.-]*)*")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Rep|Sen|Gov|Gen|Lt|Col|St|Jr|Sr|Rev|No|[A-Z])(\.)")
_NO_NAMES = frozenset(
    "according after having the in on at but and a for it he she they this that as if i we you".split()
)
_LONGEST_SOURCE = 120

Extent = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Attribution:
    source: tuple[int, int]
    cue: str
    content: Extent

    def shares(self, claim: ClaimSpans) -> int:
        """Characters that the claim's content shares with this one's."""
        content = claim.content
        return sum(max(0, min(content.end, end) - max(content.start, start)) for start, end in self.content)

    def matches(self, claim: ClaimSpans) -> bool:
        start, end = self.source
        spoken = any(v.speaker.span.start < end and start < v.speaker.span.end for v in claim.voices)
        return spoken and self.shares(claim) > 0


def _attributions(path: Path, text: str) -> list[Attribution]:
    extents: dict[str, Extent] = {}
    out: list[Attribution] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if cells[0].startswith("T"):
            places = cells[1].split(" ", 1)[1].split(";")
            extents[cells[0]] = tuple((int(p.split()[0]), int(p.split()[1])) for p in places)
        elif cells[0].startswith("E"):
            parts: dict[str, list[tuple[int, int]]] = defaultdict(list)
            for part in cells[1].split():
                name, target = part.split(":")
                parts[name.rstrip("0123456789")] += extents.get(target, ())
            if parts["Source"] and parts["Cue"] and parts["Content"]:
                source = (min(s for s, _ in parts["Source"]), max(e for _, e in parts["Source"]))
                start, end = parts["Cue"][0]
                out.append(Attribution(source, text[start:end].lower(), tuple(parts["Content"])))
    return out


def _mentions(text: str, gold: list[Attribution]) -> list[Mention]:
    """The marked sources, and every run of capitalised words as a distractor."""
    out: list[Mention] = []
    for start, end in sorted({one.source for one in gold}, key=lambda one: (one[0] - one[1], one)):
        if end - start < _LONGEST_SOURCE and not any(m.span.overlaps(Span(start, end)) for m in out):
            out.append(Mention(Span(start, end), MentionKind.PERSON))
    for match in _NAMES.finditer(text):
        span = Span(*match.span())
        if match.group().lower() not in _NO_NAMES and not any(m.span.overlaps(span) for m in out):
            out.append(Mention(span, MentionKind.ORGANISATION))
    return sorted(out, key=lambda one: one.span)


@pytest.mark.shared
@pytest.mark.skipif(not DATA.is_dir(), reason="the measuring data is not beside the checkout")
def test_found_attributions() -> None:
    cues = load_cues("en").by_words.values()
    known = {cue.form for same in cues for cue in same if cue.kind not in (CueKind.ADJUNCT, CueKind.BLOCKED)}
    marked = found = claims_made = claims_right = 0
    overlap = said = taken = 0
    for path in sorted((DATA / "attributions").glob("*.ann")):
        source = DATA / "text" / re.sub(r"_[0-9a-f]{4}\.ann$", ".txt", path.name)
        if not source.exists():
            continue
        text = source.read_bytes().decode("utf-8")
        gold = _attributions(path, text)
        unstopped = _ABBREVIATION.sub(lambda match: match.group()[:-1] + "~", text)
        claims = find_claims(text, split(unstopped), _mentions(text, gold), "en")
        claims_made += len(claims)
        claims_right += sum(any(one.matches(claim) for one in gold) for claim in claims)
        for one in gold:
            if not (one.cue in known or any(word in known for word in re.findall(r"[a-z]+", one.cue))):
                continue
            hits = [claim for claim in claims if one.matches(claim)]
            marked += 1
            found += bool(hits)
            if hits:
                overlap += sum(one.shares(claim) for claim in hits)
                said += sum(end - start for start, end in one.content)
                taken += sum(claim.content.end - claim.content.start for claim in hits)
    sys.stdout.write(
        f"\nclaims {claims_made}: {claims_right / claims_made:.3f} are marked with that source; attributions with "
        f"a cue of ours {marked}: {found / marked:.3f} found; content characters: "
        f"precision {overlap / taken:.3f}, recall {overlap / said:.3f}\n"
    )
    assert claims_right / claims_made >= 0.94
    assert found / marked >= 0.78
    assert overlap / taken >= 0.85
    assert overlap / said >= 0.85
