"""Shell text, read by a program that knows the shell's grammar."""
