"""Guides: from a seed document to printed discussion guides.

Read the modules in the order in which a guide is made::

    source, problems      places in texts, and what can go wrong
    wishes                what is asked for besides the plan: paper, how many, how deep
    model, plain          the values that flow, and the form in which prompts see them
    readers/              bytes → Document; sentences splits it
    findings/             Document → Findings, one module a kind
    schema, templating/   YAML ⇄ model with places; how prompts and pages are filled
    library               prompts, plans, word lists and care texts
    filling, merit        every prompt with every finding it can use, and how good they are
    lint/                 what a question and a set of questions must not be
    choosing, session     the set the plan asks for, and what a session needs besides
    pipeline              find, fill, choose: the program on one page
    drafts, tracing       a guide as a file to edit; why each question was chosen or not
    layout/, printing/    Guide → HTML → PDF
    manifest, making, pool, build: what is made already, one job, processes, all of them
    project, cli          files and commands; report, terminal and checking show things
"""

__version__ = "0.1.0"
