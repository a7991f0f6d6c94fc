"""Guides: from a seed document to printed discussion guides.

Read the modules in the order in which a guide is made::

    source, problems      places in texts, and what can go wrong
    model                 the values that flow
    readers/              bytes → Document
    findings/             Document → Findings
    library, templating   prompts, plans and words, and how prompts are filled
    lint                  what a question must not be
    pipeline              find, fill, choose: the program on one page
    layout, printing      Guide → HTML → PDF
    project, build, cli   files, jobs and commands
"""

__version__ = "0.1.0"
