"""XML that is broken, as text that a parser takes: references it knows, tags that fit together, values in quotation
marks. Feeds are written by all kinds of programs. Time grows as the text does.
"""

from __future__ import annotations

import re
from collections import Counter
from html.entities import name2codepoint

from kawat.intake.sources.xml_text import pieces, root_at

_REFERENCE = re.compile(r"&(?!(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|lt|gt|amp|quot|apos);)(?:(\w{1,10});)?")
_TAG = re.compile(r"""<![^<>]*+>|<(?:(/?)([A-Za-z_][^\s<>/"'=]*+)((?:"[^"<]*+"|'[^'<]*+'|[^<>"'])*+)>)?""")
_VALUE = re.compile(r"""([^\s=<>"'/]++)\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s<>"']++)""")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
LONGEST_TAG = 20_000  # characters: a longer one is left without values
_ALONE = frozenset({"item", "entry", "url", "sitemap"})  # none of these stands in another of its kind


def with_known_references(text: str) -> str:
    """``text`` where each reference is one of XML: those of HTML become characters, a lone & a written one."""
    if "&" not in text:
        return text
    cut = ((text[start:end], kind) for start, end, kind in pieces(text))
    return "".join(piece if kind else _REFERENCE.sub(_reference, piece) for piece, kind in cut)


def _reference(found: re.Match[str]) -> str:
    point = name2codepoint.get(found.group(1) or "")
    return chr(point) if point else f"&amp;{found.group()[1:]}"


def mended(text: str) -> str:
    """``text`` from its root on, with every tag closed by its own: an end without a beginning is left out, and what
    is still open where the tag around it ends, ends there.
    """
    text = _NO_XML.sub("", text)
    root = root_at(text)
    text = text[root.start() :] if root else text
    tags, out = _Tags(), []
    for start, end, kind in pieces(text):
        piece = text[start:end]
        if kind == "":
            out.append(_TAG.sub(tags.fitting, piece.replace("]]>", "]]&gt;")))
        elif kind == "<![CDATA[":
            out.append(piece if piece.endswith("]]>") else f"{piece}]]>")
    return "".join((*out, tags.over()))


class _Tags:
    """The tags that are open."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._counts: Counter[str] = Counter()

    def fitting(self, found: re.Match[str]) -> str:
        """The tag, with what has to be closed before it."""
        close, name, rest = found.groups()
        if name is None:
            return "" if found.group().endswith(">") else "&lt;"  # a doctype, or a sign in a text
        if close:
            return self._closed(name) if self._counts[name] else ""
        before = self._closed(name) if name in _ALONE and self._counts[name] else ""
        alone = rest.endswith("/")
        if not alone:
            self._open.append(name)
            self._counts[name] += 1
        return f"{before}<{name}{_values(rest)}{'/' * alone}>"

    def over(self) -> str:
        """What closes all that is open."""
        return "".join(f"</{name}>" for name in reversed(self._open))

    def _closed(self, name: str) -> str:
        """The ends of all that is open, to the last of that name."""
        out = []
        while self._counts[name]:
            last = self._open.pop()
            self._counts[last] -= 1
            out.append(f"</{last}>")
            if last == name:
                break
        return "".join(out)


def _values(rest: str) -> str:
    """The values of a tag, each once and in quotation marks."""
    if len(rest) > LONGEST_TAG:
        return ""
    told: dict[str, str] = {}
    for name, value in _VALUE.findall(rest):
        told.setdefault(name, value if value[0] in "\"'" else f'"{value}"')
    return "".join(f" {name}={value}" for name, value in told.items())
