"""Takes a roster into the register: what is there is compared by key, and what differs holds from
the day of the roster on (`formats` of the roster: "Taken into the database").

`known` loads what is stored, `wanted` says what the sheets want, `plan` finds the steps between,
`changes` tells them to a reader, `applying` writes them, `roster` is the door.
"""
