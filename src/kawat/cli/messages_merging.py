"""What the commands about merging and judging say, in English and Indonesian."""

from __future__ import annotations

MERGING: dict[str, tuple[str, str]] = {
    # column heads
    "adds": ("Adds", "Menambah"),
    "at": ("At (UTC)", "Waktu (UTC)"),
    "bound_to": ("Bound to", "Terikat pada"),
    "change": ("Change", "Perubahan"),
    "compared": ("Compared", "Dibandingkan"),
    "editor": ("Editor", "Penyunting"),
    "event": ("Event", "Peristiwa"),
    "holds": ("Holds", "Berlaku"),
    "judged": ("Judged", "Putusan"),
    "link": ("Link", "Ikatan"),
    "mode": ("Mode", "Cara"),
    "note": ("Note", "Catatan"),
    "other_event": ("Other event", "Peristiwa lain"),
    "seq": ("No.", "No."),
    # what became of an event
    "change_made": ("made", "dibuat"),
    "change_changed": ("changed", "berubah"),
    "change_merged": ("merged into", "digabung ke"),
    "change_split": ("split from", "dipisah dari"),
    "change_removed": ("removed", "dihapus"),
    # judgements
    "judged_link": ("linked", "disatukan"),
    "judged_unlink": ("parted", "dipisahkan"),
    "judged_accept": ("accepted", "diterima"),
    "judged_reject": ("rejected", "ditolak"),
    "judged_set": ("set", "ditetapkan"),
    "stands_holds": ("yes", "ya"),
    "stands_waits": ("waits", "menunggu"),
    "stands_overruled": ("overruled", "dikalahkan"),
    "stands_idle": ("no report", "tanpa laporan"),
    "kept_none": ("Nothing new: it was judged so already.", "Tidak ada yang baru: sudah diputus demikian."),
    "kept_one": ("{kind} by {editor} ({id})", "{kind} oleh {editor} ({id})"),
    "kept_many": (
        "{kind} by {editor} ({count} judgements; `kawat judgements` lists them)",
        "{kind} oleh {editor} ({count} putusan; lihat `kawat judgements`)",
    ),
    "events_stay": ("The events stay as they are: {events}.", "Peristiwanya tetap seperti semula: {events}."),
    "no_judgements": ("No editor has judged anything yet.", "Belum ada putusan penyunting."),
    "loaded": (
        "kept {kept}, known already {known}, waiting for an article {waiting}",
        "disimpan {kept}, sudah dikenal {known}, menunggu artikel {waiting}",
    ),
    # merging and why
    "merged": ("merged: {reports} reports, {changes} changes", "digabung: {reports} laporan, {changes} perubahan"),
    "one_event": ("One event: {event}.", "Satu peristiwa: {event}."),
    "two_events": ("Two events: {one} and {other}.", "Dua peristiwa: {one} dan {other}."),
    "score_linked": (
        "Score {score}: they are linked (a link begins at {least}; groups join at {bar} on average).",
        "Skor {score}: keduanya terikat (ikatan mulai {least}; kelompok bergabung mulai rata-rata {bar}).",
    ),
    "score_low": (
        "Score {score}: no link (a link begins at {least}; groups join at {bar} on average).",
        "Skor {score}: tanpa ikatan (ikatan mulai {least}; kelompok bergabung mulai rata-rata {bar}).",
    ),
    "score_unmet": (
        "Score {score}, but no link: they share too little to have been compared "
        "(a link begins at {least}; groups join at {bar} on average).",
        "Skor {score}, tetapi tanpa ikatan: kesamaannya terlalu sedikit untuk dibandingkan "
        "(ikatan mulai {least}; kelompok bergabung mulai rata-rata {bar}).",
    ),
    "between_pairs": (
        "Between the two events the links are {share} on average ({pairs} pairs); {bar} would join them.",
        "Antara kedua peristiwa ikatannya rata-rata {share} ({pairs} pasang); {bar} akan menyatukannya.",
    ),
    "between_enough": (
        "Between the two events the links are {share} on average ({pairs} pairs), enough for {bar}.",
        "Antara kedua peristiwa ikatannya rata-rata {share} ({pairs} pasang), cukup untuk {bar}.",
    ),
    "article_of_both": (
        "Both have a report of one article ({article}), which tells an event once: they stay two.",
        "Keduanya memuat laporan dari satu artikel ({article}), yang bercerita sekali saja: tetap dua.",
    ),
    "pair_linked": ("{editor} linked them on {day} ({id})", "{editor} menyatukannya pada {day} ({id})"),
    "pair_parted": ("{editor} parted them on {day} ({id})", "{editor} memisahkannya pada {day} ({id})"),
    "not_judged": ("No editor has judged the pair.", "Belum ada penyunting yang memutus pasangan ini."),
    "are_copies": (
        "Their articles are copies: {share} of the shorter text is in the other.",
        "Artikelnya salinan: {share} dari teks yang lebih pendek ada di teks yang lain.",
    ),
    "no_copies": ("Their articles are no copies of one another.", "Artikelnya bukan salinan satu sama lain."),
    "parts_left_out": (
        "{count} more that hardly matter (--json has them)",
        "{count} lagi yang hampir tak berpengaruh (lihat --json)",
    ),
    "whole_event": ("{event}: {count} reports", "{event}: {count} laporan"),
    "alone": (
        "One report alone: nothing was close enough to join it.",
        "Satu laporan saja: tidak ada yang cukup dekat.",
    ),
}
