"""What `kawat serve` says, in English and Indonesian."""

from __future__ import annotations

SERVING: dict[str, tuple[str, str]] = {
    "serving": ("{db} is served at {url} (Ctrl-C ends it)", "{db} disajikan di {url} (Ctrl-C menghentikan)"),
    "serving_token": (
        "Whoever has this address can come in; programs send the token as Authorization: Bearer.",
        "Siapa pun yang punya alamat ini dapat masuk; program mengirim token sebagai Authorization: Bearer.",
    ),
    "no_explorer": (
        "The explorer is not built, so there are no pages, only the API. Build it with `make explorer` in a "
        "checkout of Kawat (it needs Node 20 or newer), then start `kawat serve` again.",
        "Penjelajah belum dibuat: tidak ada halaman, hanya API. Buat dengan `make explorer` di salinan kode Kawat "
        "(perlu Node 20 atau lebih baru), lalu jalankan `kawat serve` lagi.",
    ),
    "served": ("stopped", "berhenti"),
}
