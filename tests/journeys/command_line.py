#!/usr/bin/env python3
"""The main job through the command line: a demo cluster, status, deploy, scale, kill, roll back, destroy, and the exit
codes of what can go wrong. Usage: command_line.py PROGRAM"""

import json
import os
import subprocess
import sys
import tempfile
import time

PROGRAM = sys.argv[1]
APP = "/journey/cli"
failures = 0


def check(name, condition, detail=""):
    global failures
    print(("ok    " if condition else "FAIL  ") + name + ("" if condition else f"  {detail}"))
    failures += 0 if condition else 1


def run(*arguments, stdin=None):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=90, input=stdin)
    return done.returncode, done.stdout, done.stderr


def main():
    demo = subprocess.Popen([PROGRAM, "demo-cluster", "--agents", "20", "--apps", "8", "--tasks", "80"],
                            stdout=subprocess.PIPE, text=True)
    try:
        where = json.loads(demo.stdout.readline())
        check("demo-cluster names its endpoints", set(where) == {"master", "scheduler", "gateway", "metrics"}, where)
        at = ["--master", where["master"], "--scheduler", "marathon=" + where["scheduler"],
              "--gateway", "fabio=" + where["gateway"]]
        journey(at)
        logs(at)
    finally:
        demo.terminate()
        check("demo-cluster ends when interrupted", demo.wait(timeout=30) == 0)
    swan()
    wrong_use()
    print(f"{failures} failed")
    return 1 if failures else 0


def tasks(at):
    code, out, _ = run(*at, "list", "tasks", "--filter", "app:" + APP, "--json")
    return json.loads(out) if code == 0 else []


def wait_for(what, seconds=30):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.3)
    return False


def journey(at):
    code, out, err = run(*at, "status", "--json")
    status = json.loads(out)
    check("status: exit code", code == 0, err)
    check("status: clusters on one machine are told apart", status["cluster"] == at[1].split("//")[1], out)
    check("status: agents and tasks", status["agents"]["total"] == 20 and status["tasks"]["total"] == 80, out)
    check("status: all sources live", all(s["state"] == "live" for s in status["sources"]) and len(status["sources"]) == 3, out)
    check("status: apps, roles, routes", status["apps"]["total"] == 8 and status["roles"] > 0 and status["routes"] > 0, out)

    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as file:
        json.dump({"id": APP, "cmd": "serve", "cpus": 0.1, "mem": 32, "instances": 2}, file)
    code, out, err = run(*at, "app", "deploy", file.name, "--dry-run", "--json")
    check("deploy --dry-run sends nothing", code == 0 and json.loads(out)["outcome"] == "dry-run" and not tasks(at), out + err)
    code, out, err = run(*at, "app", "deploy", file.name, "--wait", "--json")
    result = json.loads(out or "{}")
    check("deploy --wait", code == 0 and result.get("outcome") == "done" and result.get("deployment"), out + err)
    check("two tasks run", wait_for(lambda: len(tasks(at)) == 2), tasks(at))

    code, out, err = run(*at, "app", "scale", APP, "4", "--wait", "--json")
    check("scale --wait", code == 0 and json.loads(out)["request"]["method"] == "PUT", out + err)
    check("four tasks run", wait_for(lambda: len(tasks(at)) == 4), tasks(at))

    victim = tasks(at)[0]["id"]
    code, out, err = run(*at, "task", "kill", victim, "--json")
    check("task kill", code == 0, out + err)
    check("it is replaced", wait_for(lambda: victim not in [t["id"] for t in tasks(at)] and len(tasks(at)) == 4), tasks(at))

    code, out, err = run(*at, "app", "restart", APP, "--wait", "--json")
    check("restart --wait", code == 0 and json.loads(out)["outcome"] == "done", out + err)
    code, out, err = run(*at, "--read-only", "app", "scale", APP, "9")
    check("read-only refuses", code == 1 and "read-only" in err, out + err)
    code, out, err = run(*at, "app", "scale", "/no/such/app", "3")
    check("unknown app is refused", code == 1 and "/no/such/app" in err, out + err)
    code, out, err = run(*at, "app", "destroy", APP, "--wait", "--json")
    check("destroy --wait", code == 0, out + err)
    check("nothing of it is left", wait_for(lambda: not tasks(at)), tasks(at))

    code, out, err = run(*at, "list", "agents", "--sort", "-tasks", "--limit", "3", "--csv")
    check("list as CSV", code == 0 and len(out.splitlines()) == 4, out + err)
    code, out, err = run(*at, "list", "composes")
    check("compose files of a Marathon: 1 and a sentence", code == 1 and "only Swan" in err and not out, out + err)
    code, out, err = run(*at, "watch", "--for", "1", "--json")
    check("watch prints JSON lines", code == 0 and all(json.loads(line) for line in out.splitlines()), out + err)
    picture = tempfile.mktemp(suffix=".png")
    code, out, err = run(*at, "screenshot", "--page", "map", "--size", "1280x800", "--theme", "light", "--out", picture)
    check("screenshot", code == 0 and os.path.getsize(picture) > 20000, out + err)


