"""`python -m runcard` is the command line."""

from runcard.interfaces.cli.main import main

if __name__ == "__main__":
    main()
