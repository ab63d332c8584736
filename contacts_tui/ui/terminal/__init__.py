"""What lies between the program and the terminal: what goes out, what comes in, and how it ends."""
