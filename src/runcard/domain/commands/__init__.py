"""What a command would do, said before anybody runs it, with its reasons; never an exception."""
