"""The file of a case (卷宗): what belongs in it by its catalogue (卷内目录), what lies in it, what is still
missing, and all of it as one PDF. Read `catalogue.py` first."""
