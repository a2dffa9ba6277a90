"""Numbers that tell who somebody is, known by their look alone."""

import re

NUMBER = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|1[3-9]\d{9})(?!\d)")  # of a resident, of a mobile
