// Drives a Marathon through its JavaScript client; prints what failed and "N passed, N failed".
'use strict';

const Marathon = require('marathon-node');

const APP = '/peer-node/web';
const client = Marathon(process.argv[2], {});
let passed = 0;
let failed = 0;

async function check(name, action) {
  try {
    const result = await action();
    if (result === false) throw new Error('the answer is not what was expected');
    passed += 1;
    return result;
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${name}: ${error && error.message ? error.message : error}`);
    return undefined;
  }
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function until(condition) {
  for (let i = 0; i < 150; i += 1) {
    if (await condition()) return true;
    await pause(300);
  }
  return false;
}

async function running(count) {
  const { app } = await client.app.getOne(APP);
  return app.tasksRunning === count && app.deployments.length === 0;
}

function attach() {
  const events = client.events.createEventSource();
  return new Promise((resolve) => {
    const timer = setTimeout(() => { events.close(); resolve(false); }, 5000);
    events.addEventListener('event_stream_attached', (event) => {
      clearTimeout(timer);
      events.close();
      resolve(JSON.parse(event.data).eventType === 'event_stream_attached');
    });
  });
}

async function drive() {
  await check('ping', async () => String(await client.misc.ping()).includes('pong'));
  await check('info', async () => (await client.info.get()).frameworkId.length > 0);
  await check('leader', async () => (await client.leader.get()).leader.includes(':'));
  if (client.events.createEventSource) await check('events', attach);
  const app = { id: APP, cmd: 'serve --port $PORT0', cpus: 0.05, mem: 16, instances: 2 };
  await check('create', async () => (await client.app.create(app)).id === APP);
  await check('it runs', () => until(() => running(2)));
  await check('list', async () => (await client.app.getList()).apps.some((found) => found.id === APP));
  await check('tasks', async () => (await client.app.getTasks(APP)).tasks.length === 2);
  await check('scale', async () => (await client.app.update(APP, { instances: 3 }, true)).deploymentId.length > 0);
  await check('it scaled', () => until(() => running(3)));
  await check('versions', async () => (await client.app.getVersions(APP)).versions.length === 2);
  await check('deployments', async () => Array.isArray(await client.deployments.getList()));
  await check('groups', async () => (await client.groups.getList()).groups.some((group) => group.id === '/peer-node'));
  await check('queue', async () => Array.isArray((await client.queue.get()).queue));
  await check('restart', async () => (await client.app.restart(APP, true)).deploymentId.length > 0);
  await check('it restarted', () => until(() => running(3)));
  await check('destroy', async () => (await client.app.destroy(APP)).deploymentId.length > 0);
  await check('it is gone', () => until(async () => !(await client.app.getList()).apps.some((found) => found.id === APP)));
}

drive().then(() => {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
});
