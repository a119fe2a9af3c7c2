#!/usr/bin/env python3
"""Calls and words that must not stand in the sources, each with its reason."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
RULES = [
    (r"\bQEventLoop\b", ("models", "widgets", "app"), "nested event loops re-enter code that is not ready for it"),
    (r"\bprocessEvents\s*\(", ("models", "widgets", "app"), "processEvents() re-enters code that is not ready for it"),
    (r"(?<!query)\.exec\s*\(\s*\)", ("models", "widgets"), "a modal exec() is a nested event loop; use open()"),
    (r"\bwaitFor(Finished|ReadyRead|BytesWritten|Connected|Disconnected)\s*\(", ("models", "widgets", "app"), "waiting blocks the thread"),
    (r"\b(QThread|std::this_thread)::(msleep|sleep|usleep|sleep_for|sleep_until)\b", ("models", "widgets"), "sleeping blocks the thread"),
    (r"\binstance\s*\(\s*\)", ("models", "widgets"), "no singletons: hand objects over by reference"),
    (r"\b(SIGNAL|SLOT)\s*\(", ("models", "widgets", "app"), "string connects are checked at run time only"),
    (r"\bqApp\b", ("models",), "models do not know an application"),
    (r"QDateTime::currentMSecsSinceEpoch|QDateTime::currentDateTime", ("models",), "time is injected through base::Clock"),
    (r"\bsetUseOpenGL\b", ("widgets",), "crashes on the offscreen platform"),
    (r"\b(TODO|FIXME|XXX)\b", ("models", "widgets", "app", "tests"), "do it, or leave it out"),
    (r"\bQSortFilterProxyModel\b", ("models", "widgets"), "row orders are made off the GUI thread"),
]
ALLOWED = {
    ("models/base/clock.cpp", "QDateTime::currentMSecsSinceEpoch|QDateTime::currentDateTime"),
}


def main():
    found = 0
    for layer in ("models", "widgets", "app", "tests"):
        for path in sorted((ROOT / layer).rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            name = str(path.relative_to(ROOT))
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                code = line.split("//")[0]
                for pattern, layers, reason in RULES:
                    text = line if "TODO" in pattern else code
                    if layer in layers and (name, pattern) not in ALLOWED and re.search(pattern, text):
                        print(f"{name}:{number}: {line.strip()} ({reason})")
                        found += 1
    print(f"{found} forbidden calls")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
