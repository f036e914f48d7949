"""Words that look like an event and tell another thing, by what stands around them.

In a case the trigger stands in square brackets.
"""

from __future__ import annotations

import time

import pytest

from kawat.ontology import load_ontology
from kawat.reading.encoder.grammar import Around, around
from kawat.reading.encoder.senses import ANY, Sense, sense_of, senses
from kawat.reading.lexicon.tokens import tokens_of
from kawat.records import Span

ROWS = [(language, row) for language in ("en", "id") for row in senses(language)]
LITERAL = [
    ("en", "REQUEST", "Peru [asked] Chile for help."),
    ("en", "REQUEST", "Peru [asked] Chile to say whether it had troops there."),
    ("en", "REQUEST", "The general [ordered] two ships to leave the port."),
    ("en", "REQUEST", "Peru [wants] Chile to pay."),
    ("en", "REJECT", "Peru [declined] the offer of troops."),
    ("en", "REJECT", "Peru [refused] to say sorry."),
    ("en", "ASSAULT", "Gunmen [attacked] a mosque in Sokoto."),
    ("en", "ASSAULT", "The army said rebels [attacked] the town in an interview."),
    ("en", "ASSAULT", "Gunmen who stormed the base [killed] nine people."),
    ("en", "ASSAULT", "Soldiers accidentally [killed] nine people."),
    ("en", "ASSAULT", "The patrol was [fired] on near Mandera."),
    ("en", "ASSAULT", "A rocket was [fired] on Monday."),
    ("en", "ASSAULT", "The rebels [fought] the army for the port."),
    ("en", "RETREAT", "Peru [released] a photographer and two film-makers."),
    ("en", "RETREAT", "Peru [released] nine opposition figures."),
    ("en", "CONSULT", "The two ministers [met] in Oslo in the final week of May."),
    ("en", "PROTEST", "Farmers [demonstrated] against the levy."),
    ("en", "COERCE", "Peru [seized] a Chilean trawler."),
    ("en", "SANCTION", "The minister [lost] his post."),
    ("id", "ASSAULT", "Milisi [menyerang] kapal dagang di Laut Merah."),
    ("id", "ASSAULT", "Bom bunuh diri [menewaskan] sembilan orang."),
    ("id", "REJECT", "Peru [menolak] permintaan Chile."),
    ("id", "RETREAT", "Peru [membebaskan] seorang fotografer."),
    ("id", "COERCE", "Pemberontak [merebut] kota Goma."),
    ("id", "SANCTION", "Maskapai itu [kehilangan] izin mendarat."),
    ("id", "THREATEN", "Chile menyebut ucapan itu sebagai [ancaman] invasi."),
    ("en", "COOPERATE", "India and Peru held a naval [exercise] off Goa."),
    ("en", "COOPERATE", "India held an [exercise] with Peruvian marines off Goa."),
    ("en", "REQUEST", "Peru [asked] Chile for a loan."),
    ("id", "COOPERATE", "India menggelar [latihan] bersama marinir Peru di Goa."),
    ("id", "COOPERATE", "India dan Peru menggelar [latihan] di Goa."),
    ("id", "REQUEST", "Peru [meminta] pinjaman kepada Chile."),
    ("en", "COERCE", "The army has [besieged] the town since May."),
    ("en", "ASSAULT", "The army [shelled] the eastern port."),
    ("en", "COERCE", "Beijing [cut] off power, fuel and medicine to the area."),
    ("id", "COERCE", "Tentara [mengepung] kota itu sejak Mei."),
    ("id", "PROTEST", "Mahasiswa [menyerbu] gedung parlemen."),
    ("id", "COERCE", "Polisi [memutus] jalan ke alun-alun."),
    ("en", "MOBILIZE", "Peru [launched] a satellite and two rockets on Monday."),
    ("en", "COERCE", "A trawler was [seized] by the Chilean navy."),
    ("en", "MOBILIZE", "Greece [sent] two frigates to Rhodes."),
    ("en", "RETREAT", "The rebels [handed] over their tanks to the army."),
    ("en", "RETREAT", "Peru [gave] Chile the island back."),
    ("id", "MOBILIZE", "Pyongyang [menembakkan] dua rudal ke laut."),
    ("id", "MOBILIZE", "Pyongyang [menembakkan] dua rudal ke arah perairan Jepang."),
    ("id", "COERCE", "Dua perawat [ditangkap] oleh polisi di Jos."),
    ("id", "REJECT", "Ia meminta agar presiden [batal] menghadiri sidang itu."),
    ("id", "MOBILIZE", "Yunani [mengirim] dua fregat ke Rhodos."),
    ("id", "RETREAT", "Pemberontak [menyerahkan] senjata kepada tentara."),
    ("id", "RETREAT", "Suriah [menarik] kendaraan lapis bajanya dari desa itu."),
]


def marked(text: str, language: str, type_name: str) -> Sense | None:
    plain = text.replace("[", "").replace("]", "")
    trigger = Span(text.index("["), text.index("]") - 1)
    return sense_of(type_name, around(tokens_of(plain, Span(0, len(plain))), trigger), language)


@pytest.mark.parametrize(("language", "row"), ROWS, ids=[row.example for _, row in ROWS])
def test_every_row_speaks_of_its_example(language: str, row: Sense) -> None:
    types = {one.name for one in load_ontology().types}
    assert row.types <= types | {ANY}
    assert row.becomes.partition("/")[0] in types | {""}
    for type_name in row.types:
        assert marked(row.example, language, "ASSAULT" if type_name == ANY else type_name) is row


@pytest.mark.parametrize(("language", "type_name", "text"), LITERAL)
def test_the_plain_sense_stays(language: str, type_name: str, text: str) -> None:
    assert marked(text, language, type_name) is None


@pytest.mark.parametrize("language", ["en", "id"])
def test_no_wording_makes_the_table_slow(language: str) -> None:
    """Each row's patterns look at their own openings, over and over: nothing may blow up."""
    for row in senses(language):
        words = row.example.replace("[", "").replace("]", "").lower().split()
        for word in {*words, "near", "di", "a", "very"}:
            where = Around(f"{word} " * 400, "kill", f"{word} " * 400)
            start = time.perf_counter()
            row.after.match(where.right)
            row.before.search(where.clause)
            assert time.perf_counter() - start < 0.5, (row.example, word)
