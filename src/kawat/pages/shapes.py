"""What a line looks like: a headline, a sentence, a list item, a caption. Shape only, no meaning."""

from __future__ import annotations

import re

HEADLINE_WORDS = 30
HEADLINE_CHARACTERS = 220
SUBHEADING_WORDS = 12
SUBHEADING_CHARACTERS = 90
PROSE_WORDS = 13  # a line of so many words is running text even without a full stop
SENTENCE_WORDS = 5
VERBLESS_WORDS = 15

_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]»]*$")
_FULL_STOP = re.compile(r"(?<!\.)\.[\"”’')\]»]*$")
_CLIPPED_END = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Inc|Corp|Ltd|Jr|Sr|Co|dll|dkk|Tbk|etc|No|St)\.$")
_BULLET = re.compile(r"(?:[•‣▪●◦■□►▶✓*·–-]|\d{1,2}[.)])\s+(?=\S)")
_MARKER = re.compile(r"[•‣▪●◦■□►▶✓*·–-]\s+")
_WORD = re.compile(r"\w[\w'’.-]*")
# Words that make an English line a sentence. A short line without any of them is a caption.
_VERBS = frozenset(
    """is are was were be been being am has have had do does did will would can could shall should may might must
    say says said tell tells told get gets got go goes went come comes came take takes took make makes made give
    gives gave know knew see sees saw find finds found think thinks thought hold holds held leave leaves left keep
    keeps kept begin begins began run runs ran win wins won lose loses lost meet meets met send sends sent put
    puts set sets cut cuts hit hits rise rises rose fall falls fell grow grows grew speak speaks spoke write
    writes wrote stand stands stood pay pays paid lead leads led sell sold buy bought bring brought build built
    fight fought fly flew break broke become became show shows seem seems need needs want wants continue
    continues remain remains plan plans expect expects include includes report reports warn warns vow vows isn't
    wasn't aren't weren't don't doesn't didn't hasn't haven't hadn't won't wouldn't can't cannot couldn't
    arose ate beat became befell began beheld bent besought bit bled blew bound burnt caught chose clung crept cut
    dealt drank drew drove dug dwelt fed fell felt fled flung forbade foresaw foretold forgave forgot forsook froze
    hid hung knelt laid lay lent let lit meant mistook outdid overcame overran oversaw overthrew overtook quit rang
    ran rebuilt retook rode rose sang sank sat sent shook shot shrank shut slept slew slid sold sought
    spat sped spent split sprang stole struck stuck stung swam swept swore swung taught threw tore undertook
    underwent understood undid upheld wept withdrew withheld withstood woke wore wrote""".split()
)
_PAST = re.compile(r"\w{2,}ed")


def words_in(line: str) -> int:
    return sum(1 for _ in _WORD.finditer(line[:2000]))


def ends_sentence(line: str) -> bool:
    """True when ``line`` ends as a sentence does, closing quotation marks and brackets aside."""
    return _SENTENCE_END.search(line[-12:]) is not None


def is_prose(line: str) -> bool:
    """True for running text: a finished sentence, or a line too long to be a heading."""
    words = words_in(line)
    return words >= PROSE_WORDS or (words >= SENTENCE_WORDS and ends_sentence(line))


def is_headline(line: str) -> bool:
    """True for a line that may be a title: not too long, starts like one, no full stop at its end."""
    if len(line) > HEADLINE_CHARACTERS or words_in(line) > HEADLINE_WORDS or not _starts_line(line):
        return False
    return not _FULL_STOP.search(line[-12:]) or _CLIPPED_END.search(line[-12:]) is not None


def is_subheading(line: str) -> bool:
    """True for a short line without an end mark: the article's own heading between paragraphs."""
    if len(line) > SUBHEADING_CHARACTERS or not 1 <= words_in(line) <= SUBHEADING_WORDS:
        return False
    return _starts_line(line) and not ends_sentence(line) and line[-1] not in ':;,"”'


def is_list_item(line: str) -> bool:
    return _BULLET.match(line) is not None


def has_bullet(line: str) -> bool:
    """True for an item marked by a sign rather than a number: one alone is a list already."""
    return _MARKER.match(line) is not None


def without_bullet(line: str) -> str:
    """A list item without its sign; numbers stay, they are words of the article."""
    return _MARKER.sub("", line, count=1)


def is_verbless(line: str) -> bool:
    """True for a short English-shaped line that has no finite verb ("The harbour of X in 2008.")."""
    words = [word.lower().rstrip(".") for word in _WORD.findall(line[:400])]
    if not 3 <= len(words) <= VERBLESS_WORDS or line[:1] in "\"“‘'":
        return False
    if not any(word in _ENGLISH for word in words):
        return False
    return not any(word in _VERBS or _PAST.fullmatch(word) for word in words)


_ENGLISH = frozenset("the a an of in at on with from by and for near during after before".split())


_OPENERS = "\"'“‘(["


def _starts_line(line: str) -> bool:
    first = line.lstrip(_OPENERS)[:1]
    return first.isupper() or first.isdigit() or (first.isalpha() and first == first.upper())


def letters(text: str) -> str:
    """The letters and digits of a name, in one case: "The Star" and thestar are alike."""
    return "".join(char for char in text.casefold() if char.isalnum())
