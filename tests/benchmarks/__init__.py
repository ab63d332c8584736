"""How quick the program is: one command, `python -m tests.benchmarks`, prints a table of goals."""
