"""Answering what is asked of the store: within this process, or in another one that does nothing else."""

from __future__ import annotations

import gc
import pickle
import signal
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from kawat.knowledge import load_knowledge
from kawat.ontology import load_ontology
from kawat.serve.answers import Answer
from kawat.serve.operations import Asked
from kawat.store import Store, open_store

READY = "ready"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the operation by its path, and the request."""

    path: str
    asked: Asked


def answered(store: Store, question: Question) -> Answer:
    """The answer, of one moment of the store. Raises what the operation does, and `TooSlowError`."""
    from kawat.serve.routes.table import READING

    asked = question.asked
    asked.deadline.check()
    with store.snapshot(), store.ending(asked.deadline):
        return READING[question.path].do(store, asked)


def warm() -> None:
    """Read what answers are made with, so that the first question need not wait for it."""
    from kawat.serve.routes import table  # noqa: F401

    load_knowledge()
    load_ontology()


def read_on(path: str, line: Connection) -> None:
    """Answer the questions that come in on ``line`` over the store at ``path``, until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then closes the line
    warm()
    store: Store | None = None
    gc.freeze()  # what is loaded stays: no answer waits until all of it was looked through
    try:
        line.send(READY)
        while (question := line.recv()) is not None:
            try:
                store = store or open_store(path, read_only=True)
                told: Any = answered(store, question)
            except Exception as error:
                told = _carried(error)
            line.send(told)
    except (EOFError, OSError):
        return  # the server is gone
    finally:
        if store is not None:
            store.close()


def _carried(error: Exception) -> Exception:
    """The error as it can be told to another process, with where it arose."""
    error.add_note("".join(traceback.format_exception(error)))
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
