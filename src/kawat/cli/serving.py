"""`kawat serve`: the store over HTTP, with the explorer."""

from __future__ import annotations

import getpass
import secrets
import sys
import threading
import webbrowser
from typing import Annotated

import typer

from kawat.cli import options as opt
from kawat.cli.face import Face, err, out
from kawat.errors import UsageError

LEAST_TOKEN = 8

Host = Annotated[
    str, typer.Option("--host", metavar="ADDRESS", help="Where to listen; 0.0.0.0 lets other machines in.")
]
Port = Annotated[
    int, typer.Option("--port", min=0, max=65_535, metavar="N", help="The port; 0 takes any that is free.")
]
Open = Annotated[bool, typer.Option("--open", help="Open the explorer in the browser.")]
Token = Annotated[
    str | None,
    typer.Option(
        "--token",
        envvar="KAWAT_TOKEN",
        metavar="TEXT",
        help="What a client has to know; else one is made where one is needed.",
    ),
]
Edit = Annotated[bool, typer.Option("--edit", help="Let editors judge: accept, reject, correct, link, unlink.")]
By = Annotated[
    str | None,
    typer.Option(
        "--editor", envvar="KAWAT_EDITOR", metavar="NAME", help="Who judges where a judgement names nobody."
    ),
]


def serve(
    db: opt.Db = "kawat.db",
    host: Host = "127.0.0.1",
    port: Port = 8080,
    open_browser: Open = False,
    token: Token = None,
    edit: Edit = False,
    editor: By = None,
    lang: opt.Lang = "en",
) -> None:
    """Serve the store: the explorer for people, an API for programs.

    Only this machine can reach it unless --host says otherwise. Reading needs no token here; with --edit, or where
    other machines can reach it, the address that is printed has one. It goes on while `kawat add` and `kawat watch`
    write. Ctrl-C ends it.

    \b
    Examples:
      kawat serve --open
      kawat serve --edit --editor siti --port 8090
      kawat serve --host 0.0.0.0
    """
    from kawat import __version__
    from kawat.serve.app import Api
    from kawat.serve.operations import Setting
    from kawat.serve.running import address_of, listen, needs_token, processes, run
    from kawat.serve.security import door_for
    from kawat.serve.static import load_explorer
    from kawat.store import open_store

    face = Face(lang)
    with open_store(db, read_only=not edit):
        pass  # what is wrong with the store is said here, once
    token = _token(token, needs_token(host, edit))
    bound = listen(host, port)
    address = address_of(bound, host, token)
    setting = Setting(__version__, edit, (editor or "").strip(), _login().strip() if editor is None else "")
    out(face.say("serving", db=db, url=address.url))
    if token is not None:
        out(face.say("serving_token"))
    if not load_explorer().built:
        err(face.say("no_explorer"))
    sys.stdout.flush()  # whoever started this in a pipe waits for the address
    if open_browser:
        threading.Thread(target=webbrowser.open, args=(address.url,), daemon=True).start()
    run(Api(db, setting, door_for(host, token), err, processes=processes()), bound)
    out(face.say("served"))


def _token(given: str | None, needed: bool) -> str | None:
    if given is None:
        return secrets.token_urlsafe(24) if needed else None
    if len(given) < LEAST_TOKEN or not given.isascii() or not given.replace("-", "").replace("_", "").isalnum():
        raise UsageError(f"a token has {LEAST_TOKEN} or more letters, digits, - and _; give such a one, or none")
    return given


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name
        return ""
