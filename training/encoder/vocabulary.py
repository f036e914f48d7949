"""Cut the vocabulary: keep the pieces that Indonesian and English news need, rebuild the Unigram table.

`python -m training.encoder.vocabulary BUILD --keep 40000 TEXT...` counts pieces over the texts, keeps the counted
ones and fills up with the likeliest Latin-script ones; writes `cut.json` (tokenizer) and `cut.npz` (embeddings).
"""

from __future__ import annotations

import argparse
import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

LINES_AT_ONCE = 1000


def kept_pieces(
    vocabulary: Sequence[tuple[str, float]], counts: Counter[int], keep: int, special: set[int]
) -> list[int]:
    """Ids to keep, in their old order: special ones, single Latin signs, counted ones, then the likeliest."""
    signs = {i for i, (piece, _) in enumerate(vocabulary) if len(piece.strip("▁")) <= 1 and _is_latin(piece)}
    kept = special | signs
    for index, _ in counts.most_common():
        if len(kept) >= keep:
            break
        kept.add(index)
    by_score = sorted(range(len(vocabulary)), key=lambda index: -vocabulary[index][1])
    for index in by_score:
        if len(kept) >= keep:
            break
        if _is_latin(vocabulary[index][0]):
            kept.add(index)
    return sorted(kept)


def _is_latin(piece: str) -> bool:
    plain = piece.strip("▁")
    return all(ord(sign) < 0x250 or unicodedata.category(sign)[0] in "PSN" for sign in plain)


def count_pieces(tokenizer: Tokenizer, lines: Iterable[str]) -> Counter[int]:
    """How often each piece stands in the texts."""
    counts: Counter[int] = Counter()
    batch: list[str] = []
    for line in lines:
        batch.append(line)
        if len(batch) == LINES_AT_ONCE:
            _count(tokenizer, batch, counts)
            batch = []
    _count(tokenizer, batch, counts)
    return counts


def _count(tokenizer: Tokenizer, batch: Sequence[str], counts: Counter[int]) -> None:
    for encoding in tokenizer.encode_batch(list(batch), add_special_tokens=False):
        counts.update(encoding.ids)


def cut_tokenizer(table: dict[str, Any], kept: Sequence[int]) -> dict[str, Any]:
    """The tokenizer file with only the kept pieces, ids renumbered everywhere."""
    renumbered = {old: new for new, old in enumerate(kept)}
    model = table["model"]
    table = dict(table)
    table["model"] = {
        **model,
        "vocab": [model["vocab"][index] for index in kept],
        "unk_id": renumbered[model["unk_id"]],
    }
    table["added_tokens"] = [
        {**token, "id": renumbered[token["id"]]} for token in table["added_tokens"] if token["id"] in renumbered
    ]
    specials = table["post_processor"].get("special_tokens", {})
    for entry in specials.values():
        entry["ids"] = [renumbered[index] for index in entry["ids"]]
    table["padding"] = table["truncation"] = None
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--keep", type=int, default=40_000)
    options = parser.parse_args()
    build: Path = options.build
    table = json.loads((build / "tokenizer.json").read_text(encoding="utf-8"))
    lines = (line for path in options.texts for line in path.read_text("utf-8", errors="ignore").splitlines())
    counts = count_pieces(Tokenizer.from_file(str(build / "tokenizer.json")), lines)
    special = {token["id"] for token in table["added_tokens"]}
    kept = kept_pieces([tuple(row) for row in table["model"]["vocab"]], counts, options.keep, special)
    (build / "cut.json").write_text(json.dumps(cut_tokenizer(table, kept), ensure_ascii=False), encoding="utf-8")
    words = np.load(build / "base.npz")["emb.word"]
    np.savez(build / "cut.npz", words=words[np.array(kept)], kept=np.array(kept))
    covered = sum(count for index, count in counts.items() if index in set(kept)) / max(1, counts.total())
    sys.stdout.write(f"kept {len(kept)} of {len(words)} pieces; {covered:.4%} of the pieces in the texts\n")


if __name__ == "__main__":
    main()
