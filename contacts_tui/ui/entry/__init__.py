"""What entering text is made of, without a widget: forms, texts, choices."""
