"""What stands above an article's first sentence: title, date line, byline, the outlet's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from kawat.language.times import parse_moment
from kawat.pages.blocks import Block, Cleaned, note
from kawat.pages.houses import is_house_name
from kawat.pages.shapes import is_headline, is_prose, words_in
from kawat.pages.wire import is_site_name, wire_opening

HEADER_BLOCKS = 15  # a header is never longer
LONGEST_DATE_LINE = 160
TITLE_WORDS = 4  # below an outlet's name, a shorter line may be a section's name
REST_WORDS = 5  # words beside the date that still make a label, not a sentence

_SEPARATOR = re.compile(r"\s[-–—/]+\s|\s*[|•·¦;]\s*")
_FILLER = re.compile(
    r"\b(?:first |last |originally )?(?:published|posted|updated|modified|created|released|issued|edited)\b|"
    r"\b(?:di)?(?:terbit(?:kan)?|perbarui|perbaharui|tayang(?:kan)?|publikasi(?:kan)?|unggah|posting|rilis|ubah|mutakhirkan)\b|"
    r"\b(?:terakhir|tanggal|date|waktu|time|pukul|jam|at|on|pada|hari|first|last|publish|update|dipublish|wib|wita|wit)\b|"
    r"\b(?:mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rs|rsday|urday)?\b|"
    r"\b(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)\b",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\s*[·|•–-]?\s*(?:(?:last )?updated|(?:terakhir )?diperbarui)\s+(?:\d+|an?|one)?\s*\w+\s+"
    r"(?:ago|lalu|yang lalu)\s*$|"
    r"\s*[·|•–-]?\s*\d+ (?:min(?:ute)?s? read|menit baca)\s*$",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"updat|modif|edited|perbar|perbahar|ubah|mutakhir|diperbarui", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:first |last |originally )?(?:publish|post|updat|modif|creat)\w*\b|"
    r"(?:di)?(?:terbit|perbar|perbahar|tayang|publik|unggah)\w*\b",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:[Bb]y|BY|[Oo]leh|OLEH)\s*:?\s+(?P<name>.{3,100})")
_WRITER = re.compile(
    r"(?:penulis|reporter|pewarta|wartawan|author|kontributor|laporan(?: wartawan)?(?: .{2,40})?)\s*:\s*"
    r"(?P<name>.{3,80}?)"
    r"(?:\s*[|,;•-]?\s*(?:editor|redaktur)\s*:.{2,60})?",
    re.IGNORECASE,
)
_EDITOR = re.compile(r"(?:editor|redaktur|penyunting|uploader)\s*:?\s*(?P<name>.{3,60})", re.IGNORECASE)
_TEAM = re.compile(r"(?:tim(?: redaksi)?|redaksi|staff|news ?desk|newsroom)(?: [\w.]{2,20}){0,3}", re.IGNORECASE)
_CALLED = re.compile(
    r"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}),?\s+"
    r"\(?(?i:(?:senior |staff |foreign )?(?:jurnalis|wartawan|reporter|"
    r"kontributor|koresponden|correspondent|writer|journalist))\)?"
)
_HANDLE = re.compile(r"[a-z][a-z0-9]{3,20}")
_SMALL = frozenset("and in of the for with dan di dari untuk at de da del bin binti van von al".split())
_NO_NAME = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\d")


@dataclass(frozen=True, slots=True)
class Header:
    """What the lines above the text say. ``moments`` are publication times in order, updates last.

    ``named``: a name that may be the outlet's or the writer's; nothing in the text tells which.
    """

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    named: str | None = None
    moments: tuple[datetime | date, ...] = ()


@dataclass(frozen=True, slots=True)
class _DateLine:
    moment: datetime | date
    updated: bool
    bare: bool  # nothing but the date and its label
    byline: str | None = None
    outlet: str | None = None


@dataclass(slots=True)
class _Reading:
    """The header as it grows. Local to one call."""

    header: Header = field(default_factory=Header)
    updates: list[datetime | date] = field(default_factory=list)
    kept: list[Block] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)

    def take(self, found: _DateLine, wording: str) -> None:
        head = self.header
        if found.updated:
            self.updates.append(found.moment)
        else:
            head = replace(head, moments=(*head.moments, found.moment))
        self.header = replace(head, byline=head.byline or found.byline, outlet=head.outlet or found.outlet)
        self.dropped.append(note("date line", wording))

    def name(self, byline: str | None, outlet: str | None, wording: str) -> None:
        head = self.header
        self.header = replace(head, byline=head.byline or byline, outlet=head.outlet or outlet)
        self.dropped.append(note("byline" if byline else "outlet or editor", wording))


def read_header(blocks: Sequence[Block], take_title: bool) -> tuple[Header, Cleaned]:
    """The header of ``blocks`` and the blocks without it. ``take_title``: the first headline is the title."""
    reading = _Reading()
    at = 0
    while at < min(len(blocks), HEADER_BLOCKS):
        following = blocks[at + 1].text if at + 1 < len(blocks) else None
        if not _read_line(reading, blocks[at], following, take_title):
            break
        at += 1
    for block in blocks[at:]:
        found = date_line(block.text) if _LABEL.match(block.text) else None
        writer = _WRITER.fullmatch(block.text)
        if found is not None and found.bare:
            reading.take(found, block.text)
        elif writer is not None:
            reading.name(writer["name"].strip(" ,|"), None, block.text)
        else:
            reading.kept.append(block)
    header = replace(reading.header, moments=(*reading.header.moments, *reading.updates))
    return header, Cleaned(tuple(reading.kept), tuple(reading.dropped))


def _read_line(reading: _Reading, block: Block, following: str | None, take_title: bool) -> bool:
    """Read one header line; False when ``block`` begins the text itself."""
    line = block.text
    titled = reading.header.title is not None or not take_title
    found = date_line(line)
    if found is not None and (titled or found.bare or _LABEL.match(line)):
        reading.take(found, line)
        return True
    byline, outlet, known = _names(line, following, titled)
    if known:
        reading.name(byline, outlet, line)
        return True
    if titled and following is not None and _is_name(line) and date_line(following) is not None:
        reading.header = replace(reading.header, named=line)
        reading.dropped.append(note("outlet or writer", line))
        return True
    if not titled and following is not None and is_headline(line) and wire_opening(line) is None:
        reading.header = replace(reading.header, title=line)
        return True
    if is_prose(line) or wire_opening(line) is not None:
        return False
    reading.kept.append(block)
    return True


def date_line(line: str) -> _DateLine | None:
    """``line`` as a publication line (a date, its labels, at most a name beside it), or None."""
    if len(line) > LONGEST_DATE_LINE:
        return None
    line = _AGO.sub("", line)
    found = parse_moment(line)
    if found is None:
        return None
    span, moment = found
    pieces = [*_pieces(line[: span.start]), *_pieces(line[span.end :])]
    rest = [piece for piece in pieces if piece]
    again = [piece for piece in rest if date_line(piece) is None]
    if any(words_in(piece) > REST_WORDS or not _is_name_like(piece) for piece in again) or len(again) > 3:
        return None
    outlet = next((piece for piece in again if is_house_name(piece)), None)
    named = (_byline(piece) for piece in again)
    byline = next((name for name in named if name), None)
    return _DateLine(moment, _UPDATED.search(line[: span.start]) is not None, not again, byline, outlet)


def _pieces(text: str) -> list[str]:
    return [_FILLER.sub(" ", piece).strip(" \t,.:()[]-–—/|") for piece in _SEPARATOR.split(text)]


def _is_name_like(piece: str) -> bool:
    """True for a name or a label: its words are capitalised or small link words."""
    if is_site_name(piece):
        return True
    words = piece.split()
    return all(word != word.lower() or word.lower() in _SMALL or word.lower() in ("by", "oleh") for word in words)


def _is_name(line: str) -> bool:
    """Two to four words, all with a capital but for link words, no figure and no end of a sentence."""
    words = line.split()
    capitals = sum(word[:1].isupper() for word in words)
    plain = not _NO_NAME.search(line) and line[-1].isalnum() and "," not in line
    return plain and 2 <= len(words) <= 4 and capitals >= 2 and _is_name_like(line)


def _names(line: str, following: str | None, titled: bool) -> tuple[str | None, str | None, bool]:
    """(byline, outlet, True) when ``line`` says who wrote or ran the article and nothing else."""
    byline = _byline(line)
    if byline:
        return byline, None, True
    if following is not None and is_house_name(line) and _follows_house(following, titled):
        return None, line, True
    if _EDITOR.fullmatch(line) or is_site_name(line):
        return None, (line if is_site_name(line) else None), True
    if following is None or words_in(line) > 8 or date_line(following) is None:
        return None, None, False
    parts = _SEPARATOR.split(line)
    named = len(parts) == 2 and _is_name_like(parts[0]) and (_is_name_like(parts[1]) or _HANDLE.fullmatch(parts[1]))
    if named and words_in(parts[0]) in (2, 3, 4):
        return parts[0].strip(), parts[1].strip(), True
    return None, None, False


def _follows_house(line: str, titled: bool) -> bool:
    """Whether ``line`` is what comes below an outlet's name: the title, or below that the date, writer, opening."""
    if titled:
        return date_line(line) is not None or _byline(line) is not None or wire_opening(line) is not None
    return words_in(line) >= TITLE_WORDS and is_headline(line)


def _byline(line: str) -> str | None:
    """The writer that ``line`` names, when it is a byline."""
    writer = _WRITER.fullmatch(line)
    if writer:
        return writer["name"].strip(" ,|")
    if _TEAM.fullmatch(line):
        return line
    called = _CALLED.fullmatch(line)
    if called:
        return called["name"]
    by = _BY.fullmatch(line)
    if by is None or words_in(line) > 14 or _NO_NAME.search(by["name"]):
        return None
    words = re.findall(r"[^\W\d_][\w'’.-]*", by["name"])
    capitals = sum(word[:1].isupper() for word in words)
    named = all(word[:1].isupper() or word.lower() in _SMALL for word in words)
    return by["name"].strip(" ,|") if named and capitals >= 2 and not by["name"].endswith("!") else None
