"""What can go wrong for a user, as one tree: catch `MatukioError` and you have caught them all.

Each message is one line that says what was wrong, where, and what to do; the command line prints it and exits 2.
"""


class MatukioError(Exception):
    """Root of every error that Matukio raises on purpose."""


class SourceError(MatukioError):
    """A file, page or address could not be turned into an article."""


class LanguageError(SourceError):
    """The article is not Swahili; `language` is the ISO 639-1 code of what it looks like, or None."""

    def __init__(self, message: str, language: str | None = None) -> None:
        super().__init__(message)
        self.language = language


class TableError(MatukioError):
    """A row of a data table is malformed; the message names file and line."""


class StoreError(MatukioError):
    """The store cannot be opened, or lacks what was asked for."""


class QuestionError(MatukioError):
    """A question to the store asks for what no record can have."""


class WatchError(MatukioError):
    """A watch file says what cannot be done."""
