<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionText</name>
    <message>
        <source>Look at the difference, then decide again.</source>
        <translation>先看差异，再决定。</translation>
    </message>
    <message>
        <source>Taken by the scheduler.</source>
        <translation>调度器已接受。</translation>
    </message>
    <message>
        <source>The answer was lost; reading the state to find out what happened.</source>
        <translation>应答丢失；正在读取状态以确定发生了什么。</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>完成。</translation>
    </message>
    <message>
        <source>The deployment did not end well.</source>
        <translation>部署没有顺利结束。</translation>
    </message>
    <message>
        <source>%1 of %2 running</source>
        <translation>%2 个中 %1 个运行中</translation>
    </message>
    <message>
        <source>The deployment is over.</source>
        <translation>部署已结束。</translation>
    </message>
    <message>
        <source>%1 of %2 ended</source>
        <translation>%2 个中 %1 个已结束</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) ended.</source>
        <translation>
            <numerusform>%Ln 个任务已结束。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) left</source>
        <translation>
            <numerusform>还剩 %Ln 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>The answer was lost and the cluster shows no change: it did not happen. It was not sent again.</source>
        <translation>应答丢失，而集群没有变化：操作没有发生。没有再次发送。</translation>
    </message>
    <message>
        <source>%1 CPU and %2 MiB of memory</source>
        <translation>%1 CPU 和 %2 MiB 内存</translation>
    </message>
    <message>
        <source>Deploy the document</source>
        <translation>部署该文档</translation>
    </message>
    <message>
        <source>Deploy %1</source>
        <translation>部署 %1</translation>
    </message>
    <message>
        <source>Scale %1 to %2</source>
        <translation>将 %1 扩缩容到 %2</translation>
    </message>
    <message>
        <source>Scale group %1 by %2</source>
        <translation>将应用组 %1 按 %2 倍扩缩容</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>重启 %1</translation>
    </message>
    <message>
        <source>Suspend %1</source>
        <translation>挂起 %1</translation>
    </message>
    <message>
        <source>Kill %1</source>
        <translation>终止 %1</translation>
    </message>
    <message>
        <source>Destroy %1</source>
        <translation>销毁 %1</translation>
    </message>
    <message>
        <source>Destroy group %1</source>
        <translation>销毁应用组 %1</translation>
    </message>
    <message>
        <source>Reset the launch delay of %1</source>
        <translation>重置 %1 的启动延迟</translation>
    </message>
    <message>
        <source>Deploy version %2 of %1</source>
        <translation>部署 %1 的版本 %2</translation>
    </message>
    <message>
        <source>Cancel deployment %1 and revert</source>
        <translation>取消部署 %1 并回滚</translation>
    </message>
    <message>
        <source>Stop deployment %1 half-way</source>
        <translation>中途停止部署 %1</translation>
    </message>
    <message>
        <source>Revert group %1 to %2</source>
        <translation>将应用组 %1 回滚到 %2</translation>
    </message>
    <message>
        <source>Drain %1</source>
        <translation>排空 %1</translation>
    </message>
    <message>
        <source>Deactivate %1</source>
        <translation>停用 %1</translation>
    </message>
    <message>
        <source>Reactivate %1</source>
        <translation>重新启用 %1</translation>
    </message>
    <message>
        <source>Mark %1 gone</source>
        <translation>将 %1 标记为消失</translation>
    </message>
    <message numerus="yes">
        <source>%1 already wants %Ln instance(s); nothing will change.</source>
        <translation>
            <numerusform>%1 已经期望 %Ln 个实例；什么都不会改变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starts %Ln more instance(s) of %1</source>
        <translation>
            <numerusform>为 %1 再启动 %Ln 个实例</numerusform>
        </translation>
    </message>
    <message>
        <source> (%1 → %2); they need %3.</source>
        <translation>（%1 → %2）；共需 %3。</translation>
    </message>
    <message numerus="yes">
        <source>Kills %Ln instance(s) of %1</source>
        <translation>
            <numerusform>终止 %1 的 %Ln 个实例</numerusform>
        </translation>
    </message>
    <message>
        <source> (%1 → %2); the scheduler chooses which.</source>
        <translation>（%1 → %2）；由调度器选择哪些。</translation>
    </message>
    <message>
        <source>No instance of %1 will be left.</source>
        <translation>%1 将不剩任何实例。</translation>
    </message>
    <message numerus="yes">
        <source>Replaces %Ln instance(s) of %1, new ones first as far as allowed.</source>
        <translation>
            <numerusform>替换 %1 的 %Ln 个实例，在允许范围内先启动新的。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Needs room for %Ln more instance(s) at its peak</source>
        <translation>
            <numerusform>峰值时需要再容纳 %Ln 个实例</numerusform>
        </translation>
    </message>
    <message>
        <source>Capacity dips: never fewer than %1 of %2 instances run.</source>
        <translation>容量会下降：%2 个实例中运行的不少于 %1 个。</translation>
    </message>
    <message>
        <source>%1 has no health check: a new instance counts as soon as it runs.</source>
        <translation>%1 没有健康检查：新实例一运行就算数。</translation>
    </message>
    <message numerus="yes">
        <source>Removes %Ln app(s)</source>
        <translation>
            <numerusform>移除 %Ln 个应用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kills %Ln instance(s).</source>
        <translation>
            <numerusform>终止 %Ln 个实例。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kills %Ln instance(s) of %1.</source>
        <translation>
            <numerusform>终止 %1 的 %Ln 个实例。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) are not known to belong to an app of this scheduler.</source>
        <translation>
            <numerusform>有 %Ln 个任务不知属于此调度器的哪个应用。</numerusform>
        </translation>
    </message>
    <message>
        <source>They are not replaced: the wanted number of instances falls by as many.</source>
        <translation>它们不会被补上：期望的实例数相应减少。</translation>
    </message>
    <message>
        <source>Their reservations and persistent volumes are destroyed with them; new instances start elsewhere.</source>
        <translation>它们的预留和持久卷随之销毁；新实例在别处启动。</translation>
    </message>
    <message>
        <source>Each is started again, on this or another agent.</source>
        <translation>每一个都会在此 Agent 或其他 Agent 上重新启动。</translation>
    </message>
    <message>
        <source>Data on local persistent volumes is lost.</source>
        <translation>本地持久卷上的数据会丢失。</translation>
    </message>
    <message>
        <source>nothing known any more</source>
        <translation>已无所知</translation>
    </message>
    <message>
        <source>Starts a new, forced deployment back to the state before it. It touches: %1.</source>
        <translation>启动新的强制部署，回到之前的状态。涉及：%1。</translation>
    </message>
    <message>
        <source>Ends it where it is; no new deployment starts. It touches: %1.</source>
        <translation>就地结束；不启动新的部署。涉及：%1。</translation>
    </message>
    <message>
        <source>Old instances that were not replaced yet stay: the apps remain half old, half new.</source>
        <translation>尚未替换的旧实例保留：应用处于半旧半新。</translation>
    </message>
    <message>
        <source>A running deployment of %1 is cancelled by this.</source>
        <translation>这会取消 %1 正在进行的部署。</translation>
    </message>
    <message>
        <source>A running deployment holds %1: the scheduler will refuse unless it is overridden.</source>
        <translation>正在进行的部署占用 %1：除非覆盖，调度器会拒绝。</translation>
    </message>
    <message>
        <source>Replaces the definition of %1; what changed decides whether its instances restart.</source>
        <translation>替换 %1 的定义；改了什么决定其实例是否重启。</translation>
    </message>
    <message>
        <source>Creates what the document describes.</source>
        <translation>创建文档所描述的内容。</translation>
    </message>
    <message>
        <source>The scheduler tries to launch at once instead of waiting for the back-off to end.</source>
        <translation>调度器立即尝试启动，不等退避结束。</translation>
    </message>
    <message>
        <source>Goes back to the stored definition %2 of %1 as a new version (now %3).</source>
        <translation>以新版本回到 %1 保存的定义 %2（现在是 %3）。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Puts every app of the group back to its state at %1.</source>
        <translation>应用组的每个应用都回到 %1 时的状态。</translation>
    </message>
    <message>
        <source>%1 is not an app of this cluster.</source>
        <translation>%1 不是此集群的应用。</translation>
    </message>
    <message>
        <source>Check the id; it begins with a slash.</source>
        <translation>请检查 ID；它以斜杠开头。</translation>
    </message>
    <message>
        <source>%1 is not an agent of this cluster.</source>
        <translation>%1 不是此集群的 Agent。</translation>
    </message>
    <message>
        <source>Give the agent&apos;s id or its host name as the master lists them.</source>
        <translation>请使用 master 列出的 Agent ID 或主机名。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s) send offers again.</source>
        <translation>
            <numerusform>%Ln 个 Agent 重新发送资源邀约。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No new tasks are placed there; %Ln running task(s) stay.</source>
        <translation>
            <numerusform>那里不再放置新任务；%Ln 个运行中的任务保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) are killed there.</source>
        <translation>
            <numerusform>那里的 %Ln 个任务被终止。</numerusform>
        </translation>
    </message>
    <message>
        <source>Every instance of %1 is there.</source>
        <translation>%1 的所有实例都在那里。</translation>
    </message>
    <message>
        <source>An agent marked gone never comes back under its id; its data is given up.</source>
        <translation>标记为消失的 Agent 不会再以此 ID 回来；其数据被放弃。</translation>
    </message>
    <message>
        <source>master</source>
        <translation>master</translation>
    </message>
    <message>
        <source>scheduler</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>No %1 is connected.</source>
        <translation>没有连接%1。</translation>
    </message>
    <message>
        <source>Connect with its address first.</source>
        <translation>请先用它的地址连接。</translation>
    </message>
    <message>
        <source>The %1 is not live; what is shown may be old.</source>
        <translation>%1不是实时状态；所示内容可能是旧的。</translation>
    </message>
    <message>
        <source>Wait until it is live again, or read everything again with F5.</source>
        <translation>等它恢复实时，或按 F5 重新读取全部。</translation>
    </message>
    <message>
        <source>This connection is read-only.</source>
        <translation>此连接为只读。</translation>
    </message>
    <message>
        <source>Connect without the read-only flag to change the cluster.</source>
        <translation>若要改变集群，请不带只读标志连接。</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>启动 %1</translation>
    </message>
    <message>
        <source>Canary of %1</source>
        <translation>%1 的金丝雀发布</translation>
    </message>
    <message>
        <source>Shift traffic to the canary of %1</source>
        <translation>将流量切到 %1 的金丝雀</translation>
    </message>
    <message>
        <source>The deployment succeeded.</source>
        <translation>部署成功。</translation>
    </message>
    <message>
        <source>Scale every app of %1 to %2</source>
        <translation>将 %1 的每个应用扩缩容到 %2</translation>
    </message>
    <message>
        <source>There is room for all of them now, also by the constraints; host ports are decided by the scheduler.</source>
        <translation>现在有位置容纳全部，也满足约束；主机端口由调度器决定。</translation>
    </message>
    <message>
        <source>There is room for all of them now; host ports are decided by the scheduler.</source>
        <translation>现在有位置容纳全部；主机端口由调度器决定。</translation>
    </message>
    <message numerus="yes">
        <source>There is room for %Ln of them now, by resources and constraints; the rest will wait.</source>
        <translation>
            <numerusform>按资源和约束，现在有位置容纳其中 %Ln 个；其余将等待。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is room for %Ln of them now; the rest will wait.</source>
        <translation>
            <numerusform>现在有位置容纳其中 %Ln 个；其余将等待。</numerusform>
        </translation>
    </message>
    <message>
        <source>Whether there is room is not known: no agent is known.</source>
        <translation>不知道是否有位置：没有已知的 Agent。</translation>
    </message>
    <message>
        <source>The scheduler forgets the definition and its versions; this program keeps every version that it saw.</source>
        <translation>调度器会忘记该定义及其版本；本程序保留它见过的每个版本。</translation>
    </message>
    <message>
        <source>Every app of the group has as many instances already; nothing will change.</source>
        <translation>组内每个应用都已有这么多实例；不会有任何变化。</translation>
    </message>
    <message numerus="yes">
        <source>Scales %Ln app(s) of the group</source>
        <translation>
            <numerusform>扩缩容组内 %Ln 个应用</numerusform>
        </translation>
    </message>
    <message>
        <source>: %1 → %2 instances in all.</source>
        <translation>：合计 %1 → %2 个实例。</translation>
    </message>
    <message>
        <source>Taken by the master.</source>
        <translation>master 已接受。</translation>
    </message>
    <message>
        <source>Tear down framework %1</source>
        <translation>拆除框架 %1</translation>
    </message>
    <message>
        <source>Set the weight of %1</source>
        <translation>设置 %1 的权重</translation>
    </message>
    <message>
        <source>Set the quota of %1</source>
        <translation>设置 %1 的配额</translation>
    </message>
    <message>
        <source>Change the maintenance schedule</source>
        <translation>修改维护计划</translation>
    </message>
    <message>
        <source>%1 loses %2 of %3 instances</source>
        <translation>%1 失去 %3 个实例中的 %2 个</translation>
    </message>
    <message>
        <source>%1; the rest of the cluster takes them.</source>
        <translation>%1；集群其余部分可以容纳它们。</translation>
    </message>
    <message>
        <source>%1; only %2 of them find room elsewhere (%3).</source>
        <translation>%1；其中只有 %2 个能在别处找到空间（%3）。</translation>
    </message>
    <message>
        <source>%1; there is no room for them elsewhere (%2).</source>
        <translation>%1；别处没有空间容纳它们（%2）。</translation>
    </message>
    <message>
        <source>%1; their volumes stay there, so they start again only there.</source>
        <translation>%1；它们的卷留在原处，因此只能在原处重新启动。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more service(s)</source>
        <translation>
            <numerusform>以及另外 %Ln 个服务</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 CPU, %2 MiB of memory, %3 MiB of disk</source>
        <translation>%1 CPU、%2 MiB 内存、%3 MiB 磁盘</translation>
    </message>
    <message>
        <source>%1 is not a running framework of this cluster.</source>
        <translation>%1 不是该集群正在运行的框架。</translation>
    </message>
    <message>
        <source>Give the framework&apos;s id as the master lists it.</source>
        <translation>请按 master 所列给出框架 ID。</translation>
    </message>
    <message numerus="yes">
        <source>Ends %1 with all its tasks: %Ln task(s) are killed.</source>
        <translation>
            <numerusform>结束 %1 及其全部任务：%Ln 个任务将被终止。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every instance of %Ln app(s) ends</source>
        <translation>
            <numerusform>%Ln 个应用的全部实例都将结束</numerusform>
        </translation>
    </message>
    <message>
        <source>It can&apos;t come back under its id: its scheduler has to begin anew.</source>
        <translation>它不能再以原 ID 回来：其调度器必须重新开始。</translation>
    </message>
    <message>
        <source>Role %1: weight %2 → %3. Its fair share of what is offered changes with it.</source>
        <translation>角色 %1：权重 %2 → %3。它在资源邀约中的公平份额随之改变。</translation>
    </message>
    <message>
        <source>A weight is larger than 0.</source>
        <translation>权重必须大于 0。</translation>
    </message>
    <message>
        <source>Role %1 is guaranteed %2.</source>
        <translation>角色 %1 保证得到 %2。</translation>
    </message>
    <message>
        <source>It never gets more than %1.</source>
        <translation>它最多得到 %1。</translation>
    </message>
    <message>
        <source>It has no limit.</source>
        <translation>它没有上限。</translation>
    </message>
    <message>
        <source>It holds %1 now, more than the limit: nothing is taken away, but it gets no more offers until it holds less.</source>
        <translation>它现在持有 %1，超过上限：不会收回任何资源，但在降到上限以下之前不再得到资源邀约。</translation>
    </message>
    <message>
        <source>The guarantee is larger than the limit: the master will refuse it.</source>
        <translation>保证值大于上限：master 会拒绝。</translation>
    </message>
    <message>
        <source>All guarantees together are more than the cluster has.</source>
        <translation>所有保证值之和超过集群总量。</translation>
    </message>
    <message>
        <source>All guarantees together are more than the cluster has: the master will refuse it.</source>
        <translation>所有保证值之和超过集群总量：master 会拒绝。</translation>
    </message>
    <message>
        <source>%1 from %2 on</source>
        <translation>%1，自 %2 起</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1，自 %2 至 %3</translation>
    </message>
    <message>
        <source>New window: %1.</source>
        <translation>新窗口：%1。</translation>
    </message>
    <message>
        <source>It begins in the past: it is in force at once.</source>
        <translation>开始时间已过：立即生效。</translation>
    </message>
    <message>
        <source>Cancelled: %1.</source>
        <translation>已取消：%1。</translation>
    </message>
    <message>
        <source>Nothing changes.</source>
        <translation>没有任何变化。</translation>
    </message>
    <message>
        <source>Schedulers are asked to leave these machines; those that do not answer keep their tasks. If all leave:</source>
        <translation>将请求各调度器离开这些机器；不回应的调度器保留其任务。如果全部离开：</translation>
    </message>
    <message>
        <source>resources that are not known yet</source>
        <translation>尚不清楚的资源</translation>
    </message>
    <message>
        <source>start %1</source>
        <translation>启动 %1</translation>
    </message>
    <message>
        <source>stop %1</source>
        <translation>停止 %1</translation>
    </message>
    <message>
        <source>restart %1</source>
        <translation>重启 %1</translation>
    </message>
    <message>
        <source>scale %1</source>
        <translation>伸缩 %1</translation>
    </message>
    <message>
        <source>The server&apos;s own plan (asked without doing it) has no step: nothing would change.</source>
        <translation>服务器自己的计划（仅试问而不执行）没有步骤：不会有任何变化。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>另外 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server&apos;s own plan (asked without doing it), %Ln step(s)</source>
        <translation>
            <numerusform>服务器自己的计划（仅试问而不执行），%Ln 步</numerusform>
        </translation>
    </message>
    <message>
        <source>The server does not have version %1 of %2 any more.</source>
        <translation>服务器上已没有 %2 的版本 %1。</translation>
    </message>
    <message>
        <source>Choose another version. Definitions that this program kept can be deployed as documents from the app&apos;s versions.</source>
        <translation>请选择其他版本。本程序保存的定义可以从该应用的版本中作为文档部署。</translation>
    </message>
    <message>
        <source>Asked without doing it, the server says no: %1</source>
        <translation>仅试问而不执行，服务器拒绝：%1</translation>
    </message>
    <message>
        <source>Create apps from a compose file</source>
        <translation>用 compose 文件创建应用</translation>
    </message>
    <message>
        <source>Create the compose file %1</source>
        <translation>创建 compose 文件 %1</translation>
    </message>
    <message numerus="yes">
        <source>Creates %Ln app(s), one after the other</source>
        <translation>
            <numerusform>依次创建 %Ln 个应用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starts %Ln instance(s) in all.</source>
        <translation>
            <numerusform>总共启动 %Ln 个实例。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComposeFile</name>
    <message>
        <source>The service %1 waits for %2, which is not in the file.</source>
        <translation>服务 %1 等待 %2，但文件中没有后者。</translation>
    </message>
    <message>
        <source>Add that service, or take it out of depends_on.</source>
        <translation>补上该服务，或把它从 depends_on 中去掉。</translation>
    </message>
    <message>
        <source>The service %1 has no image.</source>
        <translation>服务 %1 没有镜像。</translation>
    </message>
    <message>
        <source>Build it first and name the image in the file.</source>
        <translation>请先构建，再在文件中写明镜像。</translation>
    </message>
    <message>
        <source>The compose file has no services.</source>
        <translation>compose 文件没有服务。</translation>
    </message>
    <message>
        <source>It has to be YAML with an entry “services”, one below it for each app.</source>
        <translation>它必须是带有 services 项的 YAML，其下每个应用一项。</translation>
    </message>
    <message>
        <source>The compose file is not YAML: line %1, column %2: %3.</source>
        <translation>compose 文件不是 YAML：第 %1 行第 %2 列：%3。</translation>
    </message>
    <message>
        <source>Correct the text there.</source>
        <translation>请更正该处的文本。</translation>
    </message>
    <message>
        <source>%1 (after %2)</source>
        <translation>%1（在 %2 之后）</translation>
    </message>
</context>
<context>
    <name>Deployments</name>
    <message>
        <source>It ended while nobody watched.</source>
        <translation>它在无人观察时结束了。</translation>
    </message>
    <message numerus="yes">
        <source>No progress for %Ln minute(s)</source>
        <translation>
            <numerusform>%Ln 分钟没有进展</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s) without an offer</source>
        <translation>
            <numerusform>%Ln 个实例没有得到资源邀约</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s) still staging</source>
        <translation>
            <numerusform>%Ln 个实例仍在准备</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s) not healthy yet</source>
        <translation>
            <numerusform>%Ln 个实例尚未健康</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s) not ready yet</source>
        <translation>
            <numerusform>%Ln 个实例尚未就绪</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln old instance(s) still ending</source>
        <translation>
            <numerusform>%Ln 个旧实例仍在结束</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Effects</name>
    <message numerus="yes">
        <source>%1 is destroyed with its %Ln instance(s).</source>
        <translation>
            <numerusform>销毁 %1 及其 %Ln 个实例。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 comes back with %Ln instance(s).</source>
        <translation>
            <numerusform>%1 恢复，%Ln 个实例。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln instance(s) of %1 are replaced.</source>
        <translation>
            <numerusform>%1 的全部 %Ln 个实例被替换。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 stays as it is now.</source>
        <translation>%1 保持现状。</translation>
    </message>
    <message>
        <source>%1 goes from %2 to %3 instances.</source>
        <translation>%1 从 %2 个实例变为 %3 个。</translation>
    </message>
    <message>
        <source>The running deployment of %1 is cancelled.</source>
        <translation>取消 %1 正在进行的部署。</translation>
    </message>
    <message>
        <source>Deploy an old version</source>
        <translation>部署旧版本</translation>
    </message>
    <message>
        <source>A new deployment, forward to an old definition. It touches one app.</source>
        <translation>新的部署，向前到旧的定义。只涉及一个应用。</translation>
    </message>
    <message>
        <source>The deployment touches several apps; choose one of them.</source>
        <translation>该部署涉及多个应用；请选择其中一个。</translation>
    </message>
    <message>
        <source>Cancel and revert</source>
        <translation>取消并回滚</translation>
    </message>
    <message>
        <source>Stop half-way</source>
        <translation>中途停止</translation>
    </message>
    <message>
        <source>A new deployment undoes what this one changed, always with force, so it may abort others.</source>
        <translation>用新的部署撤销此次改变，总是强制，因此可能中断其他部署。</translation>
    </message>
    <message>
        <source>Starts nothing and undoes nothing: the new definition stays, old and new instances run side by side.</source>
        <translation>不启动也不撤销：新定义保留，新旧实例并存。</translation>
    </message>
    <message>
        <source>It has ended; nothing runs that could be cancelled.</source>
        <translation>它已结束；没有可取消的内容。</translation>
    </message>
    <message>
        <source>Revert a group</source>
        <translation>回滚应用组</translation>
    </message>
    <message>
        <source>The whole group %1 goes back in time, with every app in it.</source>
        <translation>整个应用组 %1 回到过去，包括其中每个应用。</translation>
    </message>
    <message>
        <source>The apps share no group but the root.</source>
        <translation>这些应用除根以外没有共同的应用组。</translation>
    </message>
    <message>
        <source>The group&apos;s state before is not known.</source>
        <translation>应用组之前的状态未知。</translation>
    </message>
    <message>
        <source>%1 was destroyed meanwhile.</source>
        <translation>%1 在此期间已被销毁。</translation>
    </message>
    <message>
        <source> from %1</source>
        <translation>（来自 %1）</translation>
    </message>
    <message>
        <source>%1 was scaled meanwhile%2: it is at version %3 now, you looked at %4.</source>
        <translation>%1 在此期间被扩缩容%2：现在是版本 %3，您看到的是 %4。</translation>
    </message>
    <message>
        <source>%1 was changed meanwhile%2: it is at version %3 now, you looked at %4.</source>
        <translation>%1 在此期间被更改%2：现在是版本 %3，您看到的是 %4。</translation>
    </message>
    <message>
        <source>Deployment %1 runs because of it.</source>
        <translation>因此部署 %1 正在运行。</translation>
    </message>
    <message>
        <source>Who sent it is not known: the server tells it only while it happens.</source>
        <translation>不知道是谁发送的：服务器只在发生时告知。</translation>
    </message>
    <message>
        <source>What was changed after this deployment is undone with it.</source>
        <translation>此次部署之后的更改也会一并撤销。</translation>
    </message>
    <message>
        <source>%1 is not there any more; its page keeps what it was.</source>
        <translation>%1 已不存在；它的页面保留着它原来的定义。</translation>
    </message>
    <message>
        <source>No version before this deployment is known.</source>
        <translation>没有已知的此次部署之前的版本。</translation>
    </message>
    <message>
        <source>%1 runs the version from before this deployment.</source>
        <translation>%1 运行的就是此次部署之前的版本。</translation>
    </message>
</context>
<context>
    <name>Fabio</name>
    <message>
        <source>This fabio shows its routes only; overrides are switched off.</source>
        <translation>此 fabio 只显示路由；覆盖规则已关闭。</translation>
    </message>
    <message>
        <source>what it should hold is not in it</source>
        <translation>缺少应有的内容</translation>
    </message>
    <message>
        <source>fabio&apos;s routing table</source>
        <translation>fabio 的路由表</translation>
    </message>
    <message>
        <source>fabio&apos;s manual overrides</source>
        <translation>fabio 的手动覆盖规则</translation>
    </message>
    <message>
        <source>fabio&apos;s list of overrides</source>
        <translation>fabio 的覆盖规则列表</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>The local history could not be used.</source>
        <translation>本地历史无法使用。</translation>
    </message>
    <message>
        <source>Check that its file can be written and is not damaged; another file can be chosen in the settings.</source>
        <translation>请检查其文件可写且未损坏；可在设置中选择另一个文件。</translation>
    </message>
    <message>
        <source>The local history was written by a newer version of this program.</source>
        <translation>本地历史由本程序的较新版本写入。</translation>
    </message>
    <message>
        <source>Update the program, or choose another file.</source>
        <translation>请更新程序，或选择另一个文件。</translation>
    </message>
    <message>
        <source>Version %1 of %2 is not in the local history.</source>
        <translation>本地历史中没有 %2 的版本 %1。</translation>
    </message>
    <message>
        <source>The local history is not open.</source>
        <translation>本地历史没有打开。</translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>it is not valid UTF-8</source>
        <translation>不是有效的 UTF-8</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>内容为空</translation>
    </message>
    <message>
        <source>it is not the expected kind of document</source>
        <translation>不是预期类型的文档</translation>
    </message>
    <message>
        <source>it is nested too deep</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>it breaks off</source>
        <translation>中途断开</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>无法读取%1：%2。</translation>
    </message>
    <message>
        <source>Check that the address is right and that no proxy changes the answers.</source>
        <translation>请检查地址是否正确，以及是否有代理改动了应答。</translation>
    </message>
