"""`python -m guides`, and the command."""

import gc

# New objects before garbage is looked for; loading makes twice as many, and none of it is.
_NEW = 50_000


def start() -> None:
    """Load the command and run it; what is loaded is no garbage, and is not looked through."""
    gc.disable()
    from guides.cli import main

    gc.freeze()
    gc.set_threshold(_NEW)
    gc.enable()
    main()


if __name__ == "__main__":
    start()
