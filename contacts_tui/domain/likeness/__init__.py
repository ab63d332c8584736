"""Which contacts may be the same one entered twice: a score over all fields, explained field by field.

A pair's score is a sum of terms. A value that agrees counts as many bits as it is rare in the book, one that differs
counts against the pair, and a blank counts nothing. From 0 on the two are probably the same.
"""
