#!/usr/bin/env python3
"""Every text has a Chinese translation and every plural its English forms, with the same place holders.

The catalogues are compared with the sources as lupdate finds them, so a text that never reached them is found as well.
"""
import pathlib
import re
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "translations"))
sys.dont_write_bytecode = True
import extract  # noqa: E402


def messages(path):
    found = {}
    for context in ElementTree.parse(path).getroot().findall("context"):
        for message in context.findall("message"):
            comment = message.findtext("comment") or ""
            found[(context.findtext("name"), message.findtext("source") or "", comment)] = message
    return found


def texts(message):
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return []
    forms = [form.text or "" for form in translation.findall("numerusform")]
    return forms if message.get("numerus") == "yes" else [translation.text or ""]


def holders(text):
    return sorted(set(re.findall(r"%(?:L?n|\d)", text)))


def problems(name, forms, found, wanted):
    for key in sorted(wanted):
        source = key[1]
        message = found.get(key)
        given = texts(message) if message is not None else []
        plural = wanted[key].get("numerus") == "yes"
        if len(given) != (forms if plural else 1) or not all(given):
            yield f"{name}: {key[0]}: not translated: {source!r}"
        elif any(holders(text) != holders(source) for text in given):
            yield f"{name}: {key[0]}: other place holders: {source!r}"


def main():
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / "fresh.ts"
        extract.update(fresh, "zh_CN")
        wanted = messages(fresh)
    plurals = {key: message for key, message in wanted.items() if message.get("numerus") == "yes"}
    found = list(problems("zh_CN", 1, messages(ROOT / "translations/mesoscope_zh_CN.ts"), wanted))
    found += list(problems("en", 2, messages(ROOT / "translations/mesoscope_en.ts"), plurals))
    for line in found:
        print(line)
    if found:
        print(f"{len(found)} texts; run translations/update, then fill in what is unfinished")
    return 1 if found or not wanted else 0


if __name__ == "__main__":
    sys.exit(main())
