"""A column as it stands in the database, for rotation: neither decrypted nor asked by code."""

from django.db.models import ExpressionWrapper, F, TextField, Value


def bare(name: str) -> ExpressionWrapper:
    """The text in the column."""
    return ExpressionWrapper(F(name), output_field=TextField())


def as_it_is(text: str | None) -> Value:
    """A text to be written into such a column without encrypting it once more."""
    return Value(text, output_field=TextField())
