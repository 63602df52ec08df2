// A page goes on watching a job whose end is not the last word: no longer than something may come, and cheaply.

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

const JOB = 'a'.repeat(32);
const MINUTE = 60_000;
let sockets;
let asked;
let answer;
let streams;
let shown;

class FakeSocket {
    static OPEN = 1;
    readyState = 0;
    sent = [];

    constructor() {
        sockets.push(this);
        queueMicrotask(() => (streams ? this.#open() : this.close()));
    }

    #open() {
        this.readyState = 1;
        this.onopen();
    }

    say(view) {
        this.onmessage({ data: JSON.stringify(view) });
    }

    send(text) {
        this.sent.push(text);
        queueMicrotask(() => this.onmessage({ data: '{}' })); // whatever it is that answers
    }

    close() {
        if (this.readyState === 3) return;
        this.readyState = 3;
        this.onclose?.();
    }
}

Object.assign(globalThis, {
    WebSocket: FakeSocket,
    addEventListener() {},
    removeEventListener() {},
    document: { addEventListener() {}, removeEventListener() {}, hidden: false },
    fetch: async path => {
        if (path === '/config.json') return { ok: true, json: async () => ({ api: '', stream: 'ws://booth' }) };
        asked++;
        if (!answer) return { ok: false, status: 404, headers: new Headers(), json: async () => ({ code: 'NO_SUCH_JOB' }) };
        return { ok: true, status: 200, json: async () => answer };
    },
});
const { watch } = await import('../../main/resources/web/app/stream.js');

const view = (revision, status, more = {}) =>
    ({ jobId: JOB, revision, status, ...(status !== 'running' && { endedAt: new Date().toISOString() }), ...more });
const settled = () => new Promise(done => setImmediate(done));

/** Minute by minute, with time for what is asked to be answered. */
async function pass(minutes) {
    for (let i = 0; i < minutes * 60; i++) {
        mock.timers.tick(1_000);
        await settled();
    }
}

async function watching(first) {
    answer = first;
    const stop = watch(JOB, seen => shown.push(seen.status), () => shown.push('gone'));
    await settled();
    await settled();
    return stop;
}

const open = () => sockets.filter(socket => socket.readyState < 2);

beforeEach(() => {
    mock.timers.reset();
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.parse('2026-11-21T20:00:00Z') });
    sockets = [];
    shown = [];
    asked = 0;
    streams = true;
});

test('a picture that lands after its job has failed is shown, and with the last one the page is done', async () => {
    await watching(view(1, 'running'));
    open()[0].say(view(2, 'failed'));
    await pass(20);
    open()[0].say(view(3, 'partial'));
    await pass(5);
    open()[0].say(view(4, 'succeeded'));

    assert.deepEqual(shown, ['running', 'failed', 'partial', 'succeeded']);
    assert.deepEqual(open(), []);
});

test('where nothing comes the page has watched enough after 35 minutes', async () => {
    await watching(view(1, 'running'));
    open()[0].say(view(2, 'partial'));
    await pass(34);
    assert.equal(open().length, 1);
    await pass(2);
    assert.deepEqual(open(), []);
    const before = asked;
    await pass(30);
    assert.equal(asked, before);
    assert.equal(sockets.length, 1);
});

test('what it costs meanwhile: one connection that is asked for a sign of life every few minutes', async () => {
    await watching(view(1, 'running'));
    open()[0].say(view(2, 'partial'));
    asked = 0;
    await pass(34);

    assert.equal(asked, 0);
    assert.equal(sockets.length, 1);
    const [{ sent }] = sockets;
    assert.ok(sent.length > 3 && sent.length < 10, `${sent.length} messages, and API Gateway hangs up after 10 quiet minutes`);
});

test('without a stream the page asks once a minute and sees the same', async () => {
    streams = false;
    await watching(view(1, 'running'));
    answer = view(2, 'partial');
    await pass(1);
    const before = asked;
    await pass(30);
    assert.ok(asked - before <= 31, `asked ${asked - before} times`);
    assert.ok(sockets.length < 60, `${sockets.length} connections were tried`);
    answer = view(3, 'succeeded');
    await pass(2);

    assert.equal(shown.at(-1), 'succeeded');
});

test('a restart of the server in between loses nothing', async () => {
    await watching(view(1, 'running'));
    open()[0].say(view(2, 'failed'));
    streams = false;
    open()[0].close();
    await pass(3);
    streams = true;
    await pass(2);
    open()[0].say(view(3, 'succeeded'));

    assert.deepEqual(shown.at(-1), 'succeeded');
});

test('a job that is tried again is watched to its new end, however long that takes', async () => {
    await watching(view(1, 'running'));
    open()[0].say(view(2, 'failed'));
    await pass(10);
    open()[0].say(view(3, 'running'));
    await pass(40);
    open()[0].say(view(4, 'partial'));
    await pass(34);
    open()[0].say(view(5, 'succeeded'));

    assert.deepEqual(shown, ['running', 'failed', 'running', 'partial', 'succeeded']);
});

test('of a job that ended half an hour before the page was opened five minutes are left', async () => {
    await watching(view(1, 'partial', { endedAt: new Date(Date.now() - 30 * MINUTE).toISOString() }));
    await pass(4);
    assert.equal(open().length, 1);
    await pass(2);
    assert.deepEqual(open(), []);
});

test('who erases the job meanwhile is told at once, and it is over', async () => {
    await watching(view(1, 'running'));
    open()[0].say(view(2, 'failed'));
    await pass(5);
    answer = undefined;
    streams = false;
    open()[0].close();
    await settled();
    await settled();

    assert.deepEqual(shown, ['running', 'failed', 'gone']);
    const before = sockets.length;
    await pass(5);
    assert.equal(sockets.length, before);
});

test('what is over is not waited for', async () => {
    for (const last of [
        view(1, 'succeeded'),
        view(1, 'rejected'),
        view(1, 'canceled'),
        view(1, 'failed', { endedAt: '2026-11-20T20:00:00Z' }),
    ]) {
        await watching(last);
        assert.deepEqual(open(), [], last.status);
    }
});
