"""The words of notebook views, in English and Indonesian."""

from __future__ import annotations

_LABELS: dict[str, tuple[str, str]] = {
    "account": ("Account", "Versi"),
    "agreed": ("agreed", "sepakat"),
    "article": ("Article", "Artikel"),
    "contradicted": ("CONTRADICTED", "BERTENTANGAN"),
    "copies": ("copies: {count}", "salinan: {count}"),
    "differs": ("differs", "berbeda"),
    "field": ("Field", "Unsur"),
    "figures": ("figures", "angka"),
    "history": ("changed", "berubah"),
    "legend": (
        "Marked: the words of an event; underlined: who, dashed: to whom, dotted: when.",
        "Ditandai: kata-kata peristiwa; garis bawah: siapa, putus-putus: kepada siapa, titik-titik: kapan.",
    ),
    "no_reports": ("No events were read in this article.", "Tidak ada peristiwa yang terbaca di artikel ini."),
    "outlet": ("{name}, in its own voice", "{name}, dengan suara sendiri"),
    "rising": ("rising", "naik"),
    "silent": (
        "{name} takes part, and no voice of it tells this event here.",
        "{name} ikut serta, dan tidak ada suaranya yang memberitakan peristiwa ini di sini.",
    ),
    "single": ("one source", "satu sumber"),
    "sources": ("independent sources: {count}", "sumber independen: {count}"),
    "standing": ("Standing", "Keadaan"),
    "status": ("status", "status"),
    "told_by": ("Told by", "Diberitakan oleh"),
    "untitled": ("(without a title)", "(tanpa judul)"),
    "value": ("Value", "Nilai"),
    "what": ("what", "apa"),
    "when": ("when", "kapan"),
    "where": ("where", "di mana"),
    "who": ("who", "siapa"),
    "whom": ("whom", "kepada"),
    "words": ("Words", "Kata-kata"),
}


def label(lang: str, key: str, **values: object) -> str:
    """The words for ``key`` in ``lang`` (en, id); ``values`` fill their braces."""
    return _LABELS[key][("en", "id").index(lang)].format(**values)
