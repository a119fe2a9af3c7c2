<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionText</name>
    <message>
        <source>%1 was changed meanwhile: version %2 was looked at, %3 is running now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the difference, then decide again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken by the scheduler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was lost; reading the state to find out what happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deployment did not end well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deployment is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) ended.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The answer was lost and the cluster shows no change: it did not happen. It was not sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 CPU and %2 MiB of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale group %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kill %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy group %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the launch delay of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy version %2 of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel deployment %1 and revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop deployment %1 half-way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert group %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drain %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deactivate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactivate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark %1 gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free CPU and memory are enough for all of them; constraints and ports are decided by the scheduler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Free CPU and memory are enough for %n of them now; the rest will wait.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 already wants %n instance(s); nothing will change.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starts %n more instance(s) of %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source> (%1 → %2); they need %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Kills %n instance(s) of %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source> (%1 → %2); the scheduler chooses which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No instance of %1 will be left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Replaces %n instance(s) of %1, new ones first as far as allowed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Needs room for %n more instance(s) at its peak</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Capacity dips: never fewer than %1 of %2 instances run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no health check: a new instance counts as soon as it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Removes %n app(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kills %n instance(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The scheduler forgets the definition and its versions; export them first to bring it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Kills %n instance(s) of %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are not known to belong to an app of this scheduler.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They are not replaced: the wanted number of instances falls by as many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their reservations and persistent volumes are destroyed with them; new instances start elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is started again, on this or another agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data on local persistent volumes is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing known any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts a new, forced deployment back to the state before it. It touches: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends it where it is; no new deployment starts. It touches: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old instances that were not replaced yet stay: the apps remain half old, half new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A running deployment of %1 is cancelled by this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A running deployment holds %1: the scheduler will refuse unless it is overridden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces the definition of %1; what changed decides whether its instances restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creates what the document describes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheduler tries to launch at once instead of waiting for the back-off to end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes back to the stored definition %2 of %1 as a new version (now %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts every app of the group back to its state at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an app of this cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the id; it begins with a slash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an agent of this cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the agent&apos;s id or its host name as the master lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s) send offers again.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No new tasks are placed there; %n running task(s) stay.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are killed there.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 loses %2 of %3 instances.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every instance of %1 is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An agent marked gone never comes back under its id; its data is given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>master</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scheduler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No %1 is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect with its address first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 is not live; what is shown may be old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it is live again, or read everything again with F5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect without the read-only flag to change the cluster.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fabio</name>
    <message>
        <source>This fabio shows its routes only; overrides are switched off.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>it is not valid UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not the expected kind of document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is nested too deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it breaks off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the address is right and that no proxy changes the answers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Marathon</name>
    <message>
        <source>what it should hold is not in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon&apos;s app list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon&apos;s app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon&apos;s pod list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon&apos;s group tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon&apos;s task list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon&apos;s deployment list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon&apos;s plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon&apos;s launch queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon&apos;s version list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon&apos;s own description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon&apos;s leader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was killed on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be started on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was lost on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2 can&apos;t be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 never arrived on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is gone with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is gone with %2, which was marked gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be sent to Marathon as an id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ids are made of lower-case letters, digits, dots and hyphens.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Scheduler</name>
    <message>
        <source>This scheduler does not tell which offers it refused.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>cpu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constraint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no volume reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scarce resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>launch queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replacement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>readiness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>health check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deployment lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back-off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>appspec</name>
    <message>
        <source>Remove args</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use RW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use port index 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use unlimited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the requested amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use *</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove shmSize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use RO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use 0 and 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>appspec-schema</name>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Container</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networking and ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health and readiness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment and secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade and failure handling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>base</name>
    <message>
        <source>The draft cannot be saved as %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the document as a file elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft %1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it should hold is not in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The master&apos;s access control does not allow you to do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask its operator for the permission, or use other credentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The master does not know this agent (any more).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have left or been marked gone; the list of agents is read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent is still draining, so it can&apos;t be reactivated yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for its last tasks. When their framework is gone it may stay so; then restart the agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The master does not know this framework (any more).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have ended meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer with the %1 can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether the address is a Mesos master or agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer to the change was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent again by itself: look whether the change took effect before you repeat it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document is not an app, a pod or a group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has to be JSON with an id, and with a command, a container or a list of apps.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>master</name>
    <message>
        <source>The state that the master sent is incomplete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One event of the master is larger than %1 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a task or framework with enormous labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of what the master sent is not valid JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is read again. If this stays, check whether the address is a Mesos master.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent nothing for %2 s, not even a heartbeat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stream is opened again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers, but not with a Mesos event stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether this is the port of a Mesos master (usually 5050).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The master&apos;s answer to %1 can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether the address is a Mesos master.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state that the master sent is not a valid message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is read again as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One entry of the master&apos;s state is larger than %1 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of what the master sent is not a valid message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state that the master sent is not valid JSON.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::app::commands</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::app::commands::AppDocument</name>
    <message>
        <source>mesoscope app %1 needs a document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See mesoscope --help.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::app::commands::DiffCommand</name>
    <message>
        <source>No difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document is not JSON: line %1, column %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: mesoscope app diff FILE [APP or FILE] [--json]</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::app::commands::PlanCommand</name>
    <message>
        <source>Where it would run is not known: no agents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more room is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more instance(s) fit.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Only %1 of %2 more instances fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s): %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 CPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The closest agent misses %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::app::commands::ValidateCommand</name>
    <message>
        <source>--for takes marathon or swan, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--request takes a method and a path, for example &quot;PUT /v2/apps/prod/web&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>app validate does not know %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>app validate takes one file; %1 is one too many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: mesoscope app validate FILE [--for marathon|swan] [--features LIST] [--json]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is valid.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Impact</name>
    <message>
        <source>Nothing changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored without any step: nothing restarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale %1 → %2 without a restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Rolling restart of %n instance(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New app with %n instance(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The app and its %n instance(s) go</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>needs %n more at its peak</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>never fewer than %n healthy</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Importer</name>
    <message>
        <source>The command names no image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Compose file has no services.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Compose file is not YAML: line %1, column %2: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no image; build it first and name it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The named volume %1 became a directory of the agent; choose a persistent volume if its data must stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The anonymous volume %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::JsonParser</name>
    <message>
        <source>The text ends too early: %1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a NUL byte here; this looks like a binary file, not JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON writes texts in double quotes, not in single ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This byte is not UTF-8 text; the file may be binary or in another encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is expected here, not “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments are not part of JSON and the server refuses them; remove this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document is larger than %1 MB; it is kept as text but not examined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document is empty; an app begins with {.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document is complete here; what follows must be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values are nested deeper than %1 levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comma or }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comma or ]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a comma before } with nothing after it; remove the comma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key in double quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a colon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a comma before ] with nothing after it; remove the comma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text that begins in this line has no closing quote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a NUL byte inside this text; write it as \u0000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A control character stands inside this text; write it as an escape such as \t or \n.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text that begins here has no closing quote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This escape is unknown; JSON has \&quot; \\ \/ \b \f \n \r \t and \u with four digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>\u needs four hexadecimal digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A minus must be followed by digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number may not begin with 0 before other digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The point of this number must be followed by digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exponent of this number has no digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON has no NaN and no Infinity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a value; texts stand in double quotes, otherwise write true, false, null or a number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Merger</name>
    <message>
        <source>%1 is not JSON: line %2, column %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version you started from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version that runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Patch</name>
    <message>
        <source>The text is not JSON at the moment; mend it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new value is not JSON: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key “%1” exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lies inside a value that is neither an object nor a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no place in this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole document cannot be removed, renamed or moved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Template</name>
    <message>
        <source>Web service behind the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stateless, checked over HTTP, one instance per agent, replaced a quarter at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service with a persistent volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps its disk when it restarts. Its role must be that of its group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker without ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works through a queue; waits longer after each failure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One whole GPU, MESOS engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service with an address of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a container network; no ports of the agent are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair with a dependency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A group of two apps; the second one is deployed after the first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Words</name>
    <message>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::marathon::Advice</name>
    <message>
        <source>requirePorts has no effect off host networking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GROUP_BY without the number of groups stops the server from launching any app at all; give the number, for example [&quot;%1&quot;, &quot;GROUP_BY&quot;, &quot;3&quot;].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without portIndex this check never runs, and a deployment that waits for it never ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use port index 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 means that a failing instance is never killed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time-out is longer than the interval; probes will overlap.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::marathon::Conversion</name>
    <message>
        <source>%1 (The server answers 500: %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constraint operators are written in capitals: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A check with a command has neither path nor port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A check with a command has the protocol COMMAND.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use COMMAND</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A COMMAND check needs a command: {&quot;value&quot;: &quot;…&quot;}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A check has exactly one of http, tcp and exec.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A check cannot use HTTPS; use HTTP or a command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never send a check with argv: the server stores the app and from then on fails to list any app. Use command.shell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A volume can only be constrained by [&quot;path&quot;, &quot;LIKE&quot;, expression].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A CSI volume needs options with pluginName and capability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The access type of a CSI volume is mount or block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A CSI volume that is mounted needs fsType.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CSI access mode %1 does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::marathon::Thrown</name>
    <message>
        <source>%1 (The server answers 500: %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give either networks or the older ipAddress and docker.network, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The docker network NONE does not exist for apps; use networks with mode host, container/bridge or container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uris is the older form of fetch; keep only fetch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port mappings stand in container and in container.docker; keep only container.portMappings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ports under ipAddress.discovery are for the MESOS engine only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ports stand in container.portMappings and in ipAddress.discovery; keep only the first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::marathon::Validation</name>
    <message>
        <source>The key “%1” stands here more than once; only the last one counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text holds half of a character (a lone surrogate), which no UTF-8 text can carry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number is beyond what the server can hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove version</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::swan::Rules</name>
    <message>
        <source>A version is an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instances must be a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value must be a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is required.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may only have letters, digits and -, at most 64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instances must be above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must not be negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retries must not be negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A container is required.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The container type is DOCKER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>container.docker is required.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An image is required.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network is required: bridge, host or the name of a docker network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every port mapping has a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two port mappings are called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The protocol is tcp or udp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A port lies between 0 and 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>containerPath is required.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hostPath must be absolute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mode is RO or RW.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cmd check needs a command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A %1 check needs the name of a port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No port mapping is called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An http check needs a path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The protocol is cmd, tcp or http.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intervalSeconds must be above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With update, onFailure is required: stop, continue or rollback.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delay must not be negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A constraint needs an attribute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator is ==, != or ~=.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A constraint needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listen is a port as a text of digits, for example &quot;8080&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swan ignores %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swan ignores this older form of proxy; put alias and listen into proxies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swan passes this on as milliseconds, not as seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swan accepts rollback but does not do it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::cluster::ActionText</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::gateway::fabio</name>
    <message>
        <source>fabio&apos;s routing table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fabio&apos;s manual overrides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fabio&apos;s list of overrides</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::master</name>
    <message>
        <source>The maintenance schedule can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether the address is a Mesos master.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>containers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent&apos;s answer about this file can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether it is a Mesos agent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::master::Sandbox</name>
    <message>
        <source>Mesos agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written completely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the space on this disk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::net</name>
    <message>
        <source>the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether this is the port of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check user and password or the token. They are sent only to the configured addresses: if this is another one, add it to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter user and password, or a token, for this cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These credentials do not allow it. Ask for the permission or use others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is starting or has no leader yet; this usually passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look into the log of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wants credentials, or does not accept these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not permit this (403).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not exist (404).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not available now (503).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered with status %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing listens at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and whether %1 is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling, or the network and its name server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy on the way to %1 does not let the request through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy settings of this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 closed the connection without a complete answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be restarting. Otherwise check whether this is the port of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 broke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again; if this stays, check the network between here and there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be overloaded, or a firewall drops the packets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether it speaks HTTPS, and give the file of its certificate authority if it has its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 redirects in a circle (to %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The servers disagree about who leads; this usually passes. Otherwise check their addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 redirects to a place that can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 redirects from HTTPS to plain HTTP (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not followed. Configure the address it leads to if that is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: this cluster is opened read-only (%1 %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it with permission to change things.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended the stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is opened again; the picture is read anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request reached %1, but its answer was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may or may not have been carried out. Look at the state before you try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers, but not in HTTP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an HTTP address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it like http://host:5050.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 looks like a web page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 is not JSON.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::scheduler</name>
    <message>
        <source>No progress for %n minute(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is destroyed with its %n instance(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 comes back with %n instance(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %n instance(s) of %1 are replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stays as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 goes from %2 to %3 instances.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The running deployment of %1 is cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy an old version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new deployment, forward to an old definition. It touches one app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deployment touches several apps; choose one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No version before the present one is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel and revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop half-way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new deployment undoes what this one changed, always with force, so it may abort others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts nothing and undoes nothing: the new definition stays, old and new instances run side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has ended; nothing runs that could be cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole group %1 goes back in time, with every app in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The apps share no group but the root.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group&apos;s state before is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was destroyed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was scaled meanwhile: it is at version %2 now, you looked at %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed meanwhile: it is at version %2 now, you looked at %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n second(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n minute(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n hour(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n instance(s) of %1 wait(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 because it ended too often: the next start comes in at most %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the output of the task that failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the reason is still there it fails again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2: no offer has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2: no offer had it, but %3 has room now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2: the closest agent, %3, misses %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs nothing; it starts by itself when an agent has room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for less %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new version: all instances are replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: met by %2 of %3 agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no agent meets %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: its place is restricted in a way that no offer meets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no agent with room meets %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the constraint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for offers of role “%2”: those that come belong to other roles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether a quota holds role “%1” back is on the master&apos;s roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the role&apos;s weight, quota and reservations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes what other frameworks get.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for the persistent volume: no offer holds its reservation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the agent that holds the volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs nothing; starts by itself with its data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace with wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loses the volume&apos;s data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: every agent that offers is in maintenance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until maintenance ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for host ports that no offer has free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the scheduler choose the ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the agents with room keep it for apps that need their GPUs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 offers were refused because of: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the launch queue has looked at no offer for %2 although %3 has room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an app with GROUP_BY without a number, or a persistent volume without a principal, stops it for all apps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the app that stops the queue and restart Marathon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is launched until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no offer has come for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no offer was looked at yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether the master offers to this framework is not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n instance(s) of %1 can&apos;t be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> on %1; no replacement was started yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comes only when the master reports the loss again after the app&apos;s own delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs nothing; the instance goes on when it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loses its persistent volumes, if it has any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n instance(s) of %1 is/are being started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: fetching the image or files, or the command has not begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs but is not ready: its readiness check “%2” answers %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n running instance(s) of %1 is/are not healthy yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 times in a row: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no result has come yet; a check without a port is never made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is being changed by a deployment (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits for %2, which goes first (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not wait: %2 of %3 instances run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 instances of %3 run; the scheduler does not say what the others wait for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the app is not in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the agents are not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 agents could take one now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n of them take(s) no new tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::scheduler::DeploymentTracker</name>
    <message>
        <source>It ended while nobody watched.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::scheduler::marathon</name>
    <message>
        <source>Marathon could not read the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the document and send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon wants to know who you are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the user name, password or token of this cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon runs as many deployments as it may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel one of the running deployments first; overriding does not help here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon does not allow this to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the permission, or use another account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon does not know this object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been removed meanwhile; read the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon refuses the change because something of this name exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another id, or change the existing one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A running deployment holds a lock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it ends, cancel it, or override it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon does not speak this format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the address is Marathon&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon does not accept the document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the fields that it names and send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon refused the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Marathon does not have the address that was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the address holds no path of its own and that the version is supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Marathon is not the leader and could not reach the leader.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until a new leader is elected, or name the other members&apos; addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon is too busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon failed to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the state before trying again: the change may have gone through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event of Marathon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 became healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 became unhealthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A health check of %1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is killed because its health check failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended after it was forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app has no instances left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The definition was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pod was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployment step started: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployment step failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployment succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployment ended without success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon registered with the Mesos master</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon lost the Mesos master and gives up leadership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no app “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been removed; read the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An app cannot have fewer than 0 instances.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon cannot restart a pod.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kill its instances one after another instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pod is set back by sending its old definition, which is not here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the version first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon cannot kill an instance of a pod and scale in one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale the pod instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not the id of a Marathon task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” names an instance, not its task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the task itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No task is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon cannot scale and wipe at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instances of pods can only be killed one pod at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose tasks of one pod.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A group is scaled by a factor between 0 and 1000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The root group cannot be destroyed from here: it would remove everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy its groups one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon cannot do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon plans only changes of groups without doing them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Marathon&apos;s version is not known to plan without doing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the list of what the change touches instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GROUP_BY without a number stops the launch queue of this whole Marathon: no app would be started any more. Give it a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A MESOS health check without a port is accepted but never made: the deployment would not end. Give it a port index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon drops executorResources when an app is replaced as a whole; they will be back at their default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A deployment of this app is running: without overriding Marathon refuses the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A group document replaces the whole list: it destroys %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon refuses documents that name the existing subgroup %1: send it to the subgroup itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overriding cancels the running deployment %1 without its way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiping removes the instances&apos; persistent volumes and reservations; their data is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping half-way leaves the app as it is now: an upgrade stays half old and half new until the next change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way back is a new deployment that overrides the running one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks disappear from the lists at once but may run on until their grace period ends.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::scheduler::marathon::MarathonScheduler</name>
    <message>
        <source>Marathon&apos;s event stream is not reachable at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathon&apos;s event stream has been silent for too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is opened again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::tables</name>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allocated / total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GiB allocated / total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Healthy / wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey: running, no health check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in flight or last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State and reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scheduler&apos;s words, explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GiB requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last result, with its reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Framework</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Framework id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allocated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GiB allocated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU guaranteed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frameworks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused because of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Launch queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MiB requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IP addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::tables::Words</name>
    <message>
        <source>allocated %1, offered %2, reserved %3, free %4 of %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2 have instances there.</source>
        <comment>a cause; how many of the apps below</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of these apps</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them wait for the same reason: %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No shared cause is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n app(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in flight</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention, shown above</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>scaling %1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, step %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is unreachable since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n agents of rack %1 behind switch %2 are unreachable since %3</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agents of rack %1 are unreachable since %2</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agents are unreachable since %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The filter has a quotation mark without its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it with a second quotation mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter field &quot;%1&quot; has no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a value behind the colon, as in %1:value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot; in this table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is not a number and can&apos;t be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1:value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number, as in %1:&gt;2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unhealthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no result yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no check</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n in a row: %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>last failed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>no progress for %n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>stuck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no column &quot;%1&quot; in this table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown, was healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown, was unhealthy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::text</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two units of one duration: 3 min 40 s</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>
… and %n more character(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more like these</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>master</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scheduler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coordination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>killing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>killed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone by operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unhealthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deactivated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recovering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not configured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retrying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outcome not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deploying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>role does not match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constraint not met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no volume reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maintenance is planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent is avoided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not enough cpu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not enough disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not enough GPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not enough ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not enough bandwidth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scarce resources are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other region</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n held back after failures, for %1 at most</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not launched: %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not launched, no offer fits yet</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on unreachable agents</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unhealthy</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n starting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>last failure: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only: nothing that changes the cluster is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No %1 is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1&apos;s data is stale since %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 is not connected: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ActionFlow</name>
    <message>
        <source>One after the other; the first failure stops the rest: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The effect is being worked out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forced: a running deployment of these apps is cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not forced: if another deployment holds the app, the scheduler answers 409 and nothing happens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, step %3 of %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds what you change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not touched, may need the same room</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more deployment(s), not touched</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody deploys anything now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n app(s) changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 were changed before; the rest was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Override…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ActionPlan</name>
    <message numerus="yes">
        <source>Kill %n task(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kill %n and scale down</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Way out: scale up again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Kill %n and wipe</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No way out: the data is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced by the scheduler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way out: deploy the version before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Keep %n instance(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Way out: scale back</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Restart %n instance(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way out: stop half-way, what restarted stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Suspend %n app(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Destroy %n app(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n app(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Way out: deploy the document again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way out: deploy each document again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy the old version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way out: deploy the newer version again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel and revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way out: deploy again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop half-way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the group as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way out: revert to the state of now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Drain %n agent(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n in service</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Way out: reactivate; tasks do not come back</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %n agent(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Way out: reactivate</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Reactivate %n agent(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way out: drain or deactivate again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Mark %n agent(s) gone</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Keep waiting for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No way out: it never comes back under its id</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AgentInspector</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allocated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services with instances here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deactivate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactivate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark gone…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an agent to see how full it is and who depends on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mesos %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 running, %2 unhealthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 running of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>began %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>killed after at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kill grace decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays out until reactivated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cpu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cpu, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is out of service already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is marked gone already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent is unreachable: it can&apos;t be drained.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AgentsPage</name>
    <message>
        <source>add: state, rack, attribute, version, tasks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks of the agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>whole cluster: %n task(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>cpu %1 % of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory %1 % of %2 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk %1 % of %2 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a host and its tasks</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No agent is registered with the master.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AppInspector</name>
    <message>
        <source>App</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an app to see how it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>role %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no route of its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cpu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requested, %1 each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scheduler can&apos;t do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing runs that could restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is suspended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AppPage</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instances of the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where they run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the scheduler holds it; read-only here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy this version…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document of the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheduler has no app of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version %1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>role %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cpu, %2 each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instances %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scheduler can&apos;t do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing runs that could restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is suspended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, step %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last change of the definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the versions that the scheduler keeps…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) that the scheduler keeps, newest first</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Versions %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version runs now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the launch delay…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AppsPage</name>
    <message>
        <source>name, image, label, state…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New app…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n app(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an app to see how it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 not calm: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheduler runs no app yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::BulkBar</name>
    <message>
        <source>Scale…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App by app, stops at the first failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n app(s) selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::CapacityLegend</name>
    <message>
        <source>allocated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the bars mean</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ClusterButton</name>
    <message>
        <source>Cluster %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cluster open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to another cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only: no request that changes anything is sent. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected: each change asks for the typed cluster name. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ConfirmSheet</name>
    <message>
        <source>Copy as curl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <comment>before the name of a cluster</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who else deploys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing else is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected cluster. To go on, type %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ConnectPage</name>
    <message>
        <source>Colour %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the demo cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cluster inside this program that speaks the real Mesos, Marathon and fabio interfaces on loopback. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program ends it when you leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One address is enough: a master, a scheduler or a gateway. What the master knows of the others is filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: Map, Agents and Tasks need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: Apps and Deployments need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: Gateway and SLO say “no source”; all else works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no request that changes anything is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each change asks for the typed cluster name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Come back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is contacted before you open one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests go to the addresses on this page and nowhere else: no account, no telemetry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clusters that you open are listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the demo cluster…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start “%1” with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the address of a master or a scheduler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect without %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter connects</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::DeploymentList</name>
    <message>
        <source>Stuck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::DeploymentsPage</name>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source has answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four different ways back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a deployment to see the ways back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of them stuck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended since this program looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>readiness check %1 not passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, step %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 up</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No progress for %n min; the cause is not known.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No progress for %n min: %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is being deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What ends while this program looks is kept in this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheduler has not told everything yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stuck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, began %2. Times of instances as the scheduler tells them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>touches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::DocumentForm</name>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON of an app or a group, as the scheduler takes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a document here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON documents (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too large for a document of an app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no document yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::DrainForm</name>
    <message>
        <source>Longest kill grace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: each task&apos;s own grace decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark gone when drained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number of minutes, or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::EventList</name>
    <message>
        <source>Latest events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened since this program connected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::EventStrip</name>
    <message>
        <source>Event rate of the last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the cluster as it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the picture still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PAUSED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not watched yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln event(s) in 15 s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::FilterBox</name>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field “%1” here; known are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter %1; press to remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::FreshnessPill</name>
    <message>
        <source>Source %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retrying in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retrying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events/s, %2 requests/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::FunnelView</name>
    <message>
        <source>Offers examined and refused, by reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3 refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused because of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>examined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Gallery</name>
    <message>
        <source>Scale to 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kill 4…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaling to 5…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Killing 4…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>app is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Healthy / wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale 34 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freshness pill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one per source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silent for 34 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>age of last event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers over 2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click tries now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name as in Mesos, without TASK_</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the map&apos;s textures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tasks end, no offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty, no offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tasks stay, no offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a moment ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silent since 10:38:02</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not back yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never comes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 draining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sparkline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>60 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts at zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap stays open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 checks passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 failed, 3 min 42 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unhealthy, 3 in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started 41 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known for 4 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key-value panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreachable 4 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at 10:38:02</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 of 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about 20 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no known end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 of 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stuck for 14 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>64 of 64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in 3 min 40 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>18 of 30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 of 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guard attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deactivated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deploying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says what it does; destructive is never filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled, with its reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>primary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segments, check, switch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By rack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>advise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any 2xx or 3xx passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter checks, Esc reverts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole seconds only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closest agent misses 1.2 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set by the group /shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grace period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default 300</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain, hover, current, ticked, changing, stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name, image, label, state…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Banner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one at a time, the worst; one action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway is stale since 10:41:33.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its last state stays readable; writing routes is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request that changes bj-prod leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit profile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay, 10:31:07.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything here was recorded; actions are off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduler: 401 Unauthorized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views and drafts are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window still runs the older one; drafts survive the restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart Mesoscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>five different looks; one sentence, one action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8.4 of 31 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No overrides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fabio has none, 3 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New override…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 agents silent since 10:38</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show 6 agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No app matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>412 apps, 2 filters hide all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear 2 filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gw-3: 502 Bad Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outcomes only; closes after 8 s, an error stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft of /pay/ledger discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 changes, kept until this closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale /shop/cart to 6 was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same names in both themes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ramps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by lightness; blue less, orange more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::GalleryPage</name>
    <message>
        <source>Components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every class of widgets/controls in every state</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Header</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::HealthBar</name>
    <message numerus="yes">
        <source>%n healthy</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running without a health check</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n starting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unhealthy</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draining</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unreachable</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::InspectorEdgeBar</name>
    <message>
        <source>Open or close the inspector</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::KillForm</name>
    <message>
        <source>How to kill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe volumes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ListPage</name>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source has answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hidden by the filter</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter hides all of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 so far, %2 rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Look</name>
    <message>
        <source>healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unhealthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>killing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>killed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deactivated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recovering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retrying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>master</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scheduler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coordination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metrics</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::MainWindow</name>
    <message>
        <source>No picture from the %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 is stale since %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its last state stays readable; changes are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act on the notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or run an action…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to another cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy an app…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Map</name>
    <message>
        <source>mem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gpu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cpu</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln deactivated</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draining</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreachable since %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreachable</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no %1</source>
        <comment>group of agents without the attribute</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>attribute and its value: rack a1</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cpu allocated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mem allocated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk allocated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gpu allocated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cpu offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mem offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cpu reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mem reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>cpu 62 %</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 allocated</source>
        <comment>cpu 71 % allocated</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>–</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln times)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s) unreachable</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s) not back after the fail-over</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s) returned</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s) added</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s) removed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>PiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>512 MiB</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2 %3</source>
        <comment>49 / 64 GiB</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::MapInspector</name>
    <message>
        <source>Allocated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cpu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gpu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreachable or gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deactivated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>apps</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing since this console watches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this profile is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the data is stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this scheduler cannot do it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drains already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drain...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactivate...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deactivate...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark gone...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kill instances...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deploying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source> of %Ln healthy</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> of %Ln running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln on unreachable agents</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unhealthy</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln starting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting for offers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>versions of its instances are being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <comment>instances</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more group(s) have some.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Largest share in one %1 %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losing all of %1 leaves %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s) below this group</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The scheduler knows no app of this name, and no task belongs to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>port %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mesos %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last known values; its tasks may still run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) fail their health check</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offered cpu / memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reserved cpu / memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>region, zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apps here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s) selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+click adds or removes one; Esc clears.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreachable</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>since %1; %2 on them</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Apps with most here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a cell or a group&apos;s name to inspect it; type app:/… above to see where a service runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>actions and why they are refused</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::MapLegend</name>
    <message>
        <source>Legend of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>older version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deactivated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instance of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agents where one starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one dot per task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wheel zooms, drag selects or pans, Enter opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tasks appear inside an agent from 12 px on; wheel zooms, Enter opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 – 100 % of the tasks fail their check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 – 100 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::MapPage</name>
    <message>
        <source>Filter or highlight...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter or highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>app:/shop/checkout shows where a service runs; host:, state:lost or ATTRIBUTE:VALUE keep some agents in full colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>waiting for the master</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading %1 MB, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>region › zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::MapSuggestions</name>
    <message numerus="yes">
        <source>%Ln instance(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::MapView</name>
    <message>
        <source>Cluster map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (last seen running)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln unhealthy</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>cpu allocated / total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory allocated / total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gpu allocated / total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>shared with %Ln other(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cpu, memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The master has no agents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the master&apos;s first answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <comment>agents</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ObjectTable</name>
    <message numerus="yes">
        <source>%n moved</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Palette</name>
    <message>
        <source>action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>framework</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frameworks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>the key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>the key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or run an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) in %1 ms</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>searched %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::PaletteBox</name>
    <message>
        <source>Search or run an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or run an action…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ProbeRow</name>
    <message>
        <source>Address of the %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not tested yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <comment>of a server that was asked</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::RackSpread</name>
    <message>
        <source>Where the instances run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no rack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No instance is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Losing the fullest rack leaves %2 of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>In %n rack(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>+%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Rail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::RailButton</name>
    <message numerus="yes">
        <source>%n open</source>
        <comment>incidents</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ScaleForm</name>
    <message>
        <source>Instances of each app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a whole number of instances.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ScenarioCard</name>
    <message>
        <source>Calm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steady traffic, nothing breaks. A place to look around.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rolling deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/shop/checkout goes to a new version in batches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crash loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One app exits soon after every start; its delay grows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One agent stops answering; its tasks start elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rack lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A switch fails and a whole rack is unreachable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leader fail-over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The leading master dies; another is elected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99 of one service passes its objective.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bad override</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One wrong line in fabio freezes its routing table.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::SnapshotSearch</name>
    <message>
        <source>%1 of %2 healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 running</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n wanted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Restart %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s), rolling</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Edit %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy %1…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::StateCounts</name>
    <message>
        <source>Show only these</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::StatusLine</name>
    <message>
        <source>%1 events/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no cluster open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::StepsView</name>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1  %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::TaskInspector</name>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kill…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a task to see its status, its place and what it asks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cpu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task belongs to no app of the connected scheduler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::TasksPage</name>
    <message>
        <source>filter: app, state, host, rack, health, reason…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kill…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sorted by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 share one cause: %3.</source>
        <comment>96 tasks, 31 apps, the cause</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kill %n…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The master knows no task.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Toast</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Waterfall</name>
    <message>
        <source>Instances over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new, %2 of before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheduler has told of no instance yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instance on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of before, running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running, no health result yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which old instance a new one replaces is not reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::WaysBack</name>
    <message>
        <source>Deploy an old version…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel and revert…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop half-way…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert a group…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has ended: nothing runs that could be stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touches %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new deployment, forward to an old definition. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new deployment undoes what this one changed, always with force, so it may abort others. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts nothing and undoes nothing: the new definition stays, old and new instances run side by side until the scheduler evens them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app is in no group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole group %1 goes back to its state of an earlier moment; the sheet lists every app that changes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::WhyPanel</name>
    <message>
        <source>Why is it waiting?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it hangs on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would help, and its price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 seen in the last %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n offer(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offer(s) seen since it waits</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Destroy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>net</name>
    <message>
        <source>The event stream lost its framing: a record is longer or shorter than announced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is opened again. If this stays, check whether a proxy changes the stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event stream announced a record of more than %1 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether the address really is a Mesos master.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event stream sent a line or an event of more than %1 KB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether the address really is an event stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be used for TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has to exist, be readable and hold PEM.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
