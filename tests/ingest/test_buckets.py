"""Files in a bucket: of this program's memory, and of a server that speaks as S3 does."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from matukio.errors import SourceError
from matukio.ingest import Article, read_sources

TEXT = "Rais wa Kenya alizuru mji wa Kampala nchini Uganda siku ya Jumatatu na kukutana na waziri mkuu."
LINES = "".join(json.dumps({"text": f"{TEXT} Habari namba {number}."}) + "\n" for number in range(3)).encode()
FILES = {
    "2024/juni.jsonl": LINES,
    "2024/mei.jsonl.gz": gzip.compress(LINES),
    "2024/picha.png": b"\x89PNG",
    "2023/ziara.txt": TEXT.encode(),
}


@pytest.fixture
def memory() -> Iterator[str]:
    """The files above in this program's memory."""
    system = fsspec.filesystem("memory")
    for name, data in FILES.items():
        system.pipe(f"/habari/{name}", data)
    yield "memory://habari"
    system.rm("/habari", recursive=True)


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    """The same in a server of this program's own that answers as S3 does."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {
            "AWS_ACCESS_KEY_ID": "mfano", "AWS_SECRET_ACCESS_KEY": "mfano", "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_ENDPOINT_URL": f"http://{host}:{port}", "AWS_CONFIG_FILE": "/hayupo",
            "AWS_EC2_METADATA_DISABLED": "true", "NO_PROXY": "*",
        }.items():  # fmt: skip
            patch.setenv(name, value)
        system = fsspec.filesystem("s3")
        system.mkdir("habari")
        for name, data in FILES.items():
            system.pipe(f"habari/{name}", data)
        yield "s3://habari"
    server.stop()


@pytest.fixture(params=["memory", "s3"])
def bucket(request: pytest.FixtureRequest) -> str:
    """The address of the files above."""
    found: str = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize(
    "name, count", [("2023/ziara.txt", 1), ("2024/juni.jsonl", 3), ("2024", 6), ("2024/*.gz", 3), ("*/*.[jt]*", 7)]
)
def test_a_file_a_folder_and_a_pattern(memory: str, name: str, count: int) -> None:
    found = list(read_sources(f"{memory}/{name}"))
    assert [type(article) for article in found] == [Article] * count
    assert all(article.source.startswith("memory://") for article in found if isinstance(article, Article))


def test_as_on_a_disk(bucket: str, tmp_path: Path) -> None:
    for name, data in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    here = [article.text for article in read_sources(tmp_path) if isinstance(article, Article)]
    there = [article.text for article in read_sources(bucket) if isinstance(article, Article)]
    assert len(here) == 7
    assert there == here


def test_what_is_not_there_is_one_error(bucket: str) -> None:
    for name in ("hayupo.txt", "2025/*.jsonl", "2025/"):
        (error,) = read_sources(f"{bucket}/{name}")
        assert isinstance(error, SourceError)
        assert str(error) == f"{bucket}/{name}: no such file, or no articles under it"


def test_a_pattern_on_the_disk(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c[1].txt", "d.md"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert len(list(read_sources(str(tmp_path / "[ab].*")))) == 2
    assert len(list(read_sources(str(tmp_path / "c[1].txt")))) == 1
    (error,) = read_sources(str(tmp_path / "*.pdf"))
    assert str(error).endswith("no file has such a name; check the pattern")
