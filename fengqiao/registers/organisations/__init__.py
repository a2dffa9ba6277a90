"""The register of organisations: offices with class, facts, rooms, equipment and staff, on any
day."""
