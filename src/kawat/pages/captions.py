"""Picture captions and their credits: told apart from the article's own sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kawat.pages.blocks import Block, Cleaned, note
from kawat.pages.shapes import ends_sentence, is_verbless, words_in
from kawat.records import ParagraphKind

CAPTION_WORDS = 60  # a line over this is a paragraph that happens to end in a credit
CARRIES = 4  # words a caption needs to be worth keeping

_HOUSES = (
    r"AP|AFP|REUTERS|Reuters|EPA|EFE|Getty|AAP|TASS|Xinhua|KCNA|Kyodo|Yonhap|NurPhoto|Anadolu|ANTARA|Antara|Shutterstock|"
    r"iStock|Bloomberg|Pool|POOL|Sputnik|Wikimedia|Unsplash|Pixabay|Pexels|Handout|HANDOUT|Instagram|Twitter|Dok|dok"
)
_LABEL = (
    r"(?:Foto|FOTO|Photo|PHOTO|Image|IMAGE|Video|Audio|Picture|Gambar|Ilustrasi|Photograph|Credit|Kredit|"
    r"Sumber foto|Photo credit|"
    r"Image credit|Image source|Image caption|Photo by|Picture by|Foto oleh|Dok\.?|Dokumentasi|Courtesy)"
)
_CREDITS: tuple[re.Pattern[str], ...] = (
    re.compile(rf"\s*[(\[]\s*{_LABEL}\s*[:/.]?\s*[^()\[\]]{{1,100}}[)\]]\.?$"),
    re.compile(rf"\s*[(\[][^()\[\]]{{0,60}}\b(?:{_HOUSES})\b[^()\[\]]{{0,30}}[/,][^()\[\]]{{1,80}}[)\]]\.?$"),
    re.compile(r"\s*\((?:AP|AFP|EPA|ANTARA|Antara) (?:Photo|Foto|FOTO|PHOTO)\b[^()]{0,80}\)\.?$"),
    re.compile(
        rf"\s*[-–—|]?\s*\b(?:{_HOUSES})(?: Photo| Images| FOTO| Foto)?\s?/\s?"
        r"[A-Z][\w.' -]{1,50}(?:/[\w. -]{1,40})*\.?$"
    ),
    re.compile(rf"(?:(?<=\s)|(?<=[.!?\"”’)])){_LABEL}\s*[:/]\s*[^:.()]{{1,60}}\.?$"),
    re.compile(r"\s*[-–—|.]\s*(?:Getty Images|AFP via Getty Images|AP Photo|ANTARA FOTO)[^.]{0,40}\.?$"),
    re.compile(r"\s*\((?:[Ff]ile(?: photo| pic| picture)?|[Aa]rsip|[Ii]lustrasi|Istimewa|istimewa)\)\.?$"),
)
_PREFIX = re.compile(
    r"^(?:FILE PHOTO|File photo|FILE|FOTO|Foto|Photo|PHOTO|Picture|Image|Caption|Image caption|Photo credit|"
    r"Image credit|Credit|Kredit|Sumber foto|Keterangan (?:[Ff]oto|[Gg]ambar)|Video|Ilustrasi|Gambar|In pictures)"
    r"\s*(?:[:|]|[-–—]\s)\s*|"
    r"^(?:(?:Image|Photo|Picture) (?:caption|source)|(?:Keterangan|Sumber) (?:[Ff]oto|[Gg]ambar)),\s*"
)


def mark_captions(blocks: Iterable[Block]) -> Cleaned:
    """``blocks`` with captions marked; credits are cut off, captions without words of their own dropped."""
    kept: list[Block] = []
    dropped: list[str] = []
    for block in blocks:
        if block.kind not in (None, ParagraphKind.BODY, ParagraphKind.CAPTION):
            kept.append(block)
        else:
            kept.extend(_judged(block, dropped))
    return Cleaned(tuple(kept), tuple(dropped))


def _judged(block: Block, dropped: list[str]) -> list[Block]:
    prefixed = _PREFIX.match(block.text)
    start = prefixed.end() if prefixed and words_in(block.text) <= CAPTION_WORDS else 0
    text, credits = _without_credit(block.text[start:])
    dropped.extend(note("photo credit", credit) for credit in credits)
    is_caption = bool(credits or prefixed) and words_in(text) <= CAPTION_WORDS
    if is_caption and words_in(text) < CARRIES:
        return _dropped_caption(text, dropped)
    if is_caption or (ends_sentence(text) and is_verbless(text)):
        return [Block(text, ParagraphKind.CAPTION)]
    return [block.saying(text)] if text else []


def _dropped_caption(text: str, dropped: list[str]) -> list[Block]:
    if text:
        dropped.append(note("caption without a sentence", text))
    return []


def _without_credit(text: str) -> tuple[str, list[str]]:
    """``text`` without credits at its end, and those credits. Only its last 200 characters are looked at."""
    credits: list[str] = []
    for pattern in _CREDITS:
        match = pattern.search(text, max(0, len(text) - 200))
        if match and match.group().strip():
            credits.append(match.group())
            text = text[: match.start()].rstrip()
    return text, credits
