"""The book on disk. Records (cards, set-up, writes) are peewee; lists (search, windows) are plain SQL."""
