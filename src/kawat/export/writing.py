"""Writing an export so that it is there whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kawat.errors import OutputError
from kawat.export.formats import Format
from kawat.export.material import Material


def write_to(made_as: Format, material: Material, out: Path) -> tuple[Path, ...]:
    """Write the material to ``out``; gives the files that are there then.

    It is written beside ``out`` and moved there when it is complete, in place of an earlier export. Raises
    `OutputError` where that can not be done, and for a folder that holds anything but an earlier export.
    """
    target = out.absolute()
    _check(made_as, target, out)
    with _as_output_error(out), tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as beside:
        made = Path(beside) / "made"
        if made_as.several:
            made.mkdir()
        made_as.write(material, made)
        _move(made, target, Path(beside) / "before")
    return tuple(sorted(out.iterdir())) if made_as.several else (out,)


def _check(made_as: Format, target: Path, out: Path) -> None:
    if not target.parent.is_dir():
        raise OutputError(f"the folder {out.parent} does not exist; make it, then run this again")
    if made_as.several and target.exists() and not target.is_dir():
        raise OutputError(
            f"{out} is a file, and the format {made_as.name} writes a folder; name a folder with --out"
        )
    if not made_as.several and target.is_dir():
        raise OutputError(
            f"{out} is a folder, and the format {made_as.name} writes one file; name a file with --out"
        )
    foreign = sorted({one.name for one in target.iterdir()} - {*made_as.files}) if target.is_dir() else ()
    if foreign:
        raise OutputError(f"{out} has other things in it ({foreign[0]}); name a new folder, or one of this format")


def _move(made: Path, target: Path, before: Path) -> None:
    """Put what is made in its place; an earlier export goes."""
    made.chmod(_usual(0o777 if made.is_dir() else 0o666))
    if not target.is_dir():
        made.replace(target)
        return
    target.rename(before)
    try:
        made.rename(target)
    except OSError:
        before.rename(target)
        raise
    shutil.rmtree(before)


def _usual(mode: int) -> int:
    """The mode that the user's new files have; those of a temporary folder are for nobody else."""
    mask = os.umask(0)
    os.umask(mask)
    return mode & ~mask


@contextmanager
def _as_output_error(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise OutputError(
            f"{out} could not be written ({why}); nothing is left of it, mend that and try again"
        ) from error
