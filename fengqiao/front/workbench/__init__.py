"""What a signed-in person opens first."""
