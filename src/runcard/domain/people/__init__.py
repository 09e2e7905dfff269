"""Who we are: people, how each is reached, and the team file that names them."""
