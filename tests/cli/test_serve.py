"""`matukio serve`: it prints its address and answers there, and refuses to be open to all."""

import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from typer.testing import CliRunner

import matukio
from matukio.cli import app

runner = CliRunner()


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = str(tmp_path / "habari.db")
    matukio.open(path).close()
    return path


def test_it_prints_its_address_and_answers_there(file: str) -> None:
    command = [sys.executable, "-X", "utf8", "-c", "from matukio.cli import main; main()"]
    command += ["serve", "--db", file, "--port", "0", "--lang", "sw"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            address = server.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:")
            with urlopen(address) as answer:
                assert answer.headers["Server"] is None
                assert '<html lang="sw">' in answer.read().decode()
        finally:
            server.terminate()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "habari.example"])
def test_open_to_other_machines_only_with_a_password(file: str, host: str) -> None:
    result = runner.invoke(app, ["serve", "--db", file, "--host", host, "--password", ""])
    assert result.exit_code == 2
    assert "give a --password" in result.stderr


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    result = runner.invoke(app, ["serve", "--db", str(tmp_path / "hakuna.db")])
    assert result.exit_code == 2
    assert "no such store" in result.stderr


def test_without_the_extra_it_says_what_to_install(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = runner.invoke(app, ["serve", "--db", file])
    assert result.exit_code == 2
    assert "pip install 'matukio[web]'" in result.stderr


def test_a_port_that_is_taken(file: str) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = runner.invoke(app, ["serve", "--db", file, "--port", str(taken.getsockname()[1])])
    assert result.exit_code == 2
    assert "choose another --port" in result.stderr
