"""Events: found by frames, dated, placed, told apart, joined."""
