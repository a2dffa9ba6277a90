"""What people open first."""
