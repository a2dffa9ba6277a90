"""The inbox: what happened without one's doing it oneself, told to the person whom it concerns."""
