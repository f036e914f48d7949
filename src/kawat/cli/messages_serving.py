"""What `kawat serve` says, in English and Indonesian."""

from __future__ import annotations

SERVING: dict[str, tuple[str, str]] = {
    "serving": ("{db} is served at {url} (Ctrl-C ends it)", "{db} disajikan di {url} (Ctrl-C menghentikan)"),
    "serving_token": (
        "Whoever has this address can come in; programs send the token as Authorization: Bearer.",
        "Siapa pun yang punya alamat ini dapat masuk; program mengirim token sebagai Authorization: Bearer.",
    ),
    "served": ("stopped", "berhenti"),
}
