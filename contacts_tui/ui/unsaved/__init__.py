"""What was left unsaved: kept, offered again, gone on with."""
