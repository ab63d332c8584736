"""Files in and out: one format, one file. Every import goes through the services, so that their rules hold."""
