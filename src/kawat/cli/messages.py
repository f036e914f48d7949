"""What the interface says, in English and Indonesian. Event types and sectors have their labels in the ontology."""

from __future__ import annotations

from kawat.cli.messages_events import EVENT_MESSAGES
from kawat.cli.messages_exporting import EXPORTING
from kawat.cli.messages_merging import MERGING
from kawat.cli.messages_serving import SERVING
from kawat.cli.messages_watching import WATCHING
from kawat.export.messages import LANGUAGES, WORDS

__all__ = ["LANGUAGES", "say"]

_MESSAGES: dict[str, tuple[str, str]] = {
    # column heads
    "according_to": ("According to", "Menurut"),
    "added": ("Added", "Ditambahkan"),
    "article": ("Article", "Artikel"),
    "attempts": ("Tries", "Percobaan"),
    "candidates": ("Candidates, too unsure to publish", "Kandidat, belum cukup pasti"),
    "claims": ("Claims", "Pernyataan"),
    "code": ("Code", "Kode"),
    "country": ("Country", "Negara"),
    "definition": ("Definition", "Definisi"),
    "detail": ("Found", "Hasil"),
    "explained": ("Why each value", "Alasan tiap nilai"),
    "field": ("Field", "Unsur"),
    "form": ("Form", "Bentuk"),
    "how_many": ("How many", "Berapa"),
    "id": ("Id", "Id"),
    "kind": ("Kind", "Jenis"),
    "language": ("Language", "Bahasa"),
    "last": ("Last tried", "Terakhir dicoba"),
    "measure": ("Figure", "Ukuran"),
    "modes": ("Modes", "Cara"),
    "name": ("Name", "Nama"),
    "offices": ("Offices", "Jabatan"),
    "outlet": ("Outlet", "Media"),
    "place": ("Where", "Di mana"),
    "published": ("Published", "Terbit"),
    "quad": ("Class", "Golongan"),
    "reason": ("Reason", "Alasan"),
    "report": ("Report", "Laporan"),
    "reports": ("Reports", "Laporan"),
    "salience": ("Weight", "Bobot"),
    "says": ("Says", "Menyatakan"),
    "score": ("Score", "Skor"),
    "sector": ("Sector", "Sektor"),
    "sentence": ("Sentence", "Kalimat"),
    "source": ("Source", "Sumber"),
    "sources": ("Told by", "Diberitakan"),
    "status": ("Status", "Status"),
    "title": ("Title", "Judul"),
    "value": ("Value", "Nilai"),
    "what": ("What", "Apa"),
    "when": ("When", "Kapan"),
    "where_found": ("Where it stands", "Letaknya"),
    "who": ("Who", "Siapa"),
    "who_whom": ("Who → Whom", "Siapa → Kepada"),
    "whom": ("Whom", "Kepada"),
    "words": ("Words", "Kata-kata"),
    # the calendar and the timeline
    "announced": ("Announced by", "Diumumkan oleh"),
    "became": ("What became of it", "Kelanjutannya"),
    "besides": ("Not counted", "Tidak dihitung"),
    "bars": ("Balance", "Imbangan"),
    "conflict": ("Conflict", "Konflik"),
    "cooperation": ("Cooperation", "Kerja sama"),
    "happened_as": ("Status", "Status"),
    "period": ("Period", "Periode"),
    "no_day": ("no day told", "tanpa hari"),
    "not_in_ics": (
        "left out of the file, being without a day: {count}; `kawat calendar` lists them",
        "tidak dimuat di berkas karena tanpa hari: {count}; lihat `kawat calendar`",
    ),
    "undated": ("undated", "tanpa hari"),
    "joint": ("joint", "bersama"),
    "more_events": ("… and {count} more (--events shows all)", "… dan {count} lagi (--events menampilkan semua)"),
    "some_events": (
        "Events of the largest periods ({periods}); --events shows all:",
        "Peristiwa pada periode terbesar ({periods}); --events menampilkan semua:",
    ),
    "all_events": ("Events:", "Peristiwa:"),
    "timeline_of": ("{who}, by {by}", "{who}, per {by}"),
    "by_day": ("day", "hari"),
    "by_week": ("week", "pekan"),
    "by_month": ("month", "bulan"),
    "by_year": ("year", "tahun"),
    "timeline_history": (
        "Told only as history: {count} (--background shows them)",
        "Hanya sebagai latar: {count} (--background menampilkannya)",
    ),
    "timeline_legend": (
        "Sums of PLOVER scores (number of events); conflict to the left, cooperation to the right.",
        "Jumlah skor PLOVER (banyaknya peristiwa); konflik di kiri, kerja sama di kanan.",
    ),
    # salience
    "main": ("main", "utama"),
    "secondary": ("secondary", "sampingan"),
    "background": ("background", "latar"),
    # values
    "approximately": ("about", "sekitar"),
    "at_least": ("at least", "sedikitnya"),
    "at_most": ("at most", "paling banyak"),
    "in_office": ("today", "kini"),
    "quoted": ("quoted", "kutipan"),
    "untitled": ("(without a title)", "(tanpa judul)"),
    # counts and sections
    "n_outlets": ("{count} outlets", "{count} media"),
    "main_section": ("New", "Baru"),
    "secondary_section": ("Also told", "Selain itu"),
    "background_section": ("Background", "Latar"),
    "left_out": ("Left out: {count} (--json lists them)", "Tidak dimuat: {count} (lihat --json)"),
    "legend": (
        "Marks: [1] the words of report 1; [1a] who, [1r] whom, [1t] when.",
        "Tanda: [1] kata-kata laporan 1; [1a] siapa, [1r] kepada siapa, [1t] kapan.",
    ),
    "no_reports": ("No reports found.", "Tidak ada laporan."),
    "undated_article": (
        "No date of publication was found: “yesterday” and the like stay without a date.",
        "Tanggal terbit tidak ditemukan: “kemarin” dan semacamnya tetap tanpa tanggal.",
    ),
    "unread": (
        "Not read: the article is in another language ({language}).",
        "Tidak dibaca: artikel ini berbahasa lain ({language}).",
    ),
    "nothing": ("Nothing fits.", "Tidak ada yang cocok."),
    "read_by": ("read by {reader}", "dibaca oleh {reader}"),
    "text": ("Text", "Teks"),
    "upcoming": ("Upcoming", "Akan datang"),
    "versions": ("versions: {count}", "versi: {count}"),
    # what commands report
    "sound": ("sound", "baik"),
    "faulty": ("FAULTY", "RUSAK"),
    "no_store": (
        "no store at {path} yet; `kawat add` makes one",
        "belum ada simpanan di {path}; buat dengan `kawat add`",
    ),
    "quarantine_empty": ("Nothing is in quarantine.", "Karantina kosong."),
    "removed": ("removed {id}", "{id} dihapus"),
    "tally": (
        "read {read}, copies {copies}, other language {other}, quarantined {quarantined}",
        "dibaca {read}, salinan {copies}, bahasa lain {other}, dikarantina {quarantined}",
    ),
    "tally_unchanged": (", unchanged {count}", ", tak berubah {count}"),
    "tally_still": (
        " ({count} of them still in quarantine: kawat quarantine says why)",
        " ({count} di antaranya masih dikarantina: kawat quarantine menyebut sebabnya)",
    ),
    "add_bar": (
        "read {read}, skipped {skipped}, quarantined {quarantined}",
        "dibaca {read}, dilewati {skipped}, dikarantina {quarantined}",
    ),
    "add_stopped": (
        "stopped; what was read is stored, and the same command goes on from there",
        "dihentikan; yang sudah dibaca tersimpan, dan perintah yang sama melanjutkannya",
    ),
    "quarantine_forgotten": ("forgotten: {count}", "dilupakan: {count}"),
    "retry_stream": (
        "{name} came by standard input, which can not be read again: pipe it into `kawat add`; "
        "`kawat quarantine remove {typed}` forgets it",
        "{name} masuk lewat masukan standar yang tidak dapat dibaca lagi: salurkan ke `kawat add`; "
        "`kawat quarantine remove {typed}` melupakannya",
    ),
    "retry_file": (
        "{name} was not found in {home}: give the --map that it was added with, if any; where it is there no more, "
        "`kawat quarantine remove {typed}` forgets it",
        "{name} tidak ditemukan di {home}: berikan --map yang dipakai saat menambahkannya, bila ada; bila sudah "
        "tidak ada, `kawat quarantine remove {typed}` melupakannya",
    ),
    "retry_other": (
        "{name} was not found in {home}: add that address again; `kawat quarantine remove {typed}` forgets it",
        "{name} tidak ditemukan di {home}: tambahkan alamat itu lagi; "
        "`kawat quarantine remove {typed}` melupakannya",
    ),
    "tally_hint": (" (kawat quarantine lists them)", " (lihat kawat quarantine)"),
    "unknown_name": ("{name}: not known by that name", "{name}: tidak dikenal dengan nama itu"),
}

_MESSAGES |= MERGING
_MESSAGES |= WATCHING
_MESSAGES |= EVENT_MESSAGES
_MESSAGES |= WORDS
_MESSAGES |= EXPORTING
_MESSAGES |= SERVING


def say(lang: str, key: str, **values: object) -> str:
    """The message ``key`` in ``lang``; ``values`` fill its braces. Raises `KeyError` for an unknown key."""
    return _MESSAGES[key][LANGUAGES.index(lang)].format(**values)