</context>
<context>
    <name>Marathon</name>
    <message>
        <source>what it should hold is not in it</source>
        <translation>缺少应有的内容</translation>
    </message>
    <message>
        <source>Marathon&apos;s app list</source>
        <translation>Marathon 的应用列表</translation>
    </message>
    <message>
        <source>Marathon&apos;s app</source>
        <translation>Marathon 的应用</translation>
    </message>
    <message>
        <source>Marathon&apos;s pod list</source>
        <translation>Marathon 的 Pod 列表</translation>
    </message>
    <message>
        <source>Marathon&apos;s group tree</source>
        <translation>Marathon 的应用组树</translation>
    </message>
    <message>
        <source>Marathon&apos;s task list</source>
        <translation>Marathon 的任务列表</translation>
    </message>
    <message>
        <source>Marathon&apos;s deployment list</source>
        <translation>Marathon 的部署列表</translation>
    </message>
    <message>
        <source>Marathon&apos;s plan</source>
        <translation>Marathon 的计划</translation>
    </message>
    <message>
        <source>Marathon&apos;s launch queue</source>
        <translation>Marathon 的启动队列</translation>
    </message>
    <message>
        <source>Marathon&apos;s version list</source>
        <translation>Marathon 的版本列表</translation>
    </message>
    <message>
        <source>Marathon&apos;s own description</source>
        <translation>Marathon 的自述信息</translation>
    </message>
    <message>
        <source>Marathon&apos;s leader</source>
        <translation>Marathon 的 leader</translation>
    </message>
    <message>
        <source>%1 runs on %2</source>
        <translation>%1 在 %2 上运行</translation>
    </message>
    <message>
        <source>%1 failed on %2</source>
        <translation>%1 在 %2 上失败</translation>
    </message>
    <message>
        <source>%1 ended on %2</source>
        <translation>%1 在 %2 上结束</translation>
    </message>
    <message>
        <source>%1 was killed on %2</source>
        <translation>%1 在 %2 上被终止</translation>
    </message>
    <message>
        <source>%1 could not be started on %2</source>
        <translation>%1 无法在 %2 上启动</translation>
    </message>
    <message>
        <source>%1 was lost on %2</source>
        <translation>%1 在 %2 上丢失</translation>
    </message>
    <message>
        <source>%1 on %2 can&apos;t be reached</source>
        <translation>%2 上的 %1 失联</translation>
    </message>
    <message>
        <source>%1 never arrived on %2</source>
        <translation>%1 从未到达 %2</translation>
    </message>
    <message>
        <source>%1 is gone with %2</source>
        <translation>%1 随 %2 一起消失</translation>
    </message>
    <message>
        <source>%1 is gone with %2, which was marked gone</source>
        <translation>%1 随被标记为消失的 %2 一起消失</translation>
    </message>
    <message>
        <source>“%1” cannot be sent to Marathon as an id.</source>
        <translation>“%1”不能作为 ID 发送给 Marathon。</translation>
    </message>
    <message>
        <source>Ids are made of lower-case letters, digits, dots and hyphens.</source>
        <translation>ID 由小写字母、数字、点和连字符组成。</translation>
    </message>
    <message>
        <source>Marathon could not read the request.</source>
        <translation>Marathon 无法读取该请求。</translation>
    </message>
    <message>
        <source>Correct the document and send it again.</source>
        <translation>请修正文档后再次发送。</translation>
    </message>
    <message>
        <source>Marathon wants to know who you are.</source>
        <translation>Marathon 要求表明身份。</translation>
    </message>
    <message>
        <source>Check the user name, password or token of this cluster.</source>
        <translation>请检查此集群的用户名、密码或令牌。</translation>
    </message>
    <message>
        <source>Marathon runs as many deployments as it may.</source>
        <translation>Marathon 正在进行的部署已达上限。</translation>
    </message>
    <message>
        <source>Cancel one of the running deployments first; overriding does not help here.</source>
        <translation>请先取消一个正在进行的部署；覆盖在此无效。</translation>
    </message>
    <message>
        <source>Marathon does not allow this to you.</source>
        <translation>Marathon 不允许您这样做。</translation>
    </message>
    <message>
        <source>Ask for the permission, or use another account.</source>
        <translation>请申请权限，或使用其他账号。</translation>
    </message>
    <message>
        <source>Marathon does not know this object.</source>
        <translation>Marathon 不认识此对象。</translation>
    </message>
    <message>
        <source>It may have been removed meanwhile; read the list again.</source>
        <translation>它可能在此期间被移除；请重新读取列表。</translation>
    </message>
    <message>
        <source>Marathon refuses the change because something of this name exists.</source>
        <translation>Marathon 拒绝该改变，因为同名对象已存在。</translation>
    </message>
    <message>
        <source>Choose another id, or change the existing one.</source>
        <translation>请换一个 ID，或改变已有的对象。</translation>
    </message>
    <message>
        <source>A running deployment holds a lock.</source>
        <translation>正在进行的部署持有锁。</translation>
    </message>
    <message>
        <source>Wait until it ends, cancel it, or override it.</source>
        <translation>等它结束、取消它或覆盖它。</translation>
    </message>
    <message>
        <source>Marathon does not speak this format.</source>
        <translation>Marathon 不支持此格式。</translation>
    </message>
    <message>
        <source>Check that the address is Marathon&apos;s own.</source>
        <translation>请检查该地址是否为 Marathon 自己的。</translation>
    </message>
    <message>
        <source>Marathon does not accept the document.</source>
        <translation>Marathon 不接受该文档。</translation>
    </message>
    <message>
        <source>Correct the fields that it names and send it again.</source>
        <translation>请修正它指出的字段后再次发送。</translation>
    </message>
    <message>
        <source>Marathon refused the request.</source>
        <translation>Marathon 拒绝了该请求。</translation>
    </message>
    <message>
        <source>This Marathon does not have the address that was asked for.</source>
        <translation>此 Marathon 没有所请求的地址。</translation>
    </message>
    <message>
        <source>Check that the address holds no path of its own and that the version is supported.</source>
        <translation>请检查地址不带自己的路径，并且版本受支持。</translation>
    </message>
    <message>
        <source>This Marathon is not the leader and could not reach the leader.</source>
        <translation>此 Marathon 不是 leader，也无法联系到 leader。</translation>
    </message>
    <message>
        <source>Wait until a new leader is elected, or name the other members&apos; addresses.</source>
        <translation>等新的 leader 当选，或填写其他成员的地址。</translation>
    </message>
    <message>
        <source>Marathon is too busy.</source>
        <translation>Marathon 太忙。</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>请稍候再试。</translation>
    </message>
    <message>
        <source>Marathon failed to answer.</source>
        <translation>Marathon 没能应答。</translation>
    </message>
    <message>
        <source>Read the state before trying again: the change may have gone through.</source>
        <translation>再试之前请先读取状态：改变可能已经生效。</translation>
    </message>
    <message>
        <source>An event of Marathon</source>
        <translation>Marathon 的一个事件</translation>
    </message>
    <message>
        <source>%1 became healthy</source>
        <translation>%1 变为健康</translation>
    </message>
    <message>
        <source>%1 became unhealthy</source>
        <translation>%1 变为不健康</translation>
    </message>
    <message>
        <source>A health check of %1 failed</source>
        <translation>%1 的一次健康检查失败</translation>
    </message>
    <message>
        <source>%1 is killed because its health check failed</source>
        <translation>%1 因健康检查失败而被终止</translation>
    </message>
    <message>
        <source>%1 ended after it was forgotten</source>
        <translation>%1 在被遗忘后结束</translation>
    </message>
    <message>
        <source>The app has no instances left</source>
        <translation>该应用已没有实例</translation>
    </message>
    <message>
        <source>The definition was sent</source>
        <translation>定义已发送</translation>
    </message>
    <message>
        <source>The pod was changed</source>
        <translation>Pod 已改变</translation>
    </message>
    <message>
        <source>A change was refused</source>
        <translation>一次改变被拒绝</translation>
    </message>
    <message>
        <source>Deployment step started: %1</source>
        <translation>部署步骤开始：%1</translation>
    </message>
    <message>
        <source>Deployment step failed: %1</source>
        <translation>部署步骤失败：%1</translation>
    </message>
    <message>
        <source>Deployment succeeded</source>
        <translation>部署成功</translation>
    </message>
    <message>
        <source>Deployment ended without success</source>
        <translation>部署结束，未成功</translation>
    </message>
    <message>
        <source>Marathon registered with the Mesos master</source>
        <translation>Marathon 已在 Mesos master 注册</translation>
    </message>
    <message>
        <source>Marathon lost the Mesos master and gives up leadership</source>
        <translation>Marathon 失去 Mesos master 并放弃领导</translation>
    </message>
    <message>
        <source>The answer to the change was lost.</source>
        <translation>该改变的应答丢失。</translation>
    </message>
    <message>
        <source>Nothing is sent again by itself: look whether the change took effect before you repeat it.</source>
        <translation>不会自动重发：重复之前，请先看改变是否已生效。</translation>
    </message>
    <message>
        <source>There is no app “%1”.</source>
        <translation>没有应用“%1”。</translation>
    </message>
    <message>
        <source>It may have been removed; read the list again.</source>
        <translation>它可能已被移除；请重新读取列表。</translation>
    </message>
    <message>
        <source>An app cannot have fewer than 0 instances.</source>
        <translation>应用的实例数不能少于 0。</translation>
    </message>
    <message>
        <source>Marathon cannot restart a pod.</source>
        <translation>Marathon 不能重启 Pod。</translation>
    </message>
    <message>
        <source>Kill its instances one after another instead.</source>
        <translation>请改为逐个终止其实例。</translation>
    </message>
    <message>
        <source>A pod is set back by sending its old definition, which is not here.</source>
        <translation>回退 Pod 要发送其旧定义，而这里没有。</translation>
    </message>
    <message>
        <source>Load the version first.</source>
        <translation>请先载入该版本。</translation>
    </message>
    <message>
        <source>Marathon cannot kill an instance of a pod and scale in one step.</source>
        <translation>Marathon 不能一步终止 Pod 实例并缩容。</translation>
    </message>
    <message>
        <source>Scale the pod instead.</source>
        <translation>请改为对 Pod 缩容。</translation>
    </message>
    <message>
        <source>“%1” is not the id of a Marathon task.</source>
        <translation>“%1”不是 Marathon 任务的 ID。</translation>
    </message>
    <message>
        <source>“%1” names an instance, not its task.</source>
        <translation>“%1”指的是实例，不是它的任务。</translation>
    </message>
    <message>
        <source>Choose the task itself.</source>
        <translation>请选择任务本身。</translation>
    </message>
    <message>
        <source>No task is chosen.</source>
        <translation>没有选择任务。</translation>
    </message>
    <message>
        <source>Marathon cannot scale and wipe at the same time.</source>
        <translation>Marathon 不能同时缩容并清空。</translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation>请选择其中一个。</translation>
    </message>
    <message>
        <source>Instances of pods can only be killed one pod at a time.</source>
        <translation>Pod 的实例一次只能终止一个 Pod 的。</translation>
    </message>
    <message>
        <source>Choose tasks of one pod.</source>
        <translation>请选择同一个 Pod 的任务。</translation>
    </message>
    <message>
        <source>A group is scaled by a factor between 0 and 1000.</source>
        <translation>应用组按 0 到 1000 之间的倍数扩缩容。</translation>
    </message>
    <message>
        <source>The root group cannot be destroyed from here: it would remove everything.</source>
        <translation>不能在这里销毁根应用组：那会移除一切。</translation>
    </message>
    <message>
        <source>Destroy its groups one by one.</source>
        <translation>请逐个销毁其中的应用组。</translation>
    </message>
    <message>
        <source>The document is not an app, a pod or a group.</source>
        <translation>该文档不是应用、Pod 或应用组。</translation>
    </message>
    <message>
        <source>It has to be JSON with an id, and with a command, a container or a list of apps.</source>
        <translation>它必须是 JSON，含 id，以及命令、容器或应用列表。</translation>
    </message>
    <message>
        <source>Marathon cannot do this.</source>
        <translation>Marathon 做不到。</translation>
    </message>
    <message>
        <source>Marathon plans only changes of groups without doing them.</source>
        <translation>Marathon 只能对应用组的改变做不执行的计划。</translation>
    </message>
    <message>
        <source>This Marathon&apos;s version is not known to plan without doing.</source>
        <translation>不知道此版本的 Marathon 能否只计划不执行。</translation>
    </message>
    <message>
        <source>Look at the list of what the change touches instead.</source>
        <translation>请改看该改变所涉及的列表。</translation>
    </message>
    <message>
        <source>GROUP_BY without a number stops the launch queue of this whole Marathon: no app would be started any more. Give it a number.</source>
        <translation>GROUP_BY 没有数字会使整个 Marathon 的启动队列停止：不再启动任何应用。请写明数字。</translation>
    </message>
    <message>
        <source>A MESOS health check without a port is accepted but never made: the deployment would not end. Give it a port index.</source>
        <translation>没有端口的 MESOS 健康检查会被接受但永不执行：部署不会结束。请写明端口序号。</translation>
    </message>
    <message>
        <source>Marathon drops executorResources when an app is replaced as a whole; they will be back at their default.</source>
        <translation>整体替换应用时 Marathon 会丢掉 executorResources；它们会回到默认值。</translation>
    </message>
    <message>
        <source>A deployment of this app is running: without overriding Marathon refuses the change.</source>
        <translation>此应用有正在进行的部署：不覆盖的话 Marathon 会拒绝改变。</translation>
    </message>
    <message>
        <source>A group document replaces the whole list: it destroys %1.</source>
        <translation>应用组文档会替换整个列表：会销毁 %1。</translation>
    </message>
    <message>
        <source>Marathon refuses documents that name the existing subgroup %1: send it to the subgroup itself.</source>
        <translation>Marathon 拒绝含有已存在的子组 %1 的文档：请直接发给该子组。</translation>
    </message>
    <message>
        <source>Overriding cancels the running deployment %1 without its way back.</source>
        <translation>覆盖会取消正在进行的部署 %1，且没有回头路。</translation>
    </message>
    <message>
        <source>Wiping removes the instances&apos; persistent volumes and reservations; their data is lost.</source>
        <translation>清空会移除实例的持久卷和预留；数据丢失。</translation>
    </message>
    <message>
        <source>Stopping half-way leaves the app as it is now: an upgrade stays half old and half new until the next change.</source>
        <translation>中途停止使应用保持现状：升级停在半旧半新，直到下次改变。</translation>
    </message>
    <message>
        <source>The way back is a new deployment that overrides the running one.</source>
        <translation>退路是一个覆盖当前部署的新部署。</translation>
    </message>
    <message>
        <source>Tasks disappear from the lists at once but may run on until their grace period ends.</source>
        <translation>任务立即从列表消失，但可能继续运行到宽限期结束。</translation>
    </message>
    <message>
        <source>Marathon&apos;s group of an earlier moment</source>
        <translation>Marathon 早先时刻的应用组</translation>
    </message>
    <message>
        <source>The definition was sent from %1</source>
        <translation>定义由 %1 发送</translation>
    </message>
    <message>
        <source>The pod was changed from %1</source>
        <translation>Pod 由 %1 更改</translation>
    </message>
    <message>
        <source>Every app of the group has as many instances already.</source>
        <translation>组内每个应用都已有这么多实例。</translation>
    </message>
    <message>
        <source>Marathon does not accept the definition that is stored any more; nothing was changed.</source>
        <translation>Marathon 不再接受已保存的定义；未做任何更改。</translation>
    </message>
    <message>
        <source>An older version took it. Open it in the editor, correct what is named here, deploy that, and then try again.</source>
        <translation>该定义由旧版本接受。请在编辑器中打开它，更正此处指出的内容并部署，然后重试。</translation>
    </message>
</context>
<context>
    <name>Scheduler</name>
    <message>
        <source>This scheduler does not tell which offers it refused.</source>
        <translation>此调度器不说明它拒绝了哪些资源邀约。</translation>
    </message>
    <message>
        <source>This scheduler keeps no versions of groups.</source>
        <translation>该调度器不保留应用组的版本。</translation>
    </message>
    <message>
        <source>This scheduler does not plan without doing.</source>
        <translation>该调度器不能只计划而不执行。</translation>
    </message>
    <message>
        <source>This scheduler knows no compose files.</source>
        <translation>此调度器没有 compose 文件。</translation>
    </message>
    <message>
        <source>This scheduler has no agents of its own.</source>
        <translation>此调度器没有自己的代理。</translation>
    </message>
</context>
<context>
    <name>Swan</name>
    <message>
        <source>what it should hold is not in it</source>
        <translation>缺少应有的内容</translation>
    </message>
    <message>
        <source>Swan&apos;s app list</source>
        <translation>Swan 的应用列表</translation>
    </message>
    <message>
        <source>Swan&apos;s app</source>
        <translation>Swan 的应用</translation>
    </message>
    <message>
        <source>Swan&apos;s task list</source>
        <translation>Swan 的任务列表</translation>
    </message>
    <message>
        <source>Swan&apos;s version</source>
        <translation>Swan 的版本</translation>
    </message>
    <message>
        <source>Swan&apos;s version list</source>
        <translation>Swan 的版本列表</translation>
    </message>
    <message>
        <source>Swan&apos;s leader</source>
        <translation>Swan 的 leader</translation>
    </message>
    <message>
        <source>Swan&apos;s framework</source>
        <translation>Swan 的框架</translation>
    </message>
    <message>
        <source>An event of Swan</source>
        <translation>Swan 的一个事件</translation>
    </message>
    <message>
        <source>Another operation of this app is not finished.</source>
        <translation>该应用的另一个操作尚未完成。</translation>
    </message>
    <message>
        <source>Wait until it ends.</source>
        <translation>请等它结束。</translation>
    </message>
    <message>
        <source>Swan does not know this object.</source>
        <translation>Swan 不认识此对象。</translation>
    </message>
    <message>
        <source>It may have been removed meanwhile; read the list again.</source>
        <translation>它可能在此期间被移除；请重新读取列表。</translation>
    </message>
    <message>
        <source>Swan refuses the change because something of this name or port exists.</source>
        <translation>Swan 拒绝该改变，因为同名或同端口的对象已存在。</translation>
    </message>
    <message>
        <source>Choose another name, alias or port.</source>
        <translation>请换一个名称、别名或端口。</translation>
    </message>
    <message>
        <source>Swan does not accept the request.</source>
        <translation>Swan 不接受该请求。</translation>
    </message>
    <message>
        <source>Correct what it names and send it again.</source>
        <translation>请修正它指出的内容后再次发送。</translation>
    </message>
    <message>
        <source>Swan failed to answer.</source>
        <translation>Swan 没能应答。</translation>
    </message>
    <message>
        <source>Swan refused the request.</source>
        <translation>Swan 拒绝了该请求。</translation>
    </message>
    <message>
        <source>Read the state before trying again.</source>
        <translation>再试之前请先读取状态。</translation>
    </message>
    <message>
        <source>“%1” cannot be sent to Swan as an id.</source>
        <translation>“%1”不能作为 ID 发送给 Swan。</translation>
    </message>
    <message>
        <source>The document is not a Swan app.</source>
        <translation>该文档不是 Swan 应用。</translation>
    </message>
    <message>
        <source>It has to be JSON with a name and runAs.</source>
        <translation>它必须是含 name 和 runAs 的 JSON。</translation>
    </message>
    <message>
        <source>An app cannot have fewer than 0 instances.</source>
        <translation>应用的实例数不能少于 0。</translation>
    </message>
    <message>
        <source>Starting an app that was scaled to 0 ends the Swan manager.</source>
        <translation>启动已缩到 0 的应用会使 Swan manager 退出。</translation>
    </message>
    <message>
        <source>Scale it up instead.</source>
        <translation>请改为扩容。</translation>
    </message>
    <message>
        <source>Swan can only restart a task.</source>
        <translation>Swan 只能重启任务。</translation>
    </message>
    <message>
        <source>Scale the app to have fewer.</source>
        <translation>要减少，请对应用缩容。</translation>
    </message>
    <message>
        <source>“%1” is not the id of a Swan task.</source>
        <translation>“%1”不是 Swan 任务的 ID。</translation>
    </message>
    <message>
        <source>Swan kills one task at a time.</source>
        <translation>Swan 一次只终止一个任务。</translation>
    </message>
    <message>
        <source>Choose one, or several one after the other.</source>
        <translation>请选一个，或逐个进行。</translation>
    </message>
    <message>
        <source>The share of the traffic is a number above 0, at most 1.</source>
        <translation>流量份额是大于 0、至多 1 的数。</translation>
    </message>
    <message>
        <source>A canary begins with the new version&apos;s document.</source>
        <translation>金丝雀发布从新版本的文档开始。</translation>
    </message>
    <message>
        <source>Swan cannot do this.</source>
        <translation>Swan 做不到。</translation>
    </message>
    <message>
        <source>The app is busy (%1): Swan refuses the change until that ends.</source>
        <translation>该应用正忙（%1）：结束之前 Swan 会拒绝改变。</translation>
    </message>
    <message>
        <source>An app at 0 instances must not be started with “start”: that ends the Swan manager. Scale it up again instead, or stop it rather than scale it.</source>
        <translation>实例数为 0 的应用不能用 start 启动：那会使 Swan manager 退出。请改为扩容，或当初用停止代替缩容。</translation>
    </message>
    <message>
        <source>Tasks of this app run already: starting it launches as many again beside them.</source>
        <translation>该应用已有任务在运行：启动会在旁边再启动同样多个。</translation>
    </message>
    <message>
        <source>Swan starts a new task in its place at once.</source>
        <translation>Swan 会立即在原位启动新任务。</translation>
    </message>
    <message>
        <source>Without a version Swan goes back to the one stored before, which may be a mere copy made by scaling.</source>
        <translation>不指定版本时 Swan 回到上一个保存的版本，那可能只是扩缩容产生的副本。</translation>
    </message>
    <message>
        <source>Swan replaces the tasks one by one and does not wait for them to be healthy.</source>
        <translation>Swan 逐个替换任务，不等它们变健康。</translation>
    </message>
    <message>
        <source>Swan&apos;s gateways may refuse the new weights although Swan reports them; check the traffic.</source>
        <translation>即使 Swan 报告了新权重，其网关也可能拒绝；请检查流量。</translation>
    </message>
    <message>
        <source>%1 ended</source>
        <translation>%1 已结束</translation>
    </message>
    <message>
        <source>%1 became healthy</source>
        <translation>%1 变为健康</translation>
    </message>
    <message>
        <source>%1 became unhealthy</source>
        <translation>%1 变为不健康</translation>
    </message>
    <message>
        <source>This is not an id of Swan&apos;s.</source>
        <translation>这不是 Swan 的 ID。</translation>
    </message>
    <message>
        <source>Swan&apos;s list of composes</source>
        <translation>Swan 的 compose 列表</translation>
    </message>
    <message>
        <source>Swan&apos;s dependencies of a compose</source>
        <translation>Swan 的 compose 依赖</translation>
    </message>
    <message>
        <source>Swan&apos;s list of agents</source>
        <translation>Swan 的 Agent 列表</translation>
    </message>
    <message>
        <source>Swan stops every app of the compose at once, without an order.</source>
        <translation>Swan 会同时停止该 compose 的所有应用，没有先后次序。</translation>
    </message>
    <message>
        <source>It is made of up to 64 letters, digits and hyphens.</source>
        <translation>由最多 64 个字母、数字和连字符组成。</translation>
    </message>
    <message>
        <source>A compose file needs a name.</source>
        <translation>compose 文件需要一个名称。</translation>
    </message>
    <message>
        <source>A compose file needs the user that its apps run as.</source>
        <translation>compose 文件需要写明其应用以哪个用户运行。</translation>
    </message>
    <message>
        <source>“%1” cannot be a cluster&apos;s name.</source>
        <translation>“%1”不能作为集群名称。</translation>
    </message>
    <message>
        <source>“%1” gives no variable a value.</source>
        <translation>“%1”没有给任何变量赋值。</translation>
    </message>
    <message>
        <source>Write NAME=value.</source>
        <translation>请写成 NAME=value。</translation>
    </message>
    <message>
        <source>The value of %1 has a comma.</source>
        <translation>%1 的值含有逗号。</translation>
    </message>
    <message>
        <source>Swan separates variables by commas; write the value into the file.</source>
        <translation>Swan 以逗号分隔变量；请把该值直接写入文件。</translation>
    </message>
    <message>
        <source>Apps of a compose file named %1 run already: Swan refuses a second one of that name.</source>
        <translation>名为 %1 的 compose 文件的应用已在运行：Swan 会拒绝同名的第二个。</translation>
    </message>
    <message>
        <source>${%1} has no value: Swan writes nothing in its place.</source>
        <translation>${%1} 没有值：Swan 会在该处写入空白。</translation>
    </message>
    <message>
        <source>It was destroyed meanwhile.</source>
        <translation>它在此期间被销毁。</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>cpu</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>constraint</source>
        <translation>约束</translation>
    </message>
    <message>
        <source>no volume reservation</source>
        <translation>没有对应的卷预留</translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>ports</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>scarce resources</source>
        <translation>稀缺资源</translation>
    </message>
    <message>
        <source>last failure</source>
        <translation>最近一次失败</translation>
    </message>
    <message>
        <source>quota</source>
        <translation>配额</translation>
    </message>
    <message>
        <source>offers</source>
        <translation>资源邀约</translation>
    </message>
    <message>
        <source>launch queue</source>
        <translation>启动队列</translation>
    </message>
    <message>
        <source>replacement</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>readiness</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>health check</source>
        <translation>健康检查</translation>
    </message>
    <message>
        <source>deployment</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>room</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>agents</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>deployment lock</source>
        <translation>部署锁</translation>
    </message>
    <message>
        <source>back-off</source>
        <translation>退避</translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s) of %1 wait(s)</source>
        <translation>
            <numerusform>%1 有 %Ln 个实例在等待</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 because it ended too often: the next start comes in at most %2.</source>
        <translation>%1，因为它结束得太频繁：下次启动最多在 %2后。</translation>
    </message>
    <message>
        <source>%1 on %2: %3</source>
        <translation>%2 上的 %1：%3</translation>
    </message>
    <message>
        <source>Look at the output of the task that failed</source>
        <translation>查看失败任务的输出</translation>
    </message>
    <message>
        <source>Costs nothing.</source>
        <translation>没有代价。</translation>
    </message>
    <message>
        <source>Start it at once</source>
        <translation>立即启动</translation>
    </message>
    <message>
        <source>If the reason is still there it fails again.</source>
        <translation>如果原因还在，它会再次失败。</translation>
    </message>
    <message>
        <source>%1 for %2: no offer has it.</source>
        <translation>%1，需要 %2：没有资源邀约满足。</translation>
    </message>
    <message>
        <source>%1 for %2: no offer had it, but %3 has room now.</source>
        <translation>%1，需要 %2：没有邀约满足过，但现在 %3 有空间。</translation>
    </message>
    <message>
        <source>%1 for %2: the closest agent, %3, misses %4.</source>
        <translation>%1，需要 %2：最接近的 Agent %3 差 %4。</translation>
    </message>
    <message>
        <source>Wait for room</source>
        <translation>等待空间</translation>
    </message>
    <message>
        <source>Costs nothing; it starts by itself when an agent has room.</source>
        <translation>没有代价；有 Agent 腾出空间时自行启动。</translation>
    </message>
    <message>
        <source>Ask for less %1</source>
        <translation>减少申请的%1</translation>
    </message>
    <message>
        <source>A new version: all instances are replaced.</source>
        <translation>新版本：所有实例都会被替换。</translation>
    </message>
    <message>
        <source>%1: met by %2 of %3 agents</source>
        <translation>%1：%3 个 Agent 中 %2 个满足</translation>
    </message>
    <message>
        <source>%1: no agent meets %2.</source>
        <translation>%1：没有 Agent 满足%2。</translation>
    </message>
    <message>
        <source>%1: its place is restricted in a way that no offer meets.</source>
        <translation>%1：其位置限制没有邀约满足。</translation>
    </message>
    <message>
        <source>%1: no agent with room meets %2.</source>
        <translation>%1：有空间的 Agent 都不满足%2。</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 和 </translation>
    </message>
    <message>
        <source>Change the constraint</source>
        <translation>修改约束</translation>
    </message>
    <message>
        <source>%1 for offers of role “%2”: those that come belong to other roles.</source>
        <translation>%1，需要角色“%2”的资源邀约：收到的属于其他角色。</translation>
    </message>
    <message>
        <source>Check the role&apos;s weight, quota and reservations</source>
        <translation>检查该角色的权重、配额和预留</translation>
    </message>
    <message>
        <source>Changes what other frameworks get.</source>
        <translation>会改变其他框架所得。</translation>
    </message>
    <message>
        <source>%1 for the persistent volume: no offer holds its reservation.</source>
        <translation>%1，需要它的持久卷：没有邀约持有该预留。</translation>
    </message>
    <message>
        <source>Wait for the agent that holds the volume</source>
        <translation>等待持有该卷的 Agent</translation>
    </message>
    <message>
        <source>Costs nothing; starts by itself with its data.</source>
        <translation>没有代价；带着数据自行启动。</translation>
    </message>
    <message>
        <source>Replace with wipe</source>
        <translation>清空并替换</translation>
    </message>
    <message>
        <source>Loses the volume&apos;s data.</source>
        <translation>会丢失该卷的数据。</translation>
    </message>
    <message>
        <source>%1: every agent that offers is in maintenance.</source>
        <translation>%1：发出邀约的 Agent 都在维护。</translation>
    </message>
    <message>
        <source>Wait until maintenance ends</source>
        <translation>等待维护结束</translation>
    </message>
    <message>
        <source>%1 for host ports that no offer has free.</source>
        <translation>%1，需要主机端口：没有邀约有空闲端口。</translation>
    </message>
    <message>
        <source>Let the scheduler choose the ports</source>
        <translation>让调度器选择端口</translation>
    </message>
    <message>
        <source>%1: the agents with room keep it for apps that need their GPUs.</source>
        <translation>%1：有空间的 Agent 把空间留给需要其 GPU 的应用。</translation>
    </message>
    <message>
        <source>%1 of %2 offers were refused because of: %3</source>
        <translation>%2 个资源邀约中拒绝了 %1 个，因为：%3</translation>
    </message>
    <message>
        <source>%1: the launch queue has looked at no offer for %2 although %3 has room.</source>
        <translation>%1：启动队列已 %2 没有查看任何邀约，尽管 %3 有空间。</translation>
    </message>
    <message>
        <source>an app with GROUP_BY without a number, or a persistent volume without a principal, stops it for all apps</source>
        <translation>某个应用的 GROUP_BY 没有数字，或持久卷没有主体，会使所有应用停止启动</translation>
    </message>
    <message>
        <source>Remove the app that stops the queue and restart Marathon</source>
        <translation>移除使队列停止的应用，并重启 Marathon</translation>
    </message>
    <message>
        <source>Nothing is launched until then.</source>
        <translation>在此之前什么都不会启动。</translation>
    </message>
    <message>
        <source>%1: no offer has come for %2.</source>
        <translation>%1：已 %2 没有资源邀约。</translation>
    </message>
    <message>
        <source>%1: no offer was looked at yet.</source>
        <translation>%1：还没有查看过任何邀约。</translation>
    </message>
    <message>
        <source>whether the master offers to this framework is not known here</source>
        <translation>这里不知道 master 是否向此框架发出邀约</translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s) of %1 can&apos;t be reached</source>
        <translation>
            <numerusform>%1 有 %Ln 个实例失联</numerusform>
        </translation>
    </message>
    <message>
        <source> on %1; no replacement was started yet.</source>
        <translation>，位于 %1；还没有启动替换。</translation>
    </message>
    <message>
        <source>comes only when the master reports the loss again after the app&apos;s own delay</source>
        <translation>只有 master 在应用自己的延迟之后再次上报失联时才会替换</translation>
    </message>
    <message>
        <source>Wait for the agent</source>
        <translation>等待该 Agent</translation>
    </message>
    <message>
        <source>Costs nothing; the instance goes on when it is back.</source>
        <translation>没有代价；它回来后实例继续运行。</translation>
    </message>
    <message>
        <source>Loses its persistent volumes, if it has any.</source>
        <translation>若有持久卷，会丢失。</translation>
    </message>
    <message>
        <source>on %1 for %2</source>
        <translation>在 %1 上，已 %2</translation>
    </message>
    <message>
        <source>%1 runs but is not ready: its readiness check “%2” answers %3.</source>
        <translation>%1 在运行但未就绪：就绪检查“%2”回答 %3。</translation>
    </message>
    <message>
        <source>task %1</source>
        <translation>任务 %1</translation>
    </message>
    <message>
        <source>%1, %2 times in a row: %3</source>
        <translation>%1，连续 %2 次：%3</translation>
    </message>
    <message>
        <source>no result has come yet; a check without a port is never made</source>
        <translation>还没有结果；没有端口的检查永不执行</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>%1 is being changed by a deployment (%2).</source>
        <translation>%1 正被一个部署改变（%2）。</translation>
    </message>
    <message>
        <source>%1 waits for %2, which goes first (%3).</source>
        <translation>%1 等待先进行的 %2（%3）。</translation>
    </message>
    <message>
        <source>%1 does not wait: %2 of %3 instances run.</source>
        <translation>%1 没有在等待：%3 个实例中 %2 个运行中。</translation>
    </message>
    <message>
        <source>%1 of %2 instances of %3 run; the scheduler does not say what the others wait for.</source>
        <translation>%3 的 %2 个实例中 %1 个运行中；调度器没有说明其余在等什么。</translation>
    </message>
    <message>
        <source>the app is not in it</source>
        <translation>该应用不在其中</translation>
    </message>
    <message>
        <source>the agents are not known yet</source>
        <translation>还不知道有哪些 Agent</translation>
    </message>
    <message>
        <source>%1 of %2 agents could take one now</source>
        <translation>%2 个 Agent 中 %1 个现在能容纳一个</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>last offers</source>
        <translation>最近的资源邀约</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1：%2 个</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln agent(s)</source>
        <translation>
            <numerusform>来自 %Ln 个 Agent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starting %Ln instance(s) of %1: fetching the image or files, or the command has not begun.</source>
        <translation>
            <numerusform>正在启动 %1 的 %Ln 个实例：正在获取镜像或文件，或命令尚未开始。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not healthy yet: %Ln running instance(s) of %1.</source>
        <translation>
            <numerusform>尚未健康：%1 的 %Ln 个运行中的实例。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no new tasks are placed on %Ln of them</source>
        <translation>
            <numerusform>其中 %Ln 个不接受新任务</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 because it ended too often: the next start is due now.</source>
        <translation>%1，因为它结束得太频繁：现在就该再次启动了。</translation>
    </message>
    <message numerus="yes">
        <source>at most %Ln host port(s) free on one agent</source>
        <translation>
            <numerusform>一台 Agent 上最多空闲 %Ln 个主机端口</numerusform>
        </translation>
    </message>
    <message>
        <source>role “%1” has %2 of its quota&apos;s %3</source>
        <translation>角色“%1”已用其配额 %3 中的 %2</translation>
    </message>
    <message>
        <source>%1 for its role&apos;s quota: %2, and one more instance needs %3.</source>
        <translation>%1，受其角色配额限制：%2，再加一个实例需要 %3。</translation>
    </message>
    <message>
        <source>Raise the quota of role “%1”</source>
        <translation>提高角色“%1”的配额</translation>
    </message>
    <message>
        <source>Other roles can be offered less.</source>
        <translation>其他角色能得到的资源会减少。</translation>
    </message>
    <message>
        <source>that of role “%1” has room for one more instance</source>
        <translation>角色“%1”的配额还容得下一个实例</translation>
    </message>
</context>
<context>
    <name>appspec</name>
    <message>
        <source>Remove args</source>
        <translation>移除 args</translation>
    </message>
    <message>
        <source>Use RW</source>
        <translation>使用 RW</translation>
    </message>
    <message>
        <source>Remove size</source>
        <translation>移除 size</translation>
    </message>
    <message>
        <source>Use port index 0</source>
        <translation>使用端口序号 0</translation>
    </message>
    <message>
        <source>Use unlimited</source>
        <translation>使用 unlimited</translation>
    </message>
    <message>
        <source>Use the requested amount</source>
        <translation>使用申请的数量</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>移除它</translation>
    </message>
    <message>
        <source>Use *</source>
        <translation>使用 *</translation>
    </message>
    <message>
        <source>Use 1</source>
        <translation>使用 1</translation>
    </message>
    <message>
        <source>Use 0</source>
        <translation>使用 0</translation>
    </message>
    <message>
        <source>Use disabled</source>
        <translation>使用 disabled</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Use false</source>
        <translation>使用 false</translation>
    </message>
    <message>
        <source>Use true</source>
        <translation>使用 true</translation>
    </message>
    <message>
        <source>Remove shmSize</source>
        <translation>移除 shmSize</translation>
    </message>
    <message>
        <source>Use RO</source>
        <translation>使用 RO</translation>
    </message>
    <message>
        <source>Use 0 and 0</source>
        <translation>使用 0 和 0</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
