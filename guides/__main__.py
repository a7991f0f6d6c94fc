"""`python -m guides`, and the command."""

import gc


def start() -> None:
    """Load the command and run it; what is loaded is no garbage, and is not looked through."""
    gc.disable()
    from guides.cli import main

    gc.freeze()
    gc.enable()
    main()


if __name__ == "__main__":
    start()
