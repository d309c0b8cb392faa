"""Refusals: what kehoach cannot do, said in one Vietnamese sentence."""


class RefusalError(Exception):
    """The request cannot be met; the text says what, where and what to do (exit code 2)."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
