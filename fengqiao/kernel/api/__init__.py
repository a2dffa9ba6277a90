"""The door for programs: `/api/v1`, with personal tokens, under the rights of their owners."""
