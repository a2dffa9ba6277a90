"""Two signs of a text that stand beside each other: by them a part of a Chinese text is found, for
it has no spaces that would say where a word begins."""

LENGTH = 2


def pairs(text: str) -> list[str]:
    """周海涛 as 周海, 海涛; each once, in their order. A single sign has none."""
    found = (text[at : at + LENGTH] for at in range(len(text) - LENGTH + 1))
    return list(dict.fromkeys(found))
