"""What the interface says of events with their versions and accounts, in English and Indonesian."""

from __future__ import annotations

EVENT_MESSAGES: dict[str, tuple[str, str]] = {
    "account": ("Account", "Versi"),
    "account_outlet": ("{name}, in its own voice", "{name}, dengan suara sendiri"),
    "all_sources": ("all sources", "semua sumber"),
    "also_at": ("Also at", "Juga di"),
    "also_at_names": ("also at: {names}", "juga di: {names}"),
    "silent": ("silent", "diam"),
    "standing": ("Standing", "Keadaan"),
    "standing_agreed": ("agreed", "sepakat"),
    "standing_contradicted": ("CONTRADICTED", "BERTENTANGAN"),
    "standing_differs": ("differs", "berbeda"),
    "standing_history": ("changed", "berubah"),
    "standing_rising": ("rising", "naik"),
    "standing_single": ("one source", "satu sumber"),
    "told_by": ("Told by", "Diberitakan oleh"),
    "voices": ("Voices", "Suara"),
    "contradicted": ("contradicted", "bertentangan"),
    "contradicted_line": ("Contradicted: {field}: {values}", "Bertentangan: {field}: {values}"),
    "corroboration": (
        "independent sources: {sources}, independent voices: {voices}, outlets: {outlets}, copies: {copies}",
        "sumber independen: {sources}, suara independen: {voices}, media: {outlets}, salinan: {copies}",
    ),
    "n_sources": ("{count} sources", "{count} sumber"),
    "copies_more": ("+{count} copies", "+{count} salinan"),
    "copy_more": ("+1 copy", "+1 salinan"),
    "silent_line": (
        "Silent: {name} takes part, and no voice of it tells this event here.",
        "Diam: {name} ikut serta, dan tidak ada suaranya yang memberitakan peristiwa ini di sini.",
    ),
    "left_out_line": (
        "Left out by {name}, told by the other side: {what}",
        "Tidak disebut {name}, disebut pihak lain: {what}",
    ),
    "left_out_where": ("place", "tempat"),
    "left_out_figures": ("figures", "angka"),
    "left_out_agreement": ("an agreement", "kesepakatan"),
    "untold_head": (
        "Not told by {name}, told by {other} in the same articles:",
        "Tidak disebut {name}, disebut {other} dalam artikel yang sama:",
    ),
    "untold_more": ("… and {count} more (--json lists them)", "… dan {count} lagi (lihat --json)"),
}
