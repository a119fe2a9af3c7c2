"""Drives a Marathon through its Python client; prints what failed and "N passed, N failed"."""
import sys
import time

import marathon
from marathon.models import MarathonApp

APP = "/peer-python/web"


class Run:
    def __init__(self, url):
        self.client = marathon.MarathonClient(url, timeout=20)
        self.passed = 0
        self.failed = 0

    def check(self, name, action):
        try:
            result = action()
            if result is False:
                raise AssertionError("the answer is not what was expected")
            self.passed += 1
            return result
        except Exception as error:  # every failure of the client counts the same
            self.failed += 1
            print("FAILED %s: %s" % (name, error))
            return None

    def until(self, condition, seconds=40):
        end = time.time() + seconds
        while time.time() < end:
            if condition():
                return True
            time.sleep(0.3)
        return False

    def settled(self):
        return not self.client.get_app(APP).deployments

    def running(self, count):
        app = self.client.get_app(APP)
        return app.tasks_running == count and not app.deployments


def drive(run):
    client = run.client
    run.check("ping", lambda: b"pong" in client.ping())
    run.check("get_info", lambda: client.get_info().framework_id is not None)
    run.check("get_leader", lambda: ":" in client.get_leader()["leader"])
    run.check("get_metrics", lambda: "gauges" in client.get_metrics())
    app = MarathonApp(cmd="serve --port $PORT0", cpus=0.05, mem=16, instances=2, labels={"peer": "python"})
    run.check("create_app", lambda: client.create_app(APP, app).id == APP)
    run.check("it runs", lambda: run.until(lambda: run.running(2)))
    run.check("list_apps", lambda: APP in [found.id for found in client.list_apps()])
    run.check("list_apps by label", lambda: [found.id for found in client.list_apps(label="peer==python")] == [APP])
    run.check("get_app", lambda: client.get_app(APP, embed_tasks=True).instances == 2)
    run.check("list_tasks", lambda: len(client.list_tasks(APP)) == 2)
    run.check("scale_app", lambda: "deploymentId" in client.scale_app(APP, instances=3, force=True))
    run.check("it scaled", lambda: run.until(lambda: run.running(3)))
    run.check("update_app", lambda: "deploymentId" in client.update_app(APP, MarathonApp(env={"MODE": "new"}), force=True))
    run.check("it was updated", lambda: run.until(lambda: run.running(3)) and client.get_app(APP).env == {"MODE": "new"})
    run.check("list_deployments", lambda: isinstance(client.list_deployments(), list))
    run.check("list_queue", lambda: isinstance(client.list_queue(), list))
    versions = run.check("list_versions", lambda: client.list_versions(APP))
    run.check("three versions", lambda: len(versions) == 3)
    run.check("get_version", lambda: client.get_version(APP, versions[0]).id == APP)
    kill(run)
    run.check("restart_app", lambda: "deploymentId" in client.restart_app(APP, force=True))
    run.check("it restarted", lambda: run.until(run.settled))
    run.check("delete_app", lambda: "deploymentId" in client.delete_app(APP, force=True))
    run.check("it is gone", lambda: run.until(lambda: APP not in [found.id for found in client.list_apps()]))
    run.check("a missing app is not found", lambda: missing(client))


def kill(run):
    client = run.client
    victim = client.list_tasks(APP)[0].id
    run.check("kill_task", lambda: client.kill_task(APP, victim).id == victim)
    run.check("it was replaced", lambda: run.until(lambda: run.running(3)))
    run.check("kill_tasks", lambda: len(client.kill_tasks(APP)) == 3)
    run.check("all were replaced", lambda: run.until(lambda: run.running(3)))


def missing(client):
    try:
        client.get_app("/peer-python/nothing")
    except marathon.NotFoundError:
        return True
    return False


if __name__ == "__main__":
    RUN = Run(sys.argv[1])
    drive(RUN)
    print("%d passed, %d failed" % (RUN.passed, RUN.failed))
    sys.exit(1 if RUN.failed else 0)
