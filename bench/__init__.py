"""How good the findings are, measured on labelled text that is not ours to ship.

A development tool: `python -m bench findings` prints one table. Each module holds the
tasks of one kind and gives them as `TASKS`; `core` reads the data and works out intervals.
The data stay where they are, beside the checkout, and a task without its data is skipped.
"""
