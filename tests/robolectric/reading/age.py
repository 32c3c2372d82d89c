"""Reading age of a screen: a JSON list of its texts in, JSON of its grade and its hardest sentence out.

The measure is Flesch-Kincaid, as textstat counts it: years of school by the length of sentences and words. It was
made for short instructions, needs no list of known words, and is the most usual one, so others can check it.
"""

import json
import sys

from textstat import textstat


def sentence(text):
    """A button or headline is a sentence without a full stop."""
    text = " ".join(text.split())
    return text if text[-1:] in ".?!" else text + "."


sentences = [sentence(text) for text in json.load(sys.stdin) if any(sign.isalpha() for sign in text)]
grade, hardest = max((textstat.flesch_kincaid_grade(one), one) for one in sentences)
whole = textstat.flesch_kincaid_grade(" ".join(sentences))
json.dump({"grade": round(whole, 1), "hardest": f"{grade:.1f} {hardest}"}, sys.stdout)
