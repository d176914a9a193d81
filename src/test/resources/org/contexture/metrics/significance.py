"""Writes sacrebleu-2.6.0-significance.json: what sacreBLEU 2.6.0 on NumPy 1.24.2 says of the texts of sacrebleu-2.6.0.json.

    python3 significance.py > sacrebleu-2.6.0-significance.json
"""
import json
import pathlib
import sys

import numpy
import sacrebleu
from sacrebleu.metrics import BLEU, CHRF, TER
from sacrebleu.significance import PairedTest

assert sacrebleu.__version__ == "2.6.0" and numpy.__version__.startswith("1."), (sacrebleu.__version__, numpy.__version__)
METRICS = {
    "bleu": lambda refs: BLEU(references=refs),
    "bleu add-k": lambda refs: BLEU(smooth_method="add-k", smooth_value=2, references=refs),
    "chrf": lambda refs: CHRF(references=refs),
    "chrf++": lambda refs: CHRF(word_order=2, references=refs),
    "chrf eps": lambda refs: CHRF(eps_smoothing=True, references=refs),
    "ter": lambda refs: TER(references=refs),
}
golden = json.loads((pathlib.Path(__file__).parent / "sacrebleu-2.6.0.json").read_text(encoding="utf-8"))
results = []
for case in golden["cases"]:
    systems = [(f"system {i}", system) for i, system in enumerate(case["systems"])]
    for name, metric in METRICS.items():
        score = metric(case["refs"]).corpus_score(systems[0][1], None, n_bootstrap=400)
        entry = {"seed": case["seed"], "metric": name, "mean": score._mean, "ci": score._ci}
        for kind in "bs", "ar":
            test = PairedTest(systems, {"m": metric(case["refs"])}, None, test_type=kind, n_samples=1000)
            signatures, scores = test()
            key = [k for k in scores if k != "System"][0]
            entry[kind] = [vars(result) for result in scores[key]]
            entry[kind + "Signature"] = str(signatures[key])
        results.append(entry)
json.dump({"generator": "sacreBLEU 2.6.0, NumPy 1.24.2, Python 3.11.2, by significance.py", "results": results}, sys.stdout)
