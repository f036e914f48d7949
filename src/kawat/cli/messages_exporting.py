"""What the command about exports says, in English and Indonesian; for what a format is, in Indonesian."""

from __future__ import annotations

EXPORTING: dict[str, tuple[str, str]] = {
    "format": ("Format", "Format"),
    "writes": ("Writes", "Menulis"),
    "for_what": ("For what", "Untuk apa"),
    "a_file": ("a file ({suffix})", "sebuah berkas ({suffix})"),
    "a_folder": ("a folder", "sebuah folder"),
    "exported": ("exported {count} events to {out} ({files})", "{count} peristiwa diekspor ke {out} ({files})"),
    "reading_events": ("events", "peristiwa"),
    "reading_claims": ("claims", "pernyataan"),
    "reading_articles": ("articles", "artikel"),
    "export_stopped": ("stopped; nothing was written", "dihentikan; tidak ada yang ditulis"),
}

FORMATS_ID = {
    "csv": "tabel untuk lembar kerja dan R, beserta kamusnya",
    "parquet": "tabel untuk pandas, DuckDB dan R",
    "jsonl": "semuanya sebagai baris JSON, seperti cetakan perintah",
    "polecat": "peristiwa dalam kolom-kolom POLECAT",
    "geojson": "peristiwa di peta: QGIS, Leaflet, geojson.io",
    "gexf": "siapa berbuat apa kepada siapa sebagai graf, untuk Gephi",
    "graphml": "graf yang sama untuk networkx, igraph, yEd",
    "ninjs": "apa yang direncanakan, sebagai agenda berita (IPTC ninjs)",
    "ftm": "entitas FollowTheMoney, untuk Aleph",
    "plover": "peristiwa sebagai catatan JSON PLOVER",
    "gdelt": "peristiwa dan penyebutannya dalam kolom-kolom GDELT 2.0",
    "ics": "apa yang direncanakan, untuk program kalender",
    "webanno": "setiap nilai pada kata-katanya, sebagai Web Annotation",
}
"""The same as `Format.says`, by name."""
