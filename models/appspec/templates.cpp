#include "models/appspec/sources.h"

#include <QCoreApplication>

namespace mesoscope::appspec {
namespace {

constexpr const char* statelessWeb = R"({
  "id": "/web",
  "instances": 3,
  "cpus": 0.5,
  "mem": 256,
  "container": {
    "type": "MESOS",
    "docker": {
      "image": "nginx:1.25"
    }
  },
  "networks": [
    {
      "mode": "host"
    }
  ],
  "portDefinitions": [
    {
      "port": 0,
      "name": "http",
      "labels": {
        "FABIO": "urlprefix-/web"
      }
    }
  ],
  "healthChecks": [
    {
      "protocol": "MESOS_HTTP",
      "path": "/",
      "portIndex": 0,
      "gracePeriodSeconds": 30,
      "intervalSeconds": 10,
      "timeoutSeconds": 5,
      "maxConsecutiveFailures": 3
    }
  ],
  "constraints": [
    ["hostname", "MAX_PER", "1"]
  ],
  "upgradeStrategy": {
    "minimumHealthCapacity": 0.75,
    "maximumOverCapacity": 0.25
  },
  "labels": {}
}
)";

constexpr const char* stateful = R"({
  "id": "/data/db",
  "role": "data",
  "instances": 1,
  "cmd": "exec ./server --data data",
  "cpus": 1,
  "mem": 1024,
  "container": {
    "type": "MESOS",
    "volumes": [
      {
        "containerPath": "data",
        "mode": "RW",
        "persistent": {
          "type": "root",
          "size": 2048
        }
      }
    ]
  },
  "portDefinitions": [
    {
      "port": 0,
      "name": "db"
    }
  ],
  "healthChecks": [
    {
      "protocol": "MESOS_TCP",
      "portIndex": 0,
      "gracePeriodSeconds": 60
    }
  ],
  "upgradeStrategy": {
    "minimumHealthCapacity": 0,
    "maximumOverCapacity": 0
  },
  "unreachableStrategy": "disabled"
}
)";

constexpr const char* worker = R"({
  "id": "/jobs/worker",
  "instances": 4,
  "cmd": "exec ./worker",
  "cpus": 1,
  "mem": 512,
  "portDefinitions": [],
  "backoffSeconds": 5,
  "backoffFactor": 2,
  "maxLaunchDelaySeconds": 600,
  "killSelection": "OLDEST_FIRST",
  "taskKillGracePeriodSeconds": 60
}
)";

constexpr const char* gpu = R"({
  "id": "/ml/training",
  "instances": 1,
  "cpus": 4,
  "mem": 8192,
  "gpus": 1,
  "container": {
    "type": "MESOS",
    "docker": {
      "image": "nvidia/cuda:12.2.0-base-ubuntu22.04"
    }
  },
  "cmd": "nvidia-smi && exec sleep 86400",
  "portDefinitions": []
}
)";

constexpr const char* cni = R"({
  "id": "/net/api",
  "instances": 2,
  "cpus": 0.5,
  "mem": 256,
  "container": {
    "type": "MESOS",
    "docker": {
      "image": "nginx:1.25"
    },
    "portMappings": [
      {
        "containerPort": 80,
        "name": "http"
      }
    ]
  },
  "networks": [
    {
      "mode": "container",
      "name": "overlay"
    }
  ],
  "healthChecks": [
    {
      "protocol": "MESOS_HTTP",
      "path": "/",
      "portIndex": 0
    }
  ]
}
)";

constexpr const char* pair = R"({
  "id": "/shop",
  "apps": [
    {
      "id": "/shop/db",
      "cmd": "exec ./db",
      "cpus": 0.5,
      "mem": 512,
      "portDefinitions": [
        {
          "port": 0,
          "name": "db"
        }
      ],
      "healthChecks": [
        {
          "protocol": "MESOS_TCP",
          "portIndex": 0
        }
      ]
    },
    {
      "id": "/shop/web",
      "cmd": "exec ./web",
      "instances": 2,
      "cpus": 0.25,
      "mem": 256,
      "dependencies": ["/shop/db"],
      "portDefinitions": [
        {
          "port": 0,
          "name": "http"
        }
      ],
      "healthChecks": [
        {
          "protocol": "MESOS_HTTP",
          "path": "/",
          "portIndex": 0
        }
      ]
    }
  ]
}
)";

class Texts {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::appspec::Template)
public:
    static QList<Template> all() {
        return {
            {QStringLiteral("stateless-web"),
             tr("Web service behind the gateway"),
             tr("Stateless, checked over HTTP, one instance per agent, replaced a quarter at a time."),
             statelessWeb,
             {}},
            {QStringLiteral("stateful"),
             tr("Service with a persistent volume"),
             tr("Keeps its disk when it restarts. Its role must be that of its group."),
             stateful,
             {}},
            {QStringLiteral("worker"),
             tr("Worker without ports"),
             tr("Works through a queue; waits longer after each failure."),
             worker,
             {}},
            {QStringLiteral("gpu"),
             tr("GPU task"),
             tr("One whole GPU, MESOS engine."),
             gpu,
             {QStringLiteral("gpu_resources")}},
            {QStringLiteral("cni"),
             tr("Service with an address of its own"),
             tr("On a container network; no ports of the agent are used."),
             cni,
             {}},
            {QStringLiteral("pair"),
             tr("Pair with a dependency"),
             tr("A group of two apps; the second one is deployed after the first."),
             pair,
             {}},
        };
    }
};

} // namespace

QList<Template> templates() {
    return Texts::all();
}

} // namespace mesoscope::appspec
