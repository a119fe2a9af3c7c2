// The recorded story of a real Marathon 1.11, request by request, against the demo Marathon: status, content type,
// shape of the answer and error text. Ids, versions and tasks of the recording are replaced by those that the demo
// answered.
#include "tests/demo/marathon_bench.h"
#include "tests/support/harness.h"

#include <QtTest>

#include <map>
#include <regex>

using namespace mesoscope::demo;
using namespace mesoscope::demo::test;

namespace {

/// Recorded text → ours.
using Renamed = std::map<std::string, std::string>;

std::string replaced(std::string text, const Renamed& names) {
    for (auto it = names.rbegin(); it != names.rend(); ++it)
        for (std::size_t at = text.find(it->first); at != std::string::npos;
             at = text.find(it->first, at + it->second.size()))
            text.replace(at, it->first.size(), it->second);
    return text;
}

/// What stands at a recorded place; other tasks of the same list when ours is shorter.
const Json* valueAt(const Json& document, const std::string& pointer) {
    try {
        return &document.at(Json::json_pointer(pointer));
    } catch (const Json::exception&) {
        return nullptr;
    }
}

void learn(const Json& step, const marathon::Response& answer, Renamed& names) {
    if (!step.contains("learn"))
        return;
    const Json body = Json::parse(answer.body, nullptr, false);
    for (const auto& [pointer, recorded] : step["learn"].items()) {
        const Json* found = body.is_discarded() ? nullptr : valueAt(body, pointer);
        if (!found || !found->is_string())
            continue;
        std::string ours = found->get<std::string>();
        const std::string theirs = recorded.get<std::string>();
        // A version was looked for without its zone.
        if (theirs.size() == 23 && ours.size() == 24)
            ours.pop_back();
        names[theirs] = ours;
    }
}

/// "Date" texts, ids and object dumps differ; the words do not.
std::string comparableText(const std::string& text) {
    const Json body = Json::parse(text, nullptr, false);
    if (body.is_discarded() || !body.is_object())
        return text;
    Json sorted = body;
    if (sorted.contains("details") && sorted["details"].is_array())
        std::sort(sorted["details"].begin(), sorted["details"].end());
    if (sorted.contains("deployments"))
        for (auto& entry : sorted["deployments"])
            entry["id"] = "*";
    return sorted.dump();
}

class Story {
public:
    explicit Story(const char* fixture) : fixture_(readFixture(fixture)) {}

    void play() {
        double now = 0;
        for (const auto& step : fixture_["steps"]) {
            const double time = step["t"].get<double>();
            cluster_.world->advance(std::max(0.0, time - now));
            now = std::max(now, time);
            if (step.contains("cancel"))
                cancelDeployments();
            else if (step.contains("cluster"))
                command(step["cluster"].get<std::string>());
            else
                request(step);
        }
    }

    void report() const {
        for (const auto& [group, counts] : groups_)
            qInfo("%-12s %d of %d", group.c_str(), counts.first, counts.second);
        for (const auto& line : failures_)
            qInfo("%s", line.c_str());
    }
    /// Kinds of the top-level fields by event type, filled while the story is played.
    using SeenEvents = std::map<std::string, std::set<std::string>>;
    std::shared_ptr<SeenEvents> recordEvents() {
        auto seen = std::make_shared<SeenEvents>();
        cluster_.marathon->subscribe({}, "127.0.0.1", [seen](const std::string& frame) {
            const std::size_t data = frame.find("data: ") + 6;
            const Json event = Json::parse(frame.substr(data));
            std::set<std::string>& fields = (*seen)[event["eventType"].get<std::string>()];
            for (const auto& [name, value] : event.items()) {
                std::set<std::string> shape;
                collectShape(value, "", shape);
                fields.insert(name + *shape.begin());
            }
        });
        return seen;
    }
    int good() const { return good_; }
    int total() const { return total_; }

private:
    void command(const std::string& text) {
        World& world = *cluster_.world;
        const std::size_t at = text.find("agent-");
        if (at == std::string::npos)
            return;
        const auto index = static_cast<std::uint32_t>(std::stoi(text.substr(at + 6, 2)));
        const Agent& agent = *world.agents()[index];
        if (text.rfind("lose", 0) == 0)
            world.loseAgent(index, 0.1);
        else if (text.rfind("return", 0) == 0)
            world.returnAgent(index);
        else if (text.rfind("maint", 0) == 0)
            world.maintenance = {{{{agent.hostname, agent.ip}}, 0, 0}};
        else if (text.rfind("nomaint", 0) == 0)
            world.maintenance.clear();
    }

    /// Here the recorded event stream tells of a cancellation although no request for it was recorded.
    void cancelDeployments() {
        for (const auto& deployment : Json::parse(cluster_.send("GET", "/v2/deployments").body))
            cluster_.send("DELETE", "/v2/deployments/" + deployment["id"].get<std::string>() + "?force=true");
    }