def logs(at):
    code, out, _ = run(*at, "list", "tasks", "--filter", "state:running", "--json")
    running = json.loads(out)
    app = max((t["app"] for t in running), key=lambda a: sum(t["app"] == a for t in running))
    mine = [t for t in running if t["app"] == app]
    code, out, err = run(*at, "logs", mine[0]["id"])
    lines = out.splitlines()
    check("logs of a task", code == 0 and len(lines) > 3 and "INFO" in out and lines == sorted(lines), err + out[:300])
    code, out, err = run(*at, "logs", mine[0]["id"], "--grep", "Starting|failed")
    check("logs --grep", code == 0 and all("Starting" in x or "failed" in x for x in out.splitlines()), err + out[:300])
    code, out, err = run(*at, "logs", app, "--file", "stderr")
    hosts = {line.split(" | ")[0] for line in out.splitlines()}
    check("logs of an app: every instance, with its host", code == 0 and len(hosts) == len({t["host"] for t in mine}), err + out[:300])
    times = [line.split(" | ")[1][:23] for line in out.splitlines() if line.split(" | ")[1][:2] == "20"]
    check("logs of an app are merged by time", len(times) > 3 and times == sorted(times))
    code, out, err = run(*at, "logs", app.lstrip("/"), "--json")
    first = json.loads(out.splitlines()[0])
    check("logs --json: one object a line", set(first) == {"at", "task", "host", "level", "line"}, first)
    follow = subprocess.Popen([PROGRAM, *at, "logs", app, "--follow"], stdout=subprocess.PIPE, text=True)
    seen = [follow.stdout.readline() for _ in range(5)]
    follow.terminate()
    follow.communicate(timeout=30)
    check("logs --follow prints and ends when interrupted", follow.returncode == 0 and all(" | " in x for x in seen), seen)
    code, _, err = run(*at, "logs", "nobody")
    check("logs of nobody: 1 and a sentence", code == 1 and "nobody" in err, err)
    code, _, err = run(*at, "logs", mine[0]["id"], "--file", "no-such-file")
    check("logs of a file that is not there: 1 and a sentence", code == 1 and mine[0]["id"] in err, err)
    check("logs --grep without an expression: 2", run(*at, "logs", app, "--grep", "(")[0] == 2)
    check("logs of nothing: 2", run(*at, "logs")[0] == 2)

    agent = json.loads(run(*at, "list", "agents", "--limit", "1", "--json")[1])[0]["id"]
    code, out, err = run(*at, "agent", "deactivate", agent, "--wait", "--json")
    check("agent deactivate", code == 0 and json.loads(out)["outcome"] == "done", out + err)
    code, out, err = run(*at, "agent", "reactivate", agent, "--wait", "--json")
    check("agent reactivate", code == 0 and json.loads(out)["outcome"] == "done", out + err)
    code, out, err = run(*at, "agent", "drain", agent, "--max-grace", "2s", "--dry-run", "--json")
    check("agent drain --dry-run", code == 0 and '"seconds":2' in json.loads(out)["request"]["body"], out + err)
    code, out, err = run(*at, "agent", "drain", agent, "--max-grace", "2s", "--wait", "--json")
    check("agent drain --wait", code == 0 and json.loads(out)["outcome"] == "done", out + err)
    code, out, err = run(*at, "agent", "reactivate", "no-such-agent")
    check("agent that is not there: 1 and a sentence", code == 1 and "no-such-agent" in err, out + err)


