#!/usr/bin/env python3
"""Reads every #include and reports what the architecture forbids: arrows back, widgets in models, JSON in widgets."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

# What each room of models/ may include of the other rooms.
BASE = {"base"}
NET = BASE | {"net"}
SOURCES = NET
VALUES = NET | {"master", "scheduler", "gateway", "coordination"}
ROOMS = {
    "base": BASE,
    "net": NET,
    "master": SOURCES | {"master"},
    "scheduler": SOURCES | {"scheduler", "appspec", "master"},
    "gateway": SOURCES | {"gateway"},
    "coordination": SOURCES | {"coordination"},
    "cluster": VALUES | {"cluster", "appspec", "text"},
    "appspec": VALUES | {"cluster", "appspec", "text"},
    "slo": VALUES | {"cluster", "slo", "text"},
    "incident": VALUES | {"cluster", "incident", "text"},
    "history": VALUES | {"cluster", "history", "text", "appspec"},
    "settings": VALUES | {"cluster", "settings", "text"},
    "text": VALUES | {"cluster", "text"},
    "tables": VALUES | {"cluster", "tables", "text", "appspec"},
}
# Headers of Qt that a layer must not see.
GUI_QT = re.compile(r"^(QtGui|QtWidgets|QtCharts|QtSvg|Qsci|QWidget|QPainter|QColor|QPixmap|QImage|QIcon|QFont|QBrush|QPen)\b")
WIRE_QT = re.compile(r"^(QtNetwork/|QtSql/|QNetwork|QTcp|QJson|QUrl$|QSsl|QSql|simdjson|nlohmann)")
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)
# The JSON text of an app document is what the editor edits; it is a text there, never a parsed tree.
PAGES = {"map", "apps", "editor", "deployments", "tasks", "agents", "gateway", "slo", "incident", "connect"}
SHARED_BY_PAGES = {"apps/action", "apps/actions"}


def complaints(path, text):
    parts = path.relative_to(ROOT).parts
    layer = parts[0]
    for included in INCLUDE.findall(text):
        target = included.split("/")
        if layer == "models":
            if GUI_QT.match(included):
                yield f"models must not see {included}"
            if target[0] in ("widgets", "app"):
                yield f"models must not include {included}"
            if target[0] == "models" and len(target) > 2 and len(parts) > 2:
                allowed = ROOMS.get(parts[1])
                if allowed is None:
                    yield f"models/{parts[1]} is no room of the architecture"
                elif target[1] not in allowed:
                    yield f"models/{parts[1]} must not include {included}"
        elif layer == "widgets":
            if WIRE_QT.match(included):
                yield f"widgets must not see {included}"
            if target[0] == "app":
                yield f"widgets must not include {included}"
            if target[0] == "widgets" and parts[1] in PAGES and len(target) > 2:
                if target[1] in PAGES and target[1] != parts[1]:
                    yield f"page {parts[1]} must not include page {target[1]} ({included})"
        elif layer == "app" and len(parts) > 2 and parts[1] == "demo":
            if included.startswith(("models/", "widgets/")) or re.match(r"^Q[A-Zt]", included):
                yield f"the demo cluster must not see {included}"
            if target[0] == "app" and target[1] != "demo":
                yield f"the demo cluster must not include {included}"


def main():
    found = 0
    for layer in ("models", "widgets", "app"):
        for path in sorted((ROOT / layer).rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            for complaint in complaints(path, path.read_text(encoding="utf-8")):
                print(f"{path.relative_to(ROOT)}: {complaint}")
                found += 1
    print(f"{found} forbidden includes")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
