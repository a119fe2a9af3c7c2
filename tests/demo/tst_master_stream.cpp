// The demo master's event stream against its own state: whoever follows the stream from its first record holds, after
// 100,000 events, what GET_STATE says at that moment.
#include "app/demo/mesos/event_hub.h"
#include "app/demo/mesos/v1_answer.h"
#include "app/demo/scenarios/churn.h"
#include "app/demo/world/population.h"
#include "app/demo/world/world.h"
#include "tests/support/harness.h"

#include <QtTest>

#include <simdjson.h>

#include <map>

using namespace mesoscope::demo;

namespace {

/// What one follower knows: state and agent by task, and the agents that are there.
struct Picture {
    std::map<std::string, std::string> tasks;
    std::map<std::string, bool> agents;
    std::size_t events = 0;

    bool operator==(const Picture& other) const { return tasks == other.tasks && agents == other.agents; }
};

std::string textOf(simdjson::dom::element element) {
    return std::string(element.get_string().value());
}

void addTask(Picture& picture, simdjson::dom::element task) {
    picture.tasks[textOf(task.at_pointer("/task_id/value"))] =
        textOf(task["state"]) + " on " + textOf(task.at_pointer("/agent_id/value"));
}

void readState(Picture& picture, simdjson::dom::element state) {
    for (const auto task : state.at_pointer("/get_tasks/tasks").get_array())
        addTask(picture, task);
    for (const auto agent : state.at_pointer("/get_agents/agents").get_array())
        picture.agents[textOf(agent.at_pointer("/agent_info/id/value"))] = true;
}

bool isOver(const std::string& state) {
    static const std::set<std::string> over{"TASK_FINISHED", "TASK_FAILED", "TASK_KILLED",           "TASK_LOST",
                                            "TASK_ERROR",    "TASK_GONE",   "TASK_GONE_BY_OPERATOR", "TASK_UNREACHABLE",
                                            "TASK_DROPPED"};
    return over.count(state) > 0;
}

void readUpdate(Picture& picture, simdjson::dom::element update) {
    const std::string id = textOf(update.at_pointer("/status/task_id/value"));
    const std::string state = textOf(update["state"]);
    if (isOver(state))
        picture.tasks.erase(id);
    else
        picture.tasks[id] = state + " on " + textOf(update.at_pointer("/status/agent_id/value"));
}

void readRecord(Picture& picture, simdjson::dom::element record) {
    const std::string type = textOf(record["type"]);
    picture.events += type != "HEARTBEAT" && type != "SUBSCRIBED";
    if (type == "SUBSCRIBED")
        readState(picture, record.at_pointer("/subscribed/get_state"));
    else if (type == "TASK_ADDED")
        addTask(picture, record.at_pointer("/task_added/task"));
    else if (type == "TASK_UPDATED")
        readUpdate(picture, record["task_updated"]);
    else if (type == "AGENT_ADDED")
        picture.agents[textOf(record.at_pointer("/agent_added/agent/agent_info/id/value"))] = true;
    else if (type == "AGENT_REMOVED")
        picture.agents.erase(textOf(record.at_pointer("/agent_removed/agent_id/value")));
}

/// Cuts LENGTH\nJSON records out of what has arrived.
class Follower {
public:
    explicit Follower(EventHub& hub) : subscriber_(hub.subscribe(Encoding::Json)), hub_(hub) {}
    ~Follower() { hub_.unsubscribe(subscriber_); }

    /// Reads one piece; false when nothing waits.
    bool read(Picture& picture) {
        if (!subscriber_->state && subscriber_->pending.empty())
            return false;
        std::string piece;
        EventHub::take(*subscriber_, piece);
        bytes_ += piece;
        std::size_t at = 0;
        for (std::size_t end = bytes_.find('\n', at); end != std::string::npos; end = bytes_.find('\n', at)) {
            const std::size_t length = std::stoul(bytes_.substr(at, end - at));
            if (bytes_.size() - end - 1 < length)
                break;
            readRecord(picture, parser_.parse(bytes_.data() + end + 1, length).value());
            at = end + 1 + length;
        }
        bytes_.erase(0, at);
        return true;
    }

private:
    std::shared_ptr<EventHub::Subscriber> subscriber_;
    EventHub& hub_;
    std::string bytes_;
    simdjson::dom::parser parser_;
};

Picture ownState(World& world, EventHub& hub) {
    const auto answer =
        v1::openAnswer(hub.answers(), world, 5051, Encoding::Json, [&](auto& w) { v1::getState(w, world, 5051); });
    std::string text;
    std::string piece;
    while (answer->next(piece))
        text += piece;
    simdjson::dom::parser parser;
    Picture picture;
    readState(picture, parser.parse(text).value());
    return picture;
}

/// A small cluster with services that stay, for the stream to start from.
void populate(World& world) {
    populateAgents(world, 40);
    FrameworkInfo info;
    info.name = "services";
    info.hostname = "127.0.0.1";
    const std::string framework = world.registerFramework(info, nullptr, false);
    auto spec = std::make_shared<TaskSpec>();
    spec->name = "web.shop";
    spec->app = "/shop/web";
    spec->command = "./serve";
    spec->resources = {0.1, 64, 0, 0};
    for (int i = 0; i < 800; ++i) {
        TaskInfo task;
        task.id = "shop_web." + std::to_string(i);
        task.spec = spec;
        world.placeRunning(framework, static_cast<std::uint32_t>(i % 40), std::move(task), 3600);
    }
}

} // namespace

class TestMasterStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsAHundredThousandEvents() {
        World world({7, true});
        populate(world);
        EventHub hub(world, [] { return 5051; });
        Churn churn(world, 10000);
        Picture picture;
        Follower follower(hub);
        // Some agents leave and come back meanwhile; those that a master tells of by events.
        world.schedule(1.005, [&] { world.loseAgent(3, 0.5); });
        world.schedule(4.005, [&] { world.returnAgent(3); });
        world.schedule(2.005, [&] { world.removeAgent(9); });
        while (picture.events < 100000) {
            world.advance(0.05);
            while (follower.read(picture)) {
            }
        }
        QVERIFY(picture.events < 101000);
        Picture own = ownState(world, hub);
        QVERIFY(own.tasks.size() > 800);
        QVERIFY(picture == own);
    }

    void sendsTheStateOfTheMomentOfSubscription() {
        for (const Encoding encoding : {Encoding::Json, Encoding::Protobuf}) {
            World world({8, true});
            populate(world);
            EventHub hub(world, [] { return 5051; });
            const auto open = [&] {
                return v1::openAnswer(hub.answers(), world, 5051, encoding,
                                      [&](auto& w) { v1::getState(w, world, 5051); });
            };
            const auto before = open();
            const auto later = open();
            QCOMPARE(before->measure(), later->measure());
            std::string expected;
            std::string piece;
            while (before->next(piece))
                expected += piece;
            QCOMPARE(expected.size(), before->measure());
            // Everything changes before the second answer is read.
            for (std::uint32_t i = 0; i < 40; i += 2)
                world.loseAgent(i, 0.1);
            for (std::uint32_t i = 1; i < 40; i += 2)
                world.drainAgent(world.agents()[i]->id, {}, i % 3 == 0);
            world.advance(10);
            std::string got;
            while (later->next(piece))
                got += piece;
            QVERIFY(got == expected);
        }
    }
};

MESOSCOPE_TEST_MAIN(TestMasterStream)
#include "tst_master_stream.moc"
