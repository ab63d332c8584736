"""The command line, and the only place that wires settings, store, services and screens."""
