"""Finds the texts of the sources as they are looked up at run time.

lupdate files a text under the class or namespace it stands in. Models that have no class to translate with use a small
function of their own instead, which names its context itself; here its calls are spelt out before lupdate reads them.
"""
import pathlib
import re
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
LUPDATE = shutil.which("lupdate") or "/usr/lib/qt6/bin/lupdate"
HELPER = re.compile(
    r"QString (\w+)\((const char\* \w+[^)]*)\)\s*\{\s*return QCoreApplication::translate\(\"([^\"]+)\", \w+")
LITERALS = r"((?:\"(?:[^\"\\]|\\.)*\"\s*)+)"
SHARED = {"models/tables/words.h": ("Words::tr", "mesoscope::tables"),
          "models/cluster/action_text.h": ("ActionText::tr", "ActionText")}


def spelt_out(text):
    """The calls of helpers are renamed, and what they translate is listed at the end under its own context."""
    calls = {name: context for name, _, context in HELPER.findall(text)}
    calls.update({name: context for header, (name, context) in SHARED.items() if f'"{header}"' in text or context == "ActionText"})
    listed = []
    for name, context in calls.items():
        call = re.compile(r"(?<![\w:.>])" + re.escape(name) + r"\(\s*" + LITERALS)

        def note(match):
            macro = "QT_TRANSLATE_N_NOOP" if re.search("%L?n", match.group(1)) else "QT_TRANSLATE_NOOP"
            listed.append(f'{macro}("{context}", {match.group(1).strip()});')
            return f"listed({match.group(1)}"

        text = call.sub(note, text)
    return "\n".join([text, *listed, ""])


def sources():
    for folder in ("widgets", "models", "app"):
        for path in sorted((ROOT / folder).rglob("*")):
            relative = path.relative_to(ROOT)
            if path.suffix in (".cpp", ".h") and "demo" not in relative.parts:
                yield relative


def update(target, language, plurals_only=False):
    """Runs lupdate over all sources into the catalogue; what is there already is kept."""
    with tempfile.TemporaryDirectory() as folder:
        copies = []
        for relative in sources():
            copy = pathlib.Path(folder) / relative
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(spelt_out((ROOT / relative).read_text(encoding="utf-8")), encoding="utf-8")
            copies.append(str(relative))
        command = [LUPDATE, "-I", ".", "-silent", "-no-obsolete", "-locations", "none", "-source-language", "en",
                   "-target-language", language]
        if plurals_only:
            command.append("-pluralonly")
        subprocess.run([*command, *copies, "-ts", str(target)], cwd=folder, check=True, timeout=120,
                       stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
