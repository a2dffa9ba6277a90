"""The places that a wording of a pack may have."""

import re

PLACE = re.compile(r"\{([^{}]*)\}")
OF_THE_ITEM = ("title", "unit", "actual", "required", "gap", "wanted", "unknowns")
OF_A_SHARE = ("of", "among", "against", "unsure")
