"""Lines of lists: plain SQL on a connection, frozen rows back; neither peewee nor Textual is loaded."""