</context>
<context>
    <name>appspec-schema</name>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Networking and ports</source>
        <translation>网络与端口</translation>
    </message>
    <message>
        <source>Health and readiness</source>
        <translation>健康与就绪</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>卷</translation>
    </message>
    <message>
        <source>Environment and secrets</source>
        <translation>环境变量与密钥</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>放置</translation>
    </message>
    <message>
        <source>Upgrade and failure handling</source>
        <translation>升级与失败处理</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation>其他字段</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>The path of the app: lower-case segments with slashes between them, such as /prod/web. The last one may not be restart, tasks or versions.</source>
        <translation>应用的路径：以斜杠分隔的小写段，例如 /prod/web。最后一段不能是 restart、tasks 或 versions。</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Run by /bin/sh -c. Give either a command or arguments; an image can do without both.</source>
        <translation>由 /bin/sh -c 运行。命令和参数二选一；有镜像时可以都不给。</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>The program and its arguments without a shell, or arguments for the image&apos;s entry point.</source>
        <translation>不经 shell 的程序及其参数，或镜像入口点的参数。</translation>
    </message>
    <message>
        <source>Argument</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>One argument, passed as it is.</source>
        <translation>一个参数，原样传递。</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>实例数</translation>
    </message>
    <message>
        <source>How many run at the same time. Changing only this restarts nothing.</source>
        <translation>同时运行多少个。只改这一项不会重启任何实例。</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>The account on the agent under which the instances run.</source>
        <translation>实例在 Agent 上运行所用的账户。</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>依赖</translation>
    </message>
    <message>
        <source>Apps or groups that are deployed before this one. They need not exist; cycles are refused.</source>
        <translation>在此应用之前部署的应用或应用组。它们不必存在；循环依赖会被拒绝。</translation>
    </message>
    <message>
        <source>Dependency</source>
        <translation>依赖</translation>
    </message>
    <message>
        <source>The id of an app or group.</source>
        <translation>应用或应用组的 ID。</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>下载文件</translation>
    </message>
    <message>
        <source>Files that the agent downloads into the sandbox before the start.</source>
        <translation>启动前由 Agent 下载到沙箱的文件。</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>下载文件</translation>
    </message>
    <message>
        <source>One file to download.</source>
        <translation>一个要下载的文件。</translation>
    </message>
    <message>
        <source>URI</source>
        <translation>URI</translation>
    </message>
    <message>
        <source>Where it comes from.</source>
        <translation>它来自何处。</translation>
    </message>
    <message>
        <source>Extract</source>
        <translation>解压</translation>
    </message>
    <message>
        <source>Unpack an archive after the download.</source>
        <translation>下载后解压归档。</translation>
    </message>
    <message>
        <source>Executable</source>
        <translation>可执行</translation>
    </message>
    <message>
        <source>Make the file executable.</source>
        <translation>把文件设为可执行。</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Let the agent keep it for the next instance.</source>
        <translation>让 Agent 为下一个实例保留它。</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Name below the sandbox.</source>
        <translation>沙箱中的名称。</translation>
    </message>
    <message>
        <source>URIs</source>
        <translation>URI</translation>
    </message>
    <message>
        <source>The older form of artifacts.</source>
        <translation>下载文件的旧写法。</translation>
    </message>
    <message>
        <source>Executor</source>
        <translation>执行器</translation>
    </message>
    <message>
        <source>Another executor than the server&apos;s; empty is right nearly always.</source>
        <translation>替换服务器自带的执行器；几乎总是应当留空。</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Give the process a pseudo terminal.</source>
        <translation>给进程一个伪终端。</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Share of processors per instance; fractions are fine.</source>
        <translation>每个实例的处理器份额；可以是小数。</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Per instance. An instance that uses more is killed.</source>
        <translation>每个实例。用得更多的实例会被终止。</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Room in the sandbox per instance.</source>
        <translation>每个实例在沙箱中的空间。</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Whole GPUs per instance; MESOS engine only.</source>
        <translation>每个实例的整数 GPU；仅限 MESOS 引擎。</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>How far an instance may go beyond what it asked for. A partial update that does not repeat them removes them and restarts the app.</source>
        <translation>实例可以超出其请求多少。部分更新若不重复写出，会移除它们并重启应用。</translation>
    </message>
    <message>
        <source>CPU limit</source>
        <translation>CPU 上限</translation>
    </message>
    <message>
        <source>A number not below CPUs, or unlimited.</source>
        <translation>不低于 CPU 的数值，或 unlimited。</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>内存上限</translation>
    </message>
    <message>
        <source>A number not below memory, or unlimited.</source>
        <translation>不低于内存的数值，或 unlimited。</translation>
    </message>
    <message>
        <source>Executor resources</source>
        <translation>执行器资源</translation>
    </message>
    <message>
        <source>What the executor itself may use. Any update that does not repeat them removes them.</source>
        <translation>执行器自身可用的资源。任何不重复写出的更新都会移除它们。</translation>
    </message>
    <message>
        <source>CPU share of the executor.</source>
        <translation>执行器的 CPU 份额。</translation>
    </message>
    <message>
        <source>Memory of the executor.</source>
        <translation>执行器的内存。</translation>
    </message>
    <message>
        <source>Disk of the executor.</source>
        <translation>执行器的磁盘。</translation>
    </message>
    <message>
        <source>The engine, the image and what is mounted and mapped into it.</source>
        <translation>引擎、镜像，以及挂载和映射到其中的内容。</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>DOCKER hands the image to the Docker daemon and needs one; MESOS runs images and plain processes itself.</source>
        <translation>DOCKER 把镜像交给 Docker 守护进程，因此需要它；MESOS 自己运行镜像和普通进程。</translation>
    </message>
    <message>
        <source>Image settings</source>
        <translation>镜像设置</translation>
    </message>
    <message>
        <source>The image and how it is run.</source>
        <translation>镜像及其运行方式。</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Name with an optional tag, such as nginx:1.19.</source>
        <translation>名称，可带标签，例如 nginx:1.19。</translation>
    </message>
    <message>
        <source>Always pull</source>
        <translation>总是拉取</translation>
    </message>
    <message>
        <source>Fetch the image even when the agent has it.</source>
        <translation>即使 Agent 已有镜像也重新拉取。</translation>
    </message>
    <message>
        <source>Privileged</source>
        <translation>特权</translation>
    </message>
    <message>
        <source>Full access to the agent&apos;s devices.</source>
        <translation>完全访问 Agent 的设备。</translation>
    </message>
    <message>
        <source>Docker parameters</source>
        <translation>Docker 参数</translation>
    </message>
    <message>
        <source>Further options of docker run.</source>
        <translation>docker run 的其他选项。</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>One option.</source>
        <translation>一个选项。</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Name without dashes.</source>
        <translation>不带短横线的名称。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Its value.</source>
        <translation>它的值。</translation>
    </message>
    <message>
        <source>Registry login</source>
        <translation>仓库登录</translation>
    </message>
    <message>
        <source>Credentials of the registry out of a secret.</source>
        <translation>来自机密的仓库凭据。</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>The name of an entry in Secrets.</source>
        <translation>“机密”中一个条目的名称。</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>凭据</translation>
    </message>
    <message>
        <source>Always refused; use the registry login.</source>
        <translation>总是被拒绝；请使用仓库登录。</translation>
    </message>
    <message>
        <source>Docker network</source>
        <translation>Docker 网络</translation>
    </message>
    <message>
        <source>The older form of networks.</source>
        <translation>网络的旧写法。</translation>
    </message>
    <message>
        <source>Docker port mappings</source>
        <translation>Docker 端口映射</translation>
    </message>
    <message>
        <source>The older place of port mappings.</source>
        <translation>端口映射的旧位置。</translation>
    </message>
    <message>
        <source>Linux isolation</source>
        <translation>Linux 隔离</translation>
    </message>
    <message>
        <source>System call filter and shared memory.</source>
        <translation>系统调用过滤和共享内存。</translation>
    </message>
    <message>
        <source>Seccomp</source>
        <translation>Seccomp</translation>
    </message>
    <message>
        <source>Either a profile or unconfined.</source>
        <translation>配置文件或不限制，二选一。</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>A file on the agent.</source>
        <translation>Agent 上的一个文件。</translation>
    </message>
    <message>
        <source>Unconfined</source>
        <translation>不限制</translation>
    </message>
    <message>
        <source>No filter at all.</source>
        <translation>完全不过滤。</translation>
    </message>
    <message>
        <source>IPC</source>
        <translation>IPC</translation>
    </message>
    <message>
        <source>Shared memory.</source>
        <translation>共享内存。</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>An own name space or the parent&apos;s.</source>
        <translation>自己的名字空间或父级的。</translation>
    </message>
    <message>
        <source>Shared memory</source>
        <translation>共享内存</translation>
    </message>
    <message>
        <source>Only with PRIVATE.</source>
        <translation>仅限 PRIVATE。</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>The host&apos;s network, a bridge, or container networks with an address of their own.</source>
        <translation>主机网络、网桥，或有自己地址的容器网络。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>One network.</source>
        <translation>一个网络。</translation>
    </message>
    <message>
        <source>host: the agent&apos;s own ports. container/bridge: mapped ports. container: an address of its own on a named network.</source>
        <translation>host：Agent 自己的端口。container/bridge：映射的端口。container：具名网络上自己的地址。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Of the container network.</source>
        <translation>容器网络的名称。</translation>
    </message>
    <message>
        <source>Handed to the network plug-in.</source>
        <translation>交给网络插件。</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Ports on the agent. 0 lets the server choose; an explicit empty list means none.</source>
        <translation>Agent 上的端口。0 由服务器选择；显式的空列表表示没有端口。</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>One port.</source>
        <translation>一个端口。</translation>
    </message>
    <message>
        <source>The service port, or with “require ports” the port on the agent.</source>
        <translation>服务端口；启用“要求端口”时为 Agent 上的端口。</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>udp,tcp asks for both.</source>
        <translation>udp,tcp 表示两者都要。</translation>
    </message>
    <message>
        <source>Must differ from the other ports&apos; names.</source>
        <translation>必须与其他端口的名称不同。</translation>
    </message>
    <message>
        <source>For load balancers, such as a virtual address.</source>
        <translation>供负载均衡器使用，例如虚拟地址。</translation>
    </message>
    <message>
        <source>Require ports</source>
        <translation>要求端口</translation>
    </message>
    <message>
        <source>Run only where exactly these ports are free.</source>
        <translation>只在恰好这些端口空闲之处运行。</translation>
    </message>
    <message>
        <source>Port mappings</source>
        <translation>端口映射</translation>
    </message>
    <message>
        <source>Ports inside the container and outside. An explicit empty list means none.</source>
        <translation>容器内外的端口。显式的空列表表示没有端口。</translation>
    </message>
    <message>
        <source>Port mapping</source>
        <translation>端口映射</translation>
    </message>
    <message>
        <source>One mapped port.</source>
        <translation>一个映射的端口。</translation>
    </message>
    <message>
        <source>Container port</source>
        <translation>容器端口</translation>
    </message>
    <message>
        <source>Where the process listens; 0 takes the host port&apos;s number.</source>
        <translation>进程监听之处；0 取主机端口的号码。</translation>
    </message>
    <message>
        <source>Host port</source>
        <translation>主机端口</translation>
    </message>
    <message>
        <source>On the agent; 0 takes any free one. On a container network none is taken unless given.</source>
        <translation>Agent 上的端口；0 取任意空闲端口。容器网络上除非给出，否则不占用。</translation>
    </message>
    <message>
        <source>Service port</source>
        <translation>服务端口</translation>
    </message>
    <message>
        <source>Cluster-wide number for load balancers; 0 lets the server choose.</source>
        <translation>供负载均衡器使用的集群级号码；0 由服务器选择。</translation>
    </message>
    <message>
        <source>Must differ from the other mappings&apos; names.</source>
        <translation>必须与其他映射的名称不同。</translation>
    </message>
    <message>
        <source>Network names</source>
        <translation>网络名称</translation>
    </message>
    <message>
        <source>The container networks this port is for; empty means all.</source>
        <translation>此端口所属的容器网络；空表示全部。</translation>
    </message>
    <message>
        <source>Ports (old)</source>
        <translation>端口（旧）</translation>
    </message>
    <message>
        <source>The older form of ports.</source>
        <translation>端口的旧写法。</translation>
    </message>
    <message>
        <source>IP address (old)</source>
        <translation>IP 地址（旧）</translation>
    </message>
    <message>
        <source>The older form of networks and port mappings.</source>
        <translation>网络和端口映射的旧写法。</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>健康检查</translation>
    </message>
    <message>
        <source>How the cluster finds out whether an instance works. An instance that fails too often is killed and started elsewhere.</source>
        <translation>集群如何判断实例是否正常。失败过多的实例会被终止，并在别处启动。</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>健康检查</translation>
    </message>
    <message>
        <source>One check.</source>
        <translation>一个检查。</translation>
    </message>
    <message>
        <source>MESOS_ checks and COMMAND run on the agent, the others from the scheduler.</source>
        <translation>MESOS_ 检查和 COMMAND 在 Agent 上运行，其余由调度器运行。</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Asked for over HTTP.</source>
        <translation>经 HTTP 请求。</translation>
    </message>
    <message>
        <source>Port index</source>
        <translation>端口序号</translation>
    </message>
    <message>
        <source>Which of the app&apos;s ports, counted from 0.</source>
        <translation>应用的第几个端口，从 0 数起。</translation>
    </message>
    <message>
        <source>A fixed port instead of an index.</source>
        <translation>固定端口，代替序号。</translation>
    </message>
    <message>
        <source>Healthy when it ends with 0.</source>
        <translation>以 0 结束即为健康。</translation>
    </message>
    <message>
        <source>Run by a shell inside the container.</source>
        <translation>由容器内的 shell 运行。</translation>
    </message>
    <message>
        <source>Grace period</source>
        <translation>宽限期</translation>
    </message>
    <message>
        <source>Failures this soon after the start do not count, until the first success.</source>
        <translation>启动后这么短时间内的失败不计，直到首次成功。</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>From one probe to the next.</source>
        <translation>从一次探测到下一次。</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>A probe that takes longer has failed.</source>
        <translation>更久的探测即为失败。</translation>
    </message>
    <message>
        <source>Max failures</source>
        <translation>最大失败数</translation>
    </message>
    <message>
        <source>Failures in a row that are allowed: the instance is killed with one more. 0 never kills.</source>
        <translation>允许的连续失败次数：再多一次就终止实例。0 表示从不终止。</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Before the first probe; checks on the agent only.</source>
        <translation>首次探测之前；仅限 Agent 上的检查。</translation>
    </message>
    <message>
        <source>IP version</source>
        <translation>IP 版本</translation>
    </message>
    <message>
        <source>IPv6 with the DOCKER engine and MESOS_ checks only.</source>
        <translation>IPv6 仅限 DOCKER 引擎和 MESOS_ 检查。</translation>
    </message>
    <message>
        <source>Ignore 1xx</source>
        <translation>忽略 1xx</translation>
    </message>
    <message>
        <source>Taken but not kept by the server.</source>
        <translation>服务器接受但不保存。</translation>
    </message>
    <message>
        <source>Readiness check</source>
        <translation>就绪检查</translation>
    </message>
    <message>
        <source>During a deployment an instance only counts once it answers this. At most one.</source>
        <translation>部署期间，实例答复了它才算数。最多一个。</translation>
    </message>
    <message>
        <source>Asked until it says ready.</source>
        <translation>一直询问，直到答复就绪。</translation>
    </message>
    <message>
        <source>How it is called in results.</source>
        <translation>在结果中的名称。</translation>
    </message>
    <message>
        <source>HTTP or HTTPS.</source>
        <translation>HTTP 或 HTTPS。</translation>
    </message>
    <message>
        <source>Port name</source>
        <translation>端口名称</translation>
    </message>
    <message>
        <source>Must be the name of one of the ports.</source>
        <translation>必须是某个端口的名称。</translation>
    </message>
    <message>
        <source>Must be shorter than the interval.</source>
        <translation>必须短于间隔。</translation>
    </message>
    <message>
        <source>Codes for ready</source>
        <translation>就绪状态码</translation>
    </message>
    <message>
        <source>HTTP status codes that mean ready.</source>
        <translation>表示就绪的 HTTP 状态码。</translation>
    </message>
    <message>
        <source>Keep the last answer</source>
        <translation>保留最后应答</translation>
    </message>
    <message>
        <source>Show it in the deployment.</source>
        <translation>显示在部署中。</translation>
    </message>
    <message>
        <source>Generic check</source>
        <translation>通用检查</translation>
    </message>
    <message>
        <source>Its result is shown and never kills. Exactly one of http, tcp and exec; MESOS engine only.</source>
        <translation>结果会显示，从不终止实例。http、tcp 和 exec 恰好一个；仅限 MESOS 引擎。</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Asks for a path.</source>
        <translation>请求一个路径。</translation>
    </message>
    <message>
        <source>Which of the app&apos;s ports.</source>
        <translation>应用的哪个端口。</translation>
    </message>
    <message>
        <source>A fixed port.</source>
        <translation>固定端口。</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Only HTTP works.</source>
        <translation>只有 HTTP 有效。</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Opens a connection.</source>
        <translation>打开一个连接。</translation>
    </message>
    <message>
        <source>Runs a command.</source>
        <translation>运行一条命令。</translation>
    </message>
    <message>
        <source>Use shell; argv breaks the server.</source>
        <translation>请用 shell；argv 会使服务器出错。</translation>
    </message>
    <message>
        <source>Shell command</source>
        <translation>Shell 命令</translation>
    </message>
    <message>
        <source>Run by a shell.</source>
        <translation>由 shell 运行。</translation>
    </message>
    <message>
        <source>Before the first probe.</source>
        <translation>首次探测之前。</translation>
    </message>
    <message>
        <source>Directories of the agent, disks that stay with the app, volumes of a storage system, and secrets as files.</source>
        <translation>Agent 的目录、跟随应用的磁盘、存储系统的卷，以及作为文件的机密。</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>卷</translation>
    </message>
    <message>
        <source>One mounted directory.</source>
        <translation>一个挂载的目录。</translation>
    </message>
    <message>
        <source>Container path</source>
        <translation>容器路径</translation>
    </message>
    <message>
        <source>Where it appears. For a persistent volume a name without slashes.</source>
        <translation>出现的位置。持久卷用不带斜杠的名称。</translation>
    </message>
    <message>
        <source>Host path</source>
        <translation>主机路径</translation>
    </message>
    <message>
        <source>A directory or file of the agent.</source>
        <translation>Agent 的目录或文件。</translation>
    </message>
    <message>
        <source>Read-only or writable.</source>
        <translation>只读或可写。</translation>
    </message>
    <message>
        <source>Persistent</source>
        <translation>持久卷</translation>
    </message>
    <message>
        <source>A disk that is reserved for this app and outlives its instances.</source>
        <translation>为此应用预留的磁盘，比实例存在得更久。</translation>
    </message>
    <message>
        <source>Disk type</source>
        <translation>磁盘类型</translation>
    </message>
    <message>
        <source>root: a share of the agent&apos;s disk; path and mount: disks of their own.</source>
        <translation>root：Agent 磁盘的一部分；path 和 mount：独立的磁盘。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Reserved per instance.</source>
        <translation>每个实例预留。</translation>
    </message>
    <message>
        <source>Largest size</source>
        <translation>最大容量</translation>
    </message>
    <message>
        <source>Of a mount disk that is taken.</source>
        <translation>所取 mount 磁盘的上限。</translation>
    </message>
    <message>
        <source>Only disks with this profile.</source>
        <translation>只用具有此配置的磁盘。</translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation>约束</translation>
    </message>
    <message>
        <source>Which disks: path LIKE an expression.</source>
        <translation>哪些磁盘：path LIKE 表达式。</translation>
    </message>
    <message>
        <source>External</source>
        <translation>外部卷</translation>
    </message>
    <message>
        <source>A volume of a storage system.</source>
        <translation>存储系统的卷。</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供者</translation>
    </message>
    <message>
        <source>dvdi for Docker volume drivers, csi for CSI plug-ins.</source>
        <translation>dvdi 用于 Docker 卷驱动，csi 用于 CSI 插件。</translation>
    </message>
    <message>
        <source>Of the volume in its storage system.</source>
        <translation>卷在其存储系统中的名称。</translation>
    </message>
    <message>
        <source>MESOS engine only.</source>
        <translation>仅限 MESOS 引擎。</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Several apps may use it.</source>
        <translation>多个应用可以使用它。</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>dvdi/driver is required for dvdi; csi needs pluginName and capability.</source>
        <translation>dvdi 必须有 dvdi/driver；csi 需要 pluginName 和 capability。</translation>
    </message>
    <message>
        <source>The name of an entry in Secrets, mounted as a file.</source>
        <translation>“机密”中一个条目的名称，挂载为文件。</translation>
    </message>
    <message>
        <source>Residency</source>
        <translation>驻留</translation>
    </message>
    <message>
        <source>Without effect; the server shows it for apps with persistent volumes.</source>
        <translation>没有作用；服务器为有持久卷的应用显示它。</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Variables of the process, as text or out of a secret.</source>
        <translation>进程的变量，文本或来自机密。</translation>
    </message>
    <message>
        <source>Text, or a reference to a secret.</source>
        <translation>文本，或对机密的引用。</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>Names for secrets of the secret store.</source>
        <translation>机密存储中机密的名称。</translation>
    </message>
    <message>
        <source>One secret.</source>
        <translation>一个机密。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Its path in the secret store.</source>
        <translation>它在机密存储中的路径。</translation>
    </message>
    <message>
        <source>Which agents may take an instance. All of them must hold.</source>
        <translation>哪些 Agent 可以接收实例。所有约束都必须满足。</translation>
    </message>
    <message>
        <source>Constraint</source>
        <translation>约束</translation>
    </message>
    <message>
        <source>A field, an operator and, for most operators, a value.</source>
        <translation>字段、运算符，以及大多数运算符所需的值。</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>An attribute of agents, or hostname, @hostname, @region, @zone.</source>
        <translation>Agent 的属性，或 hostname、@hostname、@region、@zone。</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>运算符</translation>
    </message>
    <message>
        <source>UNIQUE: each value once. MAX_PER: at most n each. GROUP_BY: evenly over n values. CLUSTER: all on one value. LIKE, UNLIKE: expression. IS: equal.</source>
        <translation>UNIQUE：每个值一次。MAX_PER：每个至多 n 个。GROUP_BY：平均分到 n 个值。CLUSTER：都在一个值上。LIKE、UNLIKE：表达式。IS：相等。</translation>
    </message>
    <message>
        <source>What the operator compares with.</source>
        <translation>运算符与之比较的值。</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Whose resources are used. Directly below the root only the server&apos;s own role.</source>
        <translation>使用谁的资源。根下第一层只能是服务器自己的角色。</translation>
    </message>
    <message>
        <source>Accepted roles</source>
        <translation>接受的角色</translation>
    </message>
    <message>
        <source>Take only offers of these roles: * and the app&apos;s own.</source>
        <translation>只接受这些角色的资源邀约：* 和应用自己的角色。</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>How many instances may be missing, and how many extra may run, while old ones are replaced.</source>
        <translation>替换旧实例时，可以缺多少实例，可以多运行多少。</translation>
    </message>
    <message>
        <source>Stay healthy</source>
        <translation>保持健康</translation>
    </message>
    <message>
        <source>Share of the instances that stay up, 0 to 1.</source>
        <translation>保持运行的实例比例，0 到 1。</translation>
    </message>
    <message>
        <source>Run extra</source>
        <translation>额外运行</translation>
    </message>
    <message>
        <source>Share of instances that may run in addition, 0 to 1.</source>
        <translation>可以额外运行的实例比例，0 到 1。</translation>
    </message>
    <message>
        <source>Back-off</source>
        <translation>退避</translation>
    </message>
    <message>
        <source>Wait after the first failed start.</source>
        <translation>首次启动失败后的等待。</translation>
    </message>
    <message>
        <source>Back-off factor</source>
        <translation>退避系数</translation>
    </message>
    <message>
        <source>The wait grows by this with each further failure.</source>
        <translation>每次再失败，等待按此倍数增长。</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>最长等待</translation>
    </message>
    <message>
        <source>The wait never gets longer than this.</source>
        <translation>等待从不超过此值。</translation>
    </message>
    <message>
        <source>Kill grace period</source>
        <translation>终止宽限期</translation>
    </message>
    <message>
        <source>Between SIGTERM and SIGKILL.</source>
        <translation>SIGTERM 与 SIGKILL 之间。</translation>
    </message>
    <message>
        <source>Kill first</source>
        <translation>先终止</translation>
    </message>
    <message>
        <source>Which instances go when the app is scaled down.</source>
        <translation>缩容时哪些实例先走。</translation>
    </message>
    <message>
        <source>Lost agents</source>
        <translation>失联 Agent</translation>
    </message>
    <message>
        <source>When instances on an agent out of contact are replaced; disabled waits for ever.</source>
        <translation>失联 Agent 上的实例何时被替换；disabled 永远等待。</translation>
    </message>
    <message>
        <source>Replace after</source>
        <translation>替换时间</translation>
    </message>
    <message>
        <source>A replacement starts after this long.</source>
        <translation>经过这么久后启动替代实例。</translation>
    </message>
    <message>
        <source>Forget after</source>
        <translation>遗忘时间</translation>
    </message>
    <message>
        <source>After this long the old instance is forgotten, and killed should it come back.</source>
        <translation>经过这么久后遗忘旧实例；若它回来则终止。</translation>
    </message>
    <message>
        <source>Free text for people and for other programs. Changing them restarts the app.</source>
        <translation>给人和其他程序的自由文本。更改会重启应用。</translation>
    </message>
    <message>
        <source>Text.</source>
        <translation>文本。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Written by the server. Alone in an update it means: go back to it.</source>
        <translation>由服务器写入。单独出现在更新中表示：回到该版本。</translation>
    </message>
    <message>
        <source>Version info</source>
        <translation>版本信息</translation>
    </message>
    <message>
        <source>Written by the server.</source>
        <translation>由服务器写入。</translation>
    </message>
    <message>
        <source>Staged</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Unhealthy</source>
        <translation>不健康</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Readiness results</source>
        <translation>就绪结果</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation>上次失败</translation>
    </message>
    <message>
        <source>Task statistics</source>
        <translation>任务统计</translation>
    </message>
</context>
<context>
    <name>base</name>
    <message>
        <source>The draft cannot be saved as %1: %2.</source>
        <translation>草稿无法保存为 %1：%2。</translation>
    </message>
    <message>
        <source>Save the document as a file elsewhere.</source>
        <translation>请把文档另存到别处。</translation>
    </message>
    <message>
        <source>The draft %1 cannot be read.</source>
        <translation>草稿 %1 无法读取。</translation>
    </message>
</context>
<context>
    <name>master</name>
    <message>
        <source>The state that the master sent is incomplete.</source>
        <translation>master 发来的状态不完整。</translation>
    </message>
    <message>
        <source>It is read again.</source>
        <translation>正在重新读取。</translation>
    </message>
    <message>
        <source>One event of the master is larger than %1 MB.</source>
        <translation>master 的一个事件超过 %1 MB。</translation>
    </message>
    <message>
        <source>Look for a task or framework with enormous labels.</source>
        <translation>请查找标签特别大的任务或框架。</translation>
    </message>
    <message>
        <source>A part of what the master sent is not valid JSON.</source>
        <translation>master 发来的部分内容不是有效的 JSON。</translation>
    </message>
    <message>
        <source>It is read again. If this stays, check whether the address is a Mesos master.</source>
        <translation>正在重新读取。若一直如此，请检查该地址是否为 Mesos master。</translation>
    </message>
    <message>
        <source>%1 sent nothing for %2 s, not even a heartbeat.</source>
        <translation>%1 已 %2 秒没有发送任何内容，连心跳也没有。</translation>
    </message>
    <message>
        <source>The stream is opened again.</source>
        <translation>正在重新打开事件流。</translation>
    </message>
    <message>
        <source>%1 answers, but not with a Mesos event stream.</source>
        <translation>%1 有应答，但不是 Mesos 事件流。</translation>
    </message>
    <message>
        <source>Check whether this is the port of a Mesos master (usually 5050).</source>
        <translation>请检查这是否为 Mesos master 的端口（通常 5050）。</translation>
    </message>
    <message>
        <source>The master&apos;s answer to %1 can&apos;t be read.</source>
        <translation>master 对 %1 的应答无法读取。</translation>
    </message>
    <message>
        <source>Check whether the address is a Mesos master.</source>
        <translation>请检查该地址是否为 Mesos master。</translation>
    </message>
    <message>
        <source>The state that the master sent is not a valid message.</source>
        <translation>master 发来的状态不是有效的消息。</translation>
    </message>
    <message>
        <source>It is read again as JSON.</source>
        <translation>正在以 JSON 重新读取。</translation>
    </message>
    <message>
        <source>One entry of the master&apos;s state is larger than %1 MB.</source>
        <translation>master 状态中的一个条目超过 %1 MB。</translation>
    </message>
    <message>
        <source>A part of what the master sent is not a valid message.</source>
        <translation>master 发来的部分内容不是有效的消息。</translation>
    </message>
    <message>
        <source>The state that the master sent is not valid JSON.</source>
        <translation>master 发来的状态不是有效的 JSON。</translation>
    </message>
    <message>
        <source>Mesos agent</source>
        <translation>Mesos Agent</translation>
    </message>
    <message>
        <source>The maintenance schedule can&apos;t be read.</source>
        <translation>维护计划无法读取。</translation>
    </message>
    <message>
        <source>The master&apos;s access control does not allow you to do this.</source>
        <translation>master 的访问控制不允许您这样做。</translation>
    </message>
    <message>
        <source>Ask its operator for the permission, or use other credentials.</source>
        <translation>请向其运维申请权限，或使用其他凭据。</translation>
    </message>
    <message>
        <source>The master does not know this agent (any more).</source>
        <translation>master 不认识（或不再认识）此 Agent。</translation>
    </message>
    <message>
        <source>It may have left or been marked gone; the list of agents is read again.</source>
        <translation>它可能已离开或被标记为消失；正在重新读取 Agent 列表。</translation>
    </message>
    <message>
        <source>The agent is still draining, so it can&apos;t be reactivated yet.</source>
        <translation>该 Agent 仍在排空，还不能重新启用。</translation>
    </message>
    <message>
        <source>Wait for its last tasks. When their framework is gone it may stay so; then restart the agent.</source>
        <translation>等它最后的任务结束。若其框架已不存在，它可能一直如此；那时请重启 Agent。</translation>
    </message>
    <message>
        <source>The master does not know this framework (any more).</source>
        <translation>master 不认识（或不再认识）此框架。</translation>
    </message>
    <message>
        <source>It may have ended meanwhile.</source>
        <translation>它可能在此期间已结束。</translation>
    </message>
    <message>
        <source>The answer with the %1 can&apos;t be read.</source>
        <translation>含%1的应答无法读取。</translation>
    </message>
    <message>
        <source>Check whether the address is a Mesos master or agent.</source>
        <translation>请检查该地址是否为 Mesos master 或 Agent。</translation>
    </message>
    <message>
        <source>metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>flags</source>
        <translation>启动参数</translation>
    </message>
    <message>
        <source>containers</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>The agent&apos;s answer about this file can&apos;t be read.</source>
        <translation>Agent 关于此文件的应答无法读取。</translation>
    </message>
    <message>
        <source>Check whether it is a Mesos agent.</source>
        <translation>请检查它是否为 Mesos Agent。</translation>
    </message>
    <message>
        <source>The file could not be written completely.</source>
        <translation>文件没能完整写入。</translation>
    </message>
    <message>
        <source>Check the space on this disk.</source>
        <translation>请检查此磁盘的空间。</translation>
    </message>
    <message>
        <source>The answer to %1 can&apos;t be read.</source>
        <translation>对 %1 的应答无法读取。</translation>
    </message>
    <message>
        <source>What came is JSON, but not the list that the master was asked for.</source>
        <translation>收到的是 JSON，但不是向 master 请求的列表。</translation>
    </message>
    <message>
        <source>Check whether something between here and the master answers for it.</source>
        <translation>请检查是否有中间环节代替 master 作了应答。</translation>
    </message>
    <message>
        <source>The agent does not know the task %1 any more.</source>
        <translation>该 Agent 已不再知道任务 %1。</translation>
    </message>
</context>
<context>
    <name>mesoscope::app::commands</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 无法读取：%2。</translation>
    </message>
</context>
<context>
    <name>mesoscope::app::commands::AppDocument</name>
    <message>
        <source>mesoscope app %1 needs a document.</source>
        <translation>mesoscope app %1 需要一个文档。</translation>
    </message>
    <message>
        <source>See mesoscope --help.</source>
        <translation>参见 mesoscope --help。</translation>
    </message>
</context>
<context>
    <name>mesoscope::app::commands::DiffCommand</name>
    <message>
        <source>No difference.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <source>The document is not JSON: line %1, column %2: %3</source>
        <translation>文档不是 JSON：第 %1 行第 %2 列：%3</translation>
    </message>
    <message>
        <source>%1: new</source>
        <translation>%1：新增</translation>
    </message>
    <message>
        <source>%1: removed</source>
        <translation>%1：移除</translation>
    </message>
    <message>
        <source>Usage: mesoscope app diff FILE [APP or FILE] [--json]</source>
        <translation>用法：mesoscope app diff 文件 [应用或文件] [--json]</translation>
    </message>
</context>
<context>
    <name>mesoscope::app::commands::PlanCommand</name>
    <message>
        <source>Where it would run is not known: no agents.</source>
        <translation>会运行在哪里未知：没有 Agent。</translation>
    </message>
    <message>
        <source>No more room is needed.</source>
        <translation>不需要更多空间。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more instance(s) fit.</source>
        <translation>
            <numerusform>还能容纳 %Ln 个实例。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only %1 of %2 more instances fit.</source>
        <translation>新增的 %2 个实例中只能容纳 %1 个。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s): %1</source>
        <translation>
            <numerusform>%Ln 个 Agent：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 CPUs</source>
        <translation>%1 CPU</translation>
    </message>
    <message>
        <source>%1 MB memory</source>
        <translation>%1 MB 内存</translation>
    </message>
    <message>
        <source>%1 MB disk</source>
        <translation>%1 MB 磁盘</translation>
    </message>
    <message>
        <source>%1 GPUs</source>
        <translation>%1 GPU</translation>
    </message>
    <message>
        <source>The closest agent misses %1.</source>
        <translation>最接近的 Agent 差 %1。</translation>
    </message>
    <message>
        <source>Step %1:</source>
        <translation>第 %1 步：</translation>
    </message>
</context>
<context>
    <name>mesoscope::app::commands::ValidateCommand</name>
    <message>
        <source>--for takes marathon or swan, not %1.</source>
        <translation>--for 只接受 marathon 或 swan，不接受 %1。</translation>
    </message>
    <message>
        <source>--request takes a method and a path, for example &quot;PUT /v2/apps/prod/web&quot;.</source>
        <translation>--request 需要方法和路径，例如 &quot;PUT /v2/apps/prod/web&quot;。</translation>
    </message>
    <message>
        <source>app validate does not know %1.</source>
        <translation>app validate 不认识 %1。</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 需要一个值。</translation>
    </message>
    <message>
        <source>app validate takes one file; %1 is one too many.</source>
        <translation>app validate 只接受一个文件；%1 多余。</translation>
    </message>
    <message>
        <source>Usage: mesoscope app validate FILE [--for marathon|swan] [--features LIST] [--json]</source>
        <translation>用法：mesoscope app validate 文件 [--for marathon|swan] [--features 列表] [--json]</translation>
    </message>
    <message>
        <source>%1 is valid.</source>
        <translation>%1 有效。</translation>
    </message>
</context>
<context>
    <name>mesoscope::app::window::AddressTester</name>
    <message>
        <source>no leader is elected</source>
        <translation>没有选出 leader</translation>
    </message>
    <message>
        <source>leader %1</source>
        <translation>leader %1</translation>
    </message>
    <message>
        <source>This is not an address.</source>
        <translation>这不是地址。</translation>
    </message>
    <message>
        <source>Write it as http://host:port.</source>
        <translation>请写成 http://host:port。</translation>
    </message>
    <message>
        <source>Something answers there, but it is no %1.</source>
        <translation>那里有应答，但不是%1。</translation>
    </message>
    <message>
        <source>Check the port.</source>
        <translation>请检查端口。</translation>
    </message>
</context>
<context>
    <name>mesoscope::app::window::Console</name>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>The demo cluster did not start</source>
        <translation>演示集群没有启动</translation>
    </message>
    <message>
        <source>Not compared.</source>
        <translation>未比较。</translation>
    </message>
    <message>
        <source>Versions are not kept</source>
        <translation>版本没有被保留</translation>
    </message>
