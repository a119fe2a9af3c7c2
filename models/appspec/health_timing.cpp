#include "models/appspec/health_timing.h"

namespace mesoscope::appspec {

HealthTiming healthTiming(const JsonValue& check) {
    HealthTiming timing;
    const auto take = [&](const char* name, double& value) {
        const JsonValue written = check.member(name);
        if (written.is(JsonValue::Kind::Number) && written.toDouble() >= 0)
            value = written.toDouble();
    };
    take("gracePeriodSeconds", timing.grace);
    take("intervalSeconds", timing.interval);
    take("timeoutSeconds", timing.timeout);
    take("delaySeconds", timing.delay);
    double failures = timing.failures;
    take("maxConsecutiveFailures", failures);
    timing.failures = int(std::min(failures, 1e6));
    const QString protocol = check.member("protocol").toString().toUpper();
    timing.onAgent = protocol.startsWith(QLatin1String("MESOS_")) || protocol == QLatin1String("COMMAND");
    if (!timing.onAgent)
        timing.delay = 0;
    return timing;
}

} // namespace mesoscope::appspec
