// The embedded cloud's credentials come to whoever came by its link, and to nobody else.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
    Credentials,
    forgetOperatorsKey,
    operatorsKey,
    readPasted,
} from '../../main/resources/web/app/operators/credentials.js';

const EMBEDDED = { aws: { endpoint: '', keys: '/operators/keys' } };
const KEYS = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'sec/ret+1' };

/** A browser's storage. */
function storage(kept = {}) {
    return {
        kept,
        getItem: name => kept[name] ?? null,
        setItem: (name, value) => (kept[name] = value),
        removeItem: name => delete kept[name],
    };
}

function at(hash) {
    const place = { pathname: '/operators.html', search: '', hash };
    globalThis.location = place;
    globalThis.history = { replaceState: (state, title, url) => (place.hash = url.replace(/^[^#]*/, '')) };
    return place;
}

test('the link brings a key that does not stay in the address', () => {
    const kept = storage();
    const place = at('#operator=op_1&execution=abc-r0');
    assert.equal(operatorsKey(kept), 'op_1');
    assert.equal(place.hash, '#execution=abc-r0');
    assert.equal(operatorsKey(kept), 'op_1');

    assert.equal(operatorsKey(storage()), null);
    forgetOperatorsKey(kept);
    assert.equal(operatorsKey(kept), null);
});

test('a place without a value stays as it was', () => {
    const place = at('#operator=op_1&queues');
    operatorsKey(storage());
    assert.equal(place.hash, '#queues');
});

test('with the key the cloud hands out its credentials', async () => {
    const calls = [];
    const send = async (url, request) => {
        calls.push([url, request.headers.Authorization]);
        return Response.json(KEYS);
    };
    const credentials = new Credentials(storage());
    assert.equal(await credentials.ask('op_1', EMBEDDED, send), true);
    assert.deepEqual(credentials.current(), KEYS);
    assert.deepEqual(calls, [['/operators/keys', 'Bearer op_1']]);
});

test('without a key, and on AWS, nobody is asked', async () => {
    const send = () => assert.fail('asked');
    assert.equal(await new Credentials(storage()).ask(null, EMBEDDED, send), true);
    assert.equal(await new Credentials(storage()).ask('op_1', { region: 'us-west-2' }, send), true);
});

test("the key of another cloud is not this one's", async () => {
    const credentials = new Credentials(storage());
    const send = async () => new Response('{}', { status: 403 });
    assert.equal(await credentials.ask('op_old', EMBEDDED, send), false);
    assert.equal(credentials.current(), null);
});

test('what booth env prints may be pasted', () => {
    const printed = "unset AWS_SESSION_TOKEN\nexport AWS_ACCESS_KEY_ID='AKIAEXAMPLE'\nexport AWS_SECRET_ACCESS_KEY='sec/ret+1'\n";
    assert.deepEqual(readPasted(printed), KEYS);
});
