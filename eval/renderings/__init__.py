"""Renderings of the field's taxonomy (126 cases, A01 to E36), each in several independent editions.

The labels say what an honest reading of the described page must end in. They and the pages were written from
the descriptions alone, before any signal was run on them. The last edition of every case is held out: nobody
looks at it to mend a signal.
"""
