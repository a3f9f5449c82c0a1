"""What changed between two states of the contract, and whom it breaks.

`python -m generator diff OLD NEW` compares two documents twice: as they stand (`contract`, `operations`, `schemas`,
`service`) and as the Python that they become (`surface`, `python`). The first walk knows directions, which a type
checker does not; the second sees what the package really offers, so that an innocent looking document cannot hide a
renamed keyword.

Tools that compare OpenAPI documents exist (oasdiff, Redocly), but none comes from the Python index, none knows the
`x-` facts of this contract, and each judges the wire alone. The walk here needs nothing but the two documents.
"""
