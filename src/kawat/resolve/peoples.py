"""Peoples and languages: "the Serbs" may be those of Kosovo, and "in Spanish" names no state."""

from __future__ import annotations

import re
from dataclasses import replace

from kawat.knowledge.entries import Entry, EntryKind, Form
from kawat.records import Actor, ActorKind, Article, Mention
from kawat.resolve.discourse import PEOPLE, Discourse
from kawat.resolve.homes import Setting

_BAHASA = re.compile(r"\bbahasa $", re.IGNORECASE)
_IN = re.compile(r"\bin $")
_TONGUE = re.compile(r"\w+(?:sh|ese|ian)")
_ALONE = re.compile(r"[.,;:]|$| (?:at|and|on|to|with|by|before|after|as|that)\b")
ABROAD = "where the people live"
_LIVING = re.compile(r" (?:(?:living|tinggal) )?(?:in|di)(?: the)?(?: \w+ of)?(?: the)? (?:\w+ )?")
_WITHIN = 60  # characters after a people in which the state stands that they live in
_STATES = frozenset({Form.NAME, Form.ALIAS, Form.ABBREVIATION})


def people(setting: Setting, mention: Mention, name: str, entry: Entry, discourse: Discourse) -> Actor:
    """A people of the country it is called by, unless the words after it, here or before, tell of another."""
    known = Actor(name, ActorKind.GROUP, mention.span, None, name, entry.country, "CVL", PEOPLE)
    abroad = _lives_in(setting, mention)
    if abroad is not None and abroad != entry.country:
        return replace(known, country=abroad, resolved_by=ABROAD)
    before = discourse.latest(lambda one: one.actor.resolved_by == ABROAD and one.actor.name == name)
    return known if before is None else replace(known, country=before.actor.country, resolved_by=ABROAD)


def _lives_in(setting: Setting, mention: Mention) -> str | None:
    """The state that stands right after a people: "Serbs in the north of Kosovo"."""
    article = setting.article
    after = article.text[mention.span.end : mention.span.end + _WITHIN]
    found = setting.knowledge.find(after, article.language)
    states = (one for one in found if one.form in _STATES and one.entries[0].kind is EntryKind.COUNTRY)
    first = next(states, None)
    return first.entries[0].country if first and _LIVING.fullmatch(after[: first.span.start]) else None


def is_language(mention: Mention, wording: str, article: Article) -> bool:
    """Whether a name is that of a language: "said in Spanish.", "pengajar bahasa Inggris"."""
    before = article.text[max(0, mention.span.start - 8) : mention.span.start]
    if article.language == "id":
        return _BAHASA.search(before) is not None
    alone = _ALONE.match(article.text, mention.span.end) is not None
    return alone and _TONGUE.fullmatch(wording) is not None and _IN.search(before) is not None
