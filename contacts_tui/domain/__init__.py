"""Rules and value objects: no file, no database, no clock of their own."""
