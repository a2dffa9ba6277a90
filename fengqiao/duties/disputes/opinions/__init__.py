"""What parties say of a mediation that has ended: asked by a code, kept without the case (ADR 46)."""
