<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActionText</name>
    <message numerus="yes">
        <source>%n task(s) ended.</source>
        <translation>
            <numerusform>%n task ended.</numerusform>
            <numerusform>%n tasks ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) left</source>
        <translation>
            <numerusform>%n task left</numerusform>
            <numerusform>%n tasks left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 already wants %n instance(s); nothing will change.</source>
        <translation>
            <numerusform>%1 already wants %n instance; nothing will change.</numerusform>
            <numerusform>%1 already wants %n instances; nothing will change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starts %n more instance(s) of %1</source>
        <translation>
            <numerusform>Starts %n more instance of %1</numerusform>
            <numerusform>Starts %n more instances of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kills %n instance(s) of %1</source>
        <translation>
            <numerusform>Kills %n instance of %1</numerusform>
            <numerusform>Kills %n instances of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replaces %n instance(s) of %1, new ones first as far as allowed.</source>
        <translation>
            <numerusform>Replaces %n instance of %1, new ones first as far as allowed.</numerusform>
            <numerusform>Replaces %n instances of %1, new ones first as far as allowed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Needs room for %n more instance(s) at its peak</source>
        <translation>
            <numerusform>Needs room for %n more instance at its peak</numerusform>
            <numerusform>Needs room for %n more instances at its peak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removes %n app(s)</source>
        <translation>
            <numerusform>Removes %n app</numerusform>
            <numerusform>Removes %n apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kills %n instance(s).</source>
        <translation>
            <numerusform>Kills %n instance.</numerusform>
            <numerusform>Kills %n instances.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kills %n instance(s) of %1.</source>
        <translation>
            <numerusform>Kills %n instance of %1.</numerusform>
            <numerusform>Kills %n instances of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are not known to belong to an app of this scheduler.</source>
        <translation>
            <numerusform>%n task is not known to belong to an app of this scheduler.</numerusform>
            <numerusform>%n tasks are not known to belong to an app of this scheduler.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s) send offers again.</source>
        <translation>
            <numerusform>%n agent sends offers again.</numerusform>
            <numerusform>%n agents send offers again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No new tasks are placed there; %n running task(s) stay.</source>
        <translation>
            <numerusform>No new tasks are placed there; %n running task stays.</numerusform>
            <numerusform>No new tasks are placed there; %n running tasks stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are killed there.</source>
        <translation>
            <numerusform>%n task is killed there.</numerusform>
            <numerusform>%n tasks are killed there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is room for %n of them now, by resources and constraints; the rest will wait.</source>
        <translation>
            <numerusform>There is room for %n of them now, by resources and constraints; the rest will wait.</numerusform>
            <numerusform>There is room for %n of them now, by resources and constraints; the rest will wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is room for %n of them now; the rest will wait.</source>
        <translation>
            <numerusform>There is room for %n of them now; the rest will wait.</numerusform>
            <numerusform>There is room for %n of them now; the rest will wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scales %n app(s) of the group</source>
        <translation>
            <numerusform>Scales %n app of the group</numerusform>
            <numerusform>Scales %n apps of the group</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more service(s)</source>
        <translation>
            <numerusform>and %n more service</numerusform>
            <numerusform>and %n more services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ends %1 with all its tasks: %n task(s) are killed.</source>
        <translation>
            <numerusform>Ends %1 with all its tasks: %n task is killed.</numerusform>
            <numerusform>Ends %1 with all its tasks: %n tasks are killed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every instance of %n app(s) ends</source>
        <translation>
            <numerusform>Every instance of %n app ends</numerusform>
            <numerusform>Every instance of %n apps ends</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server&apos;s own plan (asked without doing it), %n step(s)</source>
        <translation>
            <numerusform>The server&apos;s own plan (asked without doing it), %n step</numerusform>
            <numerusform>The server&apos;s own plan (asked without doing it), %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Creates %n app(s), one after the other</source>
        <translation>
            <numerusform>Creates %n app</numerusform>
            <numerusform>Creates %n apps, one after the other</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starts %n instance(s) in all.</source>
        <translation>
            <numerusform>Starts %n instance in all.</numerusform>
            <numerusform>Starts %n instances in all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deployments</name>
    <message numerus="yes">
        <source>No progress for %n minute(s)</source>
        <translation>
            <numerusform>No progress for %n minute</numerusform>
            <numerusform>No progress for %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) without an offer</source>
        <translation>
            <numerusform>%n instance without an offer</numerusform>
            <numerusform>%n instances without an offer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) still staging</source>
        <translation>
            <numerusform>%n instance still staging</numerusform>
            <numerusform>%n instances still staging</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) not healthy yet</source>
        <translation>
            <numerusform>%n instance not healthy yet</numerusform>
            <numerusform>%n instances not healthy yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) not ready yet</source>
        <translation>
            <numerusform>%n instance not ready yet</numerusform>
            <numerusform>%n instances not ready yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n old instance(s) still ending</source>
        <translation>
            <numerusform>%n old instance still ending</numerusform>
            <numerusform>%n old instances still ending</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Effects</name>
    <message numerus="yes">
        <source>%1 is destroyed with its %n instance(s).</source>
        <translation>
            <numerusform>%1 is destroyed with its %n instance.</numerusform>
            <numerusform>%1 is destroyed with its %n instances.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 comes back with %n instance(s).</source>
        <translation>
            <numerusform>%1 comes back with %n instance.</numerusform>
            <numerusform>%1 comes back with %n instances.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n instance(s) of %1 are replaced.</source>
        <translation>
            <numerusform>All %n instance of %1 are replaced.</numerusform>
            <numerusform>All %n instances of %1 are replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) of %1 wait(s)</source>
        <translation>
            <numerusform>%n instance of %1 waits</numerusform>
            <numerusform>%n instances of %1 wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) of %1 can&apos;t be reached</source>
        <translation>
            <numerusform>%n instance of %1 can&apos;t be reached</numerusform>
            <numerusform>%n instances of %1 can&apos;t be reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n agent(s)</source>
        <translation>
            <numerusform>of %n agent</numerusform>
            <numerusform>of %n agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starting %n instance(s) of %1: fetching the image or files, or the command has not begun.</source>
        <translation>
            <numerusform>Starting %n instance of %1: fetching the image or files, or the command has not begun.</numerusform>
            <numerusform>Starting %n instances of %1: fetching the image or files, or the command has not begun.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not healthy yet: %n running instance(s) of %1.</source>
        <translation>
            <numerusform>Not healthy yet: %n running instance of %1.</numerusform>
            <numerusform>Not healthy yet: %n running instances of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no new tasks are placed on %n of them</source>
        <translation>
            <numerusform>no new tasks are placed on %n of them</numerusform>
            <numerusform>no new tasks are placed on %n of them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %n host port(s) free on one agent</source>
        <translation>
            <numerusform>at most %n host port free on one agent</numerusform>
            <numerusform>at most %n host ports free on one agent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::app::commands::PlanCommand</name>
    <message numerus="yes">
        <source>%n more instance(s) fit.</source>
        <translation>
            <numerusform>%n more instance fits.</numerusform>
            <numerusform>%n more instances fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s): %1</source>
        <translation>
            <numerusform>%n agent: %1</numerusform>
            <numerusform>%n agents: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Effects</name>
    <message numerus="yes">
        <source>restarts all %n instance(s)</source>
        <translation>
            <numerusform>restarts its %n instance</numerusform>
            <numerusform>restarts all %n instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more; the running ones stay</source>
        <translation>
            <numerusform>%n more; the running ones stay</numerusform>
            <numerusform>%n more; the running ones stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fewer; the others stay</source>
        <translation>
            <numerusform>%n fewer; the others stay</numerusform>
            <numerusform>%n fewer; the others stay</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Impact</name>
    <message numerus="yes">
        <source>Rolling restart of %n instance(s)</source>
        <translation>
            <numerusform>Rolling restart of %n instance</numerusform>
            <numerusform>Rolling restart of %n instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New app with %n instance(s)</source>
        <translation>
            <numerusform>New app with %n instance</numerusform>
            <numerusform>New app with %n instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The app and its %n instance(s) go</source>
        <translation>
            <numerusform>The app and its %n instance go</numerusform>
            <numerusform>The app and its %n instances go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>needs %n more at its peak</source>
        <translation>
            <numerusform>needs %n more at its peak</numerusform>
            <numerusform>needs %n more at its peak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>never fewer than %n healthy</source>
        <translation>
            <numerusform>never fewer than %n healthy</numerusform>
            <numerusform>never fewer than %n healthy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Summary</name>
    <message numerus="yes">
        <source>%n instance(s)</source>
        <translation>
            <numerusform>%n instance</numerusform>
            <numerusform>%n instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s), %1</source>
        <translation>
            <numerusform>%n instance, %1</numerusform>
            <numerusform>%n instances, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s)</source>
        <translation>
            <numerusform>%n volume</numerusform>
            <numerusform>%n volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n variable(s)</source>
        <translation>
            <numerusform>%n variable</numerusform>
            <numerusform>%n variables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n constraint(s)</source>
        <translation>
            <numerusform>%n constraint</numerusform>
            <numerusform>%n constraints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n port(s)</source>
        <translation>
            <numerusform>%1; %n port</numerusform>
            <numerusform>%1; %n ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s): %1 CPU, %2</source>
        <translation>
            <numerusform>%n instance: %1 CPU, %2</numerusform>
            <numerusform>%n instances: %1 CPU, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n health check(s) decide who is killed</source>
        <translation>
            <numerusform>%n health check decides who is killed</numerusform>
            <numerusform>%n health checks decide who is killed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) that the schema does not know, kept as they are</source>
        <translation>
            <numerusform>%n key that the schema does not know, kept as it is</numerusform>
            <numerusform>%n keys that the schema does not know, kept as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::cluster::ActionText</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation>
            <numerusform>%n agent</numerusform>
            <numerusform>%n agents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::tables</name>
    <message numerus="yes">
        <source>%n of these apps</source>
        <translation>
            <numerusform>%n of these apps</numerusform>
            <numerusform>%n of these apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them wait for the same reason: %1.</source>
        <translation>
            <numerusform>%n of them waits for this reason: %1.</numerusform>
            <numerusform>%n of them wait for the same reason: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s)</source>
        <translation>
            <numerusform>%n app</numerusform>
            <numerusform>%n apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in flight</source>
        <translation>
            <numerusform>%n in flight</numerusform>
            <numerusform>%n in flight</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention, shown above</source>
        <translation>
            <numerusform>%n needs attention, shown above</numerusform>
            <numerusform>%n need attention, shown above</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agents of rack %1 behind switch %2 are unreachable since %3</source>
        <translation>
            <numerusform>%n agent of rack %1 behind switch %2 is unreachable since %3</numerusform>
            <numerusform>%n agents of rack %1 behind switch %2 are unreachable since %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agents of rack %1 are unreachable since %2</source>
        <translation>
            <numerusform>%n agent of rack %1 is unreachable since %2</numerusform>
            <numerusform>%n agents of rack %1 are unreachable since %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agents are unreachable since %1</source>
        <translation>
            <numerusform>%n agent is unreachable since %1</numerusform>
            <numerusform>%n agents are unreachable since %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in a row: %1</source>
        <translation>
            <numerusform>%n in a row: %1</numerusform>
            <numerusform>%n in a row: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no progress for %n min</source>
        <translation>
            <numerusform>no progress for %n min</numerusform>
            <numerusform>no progress for %n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::text</name>
    <message numerus="yes">
        <source>
