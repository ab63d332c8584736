"""Data that comes with the program: the usual codes in each language, and the book of the sample company."""
