"""How a document of somebody else becomes our contract.

`overlay` applies an OpenAPI Overlay document: operationIds, names and `x-` facts, each with its reason, kept apart in
`generator/openapi.overlay.yaml`. `facts` takes those out of a document again. `merge` carries what changed between two
states of an upstream document into ours, and `edit` writes that into the text of ours, comments and layout kept.
"""
