import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { readHistory } from '../../main/resources/web/app/operators/history.js';
import { timelineOf } from './timelines.mjs';

/**
 * Recorded by RecordedHistoriesTest in emulator/, which says how to record again. The command line reads the same
 * histories and must find the same timelines.
 */
const HISTORIES = new URL('../../../../../emulator/src/test/resources/histories/', import.meta.url);
const names = await readdir(HISTORIES);
const read = async (name, file) => JSON.parse(await readFile(new URL(`${name}/${file}.json`, HISTORIES), 'utf8'));

test('there are recorded histories', () => assert.ok(names.length > 20));

for (const name of names)
    test(`the recorded history ${name} reads as its timeline`, async () => {
        const execution = await read(name, 'execution');
        const { events } = await read(name, 'history');
        assert.deepEqual(timelineOf(execution, readHistory(events)), await read(name, 'timeline'));
    });
