import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { STATUSES } from '../../main/resources/web/app/operators/status.js';

const WEB = new URL('../../main/resources/web/', import.meta.url);
const words = async language => JSON.parse(await readFile(new URL(`text/operators.${language}.json`, WEB), 'utf8'));
const places = text => (text.match(/\{\w+\}/g) ?? []).sort();
const english = await words('en');

test('both languages say the same', async () => {
    const korean = await words('ko');
    assert.deepEqual(Object.keys(korean).sort(), Object.keys(english).sort());
    for (const [name, text] of Object.entries(english)) assert.deepEqual(places(korean[name]), places(text), name);
});

test('whatever the page says has words', async () => {
    const folder = new URL('app/operators/', WEB);
    const files = (await readdir(folder)).map(name => new URL(name, folder));
    const sources = await Promise.all([new URL('operators.html', WEB), ...files].map(file => readFile(file, 'utf8')));
    const said = sources.flatMap(source =>
        [...source.matchAll(/data-t(?:-label|-placeholder)?="([\w.]+)"|\bt\(\s*'([\w.]+)'/g)].map(
            found => found[1] ?? found[2],
        ),
    );
    assert.ok(said.length > 40);
    assert.deepEqual(
        said.filter(name => !(name in english)),
        [],
    );
    for (const status of STATUSES) assert.ok(`status.${status}` in english, status);
});
