"""Whose security keys are asked for."""

from allauth.mfa.models import Authenticator

from tests.manners.matrix.asked import of_person


def key(user):
    """A security key of the person, which nobody could sign in with."""
    made = Authenticator.objects.create(user=user, type="webauthn", data={"name": "密钥"})
    return {"pk": made.pk}


RECORDS = {"mfa_remove_webauthn": of_person(key)}
