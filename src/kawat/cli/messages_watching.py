"""What the commands about watching say, in English and Indonesian."""

from __future__ import annotations

WATCHING: dict[str, tuple[str, str]] = {
    # column heads
    "feed": ("Feed", "Umpan"),
    "state": ("State", "Keadaan"),
    "success": ("Last success (UTC)", "Terakhir berhasil (UTC)"),
    "failures": ("Failures", "Kegagalan"),
    "next": ("Next try (UTC)", "Berikutnya (UTC)"),
    "error": ("Last error", "Galat terakhir"),
    # states of feeds
    "state_new": ("new", "baru"),
    "state_ok": ("ok", "baik"),
    "state_failing": ("failing", "gagal"),
    "state_dead": ("dead", "mati"),
    "state_off": ("off", "nonaktif"),
    # the health of watching
    "watch_runs": (
        "Watching since {since} (process {pid} on {host}), last sign of life {beat}.",
        "Memantau sejak {since} (proses {pid} di {host}), tanda hidup terakhir {beat}.",
    ),
    "watch_stopped": (
        "No watch is running; the last one stopped {at}.",
        "Tidak ada pemantauan; yang terakhir berhenti {at}.",
    ),
    "watch_lost": (
        "No watch is running; the last one gave no sign of life since {beat} and did not end by itself.",
        "Tidak ada pemantauan; yang terakhir tanpa tanda hidup sejak {beat} dan tidak berhenti sendiri.",
    ),
    "watch_never": (
        "No watch has ever run into this store; see `kawat watch`.",
        "Belum pernah ada pemantauan ke simpanan ini; lihat `kawat watch`.",
    ),
    "last_round": ("Last round ended {at}.", "Putaran terakhir selesai {at}."),
    "feeds_by_state": ("Feeds: {states}", "Umpan: {states}"),
    "queue_line": (
        "Pages: {queue} wait, {retries} of these failed before{following}; {quarantined} in quarantine",
        "Halaman: {queue} menunggu, {retries} di antaranya pernah gagal{following}; {quarantined} di karantina",
    ),
    "next_retry": (" (next try {at})", " (berikutnya {at})"),
    "articles_line": (
        "Articles: {articles}, {day} of these in the last 24 hours ({rate} an hour); store {size}",
        "Artikel: {articles}, {day} di antaranya dalam 24 jam terakhir ({rate} per jam); simpanan {size}",
    ),
    "by_hour": ("By hour, until now: {bars}", "Per jam, hingga kini: {bars}"),
    # what a watch tells
    "told_started": ("watching {named} sources into {db}", "memantau {named} sumber ke {db}"),
    "told_stopped": ("stopped", "berhenti"),
    "told_polled": (
        "{url}: {status}, {named} pages listed, {waiting} to fetch, {skipped} left out",
        "{url}: {status}, {named} halaman terdaftar, {waiting} akan diambil, {skipped} dilewati",
    ),
    "told_same": ("{url}: nothing new ({status})", "{url}: tidak ada yang baru ({status})"),
    "told_failed": ("{url}: failed, next try {next_at}: {reason}", "{url}: gagal, dicoba lagi {next_at}: {reason}"),
    "told_dead": ("{url}: DEAD, tried once a day: {reason}", "{url}: MATI, dicoba sekali sehari: {reason}"),
    "told_moved": (
        "{url}: moved to {moved}; write that address into the file of sources",
        "{url}: pindah ke {moved}; tulis alamat itu di berkas sumber",
    ),
    "told_kept": ("{url}: kept as {article_id}", "{url}: disimpan sebagai {article_id}"),
    "told_replaced": (
        "{url}: its text changed: {article_id} replaces {replaced}",
        "{url}: teksnya berubah: {article_id} menggantikan {replaced}",
    ),
    "told_unchanged": ("{url}: unchanged ({article_id})", "{url}: tidak berubah ({article_id})"),
    "told_other language": ("{url}: left out: {reason}", "{url}: dilewati: {reason}"),
    "told_quarantined": ("{url}: in quarantine: {reason}", "{url}: dikarantina: {reason}"),
    "told_retry": ("{url}: tried again {next_at}: {reason}", "{url}: dicoba lagi {next_at}: {reason}"),
    # reading again, versions
    "change_replaced": ("replaced by", "diganti oleh"),
    "reread_done": (
        "read again {read}, otherwise than before {changed}, failed {failed}, still to do {left}",
        "dibaca ulang {read}, hasilnya lain {changed}, gagal {failed}, tersisa {left}",
    ),
    "replaced_by": (
        "REPLACED {at}: the text at its address changed; the current article is {by}.",
        "DIGANTIKAN {at}: teks di alamatnya berubah; artikel terkini adalah {by}.",
    ),
    "replaces": ("Replaces: {older}", "Menggantikan: {older}"),
}
