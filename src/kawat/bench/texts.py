"""What the benchmarks read: text files with clear errors, and bare texts as articles."""

from __future__ import annotations

import re
from pathlib import Path

from kawat.errors import InputError, NotFoundError
from kawat.records import Article, Paragraph, ParagraphKind, Span

_BLOCK = re.compile(r"\S(?:[^\n]*\S)?(?:\n[^\n]*\S)*")


def text_in(path: Path, what: str) -> str:
    """The text of a UTF-8 file, line ends as they stand. ``what`` says in an error what was wanted.

    Raises:
        NotFoundError: there is no such file.
        InputError: it can not be read, or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise NotFoundError(f"{path} does not exist: give {what}") from error
    except OSError as error:
        raise InputError(f"{path} can not be read ({error.strerror}): give {what}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 text: give {what}") from error


def lines_of(text: str) -> list[str]:
    """The lines of a text, parted by line feeds alone, so that line-aligned files stay aligned."""
    lines = text.replace("\r\n", "\n").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def article_of(text: str, language: str, first: ParagraphKind = ParagraphKind.LEAD) -> Article:
    """A bare text as an article: its paragraphs are parted by empty lines, the first is of kind ``first``.

    The text is kept as it is, so that offsets of marks made on it hold. It has no day of publication.
    """
    spans = [Span(*match.span()) for match in _BLOCK.finditer(text)]
    kinds = (first, *[ParagraphKind.BODY] * len(spans))
    paragraphs = tuple(Paragraph(span, kind) for span, kind in zip(spans, kinds, strict=False))
    return Article(text=text, paragraphs=paragraphs, language=language)
