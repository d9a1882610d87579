"""From the record to what people and programs read: the terminal, a web page, an explanation.

    «Rais wa Ghana atazuru Peru kesho.» → a row: 2024-06-19 · Rais wa Ghana (GHA·GOV) · visit «atazuru» · Peru

Nothing here reads Swahili; every module takes the finished record.
"""
