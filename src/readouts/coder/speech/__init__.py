"""Who says what, in ordered sieves."""