    void request(const Json& step) {
        adoptUnknownTasks(step["target"].get<std::string>() + step.value("body", ""));
        marathon::Request request;
        request.method = step["method"];
        request.target = replaced(step["target"], names_);
        request.body = replaced(step.value("body", ""), names_);
        if (step.contains("headers")) {
            for (const auto& [name, values] : step["headers"].items())
                for (const auto& value : values)
                    request.headers.emplace(name, value.get<std::string>());
        } else {
            request.headers.emplace("accept", "*/*");
        }
        const marathon::Response answer = answerTo(request);
        const std::string fault = compare(step, answer, request.method == "HEAD");
        learn(step, answer, names_);
        count(step["name"], fault, answer);
    }

    /// Tasks that the recording knew from elsewhere stand for tasks of the same app here.
    void adoptUnknownTasks(const std::string& text) {
        static const std::regex pattern("([a-z0-9_.-]+)\\.instance-[0-9a-f]{8}-[0-9a-f-]{27}\\._app\\.[0-9]+");
        for (auto it = std::sregex_iterator(text.begin(), text.end(), pattern); it != std::sregex_iterator(); ++it) {
            const std::string recorded = it->str();
            std::string app = "/" + (*it)[1].str();
            std::replace(app.begin(), app.end(), '_', '/');
            if (names_.count(recorded) || recorded.find("00000000-0000") != std::string::npos)
                continue;
            const Json body = Json::parse(cluster_.send("GET", "/v2/apps" + app + "/tasks").body);
            for (const auto& task : body.value("tasks", Json::array()))
                if (const std::string ours = task["id"]; taken_.insert(ours).second) {
                    names_[recorded] = ours;
                    break;
                }
        }
    }

    marathon::Response answerTo(const marathon::Request& request) {
        if (request.target.rfind("/v2/events", 0) == 0 && request.target.rfind("/v2/events/", 0) != 0)
            return cluster_.marathon->openStream(request).answer;
        return cluster_.marathon->handle(request);
    }

    std::string compare(const Json& step, const marathon::Response& answer, bool head) const {
        if (answer.status != step["status"].get<int>())
            return "status " + std::to_string(answer.status) + " instead of " +
                   std::to_string(step["status"].get<int>());
        const std::string type = step["type"];
        if (answer.contentType != type)
            return "type " + answer.contentType + " instead of " + type;
        if (head)
            return "";
        if (step.contains("text")) {
            const std::string recorded = comparableText(replaced(step["text"], names_));
            const std::string ours = comparableText(answer.body);
            return ours == recorded ? "" : "text " + ours.substr(0, 200) + " instead of " + recorded.substr(0, 200);
        }
        return compareShape(step["shape"], Json::parse(answer.body, nullptr, false));
    }

    std::string compareShape(const Json& recorded, const Json& body) const {
        std::set<std::string> ours;
        collectShape(body, "", ours);
        std::set<std::string> theirs;
        for (const auto& index : recorded)
            theirs.insert(fixture_["paths"][index.get<std::size_t>()].get<std::string>());
        std::string fault;
        for (const auto& path : theirs)
            if (!ours.count(path))
                fault += " -" + path;
        for (const auto& path : ours)
            if (!theirs.count(path))
                fault += " +" + path;
        return fault.substr(0, 400);
    }

    void count(const std::string& name, const std::string& fault, const marathon::Response& answer) {
        auto& group = groups_[name.substr(0, name.find('.'))];
        ++group.second;
        ++total_;
        if (fault.empty()) {
            ++group.first;
            ++good_;
            return;
        }
        failures_.push_back(name + ": " + fault +
                            (answer.status >= 400 ? " | " + answer.body.substr(0, 150) : std::string()));
    }

    Json fixture_;
    Cluster cluster_;
    Renamed names_;
    std::set<std::string> taken_;
    std::map<std::string, std::pair<int, int>> groups_;
    std::vector<std::string> failures_;
    int good_ = 0;
    int total_ = 0;
};

} // namespace

class TestMarathonStory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void playsTheRecordedStory() {
        Story story("demo-story.json");
        const auto seen = story.recordEvents();
        story.play();
        story.report();
        qInfo("%d of %d answers agree", story.good(), story.total());
        QVERIFY(story.total() > 650);
        QVERIFY(story.good() * 100 >= story.total() * 94);
        compareEvents(*seen);
    }

    void playsSingleClaims() {
        Story story("demo-details.json");
        story.play();
        story.report();
        qInfo("%d of %d answers agree", story.good(), story.total());
        QVERIFY(story.total() > 40);
        QVERIFY(story.good() * 100 >= story.total() * 95);
    }

private:
    static void compareEvents(const Story::SeenEvents& seen) {
        const Json recorded = readFixture("demo-events.json");
        QVERIFY(seen.size() > 18);
        for (const auto& [type, fields] : seen) {
            QVERIFY2(recorded.contains(type), type.c_str());
            for (const auto& [name, kind] : recorded[type].items()) {
                const bool has = fields.count(name + " " + kind.get<std::string>()) > 0;
                QVERIFY2(has, (type + " lacks " + name).c_str());
            }
        }
    }
};

MESOSCOPE_TEST_MAIN(TestMarathonStory)
#include "tst_marathon_story.moc"
