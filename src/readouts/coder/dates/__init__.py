"""When: date expressions, datelines and known occasions, as the smallest known bounds."""
