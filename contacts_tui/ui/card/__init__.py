"""What a card is made of: its fields, its sections, what its codes may be."""
