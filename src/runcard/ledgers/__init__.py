"""The two books every room writes into: what must happen, and what did."""
