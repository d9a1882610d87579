"""The command that shows the store in a browser: `matukio serve --db habari.db`."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from matukio.cli.asking import Lang
from matukio.cli.database import Db, opened
from matukio.cli.messages import complain, refuse, system_language

if TYPE_CHECKING:
    import socket

PORT = 8060


def serve(
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; other machines only reach what is not loopback.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen at; 0 takes a free one.")] = PORT,
    password: Annotated[
        str | None,
        typer.Option(
            envvar="MATUKIO_PASSWORD",
            help="Ask every visitor for it; needed where other machines can reach the page. Others on this machine "
            "see what stands on a command line, so better set the variable.",
            show_envvar=True,
        ),
    ] = None,
    lang: Lang = None,
    database: Db = None,
) -> None:
    """Show the store in a browser, to look, add and correct, and to programs as JSON, CSV and Atom. Ctrl-C ends it."""
    try:
        import uvicorn

        from matukio.web import application
        from matukio.web.safety import is_loopback
    except ImportError as error:
        refuse(f"the page needs {error.name or 'more packages'}: pip install 'matukio[web]'")
    if not password and not is_loopback(host):
        refuse(f"--host {host}: other machines can reach it, so give a --password (or MATUKIO_PASSWORD) too")
    with opened(database) as store:
        app = application(store, (lang or system_language()).value, host=host, password=password or None)
        listener = _listening(host, port)
        named = f"[{host}]" if ":" in host else host
        typer.echo(f"http://{named}:{listener.getsockname()[1]}/")
        complain("Ctrl-C ends it")
        settings = uvicorn.Config(
            app, log_level="warning", access_log=False, lifespan="off", ws="none", server_header=False,
            proxy_headers=False, timeout_graceful_shutdown=3,
        )  # fmt: skip
        with suppress(KeyboardInterrupt):
            uvicorn.Server(settings).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens there, so that the address is printed only when it answers."""
    import socket

    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        refuse(f"{host}, port {port}: cannot listen there ({error.strerror or error}); choose another --port or --host")
