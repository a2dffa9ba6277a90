"""What is typed of bodies and mediators."""
