"""An event and an article as notebooks show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kawat.contract import record_to_dict
from kawat.export.event_json import event_json
from kawat.export.tables.dyads import DYADS
from kawat.export.tables.reports import REPORTS
from kawat.export.tables.seen import Seen
from kawat.export.words import Tongue, actor, place, type_label
from kawat.knowledge.countries import country_name
from kawat.notebook.html import grid, link, page, safe
from kawat.notebook.labels import label
from kawat.notebook.marking import marked, marks_of, sentence
from kawat.notebook.rows import Rows
from kawat.records import Actor, Event, ParagraphKind, Place, Quantity, Record, Status, Telling
from kawat.views.accounts import Account, AccountKind, Accounts
from kawat.views.sentence import sentence_of
from kawat.views.values import Told, What, When
from kawat.views.versions import Field, Standing, Value, versions_of
from kawat.views.voices import chain_of


@dataclass(frozen=True)
class EventView:
    """One event with the accounts of its sides; a notebook shows it as a page of its own."""

    event: Event
    accounts: Accounts
    lang: str = "en"

    @property
    def id(self) -> str:
        return self.event.id

    @property
    def sentence(self) -> str:
        """The event as a sentence: only what reports tell, and who tells it."""
        return sentence_of(self.event)[self.lang]

    @property
    def silent(self) -> tuple[str, ...]:
        """The countries that take part and of which no voice tells it."""
        return self.accounts.silent

    def json(self) -> dict[str, Any]:
        """What `kawat show EVENT --json` prints."""
        return event_json(self.event, self.accounts)

    def reports(self) -> Rows:
        """Its reports, as the table reports has them."""
        return Rows(REPORTS, lambda: REPORTS.rows(Seen(self.event)))

    def dyads(self) -> Rows:
        """Who acts on whom in it."""
        return Rows(DYADS, lambda: DYADS.rows(Seen(self.event)))

    def __repr__(self) -> str:
        return f"<{self.event.id}: {self.sentence}>"

    def _repr_html_(self) -> str:
        versions = versions_of(self.event)
        known = versions.corroboration
        counts = [label(self.lang, "sources", count=known.independent)]
        counts += [label(self.lang, "copies", count=known.copies)] if known.copies else []
        heads = [label(self.lang, key) for key in ("field", "value", "told_by", "standing")]
        names = (country_name(code, self.lang) for code in self.silent)
        silent = "".join(f"<p>{safe(label(self.lang, 'silent', name=name))}</p>" for name in names)
        about = [self.event.id, type_label(Tongue(self.lang), self.event.type), *counts]
        return page(
            f'<p class="first">{safe(self.sentence)}</p>'
            f'<p class="quiet">{safe(" · ".join(about))}</p>'
            + grid(heads, (row for field in versions.fields for row in self._field(field)))
            + silent
            + grid([label(self.lang, key) for key in ("account", "words", "article")], self._words())
        )

    def _field(self, field: Field) -> Iterator[list[str]]:
        tongue = Tongue(self.lang)
        for index, value in enumerate(field.values):
            name = label(self.lang, field.name.value)
            what = f"{name}: {tongue.say(f'counted_{field.counted.value}')}" if field.counted else name
            told_by = safe(", ".join(_sources(value, self.lang)))
            standing = label(self.lang, field.standing.value) if index == 0 else ""
            css = "warn" if value in field.contradicted and field.standing is Standing.CONTRADICTED else ""
            shown = f'<span class="{css}">{safe(value_text(value.told, tongue))}</span>'
            yield [safe(what) if index == 0 else "", shown, told_by, safe(standing)]

    def _words(self) -> Iterator[list[str]]:
        for account in self.accounts.accounts:
            for index, telling in enumerate(account.tellings):
                article = telling.article
                where = link(article.url, " · ".join(_where(telling, self.lang)))
                name = safe(_name(account, self.lang)) if index == 0 else ""
                yield [name, sentence(article.text, telling.report), where]


@dataclass(frozen=True)
class ArticleView:
    """One article with what was read in it; a notebook shows its text with the words of its reports marked."""

    record: Record
    lang: str = "en"

    @property
    def id(self) -> str:
        return self.record.article.id

    @property
    def title(self) -> str | None:
        return self.record.article.title

    @property
    def text(self) -> str:
        """The text that all offsets are of."""
        return self.record.article.text

    def json(self) -> dict[str, Any]:
        """What `kawat show ARTICLE --json` prints of it: the record."""
        return record_to_dict(self.record)

    def __repr__(self) -> str:
        return f"<{self.id}: {self.title or label(self.lang, 'untitled')}>"

    def _repr_html_(self) -> str:
        article, marks = self.record.article, list(marks_of(self.record.reports))
        title = article.title or label(self.lang, "untitled")
        heads = [one.span for one in article.paragraphs if one.kind is ParagraphKind.TITLE]
        head = marked(article.text, heads[0], marks) if heads else safe(title)
        spans = [one.span for one in article.paragraphs if one.span not in heads[:1]]
        paragraphs = (f"<p>{marked(article.text, span, marks)}</p>" for span in spans)
        day = None if article.published_day is None else article.published_day.isoformat()
        about = [one for one in (article.outlet, day, article.byline, self.id) if one]
        legend = label(self.lang, "legend" if self.record.reports else "no_reports")
        return page(
            f'<p class="first">{head}</p>'
            f'<p class="quiet">{link(article.url, " · ".join(about))}</p>'
            f'{"".join(paragraphs)}<p class="quiet">{safe(legend)}</p>'
        )


def value_text(told: Told, tongue: Tongue) -> str:
    """A value of any field in a few words."""
    match told:
        case What():
            return type_label(tongue, told.type, told.mode)
        case Status():
            return tongue.say(told.value)
        case When():
            days = [str(day) for day in dict.fromkeys((told.first, told.last)) if day is not None]
            return " – ".join(days)
        case Place():
            return place(tongue, told)
        case Actor():
            return actor(tongue, told)
        case Quantity():
            return _number(told)


def _number(told: Quantity) -> str:
    low, high = (f"{one:,.0f}" if one is not None else None for one in (told.min, told.max))
    if told.value is not None:
        return f"{'≈ ' if told.approximate else ''}{told.value:,.6g} {told.unit}".rstrip()
    between = f"{low} – {high}" if low and high else f"≥ {low}" if low else f"≤ {high}" if high else "?"
    return f"{between} {told.unit}".rstrip()


def _sources(value: Value, lang: str) -> Iterator[str]:
    """Who tells a value: the outlet, and the voice where it is not its own."""
    for chain, telling in value.voices:
        outlet = telling.article.outlet or telling.article.id
        yield f"{outlet}: {_chain(chain, lang)}" if chain else outlet


def _name(account: Account, lang: str) -> str:
    if account.kind is AccountKind.SIDE:
        return country_name(account.country or "", lang)
    if account.kind is AccountKind.VOICE:
        return _chain(chain_of(account.tellings[0]), lang)
    return label(lang, "outlet", name=", ".join(account.outlets))


def _chain(chain: Iterable[Actor], lang: str) -> str:
    """The voices by name, outermost first."""
    return " > ".join((one.name_id or one.name) if lang == "id" else one.name for one in chain)


def _where(telling: Telling, lang: str) -> list[str]:
    article = telling.article
    day = None if article.published_day is None else article.published_day.isoformat()
    voices = _chain(chain_of(telling), lang)
    return [one for one in (article.outlet or article.id, voices, day) if one]
