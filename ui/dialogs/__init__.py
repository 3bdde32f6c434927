"""The few boxes: printing, and what to say when the program is at fault."""
