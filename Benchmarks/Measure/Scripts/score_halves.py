#!/usr/bin/env python3
"""Score memcon on the gold texts as a whole and by halves, as a table of Markdown.

    score_halves.py --memcon PATH [--gold ../shared/eval]

A document is held back, that is not read while rules are written, if the SHA-256 of its identifier
starts with a byte divisible by three. A gap between the halves means rules fitted to samples. Only
sums are printed, so that the held-back half stays unread.
"""
import argparse
import hashlib
import importlib.util
import pathlib
import tempfile

COLUMNS = ["corpus", "people F1", "roles F1", "pairs P / F1", "meetings P / F1", "status", "kind",
           "date", "place", "not-met", "grounded"]


def is_held_back(identifier):
    return hashlib.sha256(identifier.encode()).digest()[0] % 3 == 0


def row(name, figures):
    def share(key, digits=2):
        value = figures[key]["share"]
        return "-" if value is None else f"{value:.{digits}f}"

    def both(key):
        return f"{figures[key]['p']:.2f} / {figures[key]['f1']:.2f}"

    return [f"`{name[0]}`{name[1]} ({figures['documents']})", f"{figures['people']['f1']:.2f}",
            f"{figures['roles']['f1']:.2f}", both("pairs"), both("meetings"), share("status"),
            share("kind"), share("date"), share("place"), share("not-met", 3), share("grounded")]


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--memcon", required=True)
    arguments.add_argument("--gold", default="../shared/eval")
    options = arguments.parse_args()
    gold = pathlib.Path(options.gold).resolve()
    spec = importlib.util.spec_from_file_location("score", gold / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)

    print("| " + " | ".join(COLUMNS) + " |")
    print("|---" * len(COLUMNS) + "|")
    for corpus in ("news", "travels"):
        texts = sorted((gold / corpus).glob("*.txt"))
        held = [text for text in texts if is_held_back(text.stem)]
        read = [text for text in texts if not is_held_back(text.stem)]
        for part, members in (("", texts), (", read", read), (", held back", held)):
            with tempfile.TemporaryDirectory() as folder:
                for text in members:
                    for path in (text, text.with_suffix(".json")):
                        pathlib.Path(folder, path.name).symlink_to(path)
                figures, _ = score.score_folder(folder, options.memcon)
                print("| " + " | ".join(row((corpus, part), figures)) + " |", flush=True)


if __name__ == "__main__":
    main()
