"""Read, check and count the corpus: `python -m training.corpus.tool check|stats|jsonl PATH`."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from kawat.ontology import load_ontology
from kawat.records import MentionKind, Span, Status

_HEAD = re.compile(r"## (?P<id>(?P<prefix>[a-z]{2})-[a-z0-9-]+) (?P<language>id|en) (?P<topic>[a-z0-9-]+)$")
_WORDING = r'"(?P<{0}>(?:[^"\\]|\\.)+)"(?: ?#(?P<{0}_n>\d+))?'
_SPAN, _HEAD_OF, _CUE = (_WORDING.format(name) for name in ("span", "head", "cue"))
_MENTION = re.compile(rf"(?P<key>m\d+) (?P<kind>[a-z]+) {_SPAN}(?: head {_HEAD_OF})?$")
_EVENT = re.compile(
    rf"(?P<key>e\d+) (?P<type>[A-Z]+)(?:/(?P<mode>[a-z-]+))? (?P<status>[a-z]+) {_SPAN}(?P<rest>.*)$"
)
_CLAIM = re.compile(
    rf"(?P<key>c\d+)(?P<quoted> quoted)? speaker(?P<who>(?: m\d+)+)(?: cue {_CUE})? content {_SPAN}$"
)
_ROLES = ("actor", "recipient", "time", "place", "quantity")
MAX_SENTENCES_CHARACTERS = 1600


class CorpusError(ValueError):
    """A passage breaks the format; the message names file, passage and line."""


@dataclass(frozen=True, slots=True)
class CorpusMention:
    key: str
    kind: MentionKind
    span: Span
    head: Span | None


@dataclass(frozen=True, slots=True)
class CorpusEvent:
    key: str
    type: str
    mode: str | None
    status: Status
    trigger: Span
    symmetric: bool
    roles: tuple[tuple[str, str], ...]  # (role, mention key)


@dataclass(frozen=True, slots=True)
class CorpusClaim:
    key: str
    quoted: bool
    speakers: tuple[str, ...]
    cue: Span | None
    content: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """One annotated passage; offsets are code points of ``text``; title lines keep no mark."""

    id: str
    language: str
    topic: str
    text: str
    titles: tuple[Span, ...]
    mentions: tuple[CorpusMention, ...]
    events: tuple[CorpusEvent, ...]
    claims: tuple[CorpusClaim, ...]
    file: str


def read_passages(path: Path) -> list[Passage]:
    """All passages of a file or a folder of files, in order of name.

    Raises:
        CorpusError: a passage breaks the format.
    """
    files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
    passages = [passage for file in files for passage in _of_file(file)]
    double = [name for name, count in Counter(p.id for p in passages).items() if count > 1]
    if double:
        raise CorpusError(f"ids stand twice: {', '.join(double[:5])}")
    return passages


def problems(path: Path) -> list[str]:
    """What is wrong, one line for each passage at most; empty when all is well."""
    files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
    found = []
    for file in files:
        for block in _blocks(file):
            try:
                _passage(block, file.name)
            except CorpusError as error:
                found.append(str(error))
    if not found:
        try:
            read_passages(path)
        except CorpusError as error:
            found.append(str(error))
    return found


def _of_file(file: Path) -> list[Passage]:
    return [_passage(block, file.name) for block in _blocks(file)]


def _blocks(file: Path) -> Iterator[list[str]]:
    block: list[str] = []
    for line in [*file.read_text(encoding="utf-8").splitlines(), "---"]:
        if line.strip() == "---":
            if any(part.strip() and not part.startswith("# ") for part in block):
                yield [part.rstrip() for part in block if not part.startswith("# ")]
            block = []
        else:
            block.append(line)


def _passage(block: Sequence[str], file: str) -> Passage:
    lines = list(block)
    while lines and not lines[0]:
        lines.pop(0)
    head = _HEAD.match(lines[0])
    if head is None or head["prefix"] != head["language"]:
        raise CorpusError(f"{file}: bad head line {lines[0]!r}")
    where = f"{file} {head['id']}"
    end = next((i for i, line in enumerate(lines) if i and not line), len(lines))
    text, titles = _text(lines[1:end], where)
    notes = [line for line in lines[end:] if line]
    mentions = tuple(_mention(line, text, where) for line in notes if line.startswith("m"))
    keys = {mention.key: mention for mention in mentions}
    events = tuple(_event(line, text, keys, where) for line in notes if line.startswith("e"))
    claims = tuple(_claim(line, text, keys, where) for line in notes if line.startswith("c"))
    if len(keys) != len(mentions) or len(mentions) + len(events) + len(claims) != len(notes):
        raise CorpusError(f"{where}: a key stands twice, or a line is neither mention, event nor claim")
    _check_whole(mentions, events, head["topic"], where)
    return Passage(head["id"], head["language"], head["topic"], text, titles, mentions, events, claims, file)


def _text(lines: Sequence[str], where: str) -> tuple[str, tuple[Span, ...]]:
    parts, titles, start = [], [], 0
    for line in lines:
        plain = line.removeprefix("T: ")
        if plain != line:
            titles.append(Span(start, start + len(plain)))
        parts.append(plain)
        start += len(plain) + 2
    text = "\n\n".join(parts)
    if not text or len(text) > MAX_SENTENCES_CHARACTERS:
        raise CorpusError(f"{where}: the text is empty or longer than {MAX_SENTENCES_CHARACTERS} characters")
    return text, tuple(titles)


def _check_whole(mentions: Sequence[CorpusMention], events: Sequence[CorpusEvent], topic: str, where: str) -> None:
    if topic.startswith("none") != (not events):
        raise CorpusError(f"{where}: topic {topic!r} and {len(events)} events do not go together")
    ordered = sorted(mentions, key=lambda m: m.span)
    for one, other in pairwise(ordered):
        if one.span.overlaps(other.span):
            raise CorpusError(f"{where}: mentions {one.key} and {other.key} overlap")


def _mention(line: str, text: str, where: str) -> CorpusMention:
    found = _MENTION.match(line)
    if found is None or found["kind"] not in set(MentionKind):
        raise CorpusError(f"{where}: bad mention line {line!r}")
    span = _span(found, "span", text, where)
    head = None
    if found["head"]:
        inside = span.of(text).find(_plain(found["head"]))
        if inside < 0:
            raise CorpusError(f"{where}: the head is not inside the mention in {line!r}")
        head = Span(span.start + inside, span.start + inside + len(_plain(found["head"])))
    return CorpusMention(found["key"], MentionKind(found["kind"]), span, head)


def _event(line: str, text: str, keys: dict[str, CorpusMention], where: str) -> CorpusEvent:
    found = _EVENT.match(line)
    if found is None or found["status"] not in set(Status):
        raise CorpusError(f"{where}: bad event line {line!r}")
    types = {kind.name: kind for kind in load_ontology().types}
    if found["type"] not in types:
        raise CorpusError(f"{where}: no type {found['type']}")
    if found["mode"] and found["mode"] not in {mode.name for mode in types[found["type"]].modes}:
        raise CorpusError(f"{where}: {found['type']} has no mode {found['mode']}")
    symmetric, roles = _roles(found["rest"].split(), keys, where)
    return CorpusEvent(
        found["key"],
        found["type"],
        found["mode"],
        Status(found["status"]),
        _span(found, "span", text, where),
        symmetric,
        roles,
    )


def _roles(
    words: Sequence[str], keys: dict[str, CorpusMention], where: str
) -> tuple[bool, tuple[tuple[str, str], ...]]:
    symmetric, role, out = False, "", []
    for word in words:
        if word == "symmetric":
            symmetric = True
        elif word in _ROLES:
            role = word
        elif word in keys and role:
            out.append((role, word))
        else:
            raise CorpusError(f"{where}: {word!r} is neither a role nor a mention of the passage")
    return symmetric, tuple(out)


def _claim(line: str, text: str, keys: dict[str, CorpusMention], where: str) -> CorpusClaim:
    found = _CLAIM.match(line)
    speakers = tuple(found["who"].split()) if found else ()
    if found is None or any(speaker not in keys for speaker in speakers):
        raise CorpusError(f"{where}: bad claim line {line!r}")
    cue = _span(found, "cue", text, where) if found["cue"] else None
    return CorpusClaim(found["key"], bool(found["quoted"]), speakers, cue, _span(found, "span", text, where))


def _span(found: re.Match[str], name: str, text: str, where: str) -> Span:
    wording, count = _plain(found[name]), int(found[f"{name}_n"] or 1)
    start = end = 0
    for _ in range(count):
        start = text.find(wording, end)
        if start < 0:
            raise CorpusError(f"{where}: {wording!r} #{count} does not stand in the text")
        end = start + len(wording)
    return Span(start, end)


def _plain(wording: str) -> str:
    return wording.replace('\\"', '"').replace("\\\\", "\\")


def as_json(passage: Passage) -> dict[str, Any]:
    """A passage with offsets, as training reads it."""
    return {
        "id": passage.id,
        "language": passage.language,
        "topic": passage.topic,
        "text": passage.text,
        "titles": [_pair(span) for span in passage.titles],
        "mentions": [{"key": m.key, "kind": m.kind.value, "span": _pair(m.span)} for m in passage.mentions],
        "events": [_event_json(event) for event in passage.events],
        "claims": [_claim_json(claim) for claim in passage.claims],
    }


def _event_json(event: CorpusEvent) -> dict[str, Any]:
    return {
        "key": event.key,
        "type": event.type,
        "mode": event.mode,
        "status": event.status.value,
        "trigger": _pair(event.trigger),
        "symmetric": event.symmetric,
        "roles": [list(role) for role in event.roles],
    }


def _claim_json(claim: CorpusClaim) -> dict[str, Any]:
    return {
        "key": claim.key,
        "quoted": claim.quoted,
        "speakers": list(claim.speakers),
        "cue": _pair(claim.cue) if claim.cue else None,
        "content": _pair(claim.content),
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def stats(passages: Sequence[Passage]) -> list[str]:
    """Counts by language, type and status, a line each."""
    lines = []
    for language in ("id", "en"):
        mine = [p for p in passages if p.language == language]
        types = Counter(e.type for p in mine for e in p.events)
        statuses = Counter(e.status.value for p in mine for e in p.events)
        empty = sum(not p.events for p in mine)
        lines.append(f"{language}: {len(mine)} passages, {empty} without event, {sum(types.values())} events")
        lines.append("  types    " + ", ".join(f"{name} {count}" for name, count in types.most_common()))
        lines.append("  statuses " + ", ".join(f"{name} {count}" for name, count in statuses.most_common()))
    return lines


def main(argv: Sequence[str] | None = None) -> int:
    """Run `check`, `stats` or `jsonl` over a file or folder; the exit code is 1 when something is wrong."""
    parser = argparse.ArgumentParser(prog="python -m training.corpus.tool", description=__doc__)
    parser.add_argument("job", choices=("check", "stats", "jsonl"))
    parser.add_argument("path", type=Path)
    options = parser.parse_args(argv)
    if options.job == "check":
        found = problems(options.path)
        sys.stdout.write("\n".join(found or ["all passages are well formed"]) + "\n")
        return 1 if found else 0
    passages = read_passages(options.path)
    lines = (
        stats(passages)
        if options.job == "stats"
        else [json.dumps(as_json(p), ensure_ascii=False) for p in passages]
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