</context>
<context>
    <name>mesoscope::app::window::SchedulerReader</name>
    <message>
        <source>This is not an address.</source>
        <translation>这不是一个地址。</translation>
    </message>
    <message>
        <source>Write it as http://host:port.</source>
        <translation>请写成 http://主机:端口。</translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Effects</name>
    <message>
        <source>set from the start</source>
        <translation>从一开始就设置</translation>
    </message>
    <message>
        <source>restarts all instances</source>
        <translation>重启所有实例</translation>
    </message>
    <message>
        <source>restarts nothing</source>
        <translation>不重启任何实例</translation>
    </message>
    <message numerus="yes">
        <source>restarts all %Ln instance(s)</source>
        <translation>
            <numerusform>重启全部 %Ln 个实例</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be changed: another ID is another app</source>
        <translation>不能更改：换一个 ID 就是另一个应用</translation>
    </message>
    <message>
        <source>from 1 to %1 present, %2 kept healthy while it is replaced</source>
        <translation>替换期间同时存在至多 %1 个，保持 %2 个健康</translation>
    </message>
    <message>
        <source>each instance starts from the new image</source>
        <translation>每个实例都从新镜像启动</translation>
    </message>
    <message>
        <source>decides what is deployed first</source>
        <translation>决定先部署什么</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more; the running ones stay</source>
        <translation>
            <numerusform>增加 %Ln 个；运行中的保留</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fewer; the others stay</source>
        <translation>
            <numerusform>减少 %Ln 个；其余保留</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more each</source>
        <translation>每个多 %1</translation>
    </message>
    <message>
        <source>%1 less each</source>
        <translation>每个少 %1</translation>
    </message>
    <message>
        <source>; still below the memory limit of %1</source>
        <translation>；仍低于内存上限 %1</translation>
    </message>
    <message>
        <source>nothing is killed for its health any more</source>
        <translation>不再因健康原因终止任何实例</translation>
    </message>
    <message>
        <source>a hung instance is never killed</source>
        <translation>卡住的实例不会被终止</translation>
    </message>
    <message>
        <source>a hung instance is killed after at most %1 s</source>
        <translation>卡住的实例最多 %1 秒后被终止</translation>
    </message>
    <message>
        <source>a hung instance is killed after at most %1 s (was %2 s)</source>
        <translation>卡住的实例最多 %1 秒后被终止（原为 %2 秒）</translation>
    </message>
    <message>
        <source>a hung instance is killed after at most %1 s (was never)</source>
        <translation>卡住的实例最多 %1 秒后被终止（原为从不）</translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <translation>%1，%2 %3</translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Fixes</name>
    <message>
        <source>Use %1</source>
        <translation>用 %1</translation>
    </message>
    <message>
        <source>Put it in quotes</source>
        <translation>加上引号</translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Impact</name>
    <message>
        <source>Nothing changes</source>
        <translation>什么都不改变</translation>
    </message>
    <message>
        <source>Stored without any step: nothing restarts</source>
        <translation>只保存，没有步骤：不重启任何实例</translation>
    </message>
    <message>
        <source>Scale %1 → %2 without a restart</source>
        <translation>不重启，扩缩容 %1 → %2</translation>
    </message>
    <message numerus="yes">
        <source>Rolling restart of %Ln instance(s)</source>
        <translation>
            <numerusform>滚动重启 %Ln 个实例</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New app with %Ln instance(s)</source>
        <translation>
            <numerusform>新应用，%Ln 个实例</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The app and its %Ln instance(s) go</source>
        <translation>
            <numerusform>移除应用及其 %Ln 个实例</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>needs %Ln more at its peak</source>
        <translation>
            <numerusform>峰值时还需要 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>never fewer than %Ln healthy</source>
        <translation>
            <numerusform>健康的不少于 %Ln 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Importer</name>
    <message>
        <source>The command names no image.</source>
        <translation>命令没有指定镜像。</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>有一个引号没有闭合。</translation>
    </message>
    <message>
        <source>%1 has no value.</source>
        <translation>%1 没有值。</translation>
    </message>
    <message>
        <source>The Compose file has no services.</source>
        <translation>Compose 文件没有服务。</translation>
    </message>
    <message>
        <source>The Compose file is not YAML: line %1, column %2: %3.</source>
        <translation>Compose 文件不是 YAML：第 %1 行第 %2 列：%3。</translation>
    </message>
    <message>
        <source>%1 was left out.</source>
        <translation>略去了 %1。</translation>
    </message>
    <message>
        <source>%1 has no image; build it first and name it here.</source>
        <translation>%1 没有镜像；请先构建并在此写明。</translation>
    </message>
    <message>
        <source>The named volume %1 became a directory of the agent; choose a persistent volume if its data must stay.</source>
        <translation>命名卷 %1 变成了 Agent 上的目录；若数据必须保留，请选用持久卷。</translation>
    </message>
    <message>
        <source>Port %1</source>
        <translation>端口 %1</translation>
    </message>
    <message>
        <source>The anonymous volume %1</source>
        <translation>匿名卷 %1</translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::JsonParser</name>
    <message>
        <source>The text ends too early: %1 is missing.</source>
        <translation>文本过早结束：缺少 %1。</translation>
    </message>
    <message>
        <source>There is a NUL byte here; this looks like a binary file, not JSON.</source>
        <translation>这里有 NUL 字节；看起来是二进制文件，不是 JSON。</translation>
    </message>
    <message>
        <source>JSON writes texts in double quotes, not in single ones.</source>
        <translation>JSON 的文本用双引号，不用单引号。</translation>
    </message>
    <message>
        <source>This byte is not UTF-8 text; the file may be binary or in another encoding.</source>
        <translation>此字节不是 UTF-8 文本；文件可能是二进制或其他编码。</translation>
    </message>
    <message>
        <source>%1 is expected here, not “%2”.</source>
        <translation>这里应为 %1，而不是“%2”。</translation>
    </message>
    <message>
        <source>Comments are not part of JSON and the server refuses them; remove this one.</source>
        <translation>JSON 没有注释，服务器会拒绝；请移除此处注释。</translation>
    </message>
    <message>
        <source>The document is larger than %1 MB; it is kept as text but not examined.</source>
        <translation>文档超过 %1 MB；按文本保留，但不检查。</translation>
    </message>
    <message>
        <source>The document is empty; an app begins with {.</source>
        <translation>文档为空；应用以 { 开头。</translation>
    </message>
    <message>
        <source>The document is complete here; what follows must be removed.</source>
        <translation>文档到此已完整；后面的内容必须移除。</translation>
    </message>
    <message>
        <source>Values are nested deeper than %1 levels.</source>
        <translation>值的嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>a comma or }</source>
        <translation>逗号或 }</translation>
    </message>
    <message>
        <source>a comma or ]</source>
        <translation>逗号或 ]</translation>
    </message>
    <message>
        <source>There is a comma before } with nothing after it; remove the comma.</source>
        <translation>} 前有多余的逗号；请移除。</translation>
    </message>
    <message>
        <source>a key in double quotes</source>
        <translation>双引号中的键</translation>
    </message>
    <message>
        <source>a colon</source>
        <translation>冒号</translation>
    </message>
    <message>
        <source>There is a comma before ] with nothing after it; remove the comma.</source>
        <translation>] 前有多余的逗号；请移除。</translation>
    </message>
    <message>
        <source>The text that begins in this line has no closing quote.</source>
        <translation>从此行开始的文本没有闭合引号。</translation>
    </message>
    <message>
        <source>There is a NUL byte inside this text; write it as \u0000.</source>
        <translation>此文本中有 NUL 字节；请写成 \u0000。</translation>
    </message>
    <message>
        <source>A control character stands inside this text; write it as an escape such as \t or \n.</source>
        <translation>此文本中有控制字符；请写成 \t 或 \n 之类的转义。</translation>
    </message>
    <message>
        <source>The text that begins here has no closing quote.</source>
        <translation>从这里开始的文本没有闭合引号。</translation>
    </message>
    <message>
        <source>This escape is unknown; JSON has \&quot; \\ \/ \b \f \n \r \t and \u with four digits.</source>
        <translation>未知的转义；JSON 有 \&quot; \\ \/ \b \f \n \r \t 以及带四位数字的 \u。</translation>
    </message>
    <message>
        <source>\u needs four hexadecimal digits.</source>
        <translation>\u 需要四位十六进制数字。</translation>
    </message>
    <message>
        <source>A minus must be followed by digits.</source>
        <translation>负号后必须是数字。</translation>
    </message>
    <message>
        <source>A number may not begin with 0 before other digits.</source>
        <translation>数字不能以 0 开头再接其他数字。</translation>
    </message>
    <message>
        <source>The point of this number must be followed by digits.</source>
        <translation>小数点后必须是数字。</translation>
    </message>
    <message>
        <source>The exponent of this number has no digits.</source>
        <translation>指数部分没有数字。</translation>
    </message>
    <message>
        <source>JSON has no NaN and no Infinity.</source>
        <translation>JSON 没有 NaN 和 Infinity。</translation>
    </message>
    <message>
        <source>“%1” is not a value; texts stand in double quotes, otherwise write true, false, null or a number.</source>
        <translation>“%1”不是值；文本用双引号，否则请写 true、false、null 或数字。</translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Merger</name>
    <message>
        <source>%1 is not JSON: line %2, column %3: %4</source>
        <translation>%1不是 JSON：第 %2 行第 %3 列：%4</translation>
    </message>
    <message>
        <source>The version you started from</source>
        <translation>您开始时的版本</translation>
    </message>
    <message>
        <source>Your document</source>
        <translation>您的文档</translation>
    </message>
    <message>
        <source>The version that runs</source>
        <translation>正在运行的版本</translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Patch</name>
    <message>
        <source>The text is not JSON at the moment; mend it first.</source>
        <translation>文本目前不是 JSON；请先修正。</translation>
    </message>
    <message>
        <source>The new value is not JSON: %1</source>
        <translation>新值不是 JSON：%1</translation>
    </message>
    <message>
        <source>There is nothing at %1.</source>
        <translation>%1 处没有内容。</translation>
    </message>
    <message>
        <source>The key “%1” exists already.</source>
        <translation>键“%1”已存在。</translation>
    </message>
    <message>
        <source>%1 lies inside a value that is neither an object nor a list.</source>
        <translation>%1 所在的值既不是对象也不是列表。</translation>
    </message>
    <message>
        <source>“%1” is no place in this list.</source>
        <translation>“%1”不是此列表中的位置。</translation>
    </message>
    <message>
        <source>The whole document cannot be removed, renamed or moved.</source>
        <translation>整个文档不能移除、改名或移动。</translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Problem</name>
    <message>
        <source>A whole number is expected.</source>
        <translation>这里应为整数。</translation>
    </message>
    <message>
        <source>A number is expected, without quotes.</source>
        <translation>这里应为数字，不带引号。</translation>
    </message>
    <message>
        <source>A text in quotes is expected.</source>
        <translation>这里应为引号中的文本。</translation>
    </message>
    <message>
        <source>true or false is expected.</source>
        <translation>这里应为 true 或 false。</translation>
    </message>
    <message>
        <source>A list in [ ] is expected.</source>
        <translation>这里应为 [ ] 中的列表。</translation>
    </message>
    <message>
        <source>An object in { } is expected.</source>
        <translation>这里应为 { } 中的对象。</translation>
    </message>
    <message>
        <source>A date is expected, such as 2020-01-31T12:00:00.000Z.</source>
        <translation>这里应为日期，例如 2020-01-31T12:00:00.000Z。</translation>
    </message>
    <message>
        <source>The number is too small.</source>
        <translation>数字过小。</translation>
    </message>
    <message>
        <source>The number is too large.</source>
        <translation>数字过大。</translation>
    </message>
    <message>
        <source>It must not be empty.</source>
        <translation>不能为空。</translation>
    </message>
    <message>
        <source>It is too long.</source>
        <translation>过长。</translation>
    </message>
    <message>
        <source>Only lower-case letters, digits and dashes are allowed here.</source>
        <translation>这里只允许小写字母、数字和连字符。</translation>
    </message>
    <message>
        <source>This is none of the known words.</source>
        <translation>这不是已知的词。</translation>
    </message>
    <message>
        <source>A required key is missing.</source>
        <translation>缺少必填的键。</translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Rows</name>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2/%3</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Another network</source>
        <translation>另一个网络</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>run by the scheduler; paces the deployment, never kills</source>
        <translation>由调度器执行；控制部署节奏，从不终止实例</translation>
    </message>
    <message>
        <source>run by the agent; decides who is killed</source>
        <translation>由 Agent 执行；决定终止谁</translation>
    </message>
    <message>
        <source>run by the scheduler; decides who is killed</source>
        <translation>由调度器执行；决定终止谁</translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Shapes</name>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>The agent&apos;s own network and ports.</source>
        <translation>Agent 自己的网络和端口。</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>网桥</translation>
    </message>
    <message>
        <source>A bridge on the agent; container ports are mapped to host ports.</source>
        <translation>Agent 上的网桥；容器端口映射到主机端口。</translation>
    </message>
    <message>
        <source>Container network</source>
        <translation>容器网络</translation>
    </message>
    <message>
        <source>A named network (CNI or Docker) that gives each instance its own address.</source>
        <translation>具名网络（CNI 或 Docker），每个实例有自己的地址。</translation>
    </message>
    <message>
        <source>Host directory</source>
        <translation>主机目录</translation>
    </message>
    <message>
        <source>A directory of whatever agent the instance is on.</source>
        <translation>实例所在 Agent 上的目录。</translation>
    </message>
    <message>
        <source>Persistent</source>
        <translation>持久卷</translation>
    </message>
    <message>
        <source>A disk that is reserved for the app; an instance comes back to it.</source>
        <translation>为应用预留的磁盘；实例会回到它所在处。</translation>
    </message>
    <message>
        <source>External</source>
        <translation>外部卷</translation>
    </message>
    <message>
        <source>A volume of a storage system that follows the instance.</source>
        <translation>存储系统的卷，随实例移动。</translation>
    </message>
    <message>
        <source>Secret file</source>
        <translation>机密文件</translation>
    </message>
    <message>
        <source>A secret, mounted as a file.</source>
        <translation>以文件形式挂载的机密。</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Asks for a path.</source>
        <translation>请求一个路径。</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Opens a connection.</source>
        <translation>打开一个连接。</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Runs a command.</source>
        <translation>运行一条命令。</translation>
    </message>
    <message>
        <source>Runs a command inside the container.</source>
        <translation>在容器内运行一条命令。</translation>
    </message>
    <message>
        <source>Run by the agent beside the instance.</source>
        <translation>由实例旁的 Agent 执行。</translation>
    </message>
    <message>
        <source>Run by the scheduler over the network.</source>
        <translation>由调度器经网络执行。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The value itself.</source>
        <translation>值本身。</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>The value comes out of the secret store.</source>
        <translation>值来自机密存储。</translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Summary</name>
    <message numerus="yes">
        <source>%Ln instance(s)</source>
        <translation>
            <numerusform>%Ln 个实例</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s), %1</source>
        <translation>
            <numerusform>%Ln 个实例，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>%Ln volume(s)</source>
        <translation>
            <numerusform>%Ln 个卷</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln variable(s)</source>
        <translation>
            <numerusform>%Ln 个变量</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln constraint(s)</source>
        <translation>
            <numerusform>%Ln 个约束</numerusform>
        </translation>
    </message>
    <message>
        <source>the server&apos;s defaults</source>
        <translation>服务器默认值</translation>
    </message>
    <message>
        <source>healthy at least %1, over capacity at most %2</source>
        <translation>健康至少 %1，超量最多 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln port(s)</source>
        <translation>
            <numerusform>%1；%Ln 个端口</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s): %1 CPU, %2</source>
        <translation>
            <numerusform>%Ln 个实例：%1 CPU，%2</numerusform>
        </translation>
    </message>
    <message>
        <source>none: an instance that hangs is never replaced</source>
        <translation>无：卡住的实例不会被替换</translation>
    </message>
    <message numerus="yes">
        <source>%Ln health check(s) decide who is killed</source>
        <translation>
            <numerusform>%Ln 个健康检查决定终止谁</numerusform>
        </translation>
    </message>
    <message>
        <source>; readiness paces the deployment</source>
        <translation>；就绪检查控制部署节奏</translation>
    </message>
    <message>
        <source>none: each key of this document has its field</source>
        <translation>无：文档的每个键都有对应字段</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) that the schema does not know, kept as they are</source>
        <translation>
            <numerusform>%Ln 个模式不认识的键，原样保留</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Template</name>
    <message>
        <source>Web service behind the gateway</source>
        <translation>网关后的 Web 服务</translation>
    </message>
    <message>
        <source>Stateless, checked over HTTP, one instance per agent, replaced a quarter at a time.</source>
        <translation>无状态，HTTP 检查，每个 Agent 一个实例，每次替换四分之一。</translation>
    </message>
    <message>
        <source>Service with a persistent volume</source>
        <translation>带持久卷的服务</translation>
    </message>
    <message>
        <source>Keeps its disk when it restarts. Its role must be that of its group.</source>
        <translation>重启时保留磁盘。其角色必须与应用组一致。</translation>
    </message>
    <message>
        <source>Worker without ports</source>
        <translation>不用端口的工作进程</translation>
    </message>
    <message>
        <source>Works through a queue; waits longer after each failure.</source>
        <translation>处理队列；每次失败后等待更久。</translation>
    </message>
    <message>
        <source>GPU task</source>
        <translation>GPU 任务</translation>
    </message>
    <message>
        <source>One whole GPU, MESOS engine.</source>
        <translation>一整块 GPU，MESOS 引擎。</translation>
    </message>
    <message>
        <source>Service with an address of its own</source>
        <translation>有独立地址的服务</translation>
    </message>
    <message>
        <source>On a container network; no ports of the agent are used.</source>
        <translation>使用容器网络；不占用 Agent 的端口。</translation>
    </message>
    <message>
        <source>Pair with a dependency</source>
        <translation>有依赖的一对</translation>
    </message>
    <message>
        <source>A group of two apps; the second one is deployed after the first.</source>
        <translation>由两个应用组成的应用组；第二个在第一个之后部署。</translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::Words</name>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::marathon::Advice</name>
    <message>
        <source>requirePorts has no effect off host networking.</source>
        <translation>requirePorts 在非 host 网络下无效。</translation>
    </message>
    <message>
        <source>GROUP_BY without the number of groups stops the server from launching any app at all; give the number, for example [&quot;%1&quot;, &quot;GROUP_BY&quot;, &quot;3&quot;].</source>
        <translation>GROUP_BY 不写分组数会使服务器完全停止启动应用；请写明数字，例如 [&quot;%1&quot;, &quot;GROUP_BY&quot;, &quot;3&quot;]。</translation>
    </message>
    <message>
        <source>Without portIndex this check never runs, and a deployment that waits for it never ends.</source>
        <translation>没有 portIndex 此检查永不执行，等待它的部署永不结束。</translation>
    </message>
    <message>
        <source>Use port index 0</source>
        <translation>使用端口序号 0</translation>
    </message>
    <message>
        <source>0 means that a failing instance is never killed.</source>
        <translation>0 表示失败的实例永不被终止。</translation>
    </message>
    <message>
        <source>The time-out is longer than the interval; probes will overlap.</source>
        <translation>超时比间隔长；探测会重叠。</translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::marathon::Conversion</name>
    <message>
        <source>%1 (The server answers 500: %2)</source>
        <translation>%1（服务器回答 500：%2）</translation>
    </message>
    <message>
        <source>Constraint operators are written in capitals: %1.</source>
        <translation>约束运算符用大写：%1。</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>A check with a command has neither path nor port.</source>
        <translation>用命令的检查没有 path 也没有 port。</translation>
    </message>
    <message>
        <source>Remove path</source>
        <translation>移除 path</translation>
    </message>
    <message>
        <source>Remove port</source>
        <translation>移除 port</translation>
    </message>
    <message>
        <source>A check with a command has the protocol COMMAND.</source>
        <translation>用命令的检查，协议为 COMMAND。</translation>
    </message>
    <message>
        <source>Use COMMAND</source>
        <translation>使用 COMMAND</translation>
    </message>
    <message>
        <source>A COMMAND check needs a command: {&quot;value&quot;: &quot;…&quot;}.</source>
        <translation>COMMAND 检查需要命令：{&quot;value&quot;: &quot;…&quot;}。</translation>
    </message>
    <message>
        <source>A check has exactly one of http, tcp and exec.</source>
        <translation>检查只能有 http、tcp、exec 之一。</translation>
    </message>
    <message>
        <source>A check cannot use HTTPS; use HTTP or a command.</source>
        <translation>检查不能用 HTTPS；请用 HTTP 或命令。</translation>
    </message>
    <message>
        <source>Use HTTP</source>
        <translation>使用 HTTP</translation>
    </message>
    <message>
        <source>Never send a check with argv: the server stores the app and from then on fails to list any app. Use command.shell.</source>
        <translation>切勿发送带 argv 的检查：服务器会保存该应用，此后无法列出任何应用。请用 command.shell。</translation>
    </message>
    <message>
        <source>A volume can only be constrained by [&quot;path&quot;, &quot;LIKE&quot;, expression].</source>
        <translation>卷只能用 [&quot;path&quot;, &quot;LIKE&quot;, 表达式] 约束。</translation>
    </message>
    <message>
        <source>A CSI volume needs options with pluginName and capability.</source>
        <translation>CSI 卷需要含 pluginName 和 capability 的 options。</translation>
    </message>
    <message>
        <source>The access type of a CSI volume is mount or block.</source>
        <translation>CSI 卷的访问类型是 mount 或 block。</translation>
    </message>
    <message>
        <source>A CSI volume that is mounted needs fsType.</source>
        <translation>要挂载的 CSI 卷需要 fsType。</translation>
    </message>
    <message>
        <source>The CSI access mode %1 does not exist.</source>
        <translation>CSI 访问模式 %1 不存在。</translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::marathon::Thrown</name>
    <message>
        <source>%1 (The server answers 500: %2)</source>
        <translation>%1（服务器回答 500：%2）</translation>
    </message>
    <message>
        <source>Give either networks or the older ipAddress and docker.network, not both.</source>
        <translation>networks 与旧式的 ipAddress、docker.network 只能二选一。</translation>
    </message>
    <message>
        <source>The docker network NONE does not exist for apps; use networks with mode host, container/bridge or container.</source>
        <translation>应用没有 docker 网络 NONE；请用 networks，模式为 host、container/bridge 或 container。</translation>
    </message>
    <message>
        <source>uris is the older form of fetch; keep only fetch.</source>
        <translation>uris 是 fetch 的旧形式；只保留 fetch。</translation>
    </message>
    <message>
        <source>Port mappings stand in container and in container.docker; keep only container.portMappings.</source>
        <translation>container 和 container.docker 都有端口映射；只保留 container.portMappings。</translation>
    </message>
    <message>
        <source>Ports under ipAddress.discovery are for the MESOS engine only.</source>
        <translation>ipAddress.discovery 下的端口只用于 MESOS 引擎。</translation>
    </message>
    <message>
        <source>Ports stand in container.portMappings and in ipAddress.discovery; keep only the first.</source>
        <translation>container.portMappings 和 ipAddress.discovery 都有端口；只保留前者。</translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::marathon::Validation</name>
    <message>
        <source>The key “%1” stands here more than once; only the last one counts.</source>
        <translation>键“%1”在此出现多次；只有最后一个有效。</translation>
    </message>
    <message>
        <source>This text holds half of a character (a lone surrogate), which no UTF-8 text can carry.</source>
        <translation>此文本含半个字符（孤立代理项），UTF-8 无法表示。</translation>
    </message>
    <message>
        <source>This number is beyond what the server can hold.</source>
        <translation>此数字超出服务器所能保存的范围。</translation>
    </message>
    <message>
        <source>Remove version</source>
        <translation>移除 version</translation>
    </message>
</context>
<context>
    <name>mesoscope::appspec::swan::Rules</name>
    <message>
        <source>A version is an object.</source>
        <translation>版本必须是对象。</translation>
    </message>
    <message>
        <source>%1 must be %2.</source>
        <translation>%1 必须是%2。</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>%1 is required.</source>
        <translation>%1 是必填项。</translation>
    </message>
    <message>
        <source>%1 may only have letters, digits and -, at most 64.</source>
        <translation>%1 只能含字母、数字和 -，最多 64 个。</translation>
    </message>
    <message>
        <source>instances must be above 0.</source>
        <translation>instances 必须大于 0。</translation>
    </message>
    <message>
        <source>%1 must not be negative.</source>
        <translation>%1 不能为负。</translation>
    </message>
    <message>
        <source>retries must not be negative.</source>
        <translation>retries 不能为负。</translation>
    </message>
    <message>
        <source>A container is required.</source>
        <translation>必须有容器。</translation>
    </message>
    <message>
        <source>The container type is DOCKER.</source>
        <translation>容器类型是 DOCKER。</translation>
    </message>
    <message>
        <source>container.docker is required.</source>
        <translation>container.docker 是必填项。</translation>
    </message>
    <message>
        <source>An image is required.</source>
        <translation>必须有镜像。</translation>
    </message>
    <message>
        <source>network is required: bridge, host or the name of a docker network.</source>
        <translation>network 是必填项：bridge、host 或 docker 网络名。</translation>
    </message>
    <message>
        <source>Every port mapping has a name.</source>
        <translation>每个端口映射都要有名称。</translation>
    </message>
    <message>
        <source>Two port mappings are called %1.</source>
        <translation>两个端口映射都叫 %1。</translation>
    </message>
    <message>
        <source>The protocol is tcp or udp.</source>
        <translation>协议是 tcp 或 udp。</translation>
    </message>
    <message>
        <source>A port lies between 0 and 65535.</source>
        <translation>端口在 0 到 65535 之间。</translation>
    </message>
    <message>
        <source>containerPath is required.</source>
        <translation>containerPath 是必填项。</translation>
    </message>
    <message>
        <source>hostPath must be absolute.</source>
        <translation>hostPath 必须是绝对路径。</translation>
    </message>
    <message>
        <source>The mode is RO or RW.</source>
        <translation>模式是 RO 或 RW。</translation>
    </message>
    <message>
        <source>A cmd check needs a command.</source>
        <translation>cmd 检查需要命令。</translation>
    </message>
    <message>
        <source>A %1 check needs the name of a port.</source>
        <translation>%1 检查需要端口名称。</translation>
    </message>
    <message>
        <source>No port mapping is called %1.</source>
        <translation>没有端口映射叫 %1。</translation>
    </message>
    <message>
        <source>An http check needs a path.</source>
        <translation>http 检查需要路径。</translation>
    </message>
    <message>
        <source>The protocol is cmd, tcp or http.</source>
        <translation>协议是 cmd、tcp 或 http。</translation>
    </message>
    <message>
        <source>intervalSeconds must be above 0.</source>
        <translation>intervalSeconds 必须大于 0。</translation>
    </message>
    <message>
        <source>With update, onFailure is required: stop, continue or rollback.</source>
        <translation>有 update 时 onFailure 是必填项：stop、continue 或 rollback。</translation>
    </message>
    <message>
        <source>delay must not be negative.</source>
        <translation>delay 不能为负。</translation>
    </message>
    <message>
        <source>A constraint needs an attribute.</source>
        <translation>约束需要属性。</translation>
    </message>
    <message>
        <source>The operator is ==, != or ~=.</source>
        <translation>运算符是 ==、!= 或 ~=。</translation>
    </message>
    <message>
        <source>A constraint needs a value.</source>
        <translation>约束需要值。</translation>
    </message>
    <message>
        <source>listen is a port as a text of digits, for example &quot;8080&quot;.</source>
        <translation>listen 是数字文本形式的端口，例如 &quot;8080&quot;。</translation>
    </message>
    <message>
        <source>Swan ignores %1.</source>
        <translation>Swan 忽略 %1。</translation>
    </message>
    <message>
        <source>Swan ignores this older form of proxy; put alias and listen into proxies.</source>
        <translation>Swan 忽略此旧式 proxy；请把 alias 和 listen 写入 proxies。</translation>
    </message>
    <message>
        <source>Swan passes this on as milliseconds, not as seconds.</source>
        <translation>Swan 把它当作毫秒传递，而不是秒。</translation>
    </message>
    <message>
        <source>Swan accepts rollback but does not do it.</source>
        <translation>Swan 接受 rollback，但不执行。</translation>
    </message>
    <message>
        <source>%1 must be a whole number.</source>
        <translation>%1 必须是整数。</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
</context>
<context>
    <name>mesoscope::cluster::ActionText</name>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln 个 Agent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::cluster::Details</name>
    <message>
        <source>%1 is not an agent of this cluster.</source>
        <translation>%1 不是该集群的 Agent。</translation>
    </message>
    <message>
        <source>The agent of this task is not known.</source>
        <translation>此任务所在的 Agent 未知。</translation>
    </message>
</context>
<context>
    <name>mesoscope::cluster::LogReader</name>
    <message>
        <source>%1 ended, its log ends there. From here on the replacement, %2</source>
        <translation>%1 已结束，其日志到此为止。此后为替代实例 %2</translation>
    </message>
</context>
<context>
    <name>mesoscope::cluster::LogTail</name>
    <message>
        <source>The master knows no task %1, or not on which agent it ran.</source>
        <translation>master 不认识任务 %1，或不知道它在哪个 Agent 上运行。</translation>
    </message>
    <message>
        <source>Its sandbox can be read as long as its agent is registered.</source>
        <translation>只要其 Agent 仍注册，就能读取它的沙箱。</translation>
    </message>
</context>
<context>
    <name>mesoscope::cluster::TaskCommand</name>
    <message>
        <source>it does not run.</source>
        <translation>它没有在运行。</translation>
    </message>
    <message>
        <source>its agent is not there.</source>
        <translation>它的 Agent 不在。</translation>
    </message>
    <message>
        <source>its container is not known; only Mesos&apos; own containers can be entered.</source>
        <translation>它的容器未知；只有 Mesos 自己的容器可以进入。</translation>
    </message>
    <message>
        <source>No command can be run in %1: %2</source>
        <translation>无法在 %1 中运行命令：%2</translation>
    </message>
</context>
<context>
    <name>mesoscope::cluster::TaskFiles</name>
    <message>
        <source>%1 can&apos;t be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>It is not known on which agent %1 ran.</source>
        <translation>不知道 %1 在哪个 Agent 上运行。</translation>
    </message>
    <message>
        <source>Its sandbox can be read as long as its agent is registered.</source>
        <translation>只要其 Agent 仍注册，就能读取它的沙箱。</translation>
    </message>
</context>
<context>
    <name>mesoscope::scheduler::marathon::MarathonScheduler</name>
    <message>
        <source>Marathon&apos;s event stream is not reachable at this address.</source>
        <translation>此地址无法到达 Marathon 的事件流。</translation>
    </message>
    <message>
        <source>Marathon&apos;s event stream has been silent for too long.</source>
        <translation>Marathon 的事件流静默太久。</translation>
    </message>
    <message>
        <source>It is opened again by itself.</source>
        <translation>它会自行重新打开。</translation>
    </message>
</context>
<context>
    <name>mesoscope::tables</name>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Rack</source>
        <translation>机架</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>可用区</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>allocated / total</source>
        <translation>已分配 / 总量</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>GiB allocated / total</source>
        <translation>GiB，已分配 / 总量</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Agent id</source>
        <translation>Agent ID</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Healthy / wanted</source>
        <translation>健康 / 期望</translation>
    </message>
    <message>
        <source>grey: running, no health check</source>
        <translation>灰色：运行中，无健康检查</translation>
    </message>
    <message>
        <source>image tag</source>
        <translation>镜像标签</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>in flight or last</source>
        <translation>进行中或最近一次</translation>
    </message>
    <message>
        <source>State and reason</source>
        <translation>状态与原因</translation>
    </message>
    <message>
        <source>scheduler&apos;s words, explained</source>
        <translation>调度器的说法，附解释</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>requested</source>
        <translation>已申请</translation>
    </message>
    <message>
        <source>GiB requested</source>
        <translation>已申请 GiB</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>per s</source>
        <translation>每秒</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>应用组</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Framework</source>
        <translation>框架</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>资源邀约</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>注册于</translation>
    </message>
    <message>
        <source>ago</source>
        <translation>前</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>主体</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Framework id</source>
        <translation>框架 ID</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>allocated</source>
        <translation>已分配</translation>
    </message>
    <message>
        <source>GiB allocated</source>
        <translation>已分配 GiB</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>已预留</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>配额</translation>
    </message>
    <message>
        <source>CPU guaranteed</source>
        <translation>保证的 CPU</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Frameworks</source>
        <translation>框架</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Current actions</source>
        <translation>当前动作</translation>
    </message>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>instances</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Back-off</source>
        <translation>退避</translation>
    </message>
    <message>
        <source>s at most</source>
        <translation>最多秒数</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>已见</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Refused because of</source>
        <translation>拒绝原因</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>后端</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Launch queue</source>
        <translation>启动队列</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>MiB requested</source>
        <translation>已申请 MiB</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>启动于</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>IP addresses</source>
        <translation>IP 地址</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>allocated %1, offered %2, reserved %3, free %4 of %5</source>
        <translation>共 %5：已分配 %1，邀约中 %2，已预留 %3，空闲 %4</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要关注</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1; %2 have instances there.</source>
        <translation>%1；%2有实例在那里。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these apps</source>
        <translation>
            <numerusform>其中 %Ln 个应用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them wait for the same reason: %1.</source>
        <translation>
            <numerusform>其中 %Ln 个因同一原因等待：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>No shared cause is known.</source>
        <translation>没有已知的共同原因。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln app(s)</source>
        <translation>
            <numerusform>%Ln 个应用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in flight</source>
        <translation>
            <numerusform>%Ln 个进行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) attention, shown above</source>
        <translation>
            <numerusform>%Ln 个需要关注，见上方</numerusform>
        </translation>
    </message>
    <message>
        <source>scaling %1 → %2</source>
        <translation>正在扩缩容 %1 → %2</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>%1, step %2 of %3</source>
        <translation>%1，第 %2 步，共 %3 步</translation>
    </message>
    <message>
        <source>%1 is unreachable since %2</source>
        <translation>%1 自 %2 起失联</translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents of rack %1 behind switch %2 are unreachable since %3</source>
        <translation>
            <numerusform>交换机 %2 下机架 %1 的 %Ln 个 Agent 自 %3 起失联</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents of rack %1 are unreachable since %2</source>
        <translation>
            <numerusform>机架 %1 的 %Ln 个 Agent 自 %2 起失联</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents are unreachable since %1</source>
        <translation>
            <numerusform>%Ln 个 Agent 自 %1 起失联</numerusform>
        </translation>
    </message>
    <message>
        <source>The filter has a quotation mark without its end.</source>
        <translation>过滤条件里有一个引号没有闭合。</translation>
    </message>
    <message>
        <source>Close it with a second quotation mark.</source>
        <translation>补上后一个引号。</translation>
    </message>
    <message>
        <source>The filter field &quot;%1&quot; has no value.</source>
        <translation>过滤字段“%1”没有值。</translation>
    </message>
    <message>
        <source>Write a value behind the colon, as in %1:value.</source>
        <translation>在冒号后写值，例如 %1:值。</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot; in this table.</source>
        <translation>此表没有字段“%1”。</translation>
    </message>
    <message>
        <source>Fields: %1.</source>
        <translation>可用字段：%1。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is not a number and can&apos;t be compared.</source>
        <translation>字段“%1”不是数字，不能比较大小。</translation>
    </message>
    <message>
        <source>Write %1:value.</source>
        <translation>请写成 %1:值。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>Write a number, as in %1:&gt;2.</source>
        <translation>请写数字，例如 %1:&gt;2。</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>unhealthy</source>
        <translation>不健康</translation>
    </message>
    <message>
        <source>no result yet</source>
        <translation>尚无结果</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>no check</source>
        <translation>无检查</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in a row: %1</source>
        <translation>
            <numerusform>连续 %Ln 次：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>last failed %1</source>
        <translation>最近一次失败：%1</translation>
    </message>
    <message>
        <source>old</source>
        <translation>旧</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>未激活</translation>
    </message>
    <message>
        <source>active</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>已结束</translation>
    </message>
    <message numerus="yes">
        <source>no progress for %Ln min</source>
        <translation>
            <numerusform>%Ln 分钟没有进展</numerusform>
        </translation>
    </message>
    <message>
        <source>stuck</source>
        <translation>卡住</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>There is no column &quot;%1&quot; in this table.</source>
        <translation>此表没有列“%1”。</translation>
    </message>
    <message>
        <source>Columns: %1.</source>
        <translation>可用列：%1。</translation>
    </message>
    <message>
        <source>unknown, was healthy</source>
        <translation>未知，之前健康</translation>
    </message>
    <message>
        <source>unknown, was unhealthy</source>
        <translation>未知，之前不健康</translation>
    </message>
    <message>
        <source>%1 (name not known)</source>
        <translation>%1（主机名未知）</translation>
    </message>
    <message>
        <source>last 30 results seen</source>
        <translation>最近看到的 30 个结果</translation>
    </message>
    <message>
        <source>used / requested</source>
        <translation>已用/请求</translation>
    </message>
    <message>
        <source>GiB used / requested</source>
        <translation>GiB 已用/请求</translation>
    </message>
