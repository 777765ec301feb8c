"""Making, writing and checking releases."""
