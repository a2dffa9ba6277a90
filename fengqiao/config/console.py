"""What a command says to a person."""

import sys

from fengqiao.lib.typography import typeset


def tell(text: str) -> None:
    """Say something; never on stdout, which carries the answer alone."""
    print(typeset(text), file=sys.stderr, flush=True)