</context>
<context>
    <name>mesoscope::text</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two units of one duration: 3 min 40 s</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message numerus="yes">
        <source>
… and %Ln more character(s)</source>
        <translation>
            <numerusform>
……还有 %Ln 个字符</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more like these</source>
        <translation>
            <numerusform>……还有 %Ln 条类似的</numerusform>
        </translation>
    </message>
    <message>
        <source>master</source>
        <translation>master</translation>
    </message>
    <message>
        <source>scheduler</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>coordination</source>
        <translation>协调服务</translation>
    </message>
    <message>
        <source>metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>暂存中</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>killing</source>
        <translation>终止中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>已丢弃</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>gone by operator</source>
        <translation>已被运维标记为消失</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>unhealthy</source>
        <translation>不健康</translation>
    </message>
    <message>
        <source>no result</source>
        <translation>无结果</translation>
    </message>
    <message>
        <source>active</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>deactivated</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>排空中</translation>
    </message>
    <message>
        <source>drained</source>
        <translation>已排空</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>recovering</source>
        <translation>恢复中</translation>
    </message>
    <message>
        <source>not configured</source>
        <translation>未配置</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>陈旧</translation>
    </message>
    <message>
        <source>retrying</source>
        <translation>重试中</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>outcome not known yet</source>
        <translation>结果尚未知</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>部分异常</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>deploying</source>
        <translation>部署中</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>已挂起</translation>
    </message>
    <message>
        <source>role does not match</source>
        <translation>角色不符</translation>
    </message>
    <message>
        <source>constraint not met</source>
        <translation>约束不满足</translation>
    </message>
    <message>
        <source>no volume reservation</source>
        <translation>没有对应的卷预留</translation>
    </message>
    <message>
        <source>maintenance is planned</source>
        <translation>已计划维护</translation>
    </message>
    <message>
        <source>agent is avoided</source>
        <translation>避开该 Agent</translation>
    </message>
    <message>
        <source>not enough cpu</source>
        <translation>CPU 不足</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>not enough disk</source>
        <translation>磁盘不足</translation>
    </message>
    <message>
        <source>not enough GPUs</source>
        <translation>GPU 不足</translation>
    </message>
    <message>
        <source>not enough ports</source>
        <translation>端口不足</translation>
    </message>
    <message>
        <source>not enough bandwidth</source>
        <translation>带宽不足</translation>
    </message>
    <message>
        <source>scarce resources are kept</source>
        <translation>稀缺资源被保留</translation>
    </message>
    <message>
        <source>other region</source>
        <translation>其他区域</translation>
    </message>
    <message numerus="yes">
        <source>%Ln held back after failures, for %1 at most</source>
        <translation>
            <numerusform>%Ln 个因失败被推迟，最多 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not launched: %1</source>
        <translation>
            <numerusform>%Ln 个未启动：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not launched, no offer fits yet</source>
        <translation>
            <numerusform>%Ln 个未启动，暂无合适的资源邀约</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln on unreachable agents</source>
        <translation>
            <numerusform>%Ln 个在失联的 Agent 上</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unhealthy</source>
        <translation>
            <numerusform>%Ln 个不健康</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln starting</source>
        <translation>
            <numerusform>%Ln 个启动中</numerusform>
        </translation>
    </message>
    <message>
        <source>last failure: %1</source>
        <translation>最近一次失败：%1</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>first deploy</source>
        <translation>首次部署</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>扩缩容</translation>
    </message>
    <message>
        <source>deploy</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Read-only: nothing that changes the cluster is sent.</source>
        <translation>只读：不会发送任何改变集群的请求。</translation>
    </message>
    <message>
        <source>No %1 is connected.</source>
        <translation>没有连接%1。</translation>
    </message>
    <message>
        <source>The %1&apos;s data is stale since %2.</source>
        <translation>%1的数据自 %2 起陈旧。</translation>
    </message>
    <message>
        <source>The %1 is not connected: %2.</source>
        <translation>%1未连接：%2。</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ActionFlow</name>
    <message>
        <source>One after the other; the first failure stops the rest: %1</source>
        <translation>逐个执行；第一次失败后停止：%1</translation>
    </message>
    <message>
        <source>The effect is being worked out.</source>
        <translation>正在计算影响。</translation>
    </message>
    <message>
        <source>Forced: a running deployment of these apps is cancelled.</source>
        <translation>强制：取消这些应用正在进行的部署。</translation>
    </message>
    <message>
        <source>Not forced: if another deployment holds the app, the scheduler answers 409 and nothing happens.</source>
        <translation>不强制：如果另一个部署占用该应用，调度器回答 409，什么都不会发生。</translation>
    </message>
    <message>
        <source>%1: %2, step %3 of %4</source>
        <translation>%1：%2，第 %3 步，共 %4 步</translation>
    </message>
    <message>
        <source>holds what you change</source>
        <translation>占用您要改的对象</translation>
    </message>
    <message>
        <source>not touched, may need the same room</source>
        <translation>不受影响，可能需要同样的空间</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more deployment(s), not touched</source>
        <translation>
            <numerusform>还有 %Ln 个部署，不受影响</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody deploys anything now.</source>
        <translation>现在没有人在部署。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln app(s) changed</source>
        <translation>
            <numerusform>已改变 %Ln 个应用</numerusform>
        </translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>完成。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>%1 was refused</source>
        <translation>%1被拒绝</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1失败</translation>
    </message>
    <message>
        <source>%1 of %2 were changed before; the rest was not sent.</source>
        <translation>此前已改变 %2 个中的 %1 个；其余未发送。</translation>
    </message>
    <message>
        <source>Override…</source>
        <translation>覆盖…</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>修正…</translation>
    </message>
    <message>
        <source> from %1</source>
        <translation>（来自 %1）</translation>
    </message>
    <message>
        <source>It was destroyed meanwhile.</source>
        <translation>它在此期间被销毁。</translation>
    </message>
    <message>
        <source>Scaled meanwhile%1 at %2.</source>
        <translation>在此期间被扩缩容%1，时间 %2。</translation>
    </message>
    <message>
        <source>Changed meanwhile%1 at %2.</source>
        <translation>在此期间被更改%1，时间 %2。</translation>
    </message>
    <message>
        <source>Show the difference…</source>
        <translation>显示差异…</translation>
    </message>
    <message>
        <source>The app is not there any more.</source>
        <translation>该应用已不存在。</translation>
    </message>
    <message>
        <source>It ends the deployment that runs now; nothing can refuse it for a lock.</source>
        <translation>它会结束正在运行的部署；不会因锁定而被拒绝。</translation>
    </message>
    <message>
        <source>If the name is taken, the scheduler answers 409 and nothing happens.</source>
        <translation>若名称已被占用，调度器返回 409，不会发生任何变化。</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ActionPlan</name>
    <message numerus="yes">
        <source>Kill %Ln task(s)</source>
        <translation>
            <numerusform>终止 %Ln 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %Ln running</source>
        <translation>
            <numerusform>保持 %Ln 个运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kill %Ln and scale down</source>
        <translation>
            <numerusform>终止 %Ln 个并缩容</numerusform>
        </translation>
    </message>
    <message>
        <source>Way out: scale up again</source>
        <translation>退路：再次扩容</translation>
    </message>
    <message numerus="yes">
        <source>Kill %Ln and wipe</source>
        <translation>
            <numerusform>终止 %Ln 个并清空数据</numerusform>
        </translation>
    </message>
    <message>
        <source>No way out: the data is gone</source>
        <translation>没有退路：数据不可恢复</translation>
    </message>
    <message>
        <source>Replaced by the scheduler</source>
        <translation>由调度器补上</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Do not deploy</source>
        <translation>不部署</translation>
    </message>
    <message>
        <source>Way out: deploy the version before</source>
        <translation>退路：部署之前的版本</translation>
    </message>
    <message>
        <source>Scale to %1</source>
        <translation>扩缩容到 %1</translation>
    </message>
    <message numerus="yes">
        <source>Keep %Ln instance(s)</source>
        <translation>
            <numerusform>保持 %Ln 个实例</numerusform>
        </translation>
    </message>
    <message>
        <source>Way out: scale back</source>
        <translation>退路：恢复原来的数量</translation>
    </message>
    <message numerus="yes">
        <source>Restart %Ln instance(s)</source>
        <translation>
            <numerusform>重启 %Ln 个实例</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>保持运行</translation>
    </message>
    <message>
        <source>Way out: stop half-way, what restarted stays</source>
        <translation>退路：中途停止，已重启的保持不变</translation>
    </message>
    <message numerus="yes">
        <source>Suspend %Ln app(s)</source>
        <translation>
            <numerusform>挂起 %Ln 个应用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Destroy %Ln app(s)</source>
        <translation>
            <numerusform>销毁 %Ln 个应用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %Ln app(s)</source>
        <translation>
            <numerusform>保留 %Ln 个应用</numerusform>
        </translation>
    </message>
    <message>
        <source>Way out: deploy the document again</source>
        <translation>退路：重新部署该文档</translation>
    </message>
    <message>
        <source>Destroy the group</source>
        <translation>销毁应用组</translation>
    </message>
    <message>
        <source>Keep the group</source>
        <translation>保留应用组</translation>
    </message>
    <message>
        <source>Way out: deploy each document again</source>
        <translation>退路：逐个重新部署文档</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即尝试</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>继续等待</translation>
    </message>
    <message>
        <source>Deploy the old version</source>
        <translation>部署旧版本</translation>
    </message>
    <message>
        <source>Keep this version</source>
        <translation>保持当前版本</translation>
    </message>
    <message>
        <source>Way out: deploy the newer version again</source>
        <translation>退路：再次部署较新的版本</translation>
    </message>
    <message>
        <source>Cancel and revert</source>
        <translation>取消并回滚</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>让它继续</translation>
    </message>
    <message>
        <source>Way out: deploy again</source>
        <translation>退路：再次部署</translation>
    </message>
    <message>
        <source>Stop half-way</source>
        <translation>中途停止</translation>
    </message>
    <message>
        <source>Revert the group</source>
        <translation>回滚应用组</translation>
    </message>
    <message>
        <source>Keep the group as it is</source>
        <translation>应用组保持不变</translation>
    </message>
    <message>
        <source>Way out: revert to the state of now</source>
        <translation>退路：回滚到现在的状态</translation>
    </message>
    <message numerus="yes">
        <source>Drain %Ln agent(s)</source>
        <translation>
            <numerusform>排空 %Ln 个 Agent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %Ln in service</source>
        <translation>
            <numerusform>保持 %Ln 个在用</numerusform>
        </translation>
    </message>
    <message>
        <source>Way out: reactivate; tasks do not come back</source>
        <translation>退路：重新启用；任务不会回来</translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %Ln agent(s)</source>
        <translation>
            <numerusform>停用 %Ln 个 Agent</numerusform>
        </translation>
    </message>
    <message>
        <source>Way out: reactivate</source>
        <translation>退路：重新启用</translation>
    </message>
    <message numerus="yes">
        <source>Reactivate %Ln agent(s)</source>
        <translation>
            <numerusform>重新启用 %Ln 个 Agent</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Way out: drain or deactivate again</source>
        <translation>退路：再次排空或停用</translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln agent(s) gone</source>
        <translation>
            <numerusform>将 %Ln 个 Agent 标记为消失</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep waiting for it</source>
        <translation>继续等它</translation>
    </message>
    <message>
        <source>No way out: it never comes back under its id</source>
        <translation>没有退路：它不会再以此 ID 回来</translation>
    </message>
    <message numerus="yes">
        <source>Scale %Ln app(s)</source>
        <translation>
            <numerusform>扩缩容 %Ln 个应用</numerusform>
        </translation>
    </message>
    <message>
        <source>Scale every app to %1</source>
        <translation>每个应用扩缩容到 %1</translation>
    </message>
    <message>
        <source>Scale the group by %1</source>
        <translation>将应用组乘以 %1</translation>
    </message>
    <message>
        <source>Way out: revert the group to its version of now</source>
        <translation>退路：将应用组恢复到现在的版本</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Leave it stopped</source>
        <translation>保持停止</translation>
    </message>
    <message>
        <source>Way out: stop it again</source>
        <translation>退路：再次停止</translation>
    </message>
    <message numerus="yes">
        <source>Replace %Ln instance(s) by the canary</source>
        <translation>
            <numerusform>用金丝雀替换 %Ln 个实例</numerusform>
        </translation>
    </message>
    <message>
        <source>Way out: roll back</source>
        <translation>退路：回滚</translation>
    </message>
    <message>
        <source>Shift %1 % of the traffic</source>
        <translation>转移 %1% 的流量</translation>
    </message>
    <message>
        <source>Keep the weights</source>
        <translation>保持权重</translation>
    </message>
    <message>
        <source>Way out: set the share again</source>
        <translation>退路：重新设置比例</translation>
    </message>
    <message>
        <source>Tear it down</source>
        <translation>拆除</translation>
    </message>
    <message>
        <source>No way out: its tasks end and its id is used up</source>
        <translation>无法回退：其任务结束，ID 不可再用</translation>
    </message>
    <message>
        <source>Set the weight</source>
        <translation>设置权重</translation>
    </message>
    <message>
        <source>Keep the weight</source>
        <translation>保留权重</translation>
    </message>
    <message>
        <source>Way out: set it back</source>
        <translation>回退方式：改回原值</translation>
    </message>
    <message>
        <source>Set the quota</source>
        <translation>设置配额</translation>
    </message>
    <message>
        <source>Keep the quota</source>
        <translation>保留配额</translation>
    </message>
    <message>
        <source>Change the schedule</source>
        <translation>修改计划</translation>
    </message>
    <message>
        <source>Keep the schedule</source>
        <translation>保留计划</translation>
    </message>
    <message>
        <source>Way out: change it back</source>
        <translation>回退方式：改回原计划</translation>
    </message>
    <message>
        <source>Create its apps</source>
        <translation>创建其应用</translation>
    </message>
    <message>
        <source>Create nothing</source>
        <translation>不创建</translation>
    </message>
    <message>
        <source>Way out: destroy the compose file with all its apps</source>
        <translation>退路：销毁该 compose 文件及其全部应用</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AgentInspector</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Allocated</source>
        <translation>已分配</translation>
    </message>
    <message>
        <source>Drain…</source>
        <translation>排空…</translation>
    </message>
    <message>
        <source>Deactivate…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Reactivate…</source>
        <translation>重新启用…</translation>
    </message>
    <message>
        <source>Mark gone…</source>
        <translation>标记为消失…</translation>
    </message>
    <message>
        <source>Choose an agent to see how full it is and who depends on it.</source>
        <translation>选择一个 Agent，查看它有多满、谁依赖它。</translation>
    </message>
    <message>
        <source>Mesos %1</source>
        <translation>Mesos %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>since</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>%1 running, %2 unhealthy</source>
        <translation>%1 个运行中，%2 个不健康</translation>
    </message>
    <message>
        <source>%1 running of %2</source>
        <translation>%2 个中 %1 个运行中</translation>
    </message>
    <message>
        <source>afterwards</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>marked gone</source>
        <translation>标记为消失</translation>
    </message>
    <message>
        <source>stays out until reactivated</source>
        <translation>保持停用，直到重新启用</translation>
    </message>
    <message>
        <source>agent id</source>
        <translation>Agent ID</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>last known</source>
        <translation>最后已知</translation>
    </message>
    <message>
        <source>cpu</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>已预留</translation>
    </message>
    <message>
        <source>%1 cpu, %2</source>
        <translation>%1 CPU，%2</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>邀约中</translation>
    </message>
    <message>
        <source>The agent is not there.</source>
        <translation>该 Agent 不在线。</translation>
    </message>
    <message>
        <source>It is out of service already.</source>
        <translation>它已停用。</translation>
    </message>
    <message>
        <source>It is in service.</source>
        <translation>它正在使用中。</translation>
    </message>
    <message>
        <source>It is marked gone already.</source>
        <translation>它已被标记为消失。</translation>
    </message>
    <message>
        <source>The agent is unreachable: it can&apos;t be drained.</source>
        <translation>该 Agent 已失联，无法排空。</translation>
    </message>
    <message>
        <source>Impact of a drain</source>
        <translation>排空的影响</translation>
    </message>
    <message>
        <source>being worked out</source>
        <translation>正在计算</translation>
    </message>
    <message>
        <source>domain</source>
        <comment>fault domain: region and zone</comment>
        <translation>故障域</translation>
    </message>
    <message>
        <source>left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>done by</source>
        <translation>预计完成</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1 后</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>started</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>upper limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>none, kill grace decides</source>
        <translation>无，由终止宽限期决定</translation>
    </message>
    <message>
        <source>should have ended</source>
        <translation>本应已结束</translation>
    </message>
    <message numerus="yes">
        <source>Stuck: %Ln task(s) should have ended</source>
        <translation>
            <numerusform>卡住：%Ln 个任务本应已结束</numerusform>
        </translation>
    </message>
    <message>
        <source>The last to end</source>
        <translation>最后结束的任务</translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>无结束时间</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>unreserved</source>
        <translation>未预留</translation>
    </message>
    <message>
        <source>the rest takes it</source>
        <translation>其余可容纳</translation>
    </message>
    <message>
        <source>%1 fit: %2</source>
        <translation>可容纳 %1 个：%2</translation>
    </message>
    <message>
        <source>no room</source>
        <translation>没有空间</translation>
    </message>
    <message>
        <source>no room: %1</source>
        <translation>没有空间：%1</translation>
    </message>
    <message>
        <source>no, volumes here</source>
        <translation>不能，卷在此处</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>no service has instances here</source>
        <translation>没有服务在此有实例</translation>
    </message>
    <message>
        <source>%1 of %2 fit elsewhere</source>
        <translation>%2中的 %1 个可迁往别处</translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s)</source>
        <translation>
            <numerusform>%Ln 个服务</numerusform>
        </translation>
    </message>
    <message>
        <source>other tasks</source>
        <translation>其他任务</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>以及另外 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>by whom is not known</source>
        <translation>预留者未知</translation>
    </message>
    <message>
        <source>by</source>
        <translation>预留者</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>卷</translation>
    </message>
    <message>
        <source>the agent&apos;s flags</source>
        <translation>Agent 的启动参数</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AgentsPage</name>
    <message>
        <source>filter: state, rack, attribute, version, tasks…</source>
        <translation>过滤：state、rack、attribute、version、tasks…</translation>
    </message>
    <message>
        <source>Tasks of the agent</source>
        <translation>该 Agent 的任务</translation>
    </message>
    <message numerus="yes">
        <source>whole cluster: %Ln task(s)</source>
        <translation>
            <numerusform>整个集群：%Ln 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>cpu %1 % of %2</source>
        <translation>CPU %2 的 %1%</translation>
    </message>
    <message>
        <source>memory %1 % of %2 GiB</source>
        <translation>内存 %2 GiB 的 %1%</translation>
    </message>
    <message>
        <source>disk %1 % of %2 GiB</source>
        <translation>磁盘 %2 GiB 的 %1%</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agent</translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln 个 Agent</numerusform>
        </translation>
    </message>
    <message>
        <source>No agent is registered with the master.</source>
        <translation>没有 Agent 在 master 注册。</translation>
    </message>
    <message>
        <source>What the master owns</source>
        <translation>master 所管理的对象</translation>
    </message>
    <message>
        <source>Frameworks</source>
        <translation>框架</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>Master</source>
        <translation>Master</translation>
    </message>
    <message>
        <source>Parts of the agent</source>
        <translation>Agent 的各部分</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Containers, flags, metrics</source>
        <translation>容器、启动参数、指标</translation>
    </message>
    <message>
        <source>Drain…</source>
        <translation>排空…</translation>
    </message>
    <message>
        <source>Maintenance…</source>
        <translation>维护…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>已选 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drain %Ln…</source>
        <translation>
            <numerusform>排空 %Ln 个…</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks %1</source>
        <translation>任务 %1</translation>
    </message>
    <message>
        <source>Drain</source>
        <translation>排空</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The agent is not being drained.</source>
        <translation>该 Agent 未在排空。</translation>
    </message>
    <message>
        <source>should have ended</source>
        <translation>本应已结束</translation>
    </message>
    <message>
        <source>ending</source>
        <translation>正在结束</translation>
    </message>
    <message>
        <source>All its tasks have ended.</source>
        <translation>其全部任务已结束。</translation>
    </message>
    <message>
        <source>Tasks of a drain</source>
        <translation>排空涉及的任务</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Goes on as (inferred)</source>
        <translation>接替实例（推断）</translation>
    </message>
    <message>
        <source>On agent</source>
        <translation>所在 Agent</translation>
    </message>
    <message>
        <source>%1 at the latest</source>
        <translation>最迟 %1</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AppInspector</name>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Not healthy</source>
        <translation>不健康</translation>
    </message>
    <message>
        <source>Right now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>from the gateway</source>
        <translation>来自网关</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>有何变化</translation>
    </message>
    <message>
        <source>Open app</source>
        <translation>打开应用</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Scale…</source>
        <translation>扩缩容…</translation>
    </message>
    <message>
        <source>Restart…</source>
        <translation>重启…</translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation>挂起…</translation>
    </message>
    <message>
        <source>Destroy…</source>
        <translation>销毁…</translation>
    </message>
    <message>
        <source>Choose an app to see how it does.</source>
        <translation>选择一个应用，查看它的状况。</translation>
    </message>
    <message>
        <source>pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>app</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>role %1</source>
        <translation>角色 %1</translation>
    </message>
    <message>
        <source>%1 of %2 healthy</source>
        <translation>%2 个中 %1 个健康</translation>
    </message>
    <message>
        <source>%1 of %2 running</source>
        <translation>%2 个中 %1 个运行中</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>读取中</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>还有 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/ 秒</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>no route of its name</source>
        <translation>没有同名路由</translation>
    </message>
    <message>
        <source>cpu</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>requested, %1 each</source>
        <translation>已申请，每个 %1</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>This scheduler can&apos;t do it.</source>
        <translation>此调度器做不到。</translation>
    </message>
    <message>
        <source>Nothing runs that could restart.</source>
        <translation>没有运行中的实例可重启。</translation>
    </message>
    <message>
        <source>It is suspended.</source>
        <translation>它已挂起。</translation>
    </message>
    <message>
        <source>no figures of a gateway</source>
        <translation>没有网关的数据</translation>
    </message>
    <message>
        <source>the first figures need two readings</source>
        <translation>读取两次后才有首个数据</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AppPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Scale…</source>
        <translation>扩缩容…</translation>
    </message>
    <message>
        <source>Restart…</source>
        <translation>重启…</translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation>挂起…</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Parts of the app</source>
        <translation>应用的各部分</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Instances of the app</source>
        <translation>应用的实例</translation>
    </message>
    <message>
        <source>Latest events</source>
        <translation>最近事件</translation>
    </message>
    <message>
        <source>Where they run</source>
        <translation>运行位置</translation>
    </message>
    <message>
        <source>As the scheduler holds it; read-only here.</source>
        <translation>调度器中保存的内容；此处只读。</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚未知</translation>
    </message>
    <message>
        <source>%1 of %2 healthy</source>
        <translation>%2 个中 %1 个健康</translation>
    </message>
    <message>
        <source>%1 of %2 running</source>
        <translation>%2 个中 %1 个运行中</translation>
    </message>
    <message>
        <source>version %1 for %2</source>
        <translation>版本 %1，已运行 %2</translation>
    </message>
    <message>
        <source>role %1</source>
        <translation>角色 %1</translation>
    </message>
    <message>
        <source>%1 cpu, %2 each</source>
        <translation>每个 %1 CPU、%2</translation>
    </message>
    <message>
        <source>Instances %1</source>
        <translation>实例 %1</translation>
    </message>
    <message>
        <source>%1 wanted</source>
        <translation>期望 %1</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>%1 unreachable</source>
        <translation>失联 %1</translation>
    </message>
    <message>
        <source>This scheduler can&apos;t do it.</source>
        <translation>此调度器做不到。</translation>
    </message>
    <message>
        <source>Nothing runs that could restart.</source>
        <translation>没有运行中的实例可重启。</translation>
    </message>
    <message>
        <source>It is suspended.</source>
        <translation>它已挂起。</translation>
    </message>
    <message>
        <source>last change of the definition</source>
        <translation>定义最近一次改变</translation>
    </message>
    <message>
        <source>last scaling</source>
        <translation>最近一次扩缩容</translation>
    </message>
    <message>
        <source>Versions %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Reset the launch delay…</source>
        <translation>重置启动延迟…</translation>
    </message>
    <message>
        <source>Destroy…</source>
        <translation>销毁…</translation>
    </message>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Open logs</source>
        <translation>打开日志</translation>
    </message>
    <message>
        <source>Open the logs of the chosen instances</source>
        <translation>打开所选实例的日志</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>The scheduler has not told of its instances yet.</source>
        <translation>调度器尚未告知它的实例。</translation>
    </message>
    <message>
        <source>The scheduler has no app of this name. Its versions, as far as they were seen, are kept.</source>
        <translation>调度器没有这个名称的应用。它的版本只要被看到过就保留着。</translation>
    </message>
    <message>
        <source>No instance</source>
        <translation>没有实例</translation>
    </message>
    <message>
        <source>The app is not there any more.</source>
        <translation>该应用已不存在。</translation>
    </message>
    <message>
        <source>None runs, and none is being started.</source>
        <translation>没有运行的，也没有正在启动的。</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>ended without success: %1</source>
        <translation>未成功结束：%1</translation>
    </message>
    <message>
        <source>ended while nobody watched</source>
        <translation>在无人观察时结束</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>deployments</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>none since this program looks</source>
        <translation>自本程序观察以来没有</translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s) offered and were refused</source>
        <translation>
            <numerusform>%Ln 个 Agent 的邀约被拒绝</numerusform>
        </translation>
    </message>
    <message>
        <source>Start…</source>
        <translation>启动…</translation>
    </message>
    <message>
        <source>Canary…</source>
        <translation>金丝雀…</translation>
    </message>
    <message>
        <source>Shift traffic to the canary…</source>
        <translation>将流量转移到金丝雀…</translation>
    </message>
    <message>
        <source>%1, recorded earlier</source>
        <translation>%1，早先记录</translation>
    </message>
    <message>
        <source>Go on with the canary…</source>
        <translation>继续金丝雀发布…</translation>
    </message>
    <message>
        <source>No canary of it is unfinished.</source>
        <translation>没有未完成的金丝雀发布。</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AppVersions</name>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>Document of the version</source>
        <translation>该版本的文档</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>Pinned: stands first in the list</source>
        <translation>已固定：排在列表最前</translation>
    </message>
    <message>
        <source>Note about this version</source>
        <translation>关于此版本的备注</translation>
    </message>
    <message>
        <source>Deploy this version…</source>
        <translation>部署此版本…</translation>
    </message>
    <message>
        <source>runs now</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>kept here only</source>
        <translation>仅保留在此处</translation>
    </message>
    <message>
        <source>what runs now</source>
        <translation>正在运行的版本</translation>
    </message>
    <message>
        <source>the newest version</source>
        <translation>最新的版本</translation>
    </message>
    <message>
        <source>Reading the versions that the scheduler keeps…</source>
        <translation>正在读取调度器保留的版本…</translation>
    </message>
    <message numerus="yes">
        <source>the scheduler keeps %Ln</source>
        <translation>
            <numerusform>调度器保留 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>the app is gone, and its versions with it</source>
        <translation>应用已不存在，它的版本也随之消失</translation>
    </message>
    <message numerus="yes">
        <source>this program keeps %Ln, for good</source>
        <translation>
            <numerusform>本程序永久保留 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore from this version…</source>
        <translation>从此版本恢复…</translation>
    </message>
    <message>
        <source>It is sent as a definition, after a review in the editor.</source>
        <translation>在编辑器中审阅之后，作为定义发送。</translation>
    </message>
    <message>
        <source>Choose a version.</source>
        <translation>请选择一个版本。</translation>
    </message>
    <message>
        <source>This version runs now.</source>
        <translation>此版本正在运行。</translation>
    </message>
    <message>
        <source>No version is known yet.</source>
        <translation>尚无已知版本。</translation>
    </message>
    <message>
        <source>This is the version that it is compared with.</source>
        <translation>这就是用来对比的版本。</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::AppsPage</name>
    <message>
        <source>name, image, label, state…</source>
        <translation>名称、镜像、标签、状态…</translation>
    </message>
    <message>
        <source>Shape of the list</source>
        <translation>列表形式</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>树形</translation>
    </message>
    <message>
        <source>Flat</source>
        <translation>平铺</translation>
    </message>
    <message>
        <source>New app…</source>
        <translation>新建应用…</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln app(s)</source>
        <translation>
            <numerusform>%Ln 个应用</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an app to see how it does.</source>
        <translation>选择一个应用，查看它的状况。</translation>
    </message>
    <message>
        <source>%1 of %2 not calm: %3</source>
        <translation>%2 个中 %1 个不平静：%3</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>The scheduler runs no app yet.</source>
        <translation>调度器还没有运行任何应用。</translation>
    </message>
    <message>
        <source>Destroyed…</source>
        <translation>已销毁…</translation>
    </message>
    <message>
        <source>Apps that were destroyed</source>
        <translation>已销毁的应用</translation>
    </message>
    <message>
        <source>Apps that are gone and whose versions this program keeps</source>
        <translation>已不存在、但本程序保留其版本的应用</translation>
    </message>
    <message>
        <source>No app was destroyed since this program looks.</source>
        <translation>自本程序观察以来没有应用被销毁。</translation>
    </message>
    <message>
        <source>Compose files…</source>
        <translation>Compose 文件…</translation>
    </message>
    <message>
        <source>Compose files and the scheduler&apos;s agents</source>
        <translation>Compose 文件与调度器的代理</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::BulkBar</name>
    <message>
        <source>Scale…</source>
        <translation>扩缩容…</translation>
    </message>
    <message>
        <source>Restart…</source>
        <translation>重启…</translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation>挂起…</translation>
    </message>
    <message>
        <source>Destroy…</source>
        <translation>销毁…</translation>
    </message>
    <message>
        <source>App by app, stops at the first failure</source>
        <translation>逐个应用执行，第一次失败即停止</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>清除选择</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message numerus="yes">
        <source>%Ln app(s) selected</source>
        <translation>
            <numerusform>已选 %Ln 个应用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s)</source>
        <translation>
            <numerusform>%Ln 个实例</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::CapacityLegend</name>
    <message>
        <source>allocated</source>
        <translation>已分配</translation>
    </message>
    <message>
        <source>last known</source>
        <translation>最后已知</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>邀约中</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>已预留</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>What the bars mean</source>
        <translation>各色条的含义</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ChangeTable</name>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>影响</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ChangeView</name>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Where the time of an instance went</source>
        <translation>一个实例的时间花在哪里</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>还有 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>not seen before it began</source>
        <translation>开始之前没有看到</translation>
    </message>
    <message>
        <source>the same as before</source>
        <translation>与之前相同</translation>
    </message>
    <message>
        <source>took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>runs for</source>
        <translation>已运行</translation>
    </message>
    <message>
        <source>new instances</source>
        <translation>新实例</translation>
    </message>
    <message>
        <source>%1, %2 healthy</source>
        <translation>%1，其中 %2 个健康</translation>
    </message>
    <message>
        <source>to healthy, median</source>
        <translation>到健康，中位数</translation>
    </message>
    <message>
        <source>ended again</source>
        <translation>又结束了</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ClusterButton</name>
    <message>
        <source>Cluster %1 %2</source>
        <translation>集群 %1 %2</translation>
    </message>
    <message>
        <source>No cluster open</source>
        <translation>未打开集群</translation>
    </message>
    <message>
        <source>Connect to another cluster</source>
        <translation>连接到另一个集群</translation>
    </message>
    <message>
        <source>Read-only: no request that changes anything is sent. %1</source>
        <translation>只读：不会发送任何改变集群的请求。%1</translation>
    </message>
    <message>
        <source>Protected: each change asks for the typed cluster name. %1</source>
        <translation>受保护：每次改变都要输入集群名称。%1</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::CommandPane</name>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>a shell command, for example: ps aux</source>
        <translation>shell 命令，例如：ps aux</translation>
    </message>
    <message>
        <source>terminal</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Run it in a terminal</source>
        <translation>在终端中运行</translation>
    </message>
    <message>
        <source>Programs that ask for a terminal, like shells, show their prompt then.</source>
        <translation>需要终端的程序（例如 shell）这样才会显示提示符。</translation>
    </message>
    <message>
        <source>Name of the cluster</source>
        <translation>集群名称</translation>
    </message>
    <message>
        <source>Run in the task</source>
        <translation>在任务中运行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>What it prints appears here; errors in red.</source>
        <translation>输出显示在这里；错误为红色。</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>a line for its input</source>
        <translation>输入一行</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>End of input</source>
        <translation>输入结束</translation>
    </message>
    <message>
        <source>type %1</source>
        <translation>请输入 %1</translation>
    </message>
    <message>
        <source>Choose one task to run a command in its container.</source>
        <translation>请选择一个任务，以便在其容器中运行命令。</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 已不存在。</translation>
    </message>
    <message>
        <source>In the container of %1 on %2, as the task&apos;s user. The agent is asked for a nested container session (LAUNCH_NESTED_CONTAINER_SESSION).</source>
        <translation>在 %2 上 %1 的容器中，以任务的用户身份运行。将向 Agent 请求嵌套容器会话（LAUNCH_NESTED_CONTAINER_SESSION）。</translation>
    </message>
    <message>
        <source>No cluster is connected.</source>
        <translation>没有连接集群。</translation>
    </message>
    <message>
        <source>This connection is read-only.</source>
        <translation>此连接为只读。</translation>
    </message>
    <message>
        <source>No task is chosen.</source>
        <translation>没有选择任务。</translation>
    </message>
    <message>
        <source>The task has ended.</source>
        <translation>任务已结束。</translation>
    </message>
    <message>
        <source>This cluster is protected.</source>
        <translation>该集群受保护。</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>ended with status %1</source>
        <translation>已结束，状态 %1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The arrow keys up and down bring back earlier ones.</source>
        <translation>上、下方向键可调出之前输入的内容。</translation>
    </message>
    <message>
        <source>The program gets a terminal; what it draws with control characters is shown as plain text, and input goes line by line.</source>
        <translation>程序会得到一个终端；它用控制字符绘制的内容以纯文本显示，输入逐行发送。</translation>
    </message>
    <message>
        <source>Input and output are piped, there is no terminal: no line editing, no full-screen programs, no Ctrl C (use Stop).</source>
        <translation>输入和输出经管道传送，没有终端：不支持行编辑、全屏程序和 Ctrl C（请用“停止”）。</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ComposeForm</name>
    <message>
        <source>Compose file</source>
        <translation>Compose 文件</translation>
    </message>
    <message>
        <source>YAML with services; each becomes an app</source>
        <translation>带有服务的 YAML；每个服务成为一个应用</translation>
    </message>
    <message>
        <source>Paste a compose file here</source>
        <translation>在此粘贴 compose 文件</translation>
    </message>
    <message>
        <source>Compose files (*.yml *.yaml);;All files (*)</source>
        <translation>Compose 文件 (*.yml *.yaml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The second part of its apps&apos; ids</source>
        <translation>其应用 id 的第二部分</translation>
    </message>
    <message>
        <source>Run as</source>
        <translation>运行用户</translation>
    </message>
    <message>
        <source>The user that its apps run as</source>
        <translation>其应用以该用户运行</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Empty: the scheduler&apos;s own</source>
        <translation>留空：调度器自己的集群</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>NAME=value, separated by commas. The file asks for %1.</source>
        <translation>NAME=value，以逗号分隔。文件需要 %1。</translation>
    </message>
    <message>
        <source>There is no compose file yet.</source>
        <translation>还没有 compose 文件。</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请给它命名。</translation>
    </message>
    <message>
        <source>Say which user its apps run as.</source>
        <translation>请写明其应用以哪个用户运行。</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ComposeSheet</name>
    <message>
        <source>Reading the compose files…</source>
        <translation>正在读取 compose 文件…</translation>
    </message>
    <message>
        <source>Reading the agents…</source>
        <translation>正在读取代理…</translation>
    </message>
    <message>
        <source>Destroy with all its apps…</source>
        <translation>连同其所有应用销毁…</translation>
    </message>
    <message>
        <source>Compose files and agents</source>
        <translation>Compose 文件与代理</translation>
    </message>
    <message>
        <source>Compose files</source>
        <translation>Compose 文件</translation>
    </message>
    <message>
        <source>Text of the compose file</source>
        <translation>Compose 文件的文本</translation>
    </message>
    <message>
        <source>The scheduler&apos;s agents</source>
        <translation>调度器的代理</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Destroy the compose file&apos;s apps</source>
        <translation>销毁该 compose 文件的应用</translation>
    </message>
    <message>
        <source>No app came out of a compose file.</source>
        <translation>没有应用来自 compose 文件。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>runs as</source>
        <translation>运行身份</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>app</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>在 %1 之后</translation>
    </message>
    <message>
        <source>No agent of the scheduler is connected: nothing leads requests to its apps.</source>
        <translation>没有调度器的代理已连接：没有任何东西把请求引到其应用。</translation>
    </message>
    <message>
        <source>%1 % cpu, %2 of %3 memory</source>
        <translation>CPU %1 %，内存 %2 / %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln container(s)</source>
        <translation>
            <numerusform>%Ln 个容器</numerusform>
        </translation>
    </message>
    <message>
        <source>New compose file…</source>
        <translation>新建 compose 文件…</translation>
    </message>
    <message>
        <source>New compose file</source>
        <translation>新建 compose 文件</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ConfirmSheet</name>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Name of the cluster</source>
        <translation>集群名称</translation>
    </message>
    <message>
        <source>on</source>
        <comment>before the name of a cluster</comment>
        <translation>位于</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>Who else deploys</source>
        <translation>还有谁在部署</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>nothing else is sent</source>
        <translation>不会发送其他内容</translation>
    </message>
    <message>
        <source>Protected cluster. To go on, type %1</source>
        <translation>受保护的集群。要继续，请输入 %1</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>什么都不改</translation>
    </message>
    <message>
        <source>What it touches</source>
        <translation>涉及的对象</translation>
    </message>
    <message>
        <source>It can&apos;t be undone. To go on, type %1</source>
        <translation>此操作无法撤销。如要继续，请输入 %1</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ConnectPage</name>
    <message>
        <source>Colour %1</source>
        <translation>颜色 %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Try the demo cluster</source>
        <translation>试用演示集群</translation>
    </message>
    <message>
        <source>A cluster inside this program that speaks the real Mesos, Marathon and fabio interfaces on loopback. Nothing leaves this computer.</source>
        <translation>程序内置的集群，在本机回环地址上提供真实的 Mesos、Marathon 和 fabio 接口。没有任何数据离开这台电脑。</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>the program ends it when you leave</source>
        <translation>退出程序时随之结束</translation>
    </message>
    <message>
        <source>Connect to a cluster</source>
        <translation>连接到集群</translation>
    </message>
    <message>
        <source>One address is enough: a master, a scheduler or a gateway. What the master knows of the others is filled in.</source>
        <translation>一个地址就够：master、调度器或网关。master 所知道的其余地址会自动填入。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Left out: Map, Agents and Tasks need it.</source>
        <translation>未填写：集群图、Agent 和任务页需要它。</translation>
    </message>
    <message>
        <source>Left out: Apps and Deployments need it.</source>
        <translation>未填写：应用和部署页需要它。</translation>
    </message>
    <message>
        <source>Left out: Gateway and SLO say “no source”; all else works.</source>
        <translation>未填写：网关和 SLO 页会显示“无来源”，其余照常。</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the cluster</source>
        <translation>集群名称</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>受保护</translation>
    </message>
    <message>
        <source>no request that changes anything is sent</source>
        <translation>不发送任何改变集群的请求</translation>
    </message>
    <message>
        <source>each change asks for the typed cluster name</source>
        <translation>每次改变都要输入集群名称</translation>
    </message>
    <message>
        <source>Come back</source>
        <translation>回到之前</translation>
    </message>
    <message>
        <source>Nothing is contacted before you open one.</source>
        <translation>打开之前不会联系任何地址。</translation>
    </message>
    <message>
        <source>Requests go to the addresses on this page and nowhere else: no account, no telemetry.</source>
        <translation>请求只发往本页上的地址：没有账号，没有遥测。</translation>
    </message>
    <message>
        <source>Clusters that you open are listed here.</source>
        <translation>打开过的集群会列在这里。</translation>
    </message>
    <message>
        <source>Starting the demo cluster…</source>
        <translation>正在启动演示集群…</translation>
    </message>
    <message>
        <source>Start “%1” with %2</source>
        <translation>启动“%1”，%2</translation>
    </message>
    <message>
        <source>%1 of %2 answer</source>
        <translation>%2 个中 %1 个有应答</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>再次测试</translation>
    </message>
    <message>
        <source>give the address of a master or a scheduler</source>
        <translation>请填写 master 或调度器的地址</translation>
    </message>
    <message>
        <source>Connect without %1</source>
        <translation>不带%1连接</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 和 </translation>
    </message>
    <message>
        <source>Enter connects</source>
        <translation>Enter 连接</translation>
    </message>
    <message numerus="yes">
        <source>%1 agent(s)</source>
        <translation>
            <numerusform>%1 个 Agent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 task(s)</source>
        <translation>
            <numerusform>%1 个任务</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::DeploymentList</name>
    <message>
        <source>Stuck</source>
        <translation>卡住</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>部署</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::DeploymentsPage</name>
    <message>
        <source>Connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>No source has answered yet.</source>
        <translation>还没有来源应答。</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>Four different ways back</source>
        <translation>四种不同的退路</translation>
    </message>
    <message>
        <source>Choose a deployment to see the ways back.</source>
        <translation>选择一个部署，查看退路。</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>%1 of them stuck</source>
        <translation>其中 %1 个卡住</translation>
    </message>
    <message>
        <source>%1 ended since this program looks</source>
        <translation>本程序观察以来结束 %1 个</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 及其他 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, step %2 of %3</source>
        <translation>%1，第 %2 步，共 %3 步</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>%1 of %2 up</source>
        <translation>%2 个中 %1 个已就位</translation>
    </message>
    <message>
        <source>Nothing is being deployed</source>
        <translation>现在没有部署</translation>
    </message>
    <message>
        <source>What ends while this program looks is kept in this list.</source>
        <translation>本程序观察期间结束的部署会保留在此列表。</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>The scheduler has not told everything yet.</source>
        <translation>调度器还没有说完全部内容。</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>deployment</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>began</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>last moved</source>
        <translation>最近一次变动</translation>
    </message>
    <message>
        <source>touches</source>
        <translation>涉及</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Filter deployments</source>
        <translation>筛选部署</translation>
    </message>
    <message>
        <source>app, version or id</source>
        <translation>应用、版本或 id</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>running and ended</source>
        <translation>运行中和已结束</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1，自 %2 起</translation>
    </message>
    <message>
        <source>%1, without success</source>
        <translation>%1，未成功</translation>
    </message>
    <message>
        <source>%1 – %2; times are this program&apos;s, as the scheduler&apos;s events came</source>
        <translation>%1 – %2；时间是本程序收到调度器事件的时间</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>stuck</source>
        <translation>卡住</translation>
    </message>
    <message>
        <source>ended unseen</source>
        <translation>未被观察地结束</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>without success</source>
        <translation>未成功</translation>
    </message>
    <message>
        <source>%1 recorded earlier</source>
        <translation>%1 个为早先记录</translation>
    </message>
    <message>
        <source>%1, recorded earlier</source>
        <translation>%1，早先记录</translation>
    </message>
    <message>
        <source>%1 – %2; recorded earlier: an earlier run of this program saw it</source>
        <translation>%1 – %2；早先记录：由本程序上一次运行所见</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::DetailsPane</name>
    <message>
        <source>%1 cpu, %2, disk %3</source>
        <translation>%1 CPU，%2，磁盘 %3</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>上级容器</translation>
    </message>
    <message>
        <source>Executor</source>
        <translation>执行器</translation>
    </message>
    <message>
        <source>Framework</source>
        <translation>框架</translation>
    </message>
    <message>
        <source>CPU seconds</source>
        <translation>CPU 秒</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Executors</source>
        <translation>执行器</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>启动参数</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Mesos %1, </source>
        <translation>Mesos %1，</translation>
    </message>
    <message>
        <source>read at %1</source>
        <translation>读取于 %1</translation>
    </message>
    <message>
        <source>No container runs there.</source>
        <translation>那里没有容器在运行。</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>No executor of its own runs; commands run as their own executor.</source>
        <translation>没有单独的执行器在运行；命令任务自为执行器。</translation>
    </message>
    <message>
        <source>No operation on resources is under way.</source>
        <translation>没有正在进行的资源操作。</translation>
    </message>
    <message>
        <source>It tells no flags.</source>
        <translation>它没有给出启动参数。</translation>
    </message>
    <message>
        <source>It tells no metrics.</source>
        <translation>它没有给出指标。</translation>
    </message>
    <message>
        <source>Reservations, volumes</source>
        <translation>预留与卷</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Reserved by</source>
        <translation>预留者</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>卷</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>by a call</source>
        <translation>通过调用</translation>
    </message>
    <message>
        <source>by the agent&apos;s flags</source>
        <translation>通过 Agent 的启动参数</translation>
    </message>
    <message>
        <source>Nothing is reserved there, and there is no persistent volume.</source>
        <translation>该 Agent 上没有预留，也没有持久卷。</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::DiffView</name>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>%1: was %2, is %3</source>
        <translation>%1：原为 %2，现为 %3</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>One of the definitions can&apos;t be read.</source>
        <translation>其中一个定义无法读取。</translation>
    </message>
    <message>
        <source>Both mean the same.</source>
        <translation>两者含义相同。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more field(s)</source>
        <translation>
            <numerusform>另外 %Ln 个字段</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::DifferenceSheet</name>
    <message>
        <source>What changed in %1</source>
        <translation>%1 的变化</translation>
    </message>
    <message>
        <source>Reading both definitions…</source>
        <translation>正在读取两个定义…</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>不做更改</translation>
    </message>
    <message>
        <source>Decide again…</source>
        <translation>重新决定…</translation>
    </message>
    <message>
        <source>What you looked at</source>
        <translation>您看到的</translation>
    </message>
    <message>
        <source>Runs now</source>
        <translation>正在运行</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::DipPicture</name>
    <message>
        <source>Instances over time</source>
        <translation>实例随时间的变化</translation>
    </message>
    <message>
        <source>%1 wanted, at least %2 serve, at most %3 exist</source>
        <translation>期望 %1 个，至少 %2 个提供服务，最多存在 %3 个</translation>
    </message>
    <message>
        <source>%1 at most</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>%1 wanted</source>
        <translation>期望 %1</translation>
    </message>
    <message>
        <source>%1 at least</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>old</source>
        <translation>旧</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::DocumentBox</name>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Open a document</source>
        <translation>打开文档</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is too large for a document of an app.</source>
        <translation>%1 太大，不像应用的文档。</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::DocumentForm</name>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>JSON of an app or a group, as the scheduler takes it</source>
        <translation>调度器所接受的应用或应用组 JSON</translation>
    </message>
    <message>
        <source>Paste a document here</source>
        <translation>在此粘贴文档</translation>
    </message>
    <message>
        <source>JSON documents (*.json);;All files (*)</source>
        <translation>JSON 文档 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>There is no document yet.</source>
        <translation>还没有文档。</translation>
    </message>
    <message>
        <source>Document as a form</source>
        <translation>表单形式的文档</translation>
    </message>
    <message numerus="yes">
        <source>%Ln apps are too many to draw; choose one in the title row.</source>
        <translation>
            <numerusform>%Ln 个应用太多，画不下；请在标题行中选择。</numerusform>
        </translation>
    </message>
    <message>
        <source>Deployed after what is not in this document: %1</source>
        <translation>在本文档之外的这些之后部署：%1</translation>
    </message>
    <message>
        <source>More: %1</source>
        <translation>更多：%1</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::DrainCurve</name>
    <message>
        <source>Tasks left over time</source>
        <translation>剩余任务随时间的变化</translation>
    </message>
    <message>
        <source>%1 of %2 left since %3</source>
        <translation>自 %3 起剩余 %1 / %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::DrainForm</name>
    <message>
        <source>Longest kill grace</source>
        <translation>最长终止宽限</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Empty: each task&apos;s own grace decides</source>
        <translation>留空：由各任务自己的宽限决定</translation>
    </message>
    <message>
        <source>Mark gone when drained</source>
        <translation>排空后标记为消失</translation>
    </message>
    <message>
        <source>Write a number of minutes, or nothing.</source>
        <translation>请写分钟数，或留空。</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::EditorPage</name>
    <message>
        <source>New app</source>
        <translation>新建应用</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>新建 %1</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>App of the group</source>
        <translation>应用组中的应用</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分栏</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>审阅…</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>Find a field</source>
        <translation>查找字段</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>各节</translation>
    </message>
    <message>
        <source>based on version %1</source>
        <translation>基于版本 %1</translation>
    </message>
    <message>
        <source>no problems</source>
        <translation>没有问题</translation>
    </message>
    <message numerus="yes">
        <source>Review %Ln change(s)…</source>
        <translation>
            <numerusform>审阅 %Ln 处改动…</numerusform>
        </translation>
    </message>
    <message>
        <source>The schema does not know this field; it is kept as it is.</source>
        <translation>模式不认识此字段；原样保留。</translation>
    </message>
    <message>
        <source>Sent; waiting for the answer…</source>
        <translation>已发送；等待应答…</translation>
    </message>
    <message>
        <source>Deployed. %1</source>
        <translation>已部署。%1</translation>
    </message>
    <message>
        <source>The running version moved.</source>
        <translation>正在运行的版本变了。</translation>
    </message>
    <message>
        <source>%1 was deployed while you were editing.</source>
        <translation>您编辑期间部署了 %1。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Not merged.</source>
        <translation>未合并。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) changed on both sides.</source>
        <translation>
            <numerusform>%Ln 个字段两边都有改动。</numerusform>
        </translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Show or hide the list of problems</source>
        <translation>显示或隐藏问题列表</translation>
    </message>
    <message>
        <source>F8 next</source>
        <translation>F8 下一个</translation>
    </message>
    <message>
        <source>About the field</source>
        <translation>关于该字段</translation>
    </message>
    <message>
        <source>Not opened.</source>
        <translation>未打开。</translation>
    </message>
    <message>
        <source>Not everything could be taken over.</source>
        <translation>并非全部都能导入。</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Draft, saved %1</source>
        <translation>草稿，%1保存</translation>
    </message>
    <message>
        <source>based on version %1, still the running one</source>
        <translation>基于版本 %1，仍是运行中的版本</translation>
    </message>
    <message numerus="yes">
        <source>✎ %Ln change(s)</source>
        <translation>
            <numerusform>✎ %Ln 处更改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ %Ln problem(s)</source>
        <translation>
            <numerusform>⚠ %Ln 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sections, %2 open</source>
        <translation>%1 个部分，展开 %2 个</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln 条提示</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>checked as you type</source>
        <translation>随输入检查</translation>
    </message>
    <message>
        <source>checked as you type; paths and texts as the server spells them</source>
        <translation>随输入检查；路径和文字与服务器一致</translation>
    </message>
    <message>
        <source>No field chosen</source>
        <translation>未选择字段</translation>
    </message>
    <message>
        <source>Choose a field, or put the caret into the text, and read here what it means.</source>
        <translation>选择一个字段，或把光标放进文本，这里会说明其含义。</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>one of</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>names and values</source>
        <translation>名称和值</translation>
    </message>
    <message>
        <source>object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>needs</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>Name this draft…</source>
        <translation>命名此草稿…</translation>
    </message>
    <message>
        <source>Keep as own template…</source>
        <translation>保存为自己的模板…</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>保存到文件…</translation>
    </message>
    <message>
        <source>Compare with a file…</source>
        <translation>与文件比较…</translation>
    </message>
    <message>
        <source>Name of this draft</source>
        <translation>此草稿的名称</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>命名</translation>
    </message>
    <message>
        <source>Not kept.</source>
        <translation>未保留。</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>模板名称</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Kept as a template.</source>
        <translation>已保留为模板。</translation>
    </message>
    <message>
        <source>“%1” stands first under New….</source>
        <translation>“%1”排在“新建…”的最前面。</translation>
    </message>
    <message>
        <source>Save the document</source>
        <translation>保存文档</translation>
    </message>
    <message>
        <source>Not saved.</source>
        <translation>未保存。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Compare with a file</source>
        <translation>与文件比较</translation>
    </message>
    <message>
        <source>Not compared.</source>
        <translation>未比较。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>nothing: it is new</source>
        <translation>无：这是新的</translation>
    </message>
    <message>
        <source>what runs</source>
        <translation>运行中的版本</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>a file…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>another cluster…</source>
        <translation>另一个集群…</translation>
    </message>
    <message>
        <source>Address of the other cluster&apos;s scheduler</source>
        <translation>另一个集群的调度器地址</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>%1 is not JSON: line %2, column %3: %4</source>
        <translation>%1 不是 JSON：第 %2 行第 %3 列：%4</translation>
    </message>
    <message>
        <source>this draft</source>
        <translation>此草稿</translation>
    </message>
    <message>
        <source>this document</source>
        <translation>此文档</translation>
    </message>
    <message>
        <source>running: version %1</source>
        <translation>运行中：版本 %1</translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation>未发送。</translation>
    </message>
    <message>
        <source>No cluster is connected.</source>
        <translation>没有连接集群。</translation>
    </message>
    <message numerus="yes">
        <source>No progress for %Ln minute(s).</source>
        <translation>
            <numerusform>%Ln 分钟没有进展。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go back to version %1</source>
        <translation>回到版本 %1</translation>
    </message>
    <message>
        <source>Back in the editor, each stands on its field and line.</source>
        <translation>回到编辑器，每一条都标在对应的字段和行上。</translation>
    </message>
    <message>
        <source>Remove %1 again…</source>
        <translation>再删除 %1…</translation>
    </message>
    <message>
        <source>Merged.</source>
        <translation>已合并。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) of the running version were taken over; yours stayed.</source>
        <translation>
            <numerusform>已接受运行版本的 %Ln 处更改；您的更改保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Yours was kept in %1; Revert there takes what runs.</source>
        <translation>%1 中保留了您的值；在那里点“还原”可采用运行中的值。</translation>
    </message>
    <message>
        <source>Lay out the text</source>
        <translation>重新排版文本</translation>
    </message>
    <message>
        <source>Not laid out.</source>
        <translation>未重新排版。</translation>
    </message>
    <message>
        <source>Only a document without mistakes in its JSON can be laid out.</source>
        <translation>只有 JSON 没有错误的文档才能重新排版。</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::EffectLine</name>
    <message>
        <source>is destroyed</source>
        <translation>被销毁</translation>
    </message>
    <message>
        <source>comes back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>stays as it is now</source>
        <translation>保持现状</translation>
    </message>
    <message>
        <source>scaled</source>
        <translation>扩缩容</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>被替换</translation>
    </message>
    <message>
        <source>%1 → %2 instances</source>
        <translation>%1 → %2 个实例</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::EventList</name>
    <message>
        <source>Latest events</source>
        <translation>最近事件</translation>
    </message>
    <message>
        <source>Nothing has happened since this program connected.</source>
        <translation>本程序连接以来没有发生任何事件。</translation>
    </message>
    <message>
        <source>Recorded earlier, by an earlier run of this program</source>
        <translation>早先记录，由本程序上一次运行所见</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>app</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>deployment</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>scheduler</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>framework</source>
        <translation>框架</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>缺口</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::EventStrip</name>
    <message>
        <source>Event rate of the last hour</source>
        <translation>最近一小时的事件速率</translation>
    </message>
    <message>
        <source>Show the cluster as it is now</source>
        <translation>显示集群现在的样子</translation>
    </message>
    <message>
        <source>Hold the picture still</source>
        <translation>定住画面</translation>
    </message>
    <message>
        <source>PAUSED</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>%1: not watched yet</source>
        <translation>%1：当时尚未观察</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln event(s) in 15 s</source>
        <translation>
            <numerusform>%1：15 秒内 %Ln 个事件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::FactTable</name>
    <message>
        <source>Filter of %1</source>
        <translation>%1的筛选</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::FilterBox</name>
    <message>
        <source>Clear the filter</source>
        <translation>清除过滤</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>There is no field “%1” here; known are %2.</source>
        <translation>这里没有字段“%1”；已知字段：%2。</translation>
    </message>
    <message>
        <source>Filter %1; press to remove</source>
        <translation>过滤条件 %1；按下即移除</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ForecastView</name>
    <message>
        <source>Placement forecast</source>
        <translation>放置预测</translation>
    </message>
    <message>
        <source>can take one</source>
        <translation>能接收一个</translation>
    </message>
    <message>
        <source>have nothing for the role</source>
        <translation>没有该角色的资源</translation>
    </message>
    <message>
        <source>fail a constraint</source>
        <translation>不满足约束</translation>
    </message>
    <message>
        <source>hold no volume of it</source>
        <translation>没有它的卷</translation>
    </message>
    <message>
        <source>make no offers</source>
        <translation>不发出资源邀约</translation>
    </message>
    <message>
        <source>lack CPU</source>
        <translation>CPU 不足</translation>
    </message>
    <message>
        <source>lack memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>lack disk</source>
        <translation>磁盘不足</translation>
    </message>
    <message>
        <source>lack GPUs</source>
        <translation>GPU 不足</translation>
    </message>
    <message>
        <source>lack ports</source>
        <translation>端口不足</translation>
    </message>
    <message numerus="yes">
        <source>%Ln needed beyond those that run</source>
        <translation>
            <numerusform>除运行中的之外还需 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>none is needed beyond those that run</source>
        <translation>除运行中的之外不再需要</translation>
    </message>
    <message>
        <source>draining, deactivated or out of contact</source>
        <translation>排空中、已停用或失联</translation>
    </message>
    <message>
        <source>need %1</source>
        <translation>需要 %1</translation>
    </message>
    <message>
        <source>need %1 MiB</source>
        <translation>需要 %1 MiB</translation>
    </message>
    <message>
        <source>agents that can take one</source>
        <translation>能接收一个的 Agent</translation>
    </message>
    <message>
        <source>can take</source>
        <translation>能接收</translation>
    </message>
    <message>
        <source>runs now</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more here</source>
        <translation>
            <numerusform>此处增加 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>另有 %Ln 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::FormRowWidget</name>
    <message>
        <source>Mend %1</source>
        <translation>修正 %1</translation>
    </message>
    <message>
        <source>replace instances</source>
        <translation>替换实例</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Revert %1</source>
        <translation>还原 %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>%1 的值</translation>
    </message>
    <message>
        <source>name of a secret</source>
        <translation>密钥名称</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>运算符</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无值</translation>
    </message>
    <message>
        <source>Remove the constraint</source>
        <translation>移除约束</translation>
    </message>
    <message numerus="yes">
        <source>matches %1 of %Ln agent(s) in %2 racks</source>
        <translation>
            <numerusform>匹配 %Ln 个 Agent 中的 %1 个，分布在 %2 个机架</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>matches %1 of %Ln agent(s)</source>
        <translation>
            <numerusform>匹配 %Ln 个 Agent 中的 %1 个</numerusform>
        </translation>
    </message>
    <message>
        <source>was not set</source>
        <translation>原来未设置</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>原为 %1</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Mend %1 otherwise</source>
        <translation>以另一种方式修正 %1</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Add constraint</source>
        <translation>添加约束</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Add from a secret</source>
        <translation>从机密添加</translation>
    </message>
    <message>
        <source>Each value of the field at most once: one instance per agent or rack.</source>
        <translation>字段的每个值最多一次：每个 Agent 或机架一个实例。</translation>
    </message>
    <message>
        <source>All instances on one value of the field: one rack, one agent.</source>
        <translation>所有实例都在字段的同一个值上：同一机架、同一 Agent。</translation>
    </message>
    <message>
        <source>Spread evenly over as many values of the field as you say.</source>
        <translation>平均分布到指定数量的字段值上。</translation>
    </message>
    <message>
        <source>Only where the field matches a regular expression.</source>
        <translation>仅在字段匹配正则表达式之处。</translation>
    </message>
    <message>
        <source>Only where the field does not match a regular expression.</source>
        <translation>仅在字段不匹配正则表达式之处。</translation>
    </message>
    <message>
        <source>At most so many instances on each value of the field.</source>
        <translation>字段的每个值上至多这么多实例。</translation>
    </message>
    <message>
        <source>Only where the field is exactly this.</source>
        <translation>仅在字段恰为此值之处。</translation>
    </message>
    <message>
        <source>at most one instance on each %1</source>
        <translation>每个 %1 上最多一个实例</translation>
    </message>
    <message>
        <source>at most %1 on each %2</source>
        <translation>每个 %2 上最多 %1 个</translation>
    </message>
    <message>
        <source>give the number of different %1 to spread over</source>
        <translation>请给出要分布到多少个不同的 %1</translation>
    </message>
    <message>
        <source>spread evenly over %1 different %2</source>
        <translation>平均分布到 %1 个不同的 %2</translation>
    </message>
    <message>
        <source>all on the same %1</source>
        <translation>都在同一个 %1 上</translation>
    </message>
    <message>
        <source>all where %1 is %2</source>
        <translation>都在 %1 为 %2 之处</translation>
    </message>
    <message>
        <source>only where %1 matches %2</source>
        <translation>仅在 %1 匹配 %2 之处</translation>
    </message>
    <message>
        <source>only where %1 does not match %2</source>
        <translation>仅在 %1 不匹配 %2 之处</translation>
    </message>
    <message>
        <source>only where %1 is not %2</source>
        <translation>仅在 %1 不为 %2 之处</translation>
    </message>
    <message>
        <source>only where %1 is %2</source>
        <translation>仅在 %1 为 %2 之处</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>新：%1</translation>
    </message>
    <message>
        <source>decides which agents may take an instance</source>
        <translation>决定哪些 Agent 可以接收实例</translation>
    </message>
    <message>
        <source>attributes seen: %1</source>
        <translation>见到的属性：%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln 个 Agent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Matches %Ln agent(s)</source>
        <translation>
            <numerusform>匹配 %Ln 个 Agent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %1: %Ln agent(s)</source>
        <translation>
            <numerusform>全部 %1 条：%Ln 个 Agent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> in %Ln rack(s)</source>
        <translation>
            <numerusform>，分布于 %Ln 个机架</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %Ln can take one instance now</source>
        <translation>
            <numerusform>；%Ln 个现在能接收一个实例</numerusform>
        </translation>
    </message>
    <message>
        <source>The server says: </source>
        <translation>服务器说：</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::FrameworksPane</name>
    <message>
        <source>Frameworks</source>
        <translation>框架</translation>
    </message>
    <message>
        <source>Tear down…</source>
        <translation>拆除…</translation>
    </message>
    <message>
        <source>Choose a framework to see what it is.</source>
        <translation>请选择一个框架以查看其信息。</translation>
    </message>
    <message>
        <source>No framework is chosen.</source>
        <translation>没有选择框架。</translation>
    </message>
    <message>
        <source>id %1</source>
        <translation>ID %1</translation>
    </message>
    <message>
        <source>roles %1</source>
        <translation>角色 %1</translation>
    </message>
    <message>
        <source>capabilities %1</source>
        <translation>能力 %1</translation>
    </message>
    <message>
        <source>fail-over time-out %1</source>
        <translation>故障切换超时 %1</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>它已结束。</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::FreshnessPill</name>
    <message>
        <source>Source %1</source>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>no source</source>
        <translation>无来源</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>%1, slow</source>
        <translation>%1，慢</translation>
    </message>
    <message>
        <source>stale since %1</source>
        <translation>自 %1 起陈旧</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>retrying in %1</source>
        <translation>%1后重试</translation>
    </message>
    <message>
        <source>retrying</source>
        <translation>重试中</translation>
    </message>
    <message>
        <source>system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>leader</source>
        <translation>leader</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>%1 events/s, %2 requests/s</source>
        <translation>%1 个事件/秒，%2 个请求/秒</translation>
    </message>
    <message>
        <source>last error</source>
        <translation>最近的错误</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::FunnelView</name>
    <message>
        <source>Offers examined and refused, by reason</source>
        <translation>按原因统计检查和拒绝的资源邀约</translation>
    </message>
    <message>
        <source>%1: %2 of %3 refused</source>
        <translation>%1：%3 个中拒绝 %2 个</translation>
    </message>
    <message>
        <source>Refused because of</source>
        <translation>拒绝原因</translation>
    </message>
    <message>
        <source>examined</source>
        <translation>已检查</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Refused nothing: %1</source>
        <translation>未拒绝任何：%1</translation>
    </message>
    <message>
        <source>Not reached: %1</source>
        <translation>未到达：%1</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Gallery</name>
    <message>
        <source>Scale to 5</source>
        <translation>扩缩容到 5</translation>
    </message>
    <message>
        <source>Kill 4…</source>
        <translation>终止 4 个…</translation>
    </message>
    <message>
        <source>Restart…</source>
        <translation>重启…</translation>
    </message>
    <message>
        <source>Scaling to 5…</source>
        <translation>正在扩缩容到 5…</translation>
    </message>
    <message>
        <source>Killing 4…</source>
        <translation>正在终止 4 个…</translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation>正在重启…</translation>
    </message>
    <message>
        <source>app is locked</source>
        <translation>应用被锁定</translation>
    </message>
    <message>
        <source>read-only profile</source>
        <translation>只读配置</translation>
    </message>
    <message>
        <source>agent unreachable</source>
        <translation>Agent 失联</translation>
    </message>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Healthy / wanted</source>
        <translation>健康 / 期望</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>请求/秒</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>部分异常</translation>
    </message>
    <message>
        <source>scaling</source>
        <translation>扩缩容中</translation>
    </message>
    <message>
        <source>stale 34 s</source>
        <translation>陈旧 34 秒</translation>
    </message>
    <message>
        <source>Freshness pill</source>
        <translation>新鲜度标签</translation>
    </message>
    <message>
        <source>one per source</source>
        <translation>每个来源一个</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>尚无应答</translation>
    </message>
    <message>
        <source>silent for 34 s</source>
        <translation>静默 34 秒</translation>
    </message>
    <message>
        <source>age of last event</source>
        <translation>最近事件的时间</translation>
    </message>
    <message>
        <source>its own words</source>
        <translation>它自己的说法</translation>
    </message>
    <message>
        <source>answers over 2 s</source>
        <translation>应答超过 2 秒</translation>
    </message>
    <message>
        <source>click tries now</source>
        <translation>点击立即重试</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>recorded time</source>
        <translation>记录的时刻</translation>
    </message>
    <message>
        <source>Task state</source>
        <translation>任务状态</translation>
    </message>
    <message>
        <source>name as in Mesos, without TASK_</source>
        <translation>沿用 Mesos 名称，省去 TASK_</translation>
    </message>
    <message>
        <source>Agent state</source>
        <translation>Agent 状态</translation>
    </message>
    <message>
        <source>the map&apos;s textures</source>
        <translation>与集群图的纹理一致</translation>
    </message>
    <message>
        <source>sends offers</source>
        <translation>发送资源邀约</translation>
    </message>
    <message>
        <source>tasks end, no offers</source>
        <translation>任务结束，无邀约</translation>
    </message>
    <message>
        <source>empty, no offers</source>
        <translation>已空，无邀约</translation>
    </message>
    <message>
        <source>tasks stay, no offers</source>
        <translation>任务保留，无邀约</translation>
    </message>
    <message>
        <source>a moment ago</source>
        <translation>就在刚才</translation>
    </message>
    <message>
        <source>silent since 10:38:02</source>
        <translation>自 10:38:02 起静默</translation>
    </message>
    <message>
        <source>not back yet</source>
        <translation>尚未回来</translation>
    </message>
    <message>
        <source>never comes back</source>
        <translation>不会再回来</translation>
    </message>
    <message>
        <source>Health bar</source>
        <translation>健康条</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>6 draining</source>
        <translation>6 个排空中</translation>
    </message>
    <message>
        <source>no check</source>
        <translation>无检查</translation>
    </message>
    <message>
        <source>last known</source>
        <translation>最后已知</translation>
    </message>
    <message>
        <source>Sparkline</source>
        <translation>迷你折线</translation>
    </message>
    <message>
        <source>60 points</source>
        <translation>60 个点</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>平静</translation>
    </message>
    <message>
        <source>last marked</source>
        <translation>标出最后一点</translation>
    </message>
    <message>
        <source>starts at zero</source>
        <translation>从零开始</translation>
    </message>
    <message>
        <source>gap stays open</source>
        <translation>缺口不连线</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>History strip</source>
        <translation>历史条</translation>
    </message>
    <message>
        <source>30 checks</source>
        <translation>30 次检查</translation>
    </message>
    <message>
        <source>30 checks passed</source>
        <translation>30 次检查通过</translation>
    </message>
    <message>
        <source>1 failed, 3 min 42 s ago</source>
        <translation>失败 1 次，3 分 42 秒前</translation>
    </message>
    <message>
        <source>unhealthy, 3 in a row</source>
        <translation>不健康，连续 3 次</translation>
    </message>
    <message>
        <source>started 41 s ago</source>
        <translation>41 秒前启动</translation>
    </message>
    <message>
        <source>not known for 4 min</source>
        <translation>已 4 分钟未知</translation>
    </message>
    <message>
        <source>never reported</source>
        <translation>从未上报</translation>
    </message>
    <message>
        <source>Key-value panel</source>
        <translation>键值面板</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>unreachable 4 min</source>
        <translation>失联 4 分钟</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>持久卷</translation>
    </message>
    <message>
        <source>at 10:38:02</source>
        <translation>10:38:02 时</translation>
    </message>
    <message>
        <source>task id</source>
        <translation>任务 ID</translation>
    </message>
    <message>
        <source>health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>4 of 5</source>
        <translation>4 / 5</translation>
    </message>
    <message>
        <source>about 20 s left</source>
        <translation>约剩 20 秒</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>no known end</source>
        <translation>没有已知终点</translation>
    </message>
    <message>
        <source>0 of 1</source>
        <translation>0 / 1</translation>
    </message>
    <message>
        <source>stuck for 14 min</source>
        <translation>卡住 14 分钟</translation>
    </message>
    <message>
        <source>64 of 64</source>
        <translation>64 / 64</translation>
    </message>
    <message>
        <source>in 3 min 40 s</source>
        <translation>用时 3 分 40 秒</translation>
    </message>
    <message>
        <source>18 of 30</source>
        <translation>18 / 30</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>1 of 3</source>
        <translation>1 / 3</translation>
    </message>
    <message>
        <source>guard attempts</source>
        <translation>守护尝试</translation>
    </message>
    <message>
        <source>Map cell</source>
        <translation>集群图单元</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>排空中</translation>
    </message>
    <message>
        <source>deactivated</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>deploying</source>
        <translation>部署中</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>选中</translation>
    </message>
    <message>
        <source>found</source>
        <translation>找到</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>隐去</translation>
    </message>
    <message>
        <source>Button</source>
        <translation>按钮</translation>
    </message>
    <message>
        <source>says what it does; destructive is never filled</source>
        <translation>说明要做什么；破坏性操作从不填色</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>常态</translation>
    </message>
    <message>
        <source>hover</source>
        <translation>悬停</translation>
    </message>
    <message>
        <source>pressed</source>
        <translation>按下</translation>
    </message>
    <message>
        <source>focus</source>
        <translation>焦点</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>忙</translation>
    </message>
    <message>
        <source>disabled, with its reason</source>
        <translation>禁用，附原因</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>主要</translation>
    </message>
    <message>
        <source>danger</source>
        <translation>危险</translation>
    </message>
    <message>
        <source>Segments, check, switch</source>
        <translation>分段、复选、开关</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>树形</translation>
    </message>
    <message>
        <source>Flat</source>
        <translation>平铺</translation>
    </message>
    <message>
        <source>By rack</source>
        <translation>按机架</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>守护</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>advise</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>act</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>any 2xx or 3xx passes</source>
        <translation>任何 2xx 或 3xx 都算通过</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Enter checks, Esc reverts</source>
        <translation>Enter 检查，Esc 还原</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Whole seconds only</source>
        <translation>只能是整数秒</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>closest agent misses 1.2 GiB</source>
        <translation>最接近的 Agent 差 1.2 GiB</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>禁用</translation>
    </message>
    <message>
        <source>set by the group /shop</source>
        <translation>由应用组 /shop 设定</translation>
    </message>
    <message>
        <source>Grace period</source>
        <translation>宽限期</translation>
    </message>
    <message>
        <source>with unit</source>
        <translation>带单位</translation>
    </message>
    <message>
        <source>default 300</source>
        <translation>默认 300</translation>
    </message>
    <message>
        <source>Table row</source>
        <translation>表格行</translation>
    </message>
    <message>
        <source>plain, hover, current, ticked, changing, stale</source>
        <translation>普通、悬停、当前、勾选、变化、陈旧</translation>
    </message>
    <message>
        <source>Sample rows</source>
        <translation>示例行</translation>
    </message>
    <message>
        <source>Filter box</source>
        <translation>过滤框</translation>
    </message>
    <message>
        <source>name, image, label, state…</source>
        <translation>名称、镜像、标签、状态…</translation>
    </message>
    <message>
        <source>Banner</source>
        <translation>横幅</translation>
    </message>
    <message>
        <source>one at a time, the worst; one action</source>
        <translation>一次一条，最严重的优先；一个操作</translation>
    </message>
    <message>
        <source>The gateway is stale since 10:41:33.</source>
        <translation>网关自 10:41:33 起陈旧。</translation>
    </message>
    <message>
        <source>Its last state stays readable; writing routes is refused.</source>
        <translation>最后的状态仍可读；拒绝写入路由。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即尝试</translation>
    </message>
    <message>
        <source>Read-only.</source>
        <translation>只读。</translation>
    </message>
    <message>
        <source>No request that changes bj-prod leaves this computer.</source>
        <translation>改变 bj-prod 的请求不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Edit profile…</source>
        <translation>编辑配置…</translation>
    </message>
    <message>
        <source>Replay, 10:31:07.</source>
        <translation>回放，10:31:07。</translation>
    </message>
    <message>
        <source>Everything here was recorded; actions are off.</source>
        <translation>这里的一切都是记录；操作已关闭。</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>回到实时</translation>
    </message>
    <message>
        <source>Scheduler: 401 Unauthorized.</source>
        <translation>调度器：401 Unauthorized。</translation>
    </message>
    <message>
        <source>Views and drafts are kept.</source>
        <translation>视图和草稿都保留。</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>重新登录…</translation>
    </message>
    <message>
        <source>A newer version is installed.</source>
        <translation>已安装更新的版本。</translation>
    </message>
    <message>
        <source>This window still runs the older one; drafts survive the restart.</source>
        <translation>此窗口仍运行旧版本；重启后草稿保留。</translation>
    </message>
    <message>
        <source>Restart Mesoscope</source>
        <translation>重启 Mesoscope</translation>
    </message>
    <message>
        <source>Empty state</source>
        <translation>空状态</translation>
    </message>
    <message>
        <source>five different looks; one sentence, one action</source>
        <translation>五种不同的样子；一句话，一个操作</translation>
    </message>
    <message>
        <source>Loading tasks</source>
        <translation>正在加载任务</translation>
    </message>
    <message>
        <source>8.4 of 31 MB</source>
        <translation>31 MB 中的 8.4</translation>
    </message>
    <message>
        <source>No overrides</source>
        <translation>没有覆盖规则</translation>
    </message>
    <message>
        <source>fabio has none, 3 s ago</source>
        <translation>fabio 没有，3 秒前</translation>
    </message>
    <message>
        <source>New override…</source>
        <translation>新建覆盖规则…</translation>
    </message>
    <message>
        <source>Usage unknown</source>
        <translation>用量未知</translation>
    </message>
    <message>
        <source>6 agents silent since 10:38</source>
        <translation>6 个 Agent 自 10:38 起静默</translation>
    </message>
    <message>
        <source>Show 6 agents</source>
        <translation>显示 6 个 Agent</translation>
    </message>
    <message>
        <source>No app matches</source>
        <translation>没有匹配的应用</translation>
    </message>
    <message>
        <source>412 apps, 2 filters hide all</source>
        <translation>412 个应用，2 个过滤条件隐藏了全部</translation>
    </message>
    <message>
        <source>Clear 2 filters</source>
        <translation>清除 2 个过滤条件</translation>
    </message>
    <message>
        <source>Routes not read</source>
        <translation>未能读取路由</translation>
    </message>
    <message>
        <source>gw-3: 502 Bad Gateway</source>
        <translation>gw-3：502 Bad Gateway</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Toast</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>outcomes only; closes after 8 s, an error stays</source>
        <translation>只报告结果；8 秒后关闭，错误会保留</translation>
    </message>
    <message>
        <source>Draft of /pay/ledger discarded</source>
        <translation>已丢弃 /pay/ledger 的草稿</translation>
    </message>
    <message>
        <source>2 changes, kept until this closes</source>
        <translation>2 处改动，关闭前保留</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Scale /shop/cart to 6 was refused</source>
        <translation>将 /shop/cart 扩缩容到 6 被拒绝</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Colour tokens</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>the same names in both themes</source>
        <translation>两种主题名称相同</translation>
    </message>
    <message>
        <source>Ramps</source>
        <translation>色阶</translation>
    </message>
    <message>
        <source>by lightness; blue less, orange more</source>
        <translation>按明度；蓝少橙多</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::GalleryPage</name>
    <message>
        <source>Components</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>every class of widgets/controls in every state</source>
        <translation>widgets/controls 的每个类及其每种状态</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::GroupGraph</name>
    <message>
        <source>Apps of the group in the order of deployment</source>
        <translation>应用组中的应用，按部署顺序</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 在 %2 之后</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::GroupInspector</name>
    <message>
        <source>Group</source>
        <translation>应用组</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>概况</translation>
    </message>
    <message>
        <source>Scale the group…</source>
        <translation>扩缩容应用组…</translation>
    </message>
    <message>
        <source>Revert the group…</source>
        <translation>恢复应用组…</translation>
    </message>
    <message>
        <source>Destroy the group…</source>
        <translation>销毁应用组…</translation>
    </message>
    <message>
        <source>Choose an app to see how it does.</source>
        <translation>选择一个应用以查看其状况。</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>需要关注</translation>
    </message>
    <message>
        <source>group</source>
        <translation>应用组</translation>
    </message>
    <message>
        <source>%1 of %2 up</source>
        <translation>%1/%2 正常</translation>
    </message>
    <message>
        <source>apps</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>deploying</source>
        <translation>部署中</translation>
    </message>
    <message>
        <source>cpu</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>requested</source>
        <translation>请求量</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>需关注</translation>
    </message>
    <message>
        <source>This scheduler can&apos;t do it.</source>
        <translation>该调度器做不到。</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Header</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message numerus="yes">
        <source>%Ln notification(s)</source>
        <translation>
            <numerusform>%Ln 条通知</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::HealthBar</name>
    <message numerus="yes">
        <source>%Ln healthy</source>
        <translation>
            <numerusform>%Ln 个健康</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running without a health check</source>
        <translation>
            <numerusform>%Ln 个运行中，无健康检查</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln starting</source>
        <translation>
            <numerusform>%Ln 个启动中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unhealthy</source>
        <translation>
            <numerusform>%Ln 个不健康</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln 个等待中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draining</source>
        <translation>
            <numerusform>%Ln 个排空中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreachable</source>
        <translation>
            <numerusform>%Ln 个失联</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::HealthTimeline</name>
    <message>
        <source>First probe after %1.</source>
        <translation>%1 后首次探测。</translation>
    </message>
    <message>
        <source>Failures in the first %1 do not count until the first success.</source>
        <translation>最初 %1 内、首次成功之前的失败不计。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failure(s) in a row kill the instance.</source>
        <translation>
            <numerusform>连续失败 %Ln 次会终止实例。</numerusform>
        </translation>
    </message>
    <message>
        <source>A failing instance is never killed.</source>
        <translation>失败的实例不会被终止。</translation>
    </message>
    <message>
        <source>Health check over time</source>
        <translation>健康检查随时间</translation>
    </message>
    <message>
        <source>killed after at most %1</source>
        <translation>最多 %1 后终止</translation>
    </message>
    <message>
        <source>never killed</source>
        <translation>从不终止</translation>
    </message>
    <message>
        <source>start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>first probe %1</source>
        <translation>首次探测 %1</translation>
    </message>
    <message>
        <source>grace period %1</source>
        <translation>宽限期 %1</translation>
    </message>
    <message>
        <source>stops answering</source>
        <translation>停止应答</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::InspectorEdgeBar</name>
    <message>
        <source>Open or close the inspector</source>
        <translation>打开或收起检查器</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::InstanceInspector</name>
    <message>
        <source>Instance</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Last status update</source>
        <translation>最后一次状态更新</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Open agent</source>
        <translation>打开 Agent</translation>
    </message>
    <message>
        <source>Show in Tasks</source>
        <translation>在任务页中显示</translation>
    </message>
    <message>
        <source>Kill…</source>
        <translation>终止…</translation>
    </message>
    <message>
        <source>Choose an instance.</source>
        <translation>请选择一个实例。</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>at</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>staged</source>
        <translation>已暂存</translation>
    </message>
    <message>
        <source>started</source>
        <translation>启动于</translation>
    </message>
    <message>
        <source>version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>ports</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message numerus="yes">
        <source>failed %Ln time(s) in a row</source>
        <translation>
            <numerusform>连续失败 %Ln 次</numerusform>
        </translation>
    </message>
    <message>
        <source>cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>passed at</source>
        <translation>通过于</translation>
    </message>
    <message>
        <source>failed at</source>
        <translation>失败于</translation>
    </message>
    <message>
        <source>no result</source>
        <translation>无结果</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>沙箱</translation>
    </message>
    <message>
        <source>cpu</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>used of %1</source>
        <translation>已用，共 %1</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::JsonEditor</name>
    <message>
        <source>Document as JSON</source>
        <translation>JSON 形式的文档</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>默认：%1</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>服务器说：%1</translation>
    </message>
    <message>
        <source>Ctrl+. : %1</source>
        <translation>Ctrl+. ：%1</translation>
    </message>
    <message>
        <source>This document has a line of several megabytes. It is kept as it is, but not shown; More, “Lay out the text” puts every value on a line of its own.</source>
        <translation>本文档有一行长达数兆字节。它会原样保留，但不显示；“更多”里的“重新排版文本”会让每个值各占一行。</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::KillForm</name>
    <message>
        <source>How to kill</source>
        <translation>终止方式</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>补上</translation>
    </message>
    <message>
        <source>Scale down</source>
        <translation>缩容</translation>
    </message>
    <message>
        <source>Wipe volumes</source>
        <translation>清空持久卷</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ListPage</name>
    <message>
        <source>Connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>No source has answered yet.</source>
        <translation>还没有来源应答。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden by the filter</source>
        <translation>
            <numerusform>过滤隐藏了 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>没有匹配过滤条件的内容</translation>
    </message>
    <message>
        <source>The filter hides all of %1.</source>
        <translation>过滤条件隐藏了全部 %1。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除过滤</translation>
    </message>
    <message>
        <source>There are none</source>
        <translation>一个也没有</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>%1 so far, %2 rows</source>
        <translation>已读 %1，%2 行</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::LogHistogram</name>
    <message>
        <source>Lines over time</source>
        <translation>随时间变化的行数</translation>
    </message>
    <message>
        <source>on disk</source>
        <translation>在磁盘上</translation>
    </message>
    <message>
        <source>in memory</source>
        <translation>在内存中</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::LogLegend</name>
    <message>
        <source>can&apos;t be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>follows %1</source>
        <translation>接替 %1</translation>
    </message>
    <message>
        <source>Instances: %1</source>
        <translation>实例：%1</translation>
    </message>
    <message>
        <source>Click to hide or show its lines</source>
        <translation>点击可隐藏或显示其日志行</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::LogLines</name>
    <message>
        <source>Log lines</source>
        <translation>日志行</translation>
    </message>
    <message numerus="yes">
        <source>+%Ln line(s)</source>
        <comment>of a folded stack trace</comment>
        <translation>
            <numerusform>+%Ln 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::LogPane</name>
    <message>
        <source>Add instances…</source>
        <translation>添加实例…</translation>
    </message>
    <message>
        <source>following through re-deployments</source>
        <translation>跟随重新部署</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Search the lines</source>
        <translation>搜索日志行</translation>
    </message>
    <message>
        <source>search: a regular expression</source>
        <translation>搜索：正则表达式</translation>
    </message>
    <message>
        <source>Match before</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>only matches</source>
        <translation>仅匹配</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>info and up</source>
        <translation>info 及以上</translation>
    </message>
    <message>
        <source>warn and up</source>
        <translation>warn 及以上</translation>
    </message>
    <message>
        <source>error</source>
        <translation>error</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>no further match</source>
        <translation>没有更多匹配</translation>
    </message>
    <message numerus="yes">
        <source>%Ln log(s) saved in %1</source>
        <translation>
            <numerusform>%Ln 份日志已保存到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未保存：%1</translation>
    </message>
    <message>
        <source>Choose tasks to follow their logs</source>
        <translation>请选择要跟踪日志的任务</translation>
    </message>
    <message>
        <source>Tail of %1</source>
        <translation>%1 的日志</translation>
    </message>
    <message numerus="yes">
        <source>Tail of %Ln task(s)</source>
        <translation>
            <numerusform>%Ln 个任务的日志</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %Ln log(s)…</source>
        <translation>
            <numerusform>保存 %Ln 份日志…</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the log…</source>
        <translation>保存日志…</translation>
    </message>
    <message>
        <source>no expression: %1</source>
        <translation>不是表达式：%1</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <comment>matches while older lines are looked through</comment>
        <translation>目前 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln 处匹配</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the first lines</source>
        <translation>等待最初的日志行</translation>
    </message>
    <message>
        <source>%1 in memory since %2, older on disk (%3)</source>
        <translation>自 %2 起 %1 在内存中，更早的在磁盘上（%3）</translation>
    </message>
    <message>
        <source>%1 in memory</source>
        <translation>%1 在内存中</translation>
    </message>
    <message>
        <source>%1 lines/s received</source>
        <translation>每秒收到 %1 行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) lost</source>
        <translation>
            <numerusform>丢失 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>merged by the time in the line</source>
        <translation>按行内时间合并</translation>
    </message>
    <message>
        <source>paused; lines are still received</source>
        <translation>已暂停；仍在接收日志行</translation>
    </message>
    <message>
        <source>at the end, following</source>
        <translation>位于末尾，正在跟随</translation>
    </message>
    <message>
        <source>row %1 of %2</source>
        <translation>第 %1 行，共 %2 行</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>state and host</comment>
        <translation>%1：%2 个</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln of them</source>
        <translation>
            <numerusform>全部 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no other running instance</source>
        <translation>没有其他运行中的实例</translation>
    </message>
    <message>
        <source>Save the logs in a folder</source>
        <translation>将日志保存到文件夹</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>info</source>
        <translation>info</translation>
    </message>
    <message>
        <source>warn</source>
        <translation>warn</translation>
    </message>
    <message>
        <source>fold stack traces</source>
        <translation>折叠堆栈</translation>
    </message>
    <message>
        <source>Frames of a stack trace stand behind the line they belong to, as a number.</source>
        <translation>堆栈的各帧折叠为所属行末尾的一个数字。</translation>
    </message>
    <message>
        <source>fold</source>
        <translation>折叠</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::LogPatterns</name>
    <message>
        <source>Show them</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Show lines like %1</source>
        <translation>显示类似 %1 的行</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>模式</translation>
    </message>
    <message numerus="yes">
        <source>Patterns in the %Ln match(es)</source>
        <translation>
            <numerusform>%Ln 处匹配中的模式</numerusform>
        </translation>
    </message>
    <message>
        <source>Patterns at warn and up</source>
        <translation>warn 及以上的模式</translation>
    </message>
    <message>
        <source>since %1, in memory</source>
        <translation>自 %1 起，内存中</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>暂无。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more pattern(s)</source>
        <translation>
            <numerusform>另有 %Ln 个模式</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Look</name>
    <message>
        <source>healthy</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>unhealthy</source>
        <translation>不健康</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>暂存中</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>killing</source>
        <translation>终止中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>已丢弃</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>active</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>deactivated</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>排空中</translation>
    </message>
    <message>
        <source>drained</source>
        <translation>已排空</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>recovering</source>
        <translation>恢复中</translation>
    </message>
    <message>
        <source>no source</source>
        <translation>无来源</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>慢</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>陈旧</translation>
    </message>
    <message>
        <source>retrying</source>
        <translation>重试中</translation>
    </message>
    <message>
        <source>master</source>
        <translation>master</translation>
    </message>
    <message>
        <source>scheduler</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>coordination</source>
        <translation>协调服务</translation>
    </message>
    <message>
        <source>metrics</source>
        <translation>指标</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::MainWindow</name>
    <message>
        <source>No picture from the %1.</source>
        <translation>没有%1的数据。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即尝试</translation>
    </message>
    <message>
        <source>The %1 is stale since %2.</source>
        <translation>%1自 %2 起陈旧。</translation>
    </message>
    <message>
        <source>The %1 does not answer.</source>
        <translation>%1没有应答。</translation>
    </message>
    <message>
        <source>Its last state stays readable; changes are refused.</source>
        <translation>最后的状态仍可读；改变会被拒绝。</translation>
    </message>
    <message>
        <source>Act on the notice</source>
        <translation>处理此通知</translation>
    </message>
    <message>
        <source>Search or run an action…</source>
        <translation>搜索或执行操作…</translation>
    </message>
    <message>
        <source>Alt %1</source>
        <translation>Alt %1</translation>
    </message>
    <message>
        <source>Connect to another cluster</source>
        <translation>连接到另一个集群</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>重新读取全部</translation>
    </message>
    <message>
        <source>Use the light theme</source>
        <translation>使用浅色主题</translation>
    </message>
    <message>
        <source>Use the dark theme</source>
        <translation>使用深色主题</translation>
    </message>
    <message>
        <source>Deploy an app…</source>
        <translation>部署应用…</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::MaintenancePane</name>
    <message numerus="yes">
        <source> and %Ln more</source>
        <translation>
            <numerusform> 等 %Ln 台</numerusform>
        </translation>
    </message>
    <message>
        <source>Scheduled windows</source>
        <translation>已计划的窗口</translation>
    </message>
    <message>
        <source>Cancel the window…</source>
        <translation>取消窗口…</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>Tasks there now</source>
        <translation>当前任务数</translation>
    </message>
    <message>
        <source>During a window the master makes no offers of its machines for longer than until it begins, and asks schedulers to give back what they hold there. It does not end tasks: drain the agents for that.</source>
        <translation>在窗口期间，master 不会给出使用时间超过窗口开始时刻的资源邀约，并请求各调度器归还其在这些机器上持有的资源。它不会结束任务：为此请排空 Agent。</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>新窗口</translation>
    </message>
    <message>
        <source>host names, or an attribute as rack:a3</source>
        <translation>主机名，或属性，例如 rack:a3</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>持续</translation>
    </message>
    <message>
        <source>h</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Empty: without end</source>
        <translation>留空：无结束时间</translation>
    </message>
    <message>
        <source>Schedule it…</source>
        <translation>列入计划…</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>无结束时间</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已过</translation>
    </message>
    <message>
        <source>now</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1 后</translation>
    </message>
    <message>
        <source>No cluster is connected.</source>
        <translation>没有连接集群。</translation>
    </message>
    <message>
        <source>No window is chosen.</source>
        <translation>没有选择窗口。</translation>
    </message>
    <message>
        <source>a number of hours</source>
        <translation>小时数</translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <translation>未知：%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln machine(s)</source>
        <translation>
            <numerusform>%Ln 台机器</numerusform>
        </translation>
    </message>
    <message>
        <source>Name the machines first.</source>
        <translation>请先指定机器。</translation>
    </message>
    <message>
        <source>Mend the numbers first.</source>
        <translation>请先修正数字。</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Map</name>
    <message>
        <source>mem</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>gpu</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>cpu</source>
        <translation>CPU</translation>
    </message>
    <message numerus="yes">
        <source>%Ln deactivated</source>
        <translation>
            <numerusform>%Ln 个已停用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draining</source>
        <translation>
            <numerusform>%Ln 个排空中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreachable since %1</source>
        <translation>
            <numerusform>%Ln 个失联，自 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreachable</source>
        <translation>
            <numerusform>%Ln 个失联</numerusform>
        </translation>
    </message>
    <message>
        <source>region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>可用区</translation>
    </message>
    <message>
        <source>data centre</source>
        <translation>数据中心</translation>
    </message>
    <message>
        <source>rack</source>
        <translation>机架</translation>
    </message>
    <message>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>no %1</source>
        <comment>group of agents without the attribute</comment>
        <translation>无%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>attribute and its value: rack a1</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>cpu allocated</source>
        <translation>已分配 CPU</translation>
    </message>
    <message>
        <source>mem allocated</source>
        <translation>已分配内存</translation>
    </message>
    <message>
        <source>disk allocated</source>
        <translation>已分配磁盘</translation>
    </message>
    <message>
        <source>gpu allocated</source>
        <translation>已分配 GPU</translation>
    </message>
    <message>
        <source>cpu offered</source>
        <translation>邀约中 CPU</translation>
    </message>
    <message>
        <source>mem offered</source>
        <translation>邀约中内存</translation>
    </message>
    <message>
        <source>cpu reserved</source>
        <translation>已预留 CPU</translation>
    </message>
    <message>
        <source>mem reserved</source>
        <translation>已预留内存</translation>
    </message>
    <message>
        <source>health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>cpu 62 %</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln 个 Agent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 allocated</source>
        <comment>cpu 71 % allocated</comment>
        <translation>已分配 %1</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation>%1%</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln times)</source>
        <translation>
            <numerusform>%1（%Ln 次）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s) unreachable</source>
        <translation>
            <numerusform>%Ln 个 Agent 失联</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s) not back after the fail-over</source>
        <translation>
            <numerusform>%Ln 个 Agent 在切换后未回来</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s) returned</source>
        <translation>
            <numerusform>%Ln 个 Agent 回来了</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s) added</source>
        <translation>
            <numerusform>新增 %Ln 个 Agent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s) removed</source>
        <translation>
            <numerusform>移除 %Ln 个 Agent</numerusform>
        </translation>
    </message>
    <message>
        <source>PiB</source>
        <translation>PiB</translation>
    </message>
    <message>
        <source>TiB</source>
        <translation>TiB</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>512 MiB</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 / %2 %3</source>
        <comment>49 / 64 GiB</comment>
        <translation>%1 / %2 %3</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>enumeration</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 not known</source>
        <comment>group of agents that were lost before the console knew them</comment>
        <translation>%1未知</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::MapInspector</name>
    <message>
        <source>Allocated</source>
        <translation>已分配</translation>
    </message>
    <message>
        <source>cpu</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>gpu</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>active</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>unreachable or gone</source>
        <translation>失联或已消失</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>排空中</translation>
    </message>
    <message>
        <source>deactivated</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>任务</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>apps</comment>
        <translation>
            <numerusform>及其他 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 及其他 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>有何变化</translation>
    </message>
    <message>
        <source>Nothing since this console watches.</source>
        <translation>本控制台观察以来没有变化。</translation>
    </message>
    <message>
        <source>this profile is read-only</source>
        <translation>此配置为只读</translation>
    </message>
    <message>
        <source>the data is stale</source>
        <translation>数据陈旧</translation>
    </message>
    <message>
        <source>this scheduler cannot do it</source>
        <translation>此调度器做不到</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>无法到达</translation>
    </message>
    <message>
        <source>drains already</source>
        <translation>已在排空</translation>
    </message>
    <message>
        <source>Drain...</source>
        <translation>排空...</translation>
    </message>
    <message>
        <source>Reactivate...</source>
        <translation>重新启用...</translation>
    </message>
    <message>
        <source>Deactivate...</source>
        <translation>停用...</translation>
    </message>
    <message>
        <source>Mark gone...</source>
        <translation>标记为消失...</translation>
    </message>
    <message>
        <source>Scale...</source>
        <translation>扩缩容...</translation>
    </message>
    <message>
        <source>Restart...</source>
        <translation>重启...</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>编辑...</translation>
    </message>
    <message>
        <source>Kill instances...</source>
        <translation>终止实例...</translation>
    </message>
    <message>
        <source>deploying</source>
        <translation>部署中</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>部分异常</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>已挂起</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>app</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>image %1</source>
        <translation>镜像 %1</translation>
    </message>
    <message numerus="yes">
        <source> of %Ln healthy</source>
        <translation>
            <numerusform> / %Ln 健康</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> of %Ln running</source>
        <translation>
            <numerusform> / %Ln 运行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln on unreachable agents</source>
        <translation>
            <numerusform>%Ln 个在失联的 Agent 上</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unhealthy</source>
        <translation>
            <numerusform>%Ln 个不健康</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln starting</source>
        <translation>
            <numerusform>%Ln 个启动中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting for offers</source>
        <translation>
            <numerusform>%Ln 个等待资源邀约</numerusform>
        </translation>
    </message>
    <message>
        <source>versions of its instances are being read</source>
        <translation>正在读取其实例的版本</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>分布</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <comment>instances</comment>
        <translation>
            <numerusform>失去 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more group(s) have some.</source>
        <translation>
            <numerusform>另有 %Ln 个分组也有实例。</numerusform>
        </translation>
    </message>
    <message>
        <source>Largest share in one %1 %2.</source>
        <translation>单个%1最大占比 %2。</translation>
    </message>
    <message>
        <source>Losing all of %1 leaves %2.</source>
        <translation>若整个 %1 失去，还剩 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s) below this group</source>
        <translation>
            <numerusform>此应用组下有 %Ln 个实例</numerusform>
        </translation>
    </message>
    <message>
        <source>The scheduler knows no app of this name, and no task belongs to it.</source>
        <translation>调度器没有此名称的应用，也没有属于它的任务。</translation>
    </message>
    <message>
        <source>agent %1</source>
        <translation>Agent %1</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>端口 %1</translation>
    </message>
    <message>
        <source>Mesos %1</source>
        <translation>Mesos %1</translation>
    </message>
    <message>
        <source>Last known values; its tasks may still run.</source>
        <translation>最后已知的值；其任务可能仍在运行。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) fail their health check</source>
        <translation>
            <numerusform>%Ln 个任务健康检查失败</numerusform>
        </translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>offered cpu / memory</source>
        <translation>邀约中 CPU / 内存</translation>
    </message>
    <message>
        <source>reserved cpu / memory</source>
        <translation>已预留 CPU / 内存</translation>
    </message>
    <message>
        <source>region, zone</source>
        <translation>区域，可用区</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>注册于</translation>
    </message>
    <message>
        <source>Apps here</source>
        <translation>这里的应用</translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s) selected</source>
        <translation>
            <numerusform>已选 %Ln 个 Agent</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+click adds or removes one; Esc clears.</source>
        <translation>Ctrl+点击增减一个；Esc 清除。</translation>
    </message>
    <message>
        <source>All agents</source>
        <translation>全部 Agent</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreachable</source>
        <translation>
            <numerusform>%Ln 个失联</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1; %2 on them</source>
        <translation>自 %1；其上 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Apps with most here</source>
        <translation>在此最多的应用</translation>
    </message>
    <message>
        <source>Whole cluster</source>
        <translation>整个集群</translation>
    </message>
    <message>
        <source>Click a cell or a group&apos;s name to inspect it; type app:/… above to see where a service runs.</source>
        <translation>点击单元或分组名查看；在上方输入 app:/… 查看服务运行在哪里。</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>actions and why they are refused</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::MapLegend</name>
    <message>
        <source>Legend of the map</source>
        <translation>集群图图例</translation>
    </message>
    <message>
        <source>current version</source>
        <translation>当前版本</translation>
    </message>
    <message>
        <source>older version</source>
        <translation>旧版本</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>排空中</translation>
    </message>
    <message>
        <source>deactivated</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>instance of %1</source>
        <translation>%1 的实例</translation>
    </message>
    <message>
        <source>agents where one starts</source>
        <translation>其中启动中的 Agent</translation>
    </message>
    <message>
        <source>one dot per task</source>
        <translation>每点一个任务</translation>
    </message>
    <message>
        <source>wheel zooms, drag selects or pans, Enter opens</source>
        <translation>滚轮缩放，拖动选择或平移，Enter 打开</translation>
    </message>
    <message>
        <source>tasks appear inside an agent from 12 px on; wheel zooms, Enter opens</source>
        <translation>单元达到 12 px 时显示任务；滚轮缩放，Enter 打开</translation>
    </message>
    <message>
        <source>0 – 100 % of the tasks fail their check</source>
        <translation>0–100% 的任务检查失败</translation>
    </message>
    <message>
        <source>0 – 100 %</source>
        <translation>0–100%</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::MapOption</name>
    <message>
        <source>other...</source>
        <translation>其他...</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::MapPage</name>
    <message>
        <source>Filter or highlight...</source>
        <translation>过滤或突出显示...</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Filter or highlight</source>
        <translation>过滤或突出显示</translation>
    </message>
    <message>
        <source>app:/shop/checkout shows where a service runs; host:, state:lost or ATTRIBUTE:VALUE keep some agents in full colour</source>
        <translation>app:/shop/checkout 显示服务运行在哪里；host:、state:lost 或 属性:值 使部分 Agent 保持全色</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>集群图</translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln 个 Agent</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting for the master</source>
        <translation>等待 master</translation>
    </message>
    <message>
        <source>loading %1 MB, %2</source>
        <translation>正在加载 %1 MB，%2</translation>
    </message>
    <message>
        <source>%1 of %2 match</source>
        <translation>%2 个中匹配 %1 个</translation>
    </message>
    <message>
        <source>%1 · complete</source>
        <translation>%1 · 完整</translation>
    </message>
    <message>
        <source>region › zone</source>
        <translation>区域 › 可用区</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::MapSuggestions</name>
    <message numerus="yes">
        <source>%Ln instance(s)</source>
        <translation>
            <numerusform>%Ln 个实例</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln 个 Agent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::MapView</name>
    <message>
        <source>Cluster map</source>
        <translation>集群图</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>%1 (last seen running)</source>
        <translation>%1（失联前运行中）</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln unhealthy</source>
        <translation>
            <numerusform>%1，%Ln 个不健康</numerusform>
        </translation>
    </message>
    <message>
        <source>cpu allocated / total</source>
        <translation>CPU 已分配 / 总量</translation>
    </message>
    <message>
        <source>memory allocated / total</source>
        <translation>内存已分配 / 总量</translation>
    </message>
    <message>
        <source>gpu allocated / total</source>
        <translation>GPU 已分配 / 总量</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>属于 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s)</source>
        <translation>
            <numerusform>%Ln 个实例</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>shared with %Ln other(s)</source>
        <translation>
            <numerusform>与另外 %Ln 个相同</numerusform>
        </translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>cpu, memory</source>
        <translation>CPU，内存</translation>
    </message>
    <message>
        <source>ports</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>The master has no agents.</source>
        <translation>master 没有 Agent。</translation>
    </message>
    <message>
        <source>Waiting for the master&apos;s first answer.</source>
        <translation>等待 master 的首次应答。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <comment>agents</comment>
        <translation>
            <numerusform>%Ln 个失联</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln 个任务</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::MarkRuler</name>
    <message>
        <source>Changes and problems of the whole document</source>
        <translation>整个文档的更改和问题</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::NameBar</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Notices</name>
    <message>
        <source>Latest events</source>
        <translation>最近事件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%Ln since this program connected</source>
        <translation>
            <numerusform>自本程序连接以来 %Ln 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ObjectTable</name>
    <message numerus="yes">
        <source>%Ln moved</source>
        <translation>
            <numerusform>%Ln 行移动了</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Palette</name>
    <message>
        <source>action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>app</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>deployment</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>framework</source>
        <translation>框架</translation>
    </message>
    <message>
        <source>page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Frameworks</source>
        <translation>框架</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>next kind</source>
        <translation>下一类</translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>the key</comment>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>the key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>its actions</source>
        <translation>它的操作</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Search or run an action</source>
        <translation>搜索或执行操作</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) in %1 ms</source>
        <translation>
            <numerusform>%Ln 个结果，用时 %1 毫秒</numerusform>
        </translation>
    </message>
    <message>
        <source>searched %1 and %2</source>
        <translation>搜索了 %1 和 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 object(s)</source>
        <translation>
            <numerusform>%1 个对象</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 action(s)</source>
        <translation>
            <numerusform>%1 个操作</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::PaletteBox</name>
    <message>
        <source>Search or run an action</source>
        <translation>搜索或执行操作</translation>
    </message>
    <message>
        <source>Search or run an action…</source>
        <translation>搜索或执行操作…</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ProbeRow</name>
    <message>
        <source>Address of the %1</source>
        <translation>%1的地址</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>not tested yet</source>
        <translation>尚未测试</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>no answer</source>
        <comment>of a server that was asked</comment>
        <translation>无应答</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ProblemList</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>line %1   %2   %3   (%4)</source>
        <translation>第 %1 行   %2   %3   （%4）</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::RackSpread</name>
    <message>
        <source>Where the instances run</source>
        <translation>实例运行在哪里</translation>
    </message>
    <message>
        <source>no rack</source>
        <translation>无机架</translation>
    </message>
    <message>
        <source>No instance is known.</source>
        <translation>没有已知的实例。</translation>
    </message>
    <message>
        <source>%1. Losing the fullest rack leaves %2 of %3.</source>
        <translation>%1。若最满的机架失去，%3 个中还剩 %2 个。</translation>
    </message>
    <message numerus="yes">
        <source>In %Ln rack(s)</source>
        <translation>
            <numerusform>分布在 %Ln 个机架</numerusform>
        </translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Rail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::RailButton</name>
    <message numerus="yes">
        <source>%Ln open</source>
        <comment>incidents</comment>
        <translation>
            <numerusform>%Ln 个未关闭</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ResourcesPane</name>
    <message>
        <source>Resources of the agent</source>
        <translation>Agent 的资源</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>total</source>
        <translation>总量</translation>
    </message>
    <message>
        <source>allocated to tasks</source>
        <translation>已分配给任务</translation>
    </message>
    <message>
        <source>offered now</source>
        <translation>当前已邀约</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>已预留</translation>
    </message>
    <message>
        <source>    for %1</source>
        <translation>    给 %1</translation>
    </message>
    <message>
        <source>unreserved</source>
        <translation>未预留</translation>
    </message>
    <message>
        <source>neither allocated nor offered</source>
        <translation>未分配也未邀约</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::RevertGroupForm</name>
    <message>
        <source>Back to the state of</source>
        <translation>回到此时的状态</translation>
    </message>
    <message>
        <source>State of the group to go back to</source>
        <translation>要回到的应用组状态</translation>
    </message>
    <message>
        <source>Reading the group&apos;s versions…</source>
        <translation>正在读取应用组的版本…</translation>
    </message>
    <message>
        <source>The group&apos;s versions are being read.</source>
        <translation>正在读取应用组的版本。</translation>
    </message>
    <message>
        <source>No earlier version of the group is known.</source>
        <translation>没有已知的更早版本。</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ReviewPane</name>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Placement forecast</source>
        <translation>放置预测</translation>
    </message>
    <message>
        <source>Deployment steps</source>
        <translation>部署步骤</translation>
    </message>
    <message>
        <source>Name of the cluster</source>
        <translation>集群名称</translation>
    </message>
    <message>
        <source>Back to editing</source>
        <translation>返回编辑</translation>
    </message>
    <message>
        <source>restarts because of %1</source>
        <translation>因 %1 而重启</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more instance(s) fit on %1 agents.</source>
        <translation>
            <numerusform>还能在 %1 个 Agent 上容纳 %Ln 个实例。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only %1 of %2 more instances fit.</source>
        <translation>新增的 %2 个实例中只能容纳 %1 个。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>No step: nothing is started or stopped.</source>
        <translation>没有步骤：不启动也不停止任何实例。</translation>
    </message>
    <message>
        <source>Protected cluster. To deploy, type %1</source>
        <translation>受保护的集群。要部署，请输入 %1</translation>
    </message>
    <message>
        <source>Deploy to %1</source>
        <translation>部署到 %1</translation>
    </message>
    <message>
        <source>The document has problems.</source>
        <translation>文档有问题。</translation>
    </message>
    <message>
        <source>The name is not typed yet.</source>
        <translation>尚未输入名称。</translation>
    </message>
    <message>
        <source>Deploying…</source>
        <translation>正在部署…</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Inline</source>
        <translation>行内</translation>
    </message>
    <message>
        <source>Show all lines</source>
        <translation>显示所有行</translation>
    </message>
    <message>
        <source>nothing else is sent</source>
        <translation>不发送其他内容</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Show body</source>
        <translation>显示正文</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>保留为草稿</translation>
    </message>
    <message>
        <source>The plan is being computed.</source>
        <translation>正在计算计划。</translation>
    </message>
    <message>
        <source>Computing what this will do…</source>
        <translation>正在计算会发生什么…</translation>
    </message>
    <message>
        <source>instances</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>more at the peak</source>
        <translation>峰值时增加</translation>
    </message>
    <message>
        <source>apps</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>没有变化</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more app(s)</source>
        <translation>
            <numerusform>另有 %Ln 个应用</numerusform>
        </translation>
    </message>
    <message>
        <source>will not fit</source>
        <translation>放不下</translation>
    </message>
    <message numerus="yes">
        <source>The document has %Ln problem(s)</source>
        <translation>
            <numerusform>文档有 %Ln 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>new app</source>
        <translation>新应用</translation>
    </message>
    <message>
        <source>All of it is new</source>
        <translation>全部是新的</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln 处更改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them restart(s) the instances</source>
        <translation>
            <numerusform>其中 %Ln 处会重启实例</numerusform>
        </translation>
    </message>
    <message>
        <source>none of them restarts an instance</source>
        <translation>都不会重启实例</translation>
    </message>
    <message>
        <source>Text   %1 changed, %2 added, %3 removed</source>
        <translation>文本   改动 %1，新增 %2，删除 %3</translation>
    </message>
    <message>
        <source>Nothing is known about the agents.</source>
        <translation>对 Agent 一无所知。</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>放得下</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>放不下</translation>
    </message>
    <message>
        <source>%1 of %2 agents can take one instance now.</source>
        <translation>%2 个 Agent 中有 %1 个现在能接收一个实例。</translation>
    </message>
    <message>
        <source>%1 CPUs</source>
        <translation>%1 个 CPU</translation>
    </message>
    <message>
        <source>The closest agent misses %1.</source>
        <translation>最接近的 Agent 还缺 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln app(s) do not fit.</source>
        <translation>
            <numerusform>%Ln 个应用放不下。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deployment steps   %Ln step(s)</source>
        <translation>
            <numerusform>部署步骤   %Ln 步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new instance(s) start at once</source>
        <translation>
            <numerusform>立即启动 %Ln 个新实例</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln old instance(s) stop at once</source>
        <translation>
            <numerusform>立即停止 %Ln 个旧实例</numerusform>
        </translation>
    </message>
    <message>
        <source>Each new one that is healthy and ready ends an old one.</source>
        <translation>每个健康且就绪的新实例结束一个旧实例。</translation>
    </message>
    <message>
        <source>Without progress for 2 minutes this counts as stuck, and the cause is shown.</source>
        <translation>2 分钟没有进展即视为卡住，并显示原因。</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>stuck</source>
        <translation>卡住</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::RolesPane</name>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>保证</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Set quota…</source>
        <translation>设置配额…</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Set weight…</source>
        <translation>设置权重…</translation>
    </message>
    <message>
        <source>Role %1</source>
        <translation>角色 %1</translation>
    </message>
    <message>
        <source>Choose a role to change its quota or weight</source>
        <translation>请选择角色以修改其配额或权重</translation>
    </message>
    <message>
        <source>allocated %1 cpu, %2. An empty limit is no limit; all guarantees empty remove the quota.</source>
        <translation>已分配 %1 CPU、%2。上限留空即无上限；保证值全部留空即取消配额。</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>No role is chosen.</source>
        <translation>没有选择角色。</translation>
    </message>
    <message>
        <source>Mend the numbers first.</source>
        <translation>请先修正数字。</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::SandboxPane</name>
    <message>
        <source>Files of the sandboxes</source>
        <translation>沙箱中的文件</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟踪</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>下载…</translation>
    </message>
    <message>
        <source>Read the directories again</source>
        <translation>重新读取目录</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>Stopped; nothing was kept</source>
        <translation>已停止；没有保留任何内容</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1，共 %2</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 saved as %2</source>
        <translation>%1 已保存为 %2</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Choose tasks to see their files</source>
        <translation>请选择任务以查看其文件</translation>
    </message>
    <message>
        <source>bytes %1 to %2 of %3%4</source>
        <translation>第 %1 至 %2 字节，共 %3%4</translation>
    </message>
    <message>
        <source>, binary</source>
        <translation>，二进制</translation>
    </message>
    <message>
        <source>Download as</source>
        <translation>下载为</translation>
    </message>
    <message>
        <source>Asking the agent</source>
        <translation>正在询问 Agent</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ScaleForm</name>
    <message>
        <source>Instances of each app</source>
        <translation>每个应用的实例数</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>现在 %1</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>减少一个</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>增加一个</translation>
    </message>
    <message>
        <source>Write a whole number of instances.</source>
        <translation>请写整数个实例。</translation>
    </message>
    <message>
        <source>How to scale</source>
        <translation>扩缩容方式</translation>
    </message>
    <message>
        <source>To a number</source>
        <translation>到指定数量</translation>
    </message>
    <message>
        <source>By a factor</source>
        <translation>按倍数</translation>
    </message>
    <message>
        <source>%1 apps</source>
        <translation>%1 个应用</translation>
    </message>
    <message>
        <source>×</source>
        <translation>×</translation>
    </message>
    <message>
        <source>Write a factor between 0 and 1000, like 1.5.</source>
        <translation>请输入 0 到 1000 之间的倍数，例如 1.5。</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ScaleGroupForm</name>
    <message>
        <source>How to scale</source>
        <translation>扩缩容方式</translation>
    </message>
    <message>
        <source>All by a factor</source>
        <translation>全部按倍数</translation>
    </message>
    <message>
        <source>Every app to a number</source>
        <translation>每个应用到指定数量</translation>
    </message>
    <message>
        <source>Factor or number</source>
        <translation>倍数或数量</translation>
    </message>
    <message>
        <source>Write a whole number of instances.</source>
        <translation>请输入整数个实例。</translation>
    </message>
    <message>
        <source>Write a factor between 0 and 1000, like 1.5.</source>
        <translation>请输入 0 到 1000 之间的倍数，例如 1.5。</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ScenarioCard</name>
    <message>
        <source>Calm</source>
        <translation>平静</translation>
    </message>
    <message>
        <source>Steady traffic, nothing breaks. A place to look around.</source>
        <translation>流量平稳，什么都不坏。适合随处看看。</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>不结束</translation>
    </message>
    <message>
        <source>Rolling deploy</source>
        <translation>滚动部署</translation>
    </message>
    <message>
        <source>/shop/checkout goes to a new version in batches.</source>
        <translation>/shop/checkout 分批换成新版本。</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Crash loop</source>
        <translation>循环崩溃</translation>
    </message>
    <message>
        <source>One app exits soon after every start; its delay grows.</source>
        <translation>一个应用每次启动后很快退出，延迟越来越长。</translation>
    </message>
    <message>
        <source>Agent lost</source>
        <translation>Agent 失联</translation>
    </message>
    <message>
        <source>One agent stops answering; its tasks start elsewhere.</source>
        <translation>一个 Agent 不再应答，其任务在别处启动。</translation>
    </message>
    <message>
        <source>Rack lost</source>
        <translation>机架失联</translation>
    </message>
    <message>
        <source>A switch fails and a whole rack is unreachable.</source>
        <translation>一台交换机故障，整个机架失联。</translation>
    </message>
    <message>
        <source>Leader fail-over</source>
        <translation>leader 切换</translation>
    </message>
    <message>
        <source>The leading master dies; another is elected.</source>
        <translation>领导的 master 宕机，另一个当选。</translation>
    </message>
    <message>
        <source>Slow service</source>
        <translation>服务变慢</translation>
    </message>
    <message>
        <source>p99 of one service passes its objective.</source>
        <translation>一个服务的 p99 超出目标。</translation>
    </message>
    <message>
        <source>Bad override</source>
        <translation>错误的覆盖规则</translation>
    </message>
    <message>
        <source>One wrong line in fabio freezes its routing table.</source>
        <translation>fabio 中一行错误冻结了整个路由表。</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::ShareForm</name>
    <message>
        <source>Instances to replace</source>
        <translation>要替换的实例</translation>
    </message>
    <message>
        <source>Share of the traffic</source>
        <translation>流量比例</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Write a share above 0, at most 100 %.</source>
        <translation>请输入大于 0、不超过 100% 的比例。</translation>
    </message>
    <message>
        <source>Write a whole number of instances.</source>
        <translation>请输入整数个实例。</translation>
    </message>
    <message>
        <source>Image of the canary</source>
        <translation>金丝雀的镜像</translation>
    </message>
    <message>
        <source>More instances to replace</source>
        <translation>再替换的实例数</translation>
    </message>
    <message>
        <source>Write the image that the canary is to try; it runs %1 now.</source>
        <translation>请填写金丝雀要试用的镜像；现在运行的是 %1。</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::SnapshotSearch</name>
    <message>
        <source>%1 of %2 healthy</source>
        <translation>%2 个中 %1 个健康</translation>
    </message>
    <message>
        <source>%1 of %2 running</source>
        <translation>%2 个中 %1 个运行中</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>位于 %1</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Scale %1…</source>
        <translation>扩缩容 %1…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln wanted</source>
        <translation>
            <numerusform>期望 %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart %1…</source>
        <translation>重启 %1…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln instance(s), rolling</source>
        <translation>
            <numerusform>%Ln 个实例，滚动重启</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit %1…</source>
        <translation>编辑 %1…</translation>
    </message>
    <message>
        <source>Suspend %1…</source>
        <translation>挂起 %1…</translation>
    </message>
    <message>
        <source>Destroy %1…</source>
        <translation>销毁 %1…</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::StartPane</name>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Begin with a template</source>
        <translation>从模板开始</translation>
    </message>
    <message>
        <source>Go on with a draft</source>
        <translation>继续草稿</translation>
    </message>
    <message>
        <source>Or paste a document, a docker run line or a Compose file</source>
        <translation>或粘贴文档、docker run 命令行或 Compose 文件</translation>
    </message>
    <message>
        <source>Document, docker run line or Compose file</source>
        <translation>文档、docker run 命令行或 Compose 文件</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>%1, saved %2</source>
        <translation>%1，保存于 %2</translation>
    </message>
    <message>
        <source>Open a document</source>
        <translation>打开文档</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 无法读取：%2。</translation>
    </message>
    <message>
        <source>No draft yet: what you write is kept here by itself.</source>
        <translation>还没有草稿：您写的内容会自动保留在这里。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>own template, kept %1</source>
        <translation>自己的模板，保留于 %1</translation>
    </message>
    <message>
        <source>%1 has %2: no app document is that large, so it was not opened.</source>
        <translation>%1 有 %2：应用文档不会这么大，因此没有打开。</translation>
    </message>
    <message>
        <source>There is nothing to take yet.</source>
        <translation>还没有可以导入的内容。</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::StateCounts</name>
    <message>
        <source>Show only these</source>
        <translation>只显示这些</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::StatusLine</name>
    <message>
        <source>%1 events/s</source>
        <translation>%1 个事件/秒</translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation>%1 个请求/秒</translation>
    </message>
    <message>
        <source>no cluster open</source>
        <translation>未打开集群</translation>
    </message>
    <message numerus="yes">
        <source>%1 agent(s)</source>
        <translation>
            <numerusform>%1 个 Agent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 task(s)</source>
        <translation>
            <numerusform>%1 个任务</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::StepsView</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
    <message>
        <source>Step %1  %2</source>
        <translation>第 %1 步  %2</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::TaskDock</name>
    <message>
        <source>Parts of the tasks</source>
        <translation>任务的各部分</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>沙箱</translation>
    </message>
    <message>
        <source>Run a command</source>
        <translation>运行命令</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::TaskInspector</name>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Last status</source>
        <translation>最后状态</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Asks for</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Open app</source>
        <translation>打开应用</translation>
    </message>
    <message>
        <source>Open agent</source>
        <translation>打开 Agent</translation>
    </message>
    <message>
        <source>Kill…</source>
        <translation>终止…</translation>
    </message>
    <message>
        <source>Choose a task to see its status, its place and what it asks for.</source>
        <translation>选择一个任务，查看它的状态、位置和申请的资源。</translation>
    </message>
    <message>
        <source>cpu</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>The task has ended.</source>
        <translation>任务已结束。</translation>
    </message>
    <message>
        <source>The task belongs to no app of the connected scheduler.</source>
        <translation>该任务不属于所连调度器的任何应用。</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>at</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>started</source>
        <translation>启动于</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>ports</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>沙箱</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>运行…</translation>
    </message>
    <message>
        <source>This connection is read-only.</source>
        <translation>此连接为只读。</translation>
    </message>
    <message>
        <source>Container and network</source>
        <translation>容器与网络</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>visible to</source>
        <translation>可见范围</translation>
    </message>
    <message>
        <source>port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>卷</translation>
    </message>
    <message>
        <source>none of its own</source>
        <translation>没有自己的容器</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Health check and volumes</source>
        <translation>健康检查与卷</translation>
    </message>
    <message>
        <source>asking its agent</source>
        <translation>正在询问其 Agent</translation>
    </message>
    <message>
        <source>check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>every</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>answer within %1</source>
        <translation>须在 %1 内应答</translation>
    </message>
    <message>
        <source>first after</source>
        <translation>首次检查前等待</translation>
    </message>
    <message>
        <source>failures count after %1</source>
        <translation>%1 后才计入失败</translation>
    </message>
    <message>
        <source>killed after</source>
        <translation>终止条件</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failure(s) in a row</source>
        <translation>
            <numerusform>连续失败 %Ln 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>size and path</comment>
        <translation>%1，位于 %2</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>已预留</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>none by Mesos</source>
        <translation>Mesos 未配置</translation>
    </message>
    <message>
        <source>kill grace</source>
        <translation>终止宽限期</translation>
    </message>
    <message>
        <source>user</source>
        <translation>用户</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::TasksPage</name>
    <message>
        <source>filter: app, state, host, rack, health, reason…</source>
        <translation>过滤：app、state、host、rack、health、reason…</translation>
    </message>
    <message>
        <source>Kill…</source>
        <translation>终止…</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>显示它们</translation>
    </message>
    <message>
        <source>sorted by %1</source>
        <translation>按 %1 排序</translation>
    </message>
    <message>
        <source>%1 of %2 share one cause: %3.</source>
        <comment>96 tasks, 31 apps, the cause</comment>
        <translation>%2 的 %1 有同一个原因：%3。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln app(s)</source>
        <translation>
            <numerusform>%Ln 个应用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>已选 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kill %Ln…</source>
        <translation>
            <numerusform>终止 %Ln 个…</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>The master knows no task.</source>
        <translation>master 没有任何任务。</translation>
    </message>
    <message>
        <source>Open logs</source>
        <translation>打开日志</translation>
    </message>
    <message>
        <source>Open sandbox</source>
        <translation>打开沙箱</translation>
    </message>
    <message>
        <source>Run a command…</source>
        <translation>运行命令…</translation>
    </message>
    <message numerus="yes">
        <source>Open %Ln log(s)</source>
        <translation>
            <numerusform>打开 %Ln 份日志</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %Ln sandbox(es)</source>
        <translation>
            <numerusform>打开 %Ln 个沙箱</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::TextDiffView</name>
    <message>
        <source>Difference of the texts</source>
        <translation>文本差异</translation>
    </message>
    <message>
        <source>%1 lines changed, %2 added, %3 removed</source>
        <translation>改动 %1 行，新增 %2 行，删除 %3 行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged line(s)</source>
        <translation>
            <numerusform>%Ln 行未变</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::TextPane</name>
    <message>
        <source>Search in the text</source>
        <translation>在文本中搜索</translation>
    </message>
    <message>
        <source>Fold or unfold everything</source>
        <translation>折叠或展开全部</translation>
    </message>
    <message>
        <source>Copy the document</source>
        <translation>复制文档</translation>
    </message>
    <message>
        <source>the whole document</source>
        <translation>整个文档</translation>
    </message>
    <message>
        <source>line %1 of %2, column %3</source>
        <translation>第 %1 行，共 %2 行，第 %3 列</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::TimeSplit</name>
    <message>
        <source>Where the time of an instance went</source>
        <translation>一个实例的时间花在哪里</translation>
    </message>
    <message>
        <source>offer %1, staging %2, health %3, kill %4</source>
        <translation>邀约 %1，准备 %2，健康 %3，终止 %4</translation>
    </message>
    <message>
        <source>No instance has passed a part of its way yet.</source>
        <translation>还没有实例走完其中一段。</translation>
    </message>
    <message>
        <source>offer</source>
        <translation>邀约</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>kill</source>
        <translation>终止</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Toast</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::UpgradeChart</name>
    <message>
        <source>The upgrade over time</source>
        <translation>升级过程</translation>
    </message>
    <message>
        <source>%1 instances now, at most %2 at once, %3 afterwards; never fewer than %4 healthy.</source>
        <translation>现在 %1 个实例，同时至多 %2 个，之后 %3 个；健康的从不少于 %4 个。</translation>
    </message>
    <message>
        <source>old</source>
        <translation>旧</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>0 new ready</source>
        <translation>0 个新的就绪</translation>
    </message>
    <message>
        <source>never below %1 healthy</source>
        <translation>健康的从不少于 %1</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::Waterfall</name>
    <message>
        <source>Instances over time</source>
        <translation>实例随时间变化</translation>
    </message>
    <message>
        <source>%1 new, %2 of before</source>
        <translation>%1 个新实例，%2 个旧实例</translation>
    </message>
    <message>
        <source>to healthy</source>
        <translation>到健康</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>暂存中</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Nothing has happened to an instance since this program looks.</source>
        <translation>自本程序观察以来，没有实例发生任何事情。</translation>
    </message>
    <message>
        <source>New instance on</source>
        <translation>新实例所在</translation>
    </message>
    <message>
        <source>old one on</source>
        <translation>旧实例所在</translation>
    </message>
    <message>
        <source>pairs are inferred</source>
        <translation>配对为推断</translation>
    </message>
    <message>
        <source>or its end</source>
        <translation>或其结束</translation>
    </message>
    <message>
        <source>old, running</source>
        <translation>旧的，运行中</translation>
    </message>
    <message>
        <source>its end</source>
        <translation>其结束</translation>
    </message>
    <message>
        <source>waits for an offer</source>
        <translation>等待资源邀约</translation>
    </message>
    <message>
        <source>running, not healthy yet</source>
        <translation>运行中，尚未健康</translation>
    </message>
    <message>
        <source>step begins</source>
        <translation>步骤开始</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>ending</source>
        <translation>正在结束</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>not healthy yet</source>
        <translation>尚未健康</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>no agent yet</source>
        <translation>尚无 Agent</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>old</source>
        <translation>旧</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::WaysBack</name>
    <message>
        <source>Deploy an old version…</source>
        <translation>部署旧版本…</translation>
    </message>
    <message>
        <source>Cancel and revert…</source>
        <translation>取消并回滚…</translation>
    </message>
    <message>
        <source>Stop half-way…</source>
        <translation>中途停止…</translation>
    </message>
    <message>
        <source>Revert a group…</source>
        <translation>回滚应用组…</translation>
    </message>
    <message>
        <source>What it would touch is being worked out.</source>
        <translation>正在计算会涉及什么。</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more app(s)</source>
        <translation>
            <numerusform>以及另外 %Ln 个应用</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::WhyPanel</name>
    <message>
        <source>Why is it waiting?</source>
        <translation>为什么在等待？</translation>
    </message>
    <message>
        <source>What it hangs on</source>
        <translation>卡在哪里</translation>
    </message>
    <message>
        <source>What would help, and its price</source>
        <translation>怎么办，代价是什么</translation>
    </message>
    <message>
        <source>%1 seen in the last %2</source>
        <translation>最近 %2 内收到 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln offer(s)</source>
        <translation>
            <numerusform>%Ln 个资源邀约</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln offer(s) seen since it waits</source>
        <translation>
            <numerusform>等待以来收到 %Ln 个资源邀约</numerusform>
        </translation>
    </message>
    <message>
        <source>Scale…</source>
        <translation>扩缩容…</translation>
    </message>
    <message>
        <source>Restart…</source>
        <translation>重启…</translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation>挂起…</translation>
    </message>
    <message>
        <source>Try now…</source>
        <translation>立即尝试…</translation>
    </message>
    <message>
        <source>Replace with wipe…</source>
        <translation>清空并替换…</translation>
    </message>
    <message>
        <source>Kill…</source>
        <translation>终止…</translation>
    </message>
    <message>
        <source>Cancel and revert…</source>
        <translation>取消并回滚…</translation>
    </message>
    <message>
        <source>Stop half-way…</source>
        <translation>中途停止…</translation>
    </message>
    <message>
        <source>Deploy version…</source>
        <translation>部署版本…</translation>
    </message>
    <message>
        <source>Ask for the last offers</source>
        <translation>查询最近的资源邀约</translation>
    </message>
    <message>
        <source>What each agent last offered and what it lacked. The answer is large; it is only read on demand.</source>
        <translation>每个 Agent 最近提供了什么、缺少什么。回答很大，只在需要时读取。</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
