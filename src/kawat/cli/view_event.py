"""An event for an editor: what is known, every value with who tells it; or the accounts side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kawat.cli import cells
from kawat.cli.face import SHORT, Face, console, draw, out
from kawat.export.safe import clean
from kawat.records import Event, Telling
from kawat.views.accounts import Account, AccountKind, Accounts, Untold
from kawat.views.event import publication_order
from kawat.views.sentence import sentence_of
from kawat.views.values import FieldName
from kawat.views.versions import Field, Standing, Value, Versions, outlet_of, versions_of
from kawat.views.voices import voice_key

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

COLUMN_WIDTH = 30  # below this an account is hard to read: fewer stand side by side
HEADS = 14  # width of the names of the rows
MOST_UNTOLD = 4  # sentences that a note has room for
_STYLES = {
    Standing.CONTRADICTED: "bold red",
    Standing.DIFFERS: "yellow",
    Standing.RISING: "yellow",
}
_KEYS = {
    FieldName.WHAT: "what",
    FieldName.STATUS: "status",
    FieldName.WHEN: "when",
    FieldName.WHERE: "place",
    FieldName.WHO: "who",
    FieldName.WHOM: "whom",
}


def show_event(face: Face, event: Event, accounts: Accounts) -> None:
    """The sentence, each value with who tells it, what does not fit together, and the words of every source."""
    versions = versions_of(event)
    _head(face, event, versions)
    out("")
    draw(_values(face, versions))
    _notes(face, versions, accounts)
    out("")
    draw(_reports(face, event))


def show_compared(face: Face, event: Event, accounts: Accounts) -> None:
    """The accounts in columns, as many side by side as the screen takes, then what does not fit together."""
    versions = versions_of(event)
    _head(face, event, versions)
    beside = max(1, (console().width - HEADS) // COLUMN_WIDTH)
    for first in range(0, len(accounts.accounts), beside):
        out("")
        draw(_side_by_side(face, versions, accounts.accounts[first : first + beside]))
    _notes(face, versions, accounts)


def account_name(face: Face, account: Account) -> str:
    """The country of a side, the chain of another voice, or the outlet."""
    if account.kind is AccountKind.SIDE:
        return country_name(face, account.country or "")
    if account.kind is AccountKind.VOICE:
        return cells.voices(face, account.tellings[0].report.attribution)
    return face.say("account_outlet", name=", ".join(account.outlets))


def account_cell(face: Face, account: Account, name: FieldName, versions: Versions) -> str:
    """The values that an account has of a field; "contradicted" after one that another voice contradicts."""
    return "; ".join(_account_field(face, field, versions) for field in account.fields if field.name is name)


def country_name(face: Face, code: str) -> str:
    """ "Russia (RUS)"; the code alone where it is unknown."""
    from kawat.knowledge import countries

    name = countries.country_name(code, face.lang)
    return code if name == code else f"{name} ({code})"


def _head(face: Face, event: Event, versions: Versions) -> None:
    from rich.text import Text

    known = versions.corroboration
    numbers = {"sources": known.independent, "voices": known.voices, "outlets": len(known.outlets)}
    draw(Text(clean(sentence_of(event, versions)[face.lang]), style="bold"))
    told = face.say("corroboration", copies=known.copies, **numbers)
    draw(Text(clean(f"{event.id} · {cells.type_label(face, event.type)} · {told}"), style="dim"))


# --- every value ------------------------------------------------------------------------------------


def _values(face: Face, versions: Versions) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column(Text(face.say("field"), style="bold"), width=HEADS - 2, overflow="fold")
    for key, ratio in (("value", 4), ("told_by", 8)):
        table.add_column(Text(face.say(key), style="bold"), ratio=ratio, overflow="fold")
    table.add_column(Text(face.say("standing"), style="bold"), width=13, overflow="fold")
    for field in versions.fields:
        for number, value in enumerate(field.values):
            head = "" if number else _field_name(face, field)
            style = _STYLES.get(field.standing, "")
            standing = "" if number else face.say(f"standing_{field.standing.value}")
            row = [head, cells.told(face, value.told), _told_by(face, value, versions)]
            table.add_row(*(Text(clean(cell)) for cell in row), Text(standing, style=style))
    return table


def _field_name(face: Face, field: Field) -> str:
    if field.counted is None:
        return face.say(_KEYS[field.name])
    return face.say(f"counted_{field.counted.value}")


def _told_by(face: Face, value: Value, versions: Versions) -> str:
    """Each voice with the outlets that have it, copies folded; then when it was published first and last."""
    if len(value.tellings) == len(versions.event.tellings) > 1:
        return face.say("all_sources")
    told: dict[tuple[str, ...], list[Telling]] = {}
    for telling in value.tellings:
        told.setdefault(voice_key(telling) if telling.report.attribution else (), []).append(telling)
    parts = [_voice_and_outlets(face, tellings) for tellings in told.values()]
    days = dict.fromkeys(str(day) for day in (value.first_published, value.last_published) if day)
    return "; ".join(parts) + (f" [{' – '.join(days)}]" if days else "")


def _voice_and_outlets(face: Face, tellings: Sequence[Telling]) -> str:
    attribution = tellings[0].report.attribution
    outlets = _folded(face, tellings)
    return f"{cells.voices(face, attribution)} ({outlets})" if attribution else outlets


def _folded(face: Face, tellings: Sequence[Telling]) -> str:
    """The outlets, each text once: "Nusa Kabar (also at: Kabar Khatulistiwa)"."""
    by_text: dict[str, list[str]] = {}
    for telling in sorted(tellings, key=publication_order):
        by_text.setdefault(telling.source, []).append(outlet_of(telling))
    named: dict[str, None] = {}
    for outlets in by_text.values():
        first, *others = dict.fromkeys(outlets)
        also = f" ({face.say('also_at_names', names=', '.join(others))})" if others else ""
        named[f"{first}{also}"] = None
    return ", ".join(named)


def _reports(face: Face, event: Event) -> Table:
    """The sentence of every text, copies folded, with the id of its report."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    for key, ratio in (("outlet", 4), ("sentence", 10)):
        table.add_column(Text(face.say(key), style="bold"), ratio=ratio, overflow="fold")
    table.add_column(Text(face.say("report"), style="bold"), width=12)
    said: dict[tuple[str, str], list[Telling]] = {}
    for telling in sorted(event.tellings, key=publication_order):
        said.setdefault((telling.source, telling.report.sentence.of(telling.article.text)), []).append(telling)
    for (_, sentence), tellings in said.items():
        where = f"{_folded(face, tellings)} {tellings[0].article.published_day or ''}".strip()
        row = (where, f"“{sentence}”", tellings[0].report.id[:SHORT])
        table.add_row(*(Text(clean(cell)) for cell in row))
    return table


