"""The monthly return of mediation."""
