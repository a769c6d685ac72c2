"""The demonstration web: small sites, honest and not, served by one loopback server.

`tests.web.cases` holds the sites by family with what each case must end in, `server` answers for all
of them, `report` writes the backlink report their victim would download, `shop` is that victim: an
invented perfumery whose pictures are linked from everywhere. Names under `.test` never resolve
(RFC 6761) and carry the country in the last part of the label, so that each is a registrable domain
of its own; the hosts below `blogspot.com` and `netlify.app` stand for free hosting and are, like all
others, only ever answered by the loopback server.
"""
