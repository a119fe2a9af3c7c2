<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActionText</name>
    <message numerus="yes">
        <source>%Ln task(s) ended.</source>
        <translation>
            <numerusform>%Ln task ended.</numerusform>
            <numerusform>%Ln tasks ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) left</source>
        <translation>
            <numerusform>%Ln task left</numerusform>
            <numerusform>%Ln tasks left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 already wants %Ln instance(s); nothing will change.</source>
        <translation>
            <numerusform>%1 already wants %Ln instance; nothing will change.</numerusform>
            <numerusform>%1 already wants %Ln instances; nothing will change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starts %Ln more instance(s) of %1</source>
        <translation>
            <numerusform>Starts %Ln more instance of %1</numerusform>
            <numerusform>Starts %Ln more instances of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kills %Ln instance(s) of %1</source>
        <translation>
            <numerusform>Kills %Ln instance of %1</numerusform>
            <numerusform>Kills %Ln instances of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replaces %Ln instance(s) of %1, new ones first as far as allowed.</source>
        <translation>
            <numerusform>Replaces %Ln instance of %1, new ones first as far as allowed.</numerusform>
            <numerusform>Replaces %Ln instances of %1, new ones first as far as allowed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Needs room for %Ln more instance(s) at its peak</source>
        <translation>
            <numerusform>Needs room for %Ln more instance at its peak</numerusform>
            <numerusform>Needs room for %Ln more instances at its peak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removes %Ln app(s)</source>
        <translation>
            <numerusform>Removes %Ln app</numerusform>
            <numerusform>Removes %Ln apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kills %Ln instance(s).</source>
        <translation>
            <numerusform>Kills %Ln instance.</numerusform>
            <numerusform>Kills %Ln instances.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kills %Ln instance(s) of %1.</source>
        <translation>
            <numerusform>Kills %Ln instance of %1.</numerusform>
            <numerusform>Kills %Ln instances of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) are not known to belong to an app of this scheduler.</source>
        <translation>
            <numerusform>%Ln task is not known to belong to an app of this scheduler.</numerusform>
            <numerusform>%Ln tasks are not known to belong to an app of this scheduler.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s) send offers again.</source>
        <translation>
            <numerusform>%Ln agent sends offers again.</numerusform>
            <numerusform>%Ln agents send offers again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No new tasks are placed there; %Ln running task(s) stay.</source>
        <translation>
            <numerusform>No new tasks are placed there; %Ln running task stays.</numerusform>
            <numerusform>No new tasks are placed there; %Ln running tasks stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) are killed there.</source>
        <translation>
            <numerusform>%Ln task is killed there.</numerusform>
            <numerusform>%Ln tasks are killed there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is room for %Ln of them now, by resources and constraints; the rest will wait.</source>
        <translation>
            <numerusform>There is room for %Ln of them now, by resources and constraints; the rest will wait.</numerusform>
            <numerusform>There is room for %Ln of them now, by resources and constraints; the rest will wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is room for %Ln of them now; the rest will wait.</source>
        <translation>
            <numerusform>There is room for %Ln of them now; the rest will wait.</numerusform>
            <numerusform>There is room for %Ln of them now; the rest will wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scales %Ln app(s) of the group</source>
        <translation>
            <numerusform>Scales %Ln app of the group</numerusform>
            <numerusform>Scales %Ln apps of the group</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more service(s)</source>
        <translation>
            <numerusform>and %Ln more service</numerusform>
            <numerusform>and %Ln more services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ends %1 with all its tasks: %Ln task(s) are killed.</source>
        <translation>
            <numerusform>Ends %1 with all its tasks: %Ln task is killed.</numerusform>
            <numerusform>Ends %1 with all its tasks: %Ln tasks are killed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every instance of %Ln app(s) ends</source>
        <translation>
            <numerusform>Every instance of %Ln app ends</numerusform>
            <numerusform>Every instance of %Ln apps ends</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server&apos;s own plan (asked without doing it), %Ln step(s)</source>
        <translation>
            <numerusform>The server&apos;s own plan (asked without doing it), %Ln step</numerusform>
            <numerusform>The server&apos;s own plan (asked without doing it), %Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Creates %Ln app(s), one after the other</source>
        <translation>
            <numerusform>Creates %Ln app</numerusform>
            <numerusform>Creates %Ln apps, one after the other</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starts %Ln instance(s) in all.</source>
        <translation>
            <numerusform>Starts %Ln instance in all.</numerusform>
            <numerusform>Starts %Ln instances in all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deployments</name>
    <message numerus="yes">
        <source>No progress for %Ln minute(s)</source>
        <translation>
            <numerusform>No progress for %Ln minute</numerusform>
            <numerusform>No progress for %Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s) without an offer</source>
        <translation>
            <numerusform>%Ln instance without an offer</numerusform>
            <numerusform>%Ln instances without an offer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s) still staging</source>
        <translation>
            <numerusform>%Ln instance still staging</numerusform>
            <numerusform>%Ln instances still staging</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s) not healthy yet</source>
        <translation>
            <numerusform>%Ln instance not healthy yet</numerusform>
            <numerusform>%Ln instances not healthy yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s) not ready yet</source>
        <translation>
            <numerusform>%Ln instance not ready yet</numerusform>
            <numerusform>%Ln instances not ready yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln old instance(s) still ending</source>
        <translation>
            <numerusform>%Ln old instance still ending</numerusform>
            <numerusform>%Ln old instances still ending</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Effects</name>
    <message numerus="yes">
        <source>%1 is destroyed with its %Ln instance(s).</source>
        <translation>
            <numerusform>%1 is destroyed with its %Ln instance.</numerusform>
            <numerusform>%1 is destroyed with its %Ln instances.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 comes back with %Ln instance(s).</source>
        <translation>
            <numerusform>%1 comes back with %Ln instance.</numerusform>
            <numerusform>%1 comes back with %Ln instances.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln instance(s) of %1 are replaced.</source>
        <translation>
            <numerusform>All %Ln instance of %1 are replaced.</numerusform>
            <numerusform>All %Ln instances of %1 are replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s) of %1 wait(s)</source>
        <translation>
            <numerusform>%Ln instance of %1 waits</numerusform>
            <numerusform>%Ln instances of %1 wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s) of %1 can&apos;t be reached</source>
        <translation>
            <numerusform>%Ln instance of %1 can&apos;t be reached</numerusform>
            <numerusform>%Ln instances of %1 can&apos;t be reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln agent(s)</source>
        <translation>
            <numerusform>of %Ln agent</numerusform>
            <numerusform>of %Ln agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starting %Ln instance(s) of %1: fetching the image or files, or the command has not begun.</source>
        <translation>
            <numerusform>Starting %Ln instance of %1: fetching the image or files, or the command has not begun.</numerusform>
            <numerusform>Starting %Ln instances of %1: fetching the image or files, or the command has not begun.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not healthy yet: %Ln running instance(s) of %1.</source>
        <translation>
            <numerusform>Not healthy yet: %Ln running instance of %1.</numerusform>
            <numerusform>Not healthy yet: %Ln running instances of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no new tasks are placed on %Ln of them</source>
        <translation>
            <numerusform>no new tasks are placed on %Ln of them</numerusform>
            <numerusform>no new tasks are placed on %Ln of them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %Ln host port(s) free on one agent</source>
        <translation>
            <numerusform>at most %Ln host port free on one agent</numerusform>
            <numerusform>at most %Ln host ports free on one agent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::app::commands::PlanCommand</name>
    <message numerus="yes">
        <source>%Ln more instance(s) fit.</source>
        <translation>
            <numerusform>%Ln more instance fits.</numerusform>
            <numerusform>%Ln more instances fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s): %1</source>
        <translation>
            <numerusform>%Ln agent: %1</numerusform>
            <numerusform>%Ln agents: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Effects</name>
    <message numerus="yes">
        <source>restarts all %Ln instance(s)</source>
        <translation>
            <numerusform>restarts its %Ln instance</numerusform>
            <numerusform>restarts all %Ln instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more; the running ones stay</source>
        <translation>
            <numerusform>%Ln more; the running ones stay</numerusform>
            <numerusform>%Ln more; the running ones stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fewer; the others stay</source>
        <translation>
            <numerusform>%Ln fewer; the others stay</numerusform>
            <numerusform>%Ln fewer; the others stay</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Impact</name>
    <message numerus="yes">
        <source>Rolling restart of %Ln instance(s)</source>
        <translation>
            <numerusform>Rolling restart of %Ln instance</numerusform>
            <numerusform>Rolling restart of %Ln instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New app with %Ln instance(s)</source>
        <translation>
            <numerusform>New app with %Ln instance</numerusform>
            <numerusform>New app with %Ln instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The app and its %Ln instance(s) go</source>
        <translation>
            <numerusform>The app and its %Ln instance go</numerusform>
            <numerusform>The app and its %Ln instances go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>needs %Ln more at its peak</source>
        <translation>
            <numerusform>needs %Ln more at its peak</numerusform>
            <numerusform>needs %Ln more at its peak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>never fewer than %Ln healthy</source>
        <translation>
            <numerusform>never fewer than %Ln healthy</numerusform>
            <numerusform>never fewer than %Ln healthy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Summary</name>
    <message numerus="yes">
        <source>%Ln instance(s)</source>
        <translation>
            <numerusform>%Ln instance</numerusform>
            <numerusform>%Ln instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s), %1</source>
        <translation>
            <numerusform>%Ln instance, %1</numerusform>
            <numerusform>%Ln instances, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln volume(s)</source>
        <translation>
            <numerusform>%Ln volume</numerusform>
            <numerusform>%Ln volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln variable(s)</source>
        <translation>
            <numerusform>%Ln variable</numerusform>
            <numerusform>%Ln variables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln constraint(s)</source>
        <translation>
            <numerusform>%Ln constraint</numerusform>
            <numerusform>%Ln constraints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln port(s)</source>
        <translation>
            <numerusform>%1; %Ln port</numerusform>
            <numerusform>%1; %Ln ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s): %1 CPU, %2</source>
        <translation>
            <numerusform>%Ln instance: %1 CPU, %2</numerusform>
            <numerusform>%Ln instances: %1 CPU, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln health check(s) decide who is killed</source>
        <translation>
            <numerusform>%Ln health check decides who is killed</numerusform>
            <numerusform>%Ln health checks decide who is killed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) that the schema does not know, kept as they are</source>
        <translation>
            <numerusform>%Ln key that the schema does not know, kept as it is</numerusform>
            <numerusform>%Ln keys that the schema does not know, kept as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::cluster::ActionText</name>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
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
    <name>mesoscope::tables</name>
    <message numerus="yes">
        <source>%Ln of these apps</source>
        <translation>
            <numerusform>%Ln of these apps</numerusform>
            <numerusform>%Ln of these apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them wait for the same reason: %1.</source>
        <translation>
            <numerusform>%Ln of them waits for this reason: %1.</numerusform>
            <numerusform>%Ln of them wait for the same reason: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln app(s)</source>
        <translation>
            <numerusform>%Ln app</numerusform>
            <numerusform>%Ln apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in flight</source>
        <translation>
            <numerusform>%Ln in flight</numerusform>
            <numerusform>%Ln in flight</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) attention, shown above</source>
        <translation>
            <numerusform>%Ln needs attention, shown above</numerusform>
            <numerusform>%Ln need attention, shown above</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents of rack %1 behind switch %2 are unreachable since %3</source>
        <translation>
            <numerusform>%Ln agent of rack %1 behind switch %2 is unreachable since %3</numerusform>
            <numerusform>%Ln agents of rack %1 behind switch %2 are unreachable since %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents of rack %1 are unreachable since %2</source>
        <translation>
            <numerusform>%Ln agent of rack %1 is unreachable since %2</numerusform>
            <numerusform>%Ln agents of rack %1 are unreachable since %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents are unreachable since %1</source>
        <translation>
            <numerusform>%Ln agent is unreachable since %1</numerusform>
            <numerusform>%Ln agents are unreachable since %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in a row: %1</source>
        <translation>
            <numerusform>%Ln in a row: %1</numerusform>
            <numerusform>%Ln in a row: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no progress for %Ln min</source>
        <translation>
            <numerusform>no progress for %Ln min</numerusform>
            <numerusform>no progress for %Ln min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::text</name>
    <message numerus="yes">
        <source>
