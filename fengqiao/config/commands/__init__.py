"""The commands of `script/fengqiao`, one module each: HELP, DJANGO, add_arguments(parser),
run(args).

`run` gives the status: 0 done (also with warnings), 2 input refused, 1 anything else. The answer
goes to stdout and nothing else does. A module imports what is slow inside `run`. `import_` is
called `import`.
"""
