"""What the law asks of whoever keeps personal data: destroying in time, weighing risks, telling of leaks."""
