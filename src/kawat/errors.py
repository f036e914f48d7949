"""The exception tree. Every message says what to do next; every class has the exit code of the command."""

from __future__ import annotations


class KawatError(Exception):
    """Anything Kawat raises on purpose. ``exit_code`` is what the command line ends with."""

    exit_code = 1


class UsageError(KawatError):
    """The call itself is wrong: an unknown filter value, a missing option."""

    exit_code = 2


class InputError(KawatError):
    """An input can not be read as an article. One bad input never stops the others."""

    exit_code = 3


class NotFoundError(InputError):
    """The path, or the id in the store, does not exist."""


class TooLargeError(InputError):
    """The input is over a size limit."""


class NotTextError(InputError):
    """The bytes are not a page or a text: a PDF, an image, undecodable."""


class EmptyError(InputError):
    """There is no article text in the input."""


class NoNewsError(InputError):
    """The page is no news text: a list, an error page, a wall."""


class NoAddressError(InputError):
    """A line of a list of addresses is none."""


class WorkerError(InputError):
    """Reading the input took too long, or ended the process that read it."""


class FetchError(InputError):
    """A URL could not be fetched: time out, redirects, status, refused address."""


class RefusedAddressError(FetchError):
    """The address is private, link-local or not http(s)."""


class OutputError(KawatError):
    """What was asked for can not be written: a full disk, a folder that is not there or holds something else."""


class StoreError(KawatError):
    """The database can not be opened, is locked, full, or not a Kawat store."""

    exit_code = 4


class TooSlowError(StoreError):
    """The question takes longer than it may."""


class KnowledgeError(KawatError):
    """A data file of Kawat's own is broken: it names file, row and rule."""

    exit_code = 5