… and %n more character(s)</source>
        <translation>
            <numerusform>
… and %n more character</numerusform>
            <numerusform>
… and %n more characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more like these</source>
        <translation>
            <numerusform>… and %n more like these</numerusform>
            <numerusform>… and %n more like these</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held back after failures, for %1 at most</source>
        <translation>
            <numerusform>%n held back after failures, for %1 at most</numerusform>
            <numerusform>%n held back after failures, for %1 at most</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not launched: %1</source>
        <translation>
            <numerusform>%n not launched: %1</numerusform>
            <numerusform>%n not launched: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not launched, no offer fits yet</source>
        <translation>
            <numerusform>%n not launched, no offer fits yet</numerusform>
            <numerusform>%n not launched, no offer fits yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on unreachable agents</source>
        <translation>
            <numerusform>%n on unreachable agents</numerusform>
            <numerusform>%n on unreachable agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unhealthy</source>
        <translation>
            <numerusform>%n unhealthy</numerusform>
            <numerusform>%n unhealthy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n starting</source>
        <translation>
            <numerusform>%n starting</numerusform>
            <numerusform>%n starting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ActionFlow</name>
    <message numerus="yes">
        <source>and %n more deployment(s), not touched</source>
        <translation>
            <numerusform>and %n more deployment, not touched</numerusform>
            <numerusform>and %n more deployments, not touched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s) changed</source>
        <translation>
            <numerusform>%n app changed</numerusform>
            <numerusform>%n apps changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ActionPlan</name>
    <message numerus="yes">
        <source>Kill %n task(s)</source>
        <translation>
            <numerusform>Kill %n task</numerusform>
            <numerusform>Kill %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n running</source>
        <translation>
            <numerusform>Keep %n running</numerusform>
            <numerusform>Keep %n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kill %n and scale down</source>
        <translation>
            <numerusform>Kill %n and scale down</numerusform>
            <numerusform>Kill %n and scale down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kill %n and wipe</source>
        <translation>
            <numerusform>Kill %n and wipe</numerusform>
            <numerusform>Kill %n and wipe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n instance(s)</source>
        <translation>
            <numerusform>Keep %n instance</numerusform>
            <numerusform>Keep %n instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restart %n instance(s)</source>
        <translation>
            <numerusform>Restart %n instance</numerusform>
            <numerusform>Restart %n instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Suspend %n app(s)</source>
        <translation>
            <numerusform>Suspend %n app</numerusform>
            <numerusform>Suspend %n apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Destroy %n app(s)</source>
        <translation>
            <numerusform>Destroy %n app</numerusform>
            <numerusform>Destroy %n apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n app(s)</source>
        <translation>
            <numerusform>Keep %n app</numerusform>
            <numerusform>Keep %n apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drain %n agent(s)</source>
        <translation>
            <numerusform>Drain %n agent</numerusform>
            <numerusform>Drain %n agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n in service</source>
        <translation>
            <numerusform>Keep %n in service</numerusform>
            <numerusform>Keep %n in service</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %n agent(s)</source>
        <translation>
            <numerusform>Deactivate %n agent</numerusform>
            <numerusform>Deactivate %n agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reactivate %n agent(s)</source>
        <translation>
            <numerusform>Reactivate %n agent</numerusform>
            <numerusform>Reactivate %n agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n agent(s) gone</source>
        <translation>
            <numerusform>Mark %n agent gone</numerusform>
            <numerusform>Mark %n agents gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scale %n app(s)</source>
        <translation>
            <numerusform>Scale %n app</numerusform>
            <numerusform>Scale %n apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %n instance(s) by the canary</source>
        <translation>
            <numerusform>Replace %n instance by the canary</numerusform>
            <numerusform>Replace %n instances by the canary</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AgentInspector</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stuck: %n task(s) should have ended</source>
        <translation>
            <numerusform>Stuck: %n task should have ended</numerusform>
            <numerusform>Stuck: %n tasks should have ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AgentsPage</name>
    <message numerus="yes">
        <source>whole cluster: %n task(s)</source>
        <translation>
            <numerusform>whole cluster: %n task</numerusform>
            <numerusform>whole cluster: %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation>
            <numerusform>%n agent</numerusform>
            <numerusform>%n agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drain %n…</source>
        <translation>
            <numerusform>Drain %n…</numerusform>
            <numerusform>Drain %n…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AppInspector</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AppPage</name>
    <message numerus="yes">
        <source>%n agent(s) offered and were refused</source>
        <translation>
            <numerusform>%n agent offered and was refused</numerusform>
            <numerusform>%n agents offered and were refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AppVersions</name>
    <message numerus="yes">
        <source>the scheduler keeps %n</source>
        <translation>
            <numerusform>the scheduler keeps %n</numerusform>
            <numerusform>the scheduler keeps %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>this program keeps %n, for good</source>
        <translation>
            <numerusform>this program keeps %n, for good</numerusform>
            <numerusform>this program keeps %n, for good</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AppsPage</name>
    <message numerus="yes">
        <source>%n app(s)</source>
        <translation>
            <numerusform>%n app</numerusform>
            <numerusform>%n apps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::BulkBar</name>
    <message numerus="yes">
        <source>%n app(s) selected</source>
        <translation>
            <numerusform>%n app selected</numerusform>
            <numerusform>%n apps selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s)</source>
        <translation>
            <numerusform>%n instance</numerusform>
            <numerusform>%n instances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ChangeView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ComposeSheet</name>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>%n container</numerusform>
            <numerusform>%n containers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ConnectPage</name>
    <message numerus="yes">
        <source>%1 agent(s)</source>
        <translation>
            <numerusform>%1 agent</numerusform>
            <numerusform>%1 agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 task(s)</source>
        <translation>
            <numerusform>%1 task</numerusform>
            <numerusform>%1 tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::DeploymentsPage</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::DiffView</name>
    <message numerus="yes">
        <source>%n more field(s)</source>
        <translation>
            <numerusform>%n more field</numerusform>
            <numerusform>%n more fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::DocumentForm</name>
    <message numerus="yes">
        <source>%n apps are too many to draw; choose one in the title row.</source>
        <translation>
            <numerusform>%n app is too many to draw; choose one in the title row.</numerusform>
            <numerusform>%n apps are too many to draw; choose one in the title row.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::EditorPage</name>
    <message numerus="yes">
        <source>Review %n change(s)…</source>
        <translation>
            <numerusform>Review %n change…</numerusform>
            <numerusform>Review %n changes…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) changed on both sides.</source>
        <translation>
            <numerusform>%n field changed on both sides.</numerusform>
            <numerusform>%n fields changed on both sides.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✎ %n change(s)</source>
        <translation>
            <numerusform>✎ %n change</numerusform>
            <numerusform>✎ %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ %n problem(s)</source>
        <translation>
            <numerusform>⚠ %n problem</numerusform>
            <numerusform>⚠ %n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No progress for %n minute(s).</source>
        <translation>
            <numerusform>No progress for %n minute.</numerusform>
            <numerusform>No progress for %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of the running version were taken over; yours stayed.</source>
        <translation>
            <numerusform>%n change of the running version was taken over; yours stayed.</numerusform>
            <numerusform>%n changes of the running version were taken over; yours stayed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::EventStrip</name>
    <message numerus="yes">
        <source>%1: %Ln event(s) in 15 s</source>
        <translation>
            <numerusform>%1: %Ln event in 15 s</numerusform>
            <numerusform>%1: %Ln events in 15 s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ForecastView</name>
    <message numerus="yes">
        <source>%n needed beyond those that run</source>
        <translation>
            <numerusform>%n needed beyond those that run</numerusform>
            <numerusform>%n needed beyond those that run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more here</source>
        <translation>
            <numerusform>%n more here</numerusform>
            <numerusform>%n more here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::FormRowWidget</name>
    <message numerus="yes">
        <source>matches %1 of %n agent(s) in %2 racks</source>
        <translation>
            <numerusform>matches %1 of %n agent in %2 racks</numerusform>
            <numerusform>matches %1 of %n agents in %2 racks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>matches %1 of %n agent(s)</source>
        <translation>
            <numerusform>matches %1 of %n agent</numerusform>
            <numerusform>matches %1 of %n agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation>
            <numerusform>%n agent</numerusform>
            <numerusform>%n agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Matches %n agent(s)</source>
        <translation>
            <numerusform>Matches %n agent</numerusform>
            <numerusform>Matches %n agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %1: %n agent(s)</source>
        <translation>
            <numerusform>All %1: %n agent</numerusform>
            <numerusform>All %1: %n agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> in %n rack(s)</source>
        <translation>
            <numerusform> in %n rack</numerusform>
            <numerusform> in %n racks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n can take one instance now</source>
        <translation>
            <numerusform>; %n can take one instance now</numerusform>
            <numerusform>; %n can take one instance now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Header</name>
    <message numerus="yes">
        <source>%n notification(s)</source>
        <translation>
            <numerusform>%n notification</numerusform>
            <numerusform>%n notifications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::HealthBar</name>
    <message numerus="yes">
        <source>%n healthy</source>
        <translation>
            <numerusform>%n healthy</numerusform>
            <numerusform>%n healthy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running without a health check</source>
        <translation>
            <numerusform>%n running without a health check</numerusform>
            <numerusform>%n running without a health check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n starting</source>
        <translation>
            <numerusform>%n starting</numerusform>
            <numerusform>%n starting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unhealthy</source>
        <translation>
            <numerusform>%n unhealthy</numerusform>
            <numerusform>%n unhealthy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draining</source>
        <translation>
            <numerusform>%n draining</numerusform>
            <numerusform>%n draining</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unreachable</source>
        <translation>
            <numerusform>%n unreachable</numerusform>
            <numerusform>%n unreachable</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::HealthTimeline</name>
    <message numerus="yes">
        <source>%n failure(s) in a row kill the instance.</source>
        <translation>
            <numerusform>%n failure kills the instance.</numerusform>
            <numerusform>%n failures in a row kill the instance.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::InstanceInspector</name>
    <message numerus="yes">
        <source>failed %n time(s) in a row</source>
        <translation>
            <numerusform>failed %n time in a row</numerusform>
            <numerusform>failed %n times in a row</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ListPage</name>
    <message numerus="yes">
        <source>%n hidden by the filter</source>
        <translation>
            <numerusform>%n hidden by the filter</numerusform>
            <numerusform>%n hidden by the filter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::LogLines</name>
    <message numerus="yes">
        <source>+%n line(s)</source>
        <comment>of a folded stack trace</comment>
        <translation>
            <numerusform>+%n line</numerusform>
            <numerusform>+%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::LogPane</name>
    <message numerus="yes">
        <source>%n log(s) saved in %1</source>
        <translation>
            <numerusform>%n log saved in %1</numerusform>
            <numerusform>%n logs saved in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tail of %n task(s)</source>
        <translation>
            <numerusform>Tail of %n task</numerusform>
            <numerusform>Tail of %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n log(s)…</source>
        <translation>
            <numerusform>Save %n log…</numerusform>
            <numerusform>Save %n logs…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) lost</source>
        <translation>
            <numerusform>%n line lost</numerusform>
            <numerusform>%n lines lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n of them</source>
        <translation>
            <numerusform>All %n of them</numerusform>
            <numerusform>All %n of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::LogPatterns</name>
    <message numerus="yes">
        <source>Patterns in the %n match(es)</source>
        <translation>
            <numerusform>Patterns in the %n match</numerusform>
            <numerusform>Patterns in the %n matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more pattern(s)</source>
        <translation>
            <numerusform>%n more pattern</numerusform>
            <numerusform>%n more patterns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::MaintenancePane</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation>
            <numerusform>%n machine</numerusform>
            <numerusform>%n machines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Map</name>
    <message numerus="yes">
        <source>%Ln deactivated</source>
        <translation>
            <numerusform>%Ln deactivated</numerusform>
            <numerusform>%Ln deactivated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draining</source>
        <translation>
            <numerusform>%Ln draining</numerusform>
            <numerusform>%Ln draining</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreachable since %1</source>
        <translation>
            <numerusform>%Ln unreachable since %1</numerusform>
            <numerusform>%Ln unreachable since %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreachable</source>
        <translation>
            <numerusform>%Ln unreachable</numerusform>
            <numerusform>%Ln unreachable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln agent</numerusform>
            <numerusform>%Ln agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln times)</source>
        <translation>
            <numerusform>%1 (%Ln times)</numerusform>
            <numerusform>%1 (%Ln times)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s) unreachable</source>
        <translation>
            <numerusform>%Ln agent unreachable</numerusform>
            <numerusform>%Ln agents unreachable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s) not back after the fail-over</source>
        <translation>
            <numerusform>%Ln agent not back after the fail-over</numerusform>
            <numerusform>%Ln agents not back after the fail-over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s) returned</source>
        <translation>
            <numerusform>%Ln agent returned</numerusform>
            <numerusform>%Ln agents returned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s) added</source>
        <translation>
            <numerusform>%Ln agent added</numerusform>
            <numerusform>%Ln agents added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s) removed</source>
        <translation>
            <numerusform>%Ln agent removed</numerusform>
            <numerusform>%Ln agents removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::MapInspector</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>apps</comment>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> of %Ln healthy</source>
        <translation>
            <numerusform> of %Ln healthy</numerusform>
            <numerusform> of %Ln healthy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> of %Ln running</source>
        <translation>
            <numerusform> of %Ln running</numerusform>
            <numerusform> of %Ln running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln on unreachable agents</source>
        <translation>
            <numerusform>%Ln on unreachable agents</numerusform>
            <numerusform>%Ln on unreachable agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unhealthy</source>
        <translation>
            <numerusform>%Ln unhealthy</numerusform>
            <numerusform>%Ln unhealthy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln starting</source>
        <translation>
            <numerusform>%Ln starting</numerusform>
            <numerusform>%Ln starting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting for offers</source>
        <translation>
            <numerusform>%Ln waiting for offers</numerusform>
            <numerusform>%Ln waiting for offers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <comment>instances</comment>
        <translation>
            <numerusform>%Ln lost</numerusform>
            <numerusform>%Ln lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more group(s) have some.</source>
        <translation>
            <numerusform>%Ln more group has some.</numerusform>
            <numerusform>%Ln more groups have some.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s) below this group</source>
        <translation>
            <numerusform>%Ln instance below this group</numerusform>
            <numerusform>%Ln instances below this group</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) fail their health check</source>
        <translation>
            <numerusform>%Ln task fails its health check</numerusform>
            <numerusform>%Ln tasks fail their health check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s) selected</source>
        <translation>
            <numerusform>%Ln agent selected</numerusform>
            <numerusform>%Ln agents selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreachable</source>
        <translation>
            <numerusform>%Ln unreachable</numerusform>
            <numerusform>%Ln unreachable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::MapPage</name>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln agent</numerusform>
            <numerusform>%Ln agents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::MapSuggestions</name>
    <message numerus="yes">
        <source>%Ln instance(s)</source>
        <translation>
            <numerusform>%Ln instance</numerusform>
            <numerusform>%Ln instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln agent</numerusform>
            <numerusform>%Ln agents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::MapView</name>
    <message numerus="yes">
        <source>%1, %Ln unhealthy</source>
        <translation>
            <numerusform>%1, %Ln unhealthy</numerusform>
            <numerusform>%1, %Ln unhealthy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s)</source>
        <translation>
            <numerusform>%Ln instance</numerusform>
            <numerusform>%Ln instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>shared with %Ln other(s)</source>
        <translation>
            <numerusform>shared with %Ln other</numerusform>
            <numerusform>shared with %Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <comment>agents</comment>
        <translation>
            <numerusform>%Ln lost</numerusform>
            <numerusform>%Ln lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Notices</name>
    <message numerus="yes">
        <source>%n since this program connected</source>
        <translation>
            <numerusform>%n since this program connected</numerusform>
            <numerusform>%n since this program connected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ObjectTable</name>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>%n moved</numerusform>
            <numerusform>%n moved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Palette</name>
    <message numerus="yes">
        <source>%n result(s) in %1 ms</source>
        <translation>
            <numerusform>%n result in %1 ms</numerusform>
            <numerusform>%n results in %1 ms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 object(s)</source>
        <translation>
            <numerusform>%1 object</numerusform>
            <numerusform>%1 objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 action(s)</source>
        <translation>
            <numerusform>%1 action</numerusform>
            <numerusform>%1 actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::RackSpread</name>
    <message numerus="yes">
        <source>In %n rack(s)</source>
        <translation>
            <numerusform>In %n rack</numerusform>
            <numerusform>In %n racks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::RailButton</name>
    <message numerus="yes">
        <source>%n open</source>
        <comment>incidents</comment>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ReviewPane</name>
    <message numerus="yes">
        <source>%n more instance(s) fit on %1 agents.</source>
        <translation>
            <numerusform>%n more instance fits on %1 agents.</numerusform>
            <numerusform>%n more instances fit on %1 agents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more app(s)</source>
        <translation>
            <numerusform>and %n more app</numerusform>
            <numerusform>and %n more apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The document has %n problem(s)</source>
        <translation>
            <numerusform>The document has %n problem</numerusform>
            <numerusform>The document has %n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them restart(s) the instances</source>
        <translation>
            <numerusform>%n of them restarts the instances</numerusform>
            <numerusform>%n of them restart the instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s) do not fit.</source>
        <translation>
            <numerusform>%n app does not fit.</numerusform>
            <numerusform>%n apps do not fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deployment steps   %n step(s)</source>
        <translation>
            <numerusform>Deployment steps   %n step</numerusform>
            <numerusform>Deployment steps   %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new instance(s) start at once</source>
        <translation>
            <numerusform>%n new instance starts at once</numerusform>
            <numerusform>%n new instances start at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n old instance(s) stop at once</source>
        <translation>
            <numerusform>%n old instance stops at once</numerusform>
            <numerusform>%n old instances stop at once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::SnapshotSearch</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wanted</source>
        <translation>
            <numerusform>%n wanted</numerusform>
            <numerusform>%n wanted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s), rolling</source>
        <translation>
            <numerusform>%n instance, rolling</numerusform>
            <numerusform>%n instances, rolling</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::StatusLine</name>
    <message numerus="yes">
        <source>%1 agent(s)</source>
        <translation>
            <numerusform>%1 agent</numerusform>
            <numerusform>%1 agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 task(s)</source>
        <translation>
            <numerusform>%1 task</numerusform>
            <numerusform>%1 tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::TaskInspector</name>
    <message numerus="yes">
        <source>%n failure(s) in a row</source>
        <translation>
            <numerusform>%n failure in a row</numerusform>
            <numerusform>%n failures in a row</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::TasksPage</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s)</source>
        <translation>
            <numerusform>%n app</numerusform>
            <numerusform>%n apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kill %n…</source>
        <translation>
            <numerusform>Kill %n…</numerusform>
            <numerusform>Kill %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %n log(s)</source>
        <translation>
            <numerusform>Open %n log</numerusform>
            <numerusform>Open %n logs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %n sandbox(es)</source>
        <translation>
            <numerusform>Open %n sandbox</numerusform>
            <numerusform>Open %n sandboxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::TextDiffView</name>
    <message numerus="yes">
        <source>%n unchanged line(s)</source>
        <translation>
            <numerusform>%n unchanged line</numerusform>
            <numerusform>%n unchanged lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::WaysBack</name>
    <message numerus="yes">
        <source>and %n more app(s)</source>
        <translation>
            <numerusform>and %n more app</numerusform>
            <numerusform>and %n more apps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::WhyPanel</name>
    <message numerus="yes">
        <source>%n offer(s)</source>
        <translation>
            <numerusform>%n offer</numerusform>
            <numerusform>%n offers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offer(s) seen since it waits</source>
        <translation>
            <numerusform>%n offer seen since it waits</numerusform>
            <numerusform>%n offers seen since it waits</numerusform>
        </translation>
    </message>
</context>
</TS>
