"""The set-up: the names of its lists, and the steps that its lines take."""
