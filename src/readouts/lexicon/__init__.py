"""What the coder knows of words: tables that people extend, and their readers."""
