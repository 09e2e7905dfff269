"""What monitoring systems post to us, parsed into signals."""
