"""`python -m kawat`: the same as the command `kawat`."""

from kawat.cli.main import main

if __name__ == "__main__":
    main()
