"""Numbered steps from one shape of a book to the next, run by `playhouse.migrations`."""
