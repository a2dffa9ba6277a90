"""The first letters of a name, by which people look it up: 许晓燕 as XXY; and the whole in letters."""

# Read otherwise as a surname than as a word; two readings where both are in use.
SURNAMES = {
    "单": ("shan",),
    "仇": ("qiu",),
    "曾": ("zeng",),
    "解": ("xie",),
    "区": ("ou",),
    "朴": ("piao",),
    "查": ("zha",),
    "盖": ("ge", "gai"),
    "翟": ("zhai",),
    "乐": ("yue", "le"),
    "缪": ("miao",),
    "种": ("chong",),
    "员": ("yun",),
    "繁": ("po",),
    "洗": ("xian",),
    "覃": ("qin", "tan"),
    "折": ("she",),
    "召": ("shao",),
    "秘": ("bi",),
    "重": ("chong",),
    "黑": ("he",),
    "祭": ("zhai",),
    "句": ("gou",),
    "谌": ("chen", "shen"),
    "么": ("yao",),
    "乜": ("nie",),
    "薄": ("bo",),
    "隗": ("wei", "kui"),
    "晟": ("cheng", "sheng"),
    "行": ("xing", "hang"),
}


def initials(name: str) -> tuple[str, ...]:
    """The letters of a name in capitals, one text for each way to read its surname; signs between
    the parts of a name are passed over, letters of another script are kept."""
    plain = "".join(sign for sign in name if sign.isalnum())
    if not plain:
        return ()
    letters = _letters(plain)
    firsts = [reading[0].upper() for reading in SURNAMES.get(plain[0], ())] or [letters[0]]
    return tuple(first + letters[1:] for first in dict.fromkeys(firsts))


def spelled(name: str) -> str:
    """The whole name in small letters, by the first way to read its surname: xuxiaoyan."""
    from pypinyin import lazy_pinyin

    plain = "".join(sign for sign in name if sign.isalnum())
    if not plain:
        return ""
    first = SURNAMES.get(plain[0], ())[:1] or lazy_pinyin(plain)[:1]
    return "".join([*first, *lazy_pinyin(plain)[1:]]).lower()


def _letters(text: str) -> str:
    from pypinyin import Style, pinyin

    # A sign that pypinyin does not know stands for itself.
    return "".join(piece[0] for piece in pinyin(text, style=Style.FIRST_LETTER)).upper()