COMPOSE = """version: "3"
services:
  front:
    image: img:front
    depends_on: [db]
    environment: ["MODE=${MODE}"]
    resource: {cpus: 0.1, mem: 16}
  db:
    image: img:db
    resource: {cpus: 0.1, mem: 16}
"""


def swan():
    demo = subprocess.Popen([PROGRAM, "demo-cluster", "--scheduler", "swan", "--agents", "10", "--apps", "3", "--tasks", "12"],
                            stdout=subprocess.PIPE, text=True)
    try:
        where = json.loads(demo.stdout.readline())
        at = ["--master", where["master"], "--scheduler", "swan=" + where["scheduler"]]
        code, out, err = run(*at, "list", "composes", "--json")
        check("no compose files yet", code == 0 and json.loads(out) == [], out + err)
        wanted = ["app", "deploy", "-", "stack", "alice", "", "MODE=prod"]
        code, out, err = run(*at, *wanted, "--wait", "--json", stdin=COMPOSE)
        done = json.loads(out or "{}")
        check("compose file --wait", code == 0 and done["outcome"] == "done" and done["deployment"], out + err)
        check("its request", done["request"]["url"].endswith("/v1/compose-ng?name=stack&runas=alice&envs=MODE%3Dprod"), out)
        code, out, err = run(*at, *wanted, stdin=COMPOSE)
        check("a second one of its name: 1 and the server's words", code == 1 and "already exists" in err, out + err)
        code, out, err = run(*at, "app", "deploy", "-", "other", "alice", stdin="services: {a: [}")
        check("a compose file that is not YAML: 1, with its line", code == 1 and "line 1" in out + err, out + err)
        code, out, err = run(*at, "list", "composes", "--filter", "name:stack", "--json")
        rows = json.loads(out or "[]")
        check("list composes", code == 0 and len(rows) == 1 and rows[0]["run_as"] == "alice" and len(rows[0]["apps"]) == 2
              and rows[0]["needs"] == {"db": [], "front": ["db"]}, out + err)
        code, out, err = run(*at, "list", "composes", "--filter", "not name:stack", "--csv")
        check("list composes as CSV", code == 0 and out.splitlines() == ["name,state,run_as,cluster,apps,needs,error,description,id"],
              out + err)
        check("list composes by no column: 2", run(*at, "list", "composes", "--sort", "height")[0] == 2)
        check("list composes by no filter: 2", run(*at, "list", "composes", "--filter", "height:3")[0] == 2)
    finally:
        demo.terminate()
        demo.wait(timeout=30)


def wrong_use():
    code, _, err = run("--master", "http://127.0.0.1:1", "status")
    check("nothing listening: 3 and a sentence", code == 3 and "127.0.0.1:1" in err, err)
    check("unknown command: 2", run("frobnicate")[0] == 2)
    check("unknown option: 2", run("--frobnicate", "status")[0] == 2)
    check("no cluster named: 2", run("status")[0] == 2)
    code, _, err = run("--demo", "app", "deploy", "-", stdin='{"id": "/x", nonsense')
    check("document that is not JSON: 2, with line and column", code == 2 and "line 1" in err, err)
    code, out, _ = run("version", "--json")
    check("version", code == 0 and set(json.loads(out)) == {"version", "qt", "commit"}, out)


sys.exit(main())