… and %Ln more character(s)</source>
        <translation>
            <numerusform>
… and %Ln more character</numerusform>
            <numerusform>
… and %Ln more characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more like these</source>
        <translation>
            <numerusform>… and %Ln more like these</numerusform>
            <numerusform>… and %Ln more like these</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln held back after failures, for %1 at most</source>
        <translation>
            <numerusform>%Ln held back after failures, for %1 at most</numerusform>
            <numerusform>%Ln held back after failures, for %1 at most</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not launched: %1</source>
        <translation>
            <numerusform>%Ln not launched: %1</numerusform>
            <numerusform>%Ln not launched: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not launched, no offer fits yet</source>
        <translation>
            <numerusform>%Ln not launched, no offer fits yet</numerusform>
            <numerusform>%Ln not launched, no offer fits yet</numerusform>
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
</context>
<context>
    <name>mesoscope::widgets::ActionFlow</name>
    <message numerus="yes">
        <source>and %Ln more deployment(s), not touched</source>
        <translation>
            <numerusform>and %Ln more deployment, not touched</numerusform>
            <numerusform>and %Ln more deployments, not touched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln app(s) changed</source>
        <translation>
            <numerusform>%Ln app changed</numerusform>
            <numerusform>%Ln apps changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ActionPlan</name>
    <message numerus="yes">
        <source>Kill %Ln task(s)</source>
        <translation>
            <numerusform>Kill %Ln task</numerusform>
            <numerusform>Kill %Ln tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %Ln running</source>
        <translation>
            <numerusform>Keep %Ln running</numerusform>
            <numerusform>Keep %Ln running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kill %Ln and scale down</source>
        <translation>
            <numerusform>Kill %Ln and scale down</numerusform>
            <numerusform>Kill %Ln and scale down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kill %Ln and wipe</source>
        <translation>
            <numerusform>Kill %Ln and wipe</numerusform>
            <numerusform>Kill %Ln and wipe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %Ln instance(s)</source>
        <translation>
            <numerusform>Keep %Ln instance</numerusform>
            <numerusform>Keep %Ln instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restart %Ln instance(s)</source>
        <translation>
            <numerusform>Restart %Ln instance</numerusform>
            <numerusform>Restart %Ln instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Suspend %Ln app(s)</source>
        <translation>
            <numerusform>Suspend %Ln app</numerusform>
            <numerusform>Suspend %Ln apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Destroy %Ln app(s)</source>
        <translation>
            <numerusform>Destroy %Ln app</numerusform>
            <numerusform>Destroy %Ln apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %Ln app(s)</source>
        <translation>
            <numerusform>Keep %Ln app</numerusform>
            <numerusform>Keep %Ln apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drain %Ln agent(s)</source>
        <translation>
            <numerusform>Drain %Ln agent</numerusform>
            <numerusform>Drain %Ln agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %Ln in service</source>
        <translation>
            <numerusform>Keep %Ln in service</numerusform>
            <numerusform>Keep %Ln in service</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %Ln agent(s)</source>
        <translation>
            <numerusform>Deactivate %Ln agent</numerusform>
            <numerusform>Deactivate %Ln agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reactivate %Ln agent(s)</source>
        <translation>
            <numerusform>Reactivate %Ln agent</numerusform>
            <numerusform>Reactivate %Ln agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln agent(s) gone</source>
        <translation>
            <numerusform>Mark %Ln agent gone</numerusform>
            <numerusform>Mark %Ln agents gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scale %Ln app(s)</source>
        <translation>
            <numerusform>Scale %Ln app</numerusform>
            <numerusform>Scale %Ln apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %Ln instance(s) by the canary</source>
        <translation>
            <numerusform>Replace %Ln instance by the canary</numerusform>
            <numerusform>Replace %Ln instances by the canary</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AgentInspector</name>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stuck: %Ln task(s) should have ended</source>
        <translation>
            <numerusform>Stuck: %Ln task should have ended</numerusform>
            <numerusform>Stuck: %Ln tasks should have ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s)</source>
        <translation>
            <numerusform>%Ln service</numerusform>
            <numerusform>%Ln services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AgentsPage</name>
    <message numerus="yes">
        <source>whole cluster: %Ln task(s)</source>
        <translation>
            <numerusform>whole cluster: %Ln task</numerusform>
            <numerusform>whole cluster: %Ln tasks</numerusform>
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
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drain %Ln…</source>
        <translation>
            <numerusform>Drain %Ln…</numerusform>
            <numerusform>Drain %Ln…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AppInspector</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AppPage</name>
    <message numerus="yes">
        <source>%Ln agent(s) offered and were refused</source>
        <translation>
            <numerusform>%Ln agent offered and was refused</numerusform>
            <numerusform>%Ln agents offered and were refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AppVersions</name>
    <message numerus="yes">
        <source>the scheduler keeps %Ln</source>
        <translation>
            <numerusform>the scheduler keeps %Ln</numerusform>
            <numerusform>the scheduler keeps %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>this program keeps %Ln, for good</source>
        <translation>
            <numerusform>this program keeps %Ln, for good</numerusform>
            <numerusform>this program keeps %Ln, for good</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AppsPage</name>
    <message numerus="yes">
        <source>%Ln app(s)</source>
        <translation>
            <numerusform>%Ln app</numerusform>
            <numerusform>%Ln apps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::BulkBar</name>
    <message numerus="yes">
        <source>%Ln app(s) selected</source>
        <translation>
            <numerusform>%Ln app selected</numerusform>
            <numerusform>%Ln apps selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s)</source>
        <translation>
            <numerusform>%Ln instance</numerusform>
            <numerusform>%Ln instances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ChangeView</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ComposeSheet</name>
    <message numerus="yes">
        <source>%Ln container(s)</source>
        <translation>
            <numerusform>%Ln container</numerusform>
            <numerusform>%Ln containers</numerusform>
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
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::DiffView</name>
    <message numerus="yes">
        <source>%Ln more field(s)</source>
        <translation>
            <numerusform>%Ln more field</numerusform>
            <numerusform>%Ln more fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::DocumentForm</name>
    <message numerus="yes">
        <source>%Ln apps are too many to draw; choose one in the title row.</source>
        <translation>
            <numerusform>%Ln app is too many to draw; choose one in the title row.</numerusform>
            <numerusform>%Ln apps are too many to draw; choose one in the title row.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::EditorPage</name>
    <message numerus="yes">
        <source>Review %Ln change(s)…</source>
        <translation>
            <numerusform>Review %Ln change…</numerusform>
            <numerusform>Review %Ln changes…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) changed on both sides.</source>
        <translation>
            <numerusform>%Ln field changed on both sides.</numerusform>
            <numerusform>%Ln fields changed on both sides.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✎ %Ln change(s)</source>
        <translation>
            <numerusform>✎ %Ln change</numerusform>
            <numerusform>✎ %Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ %Ln problem(s)</source>
        <translation>
            <numerusform>⚠ %Ln problem</numerusform>
            <numerusform>⚠ %Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No progress for %Ln minute(s).</source>
        <translation>
            <numerusform>No progress for %Ln minute.</numerusform>
            <numerusform>No progress for %Ln minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) of the running version were taken over; yours stayed.</source>
        <translation>
            <numerusform>%Ln change of the running version was taken over; yours stayed.</numerusform>
            <numerusform>%Ln changes of the running version were taken over; yours stayed.</numerusform>
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
        <source>%Ln needed beyond those that run</source>
        <translation>
            <numerusform>%Ln needed beyond those that run</numerusform>
            <numerusform>%Ln needed beyond those that run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more here</source>
        <translation>
            <numerusform>%Ln more here</numerusform>
            <numerusform>%Ln more here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::FormRowWidget</name>
    <message numerus="yes">
        <source>matches %1 of %Ln agent(s) in %2 racks</source>
        <translation>
            <numerusform>matches %1 of %Ln agent in %2 racks</numerusform>
            <numerusform>matches %1 of %Ln agents in %2 racks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>matches %1 of %Ln agent(s)</source>
        <translation>
            <numerusform>matches %1 of %Ln agent</numerusform>
            <numerusform>matches %1 of %Ln agents</numerusform>
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
        <source>Matches %Ln agent(s)</source>
        <translation>
            <numerusform>Matches %Ln agent</numerusform>
            <numerusform>Matches %Ln agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %1: %Ln agent(s)</source>
        <translation>
            <numerusform>All %1: %Ln agent</numerusform>
            <numerusform>All %1: %Ln agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> in %Ln rack(s)</source>
        <translation>
            <numerusform> in %Ln rack</numerusform>
            <numerusform> in %Ln racks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %Ln can take one instance now</source>
        <translation>
            <numerusform>; %Ln can take one instance now</numerusform>
            <numerusform>; %Ln can take one instance now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Header</name>
    <message numerus="yes">
        <source>%Ln notification(s)</source>
        <translation>
            <numerusform>%Ln notification</numerusform>
            <numerusform>%Ln notifications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::HealthBar</name>
    <message numerus="yes">
        <source>%Ln healthy</source>
        <translation>
            <numerusform>%Ln healthy</numerusform>
            <numerusform>%Ln healthy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running without a health check</source>
        <translation>
            <numerusform>%Ln running without a health check</numerusform>
            <numerusform>%Ln running without a health check</numerusform>
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
        <source>%Ln unhealthy</source>
        <translation>
            <numerusform>%Ln unhealthy</numerusform>
            <numerusform>%Ln unhealthy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
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
        <source>%Ln unreachable</source>
        <translation>
            <numerusform>%Ln unreachable</numerusform>
            <numerusform>%Ln unreachable</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::HealthTimeline</name>
    <message numerus="yes">
        <source>%Ln failure(s) in a row kill the instance.</source>
        <translation>
            <numerusform>%Ln failure kills the instance.</numerusform>
            <numerusform>%Ln failures in a row kill the instance.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::InstanceInspector</name>
    <message numerus="yes">
        <source>failed %Ln time(s) in a row</source>
        <translation>
            <numerusform>failed %Ln time in a row</numerusform>
            <numerusform>failed %Ln times in a row</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ListPage</name>
    <message numerus="yes">
        <source>%Ln hidden by the filter</source>
        <translation>
            <numerusform>%Ln hidden by the filter</numerusform>
            <numerusform>%Ln hidden by the filter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::LogLines</name>
    <message numerus="yes">
        <source>+%Ln line(s)</source>
        <comment>of a folded stack trace</comment>
        <translation>
            <numerusform>+%Ln line</numerusform>
            <numerusform>+%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::LogPane</name>
    <message numerus="yes">
        <source>%Ln log(s) saved in %1</source>
        <translation>
            <numerusform>%Ln log saved in %1</numerusform>
            <numerusform>%Ln logs saved in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tail of %Ln task(s)</source>
        <translation>
            <numerusform>Tail of %Ln task</numerusform>
            <numerusform>Tail of %Ln tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %Ln log(s)…</source>
        <translation>
            <numerusform>Save %Ln log…</numerusform>
            <numerusform>Save %Ln logs…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln match</numerusform>
            <numerusform>%Ln matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) lost</source>
        <translation>
            <numerusform>%Ln line lost</numerusform>
            <numerusform>%Ln lines lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln of them</source>
        <translation>
            <numerusform>All %Ln of them</numerusform>
            <numerusform>All %Ln of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::LogPatterns</name>
    <message numerus="yes">
        <source>Patterns in the %Ln match(es)</source>
        <translation>
            <numerusform>Patterns in the %Ln match</numerusform>
            <numerusform>Patterns in the %Ln matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more pattern(s)</source>
        <translation>
            <numerusform>%Ln more pattern</numerusform>
            <numerusform>%Ln more patterns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::MaintenancePane</name>
    <message numerus="yes">
        <source> and %Ln more</source>
        <translation>
            <numerusform> and %Ln more</numerusform>
            <numerusform> and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln machine(s)</source>
        <translation>
            <numerusform>%Ln machine</numerusform>
            <numerusform>%Ln machines</numerusform>
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
        <source>%Ln since this program connected</source>
        <translation>
            <numerusform>%Ln since this program connected</numerusform>
            <numerusform>%Ln since this program connected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ObjectTable</name>
    <message numerus="yes">
        <source>%Ln moved</source>
        <translation>
            <numerusform>%Ln moved</numerusform>
            <numerusform>%Ln moved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Palette</name>
    <message numerus="yes">
        <source>%Ln result(s) in %1 ms</source>
        <translation>
            <numerusform>%Ln result in %1 ms</numerusform>
            <numerusform>%Ln results in %1 ms</numerusform>
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
        <source>In %Ln rack(s)</source>
        <translation>
            <numerusform>In %Ln rack</numerusform>
            <numerusform>In %Ln racks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::RailButton</name>
    <message numerus="yes">
        <source>%Ln open</source>
        <comment>incidents</comment>
        <translation>
            <numerusform>%Ln open</numerusform>
            <numerusform>%Ln open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ReviewPane</name>
    <message numerus="yes">
        <source>%Ln more instance(s) fit on %1 agents.</source>
        <translation>
            <numerusform>%Ln more instance fits on %1 agents.</numerusform>
            <numerusform>%Ln more instances fit on %1 agents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more app(s)</source>
        <translation>
            <numerusform>and %Ln more app</numerusform>
            <numerusform>and %Ln more apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The document has %Ln problem(s)</source>
        <translation>
            <numerusform>The document has %Ln problem</numerusform>
            <numerusform>The document has %Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them restart(s) the instances</source>
        <translation>
            <numerusform>%Ln of them restarts the instances</numerusform>
            <numerusform>%Ln of them restart the instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln app(s) do not fit.</source>
        <translation>
            <numerusform>%Ln app does not fit.</numerusform>
            <numerusform>%Ln apps do not fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deployment steps   %Ln step(s)</source>
        <translation>
            <numerusform>Deployment steps   %Ln step</numerusform>
            <numerusform>Deployment steps   %Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new instance(s) start at once</source>
        <translation>
            <numerusform>%Ln new instance starts at once</numerusform>
            <numerusform>%Ln new instances start at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln old instance(s) stop at once</source>
        <translation>
            <numerusform>%Ln old instance stops at once</numerusform>
            <numerusform>%Ln old instances stop at once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::SnapshotSearch</name>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln wanted</source>
        <translation>
            <numerusform>%Ln wanted</numerusform>
            <numerusform>%Ln wanted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s), rolling</source>
        <translation>
            <numerusform>%Ln instance, rolling</numerusform>
            <numerusform>%Ln instances, rolling</numerusform>
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
        <source>%Ln failure(s) in a row</source>
        <translation>
            <numerusform>%Ln failure in a row</numerusform>
            <numerusform>%Ln failures in a row</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::TasksPage</name>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln app(s)</source>
        <translation>
            <numerusform>%Ln app</numerusform>
            <numerusform>%Ln apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kill %Ln…</source>
        <translation>
            <numerusform>Kill %Ln…</numerusform>
            <numerusform>Kill %Ln…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %Ln log(s)</source>
        <translation>
            <numerusform>Open %Ln log</numerusform>
            <numerusform>Open %Ln logs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %Ln sandbox(es)</source>
        <translation>
            <numerusform>Open %Ln sandbox</numerusform>
            <numerusform>Open %Ln sandboxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::TextDiffView</name>
    <message numerus="yes">
        <source>%Ln unchanged line(s)</source>
        <translation>
            <numerusform>%Ln unchanged line</numerusform>
            <numerusform>%Ln unchanged lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::WaysBack</name>
    <message numerus="yes">
        <source>and %Ln more app(s)</source>
        <translation>
            <numerusform>and %Ln more app</numerusform>
            <numerusform>and %Ln more apps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::WhyPanel</name>
    <message numerus="yes">
        <source>%Ln offer(s)</source>
        <translation>
            <numerusform>%Ln offer</numerusform>
            <numerusform>%Ln offers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln offer(s) seen since it waits</source>
        <translation>
            <numerusform>%Ln offer seen since it waits</numerusform>
            <numerusform>%Ln offers seen since it waits</numerusform>
        </translation>
    </message>
</context>
</TS>