# --- the accounts -----------------------------------------------------------------------------------


def _side_by_side(face: Face, versions: Versions, accounts: Sequence[Account]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column("", width=HEADS - 2, overflow="fold")
    for account in accounts:
        table.add_column(Text(clean(account_name(face, account)), style="bold"), ratio=1, overflow="fold")
    for key, row in _rows(face, versions, accounts):
        if any(row):
            table.add_row(Text(face.say(key)), *(_marked(face, cell) for cell in row))
    return table


def _rows(face: Face, versions: Versions, accounts: Sequence[Account]) -> Iterator[tuple[str, list[str]]]:
    yield "voices", [account_voices(face, one) if one.kind is AccountKind.SIDE else "" for one in accounts]
    for name, key in _KEYS.items():
        yield key, [account_cell(face, one, name, versions) for one in accounts]
    yield "how_many", [account_cell(face, one, FieldName.FIGURES, versions) for one in accounts]
    yield "outlet", [", ".join(one.outlets) if one.kind is not AccountKind.OUTLET else "" for one in accounts]
    yield "also_at", [", ".join(one.also_at) for one in accounts]
    yield "published", [account_published(one) for one in accounts]
    yield "sentence", [account_sentence(one) for one in accounts]


def account_voices(face: Face, account: Account) -> str:
    """Who speaks for it, each voice once."""
    attributions = {voice_key(t): t.report.attribution for t in account.tellings if t.report.attribution}
    return "; ".join(dict.fromkeys(cells.voices(face, one) for one in attributions.values()))


def account_published(account: Account) -> str:
    days = sorted({str(t.article.published_day) for t in account.tellings if t.article.published_day})
    return " – ".join(dict.fromkeys(days[:1] + days[-1:]))


def account_sentence(account: Account) -> str:
    first = min(account.tellings, key=publication_order)
    return f"“{first.report.sentence.of(first.article.text)}”"


def _account_field(face: Face, field: Field, versions: Versions) -> str:
    whole = [f for f in versions.fields if (f.name, f.counted, f.unit) == (field.name, field.counted, field.unit)]
    clashing = {report for one in whole for value in one.contradicted for report in value.reports}

    def cell(value: Value) -> str:
        told = cells.told(face, value.told)
        return f"{told} ({face.say('contradicted')})" if clashing.intersection(value.reports) else told

    joiner = ", " if field.name in (FieldName.WHO, FieldName.WHOM) else " | "
    return joiner.join(dict.fromkeys(cell(value) for value in field.values))


def _marked(face: Face, cell: str) -> Text:
    from rich.text import Text

    return Text(clean(cell), style="bold red" if f"({face.say('contradicted')})" in cell else "")


# --- what does not fit together ---------------------------------------------------------------------


def _notes(face: Face, versions: Versions, accounts: Accounts) -> None:
    from rich.text import Text

    lines = [*_contradictions(face, versions), *_omissions(face, accounts)]
    if lines:
        out("")
    for line in lines:
        draw(Text(clean(line)))


def _contradictions(face: Face, versions: Versions) -> Iterator[str]:
    for field in versions.contradictions:
        values = [
            f"{cells.told(face, value.told)} – {_told_by(face, value, versions)}" for value in field.contradicted
        ]
        yield face.say("contradicted_line", field=_field_name(face, field).lower(), values=" / ".join(values))


def _omissions(face: Face, accounts: Accounts) -> Iterator[str]:
    for side in accounts.sides:
        name = country_name(face, side.country)
        if side.silent:
            yield face.say("silent_line", name=name)
        if side.left_out:
            what = ", ".join(face.say(f"left_out_{one}") for one in side.left_out)
            yield face.say("left_out_line", name=name, what=what)
        yield from _untold(face, name, side.untold)


def _untold(face: Face, name: str, untold: Sequence[Untold]) -> Iterator[str]:
    """What a side does not tell, by who tells it, the first few of each."""
    for country in dict.fromkeys(one.told_by for one in untold):
        own = [one.event for one in untold if one.told_by == country]
        yield face.say("untold_head", name=name, other=country_name(face, country))
        for event in own[:MOST_UNTOLD]:
            yield f"  - {sentence_of(event)[face.lang]} [{event.id[:SHORT]}]"
        if len(own) > MOST_UNTOLD:
            yield f"  {face.say('untold_more', count=len(own) - MOST_UNTOLD)}"
