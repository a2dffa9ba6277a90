"""What a command says to a person."""

import sys

from fengqiao.lib.typography import typeset


def tell(text: str) -> None:
    """Say something; never on stdout, which carries the answer alone."""
    show(typeset(text))


def show(text: str) -> None:
    """The same with a text that is set already, or that quotes a file."""
    print(text, file=sys.stderr, flush=True)