</context>
<context>
    <name>mesoscope::widgets::WindowCalendar</name>
    <message>
        <source>Maintenance by day</source>
        <translation>按日显示维护</translation>
    </message>
</context>
<context>
    <name>net</name>
    <message>
        <source>The event stream lost its framing: a record is longer or shorter than announced.</source>
        <translation>事件流失去分帧：一条记录的长度与声明不符。</translation>
    </message>
    <message>
        <source>It is opened again. If this stays, check whether a proxy changes the stream.</source>
        <translation>正在重新打开。若一直如此，请检查是否有代理改动了事件流。</translation>
    </message>
    <message>
        <source>The event stream announced a record of more than %1 MB.</source>
        <translation>事件流声明了一条超过 %1 MB 的记录。</translation>
    </message>
    <message>
        <source>Check whether the address really is a Mesos master.</source>
        <translation>请检查该地址是否确为 Mesos master。</translation>
    </message>
    <message>
        <source>The event stream sent a line or an event of more than %1 KB.</source>
        <translation>事件流发送的一行或一个事件超过 %1 KB。</translation>
    </message>
    <message>
        <source>Check whether the address really is an event stream.</source>
        <translation>请检查该地址是否确为事件流。</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be used for TLS.</source>
        <translation>文件 %1 不能用于 TLS。</translation>
    </message>
    <message>
        <source>It has to exist, be readable and hold PEM.</source>
        <translation>它必须存在、可读且为 PEM。</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Check whether this is the port of %1.</source>
        <translation>请检查这是否为 %1 的端口。</translation>
    </message>
    <message>
        <source>Check user and password or the token. They are sent only to the configured addresses: if this is another one, add it to them.</source>
        <translation>请检查用户名和密码或令牌。它们只发往已配置的地址：如果这是另一个地址，请把它加入。</translation>
    </message>
    <message>
        <source>Enter user and password, or a token, for this cluster.</source>
        <translation>请为此集群输入用户名和密码，或令牌。</translation>
    </message>
    <message>
        <source>These credentials do not allow it. Ask for the permission or use others.</source>
        <translation>这些凭据不允许此操作。请申请权限或使用其他凭据。</translation>
    </message>
    <message>
        <source>It is starting or has no leader yet; this usually passes.</source>
        <translation>它正在启动或还没有 leader；通常很快就好。</translation>
    </message>
    <message>
        <source>Look into the log of %1.</source>
        <translation>请查看 %1 的日志。</translation>
    </message>
    <message>
        <source>%1 wants credentials, or does not accept these.</source>
        <translation>%1 需要凭据，或不接受当前凭据。</translation>
    </message>
    <message>
        <source>%1 does not permit this (403).</source>
        <translation>%1 不允许此操作（403）。</translation>
    </message>
    <message>
        <source>%1 does not exist (404).</source>
        <translation>%1 不存在（404）。</translation>
    </message>
    <message>
        <source>%1 is not available now (503).</source>
        <translation>%1 现在不可用（503）。</translation>
    </message>
    <message>
        <source>%1 answered with status %2.</source>
        <translation>%1 以状态 %2 应答。</translation>
    </message>
    <message>
        <source>Nothing listens at %1.</source>
        <translation>%1 没有监听。</translation>
    </message>
    <message>
        <source>Check the address and whether %1 is running.</source>
        <translation>请检查地址，以及 %1 是否在运行。</translation>
    </message>
    <message>
        <source>The name %1 is not known.</source>
        <translation>名称 %1 无法解析。</translation>
    </message>
    <message>
        <source>Check the spelling, or the network and its name server.</source>
        <translation>请检查拼写，或网络及其域名服务器。</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 does not let the request through.</source>
        <translation>通往 %1 的代理不放行该请求。</translation>
    </message>
    <message>
        <source>Check the proxy settings of this machine.</source>
        <translation>请检查这台机器的代理设置。</translation>
    </message>
    <message>
        <source>%1 closed the connection without a complete answer.</source>
        <translation>%1 没有给出完整应答就关闭了连接。</translation>
    </message>
    <message>
        <source>It may be restarting. Otherwise check whether this is the port of %1.</source>
        <translation>它可能正在重启。否则请检查这是否为 %1 的端口。</translation>
    </message>
    <message>
        <source>The connection to %1 broke.</source>
        <translation>与 %1 的连接断开。</translation>
    </message>
    <message>
        <source>It is tried again; if this stays, check the network between here and there.</source>
        <translation>正在重试；若一直如此，请检查两地之间的网络。</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 没有应答。</translation>
    </message>
    <message>
        <source>It may be overloaded, or a firewall drops the packets.</source>
        <translation>它可能过载，或防火墙丢弃了数据包。</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made.</source>
        <translation>无法与 %1 建立安全连接。</translation>
    </message>
    <message>
        <source>Check whether it speaks HTTPS, and give the file of its certificate authority if it has its own.</source>
        <translation>请检查它是否使用 HTTPS；若它有自己的证书颁发机构，请提供其文件。</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2 MB.</source>
        <translation>%1 的应答超过 %2 MB。</translation>
    </message>
    <message>
        <source>%1 redirects in a circle (to %2).</source>
        <translation>%1 的重定向成环（到 %2）。</translation>
    </message>
    <message>
        <source>The servers disagree about who leads; this usually passes. Otherwise check their addresses.</source>
        <translation>各服务器对谁是 leader 意见不一；通常很快就好。否则请检查它们的地址。</translation>
    </message>
    <message>
        <source>%1 redirects to a place that can&apos;t be used.</source>
        <translation>%1 重定向到无法使用的位置。</translation>
    </message>
    <message>
        <source>%1 redirects from HTTPS to plain HTTP (%2).</source>
        <translation>%1 从 HTTPS 重定向到明文 HTTP（%2）。</translation>
    </message>
    <message>
        <source>This is not followed. Configure the address it leads to if that is right.</source>
        <translation>不会跟随。如果没错，请直接配置它指向的地址。</translation>
    </message>
    <message>
        <source>Not sent: this cluster is opened read-only (%1 %2).</source>
        <translation>未发送：此集群以只读方式打开（%1 %2）。</translation>
    </message>
    <message>
        <source>Open it with permission to change things.</source>
        <translation>请以允许改变的方式打开它。</translation>
    </message>
    <message>
        <source>%1 ended the stream.</source>
        <translation>%1 结束了事件流。</translation>
    </message>
    <message>
        <source>It is opened again; the picture is read anew.</source>
        <translation>正在重新打开，并重新读取全貌。</translation>
    </message>
    <message>
        <source>The request reached %1, but its answer was lost.</source>
        <translation>请求已到达 %1，但应答丢失。</translation>
    </message>
    <message>
        <source>It may or may not have been carried out. Look at the state before you try again.</source>
        <translation>它可能已执行，也可能没有。再试之前请先看状态。</translation>
    </message>
    <message>
        <source>%1 answers, but not in HTTP.</source>
        <translation>%1 有应答，但不是 HTTP。</translation>
    </message>
    <message>
        <source>“%1” is not an HTTP address.</source>
        <translation>“%1”不是 HTTP 地址。</translation>
    </message>
    <message>
        <source>Write it like http://host:5050.</source>
        <translation>请写成 http://host:5050 的形式。</translation>
    </message>
    <message>
        <source>The answer of %1 looks like a web page.</source>
        <translation>%1 的应答看起来是网页。</translation>
    </message>
    <message>
        <source>The answer of %1 is not JSON.</source>
        <translation>%1 的应答不是 JSON。</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted.</source>
        <translation>%1 的证书不受信任。</translation>
    </message>
</context>
</TS>
