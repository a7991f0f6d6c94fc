"""`python -m guides`, the same as the command."""

from guides.cli import main

main()
