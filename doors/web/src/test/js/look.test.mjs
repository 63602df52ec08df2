// What the pages say of each look, and of what a guest may want to know about the pictures.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';

const WEB = new URL('../../main/resources/web/', import.meta.url);
const element = () => ({ children: [], replaceChildren(...lines) { this.written = (this.written ?? 0) + 1; this.children = lines; } });
let standing;
let longest;
let sentences;
let tellNotices;

before(async () => {
    Object.assign(globalThis, {
        fetch: async path => ({ json: async () => JSON.parse(await readFile(new URL(`.${path}`, WEB), 'utf8')) }),
        document: { documentElement: {}, querySelectorAll: () => [], createElement: () => ({}) },
        localStorage: { getItem: () => 'en' },
    });
    Object.defineProperty(globalThis, 'navigator', { value: { languages: ['en'] }, configurable: true });
    await (await import('../../main/resources/web/app/text.js')).loadText();
    ({ standing, longest } = await import('../../main/resources/web/app/standing.js'));
    ({ sentences, tellNotices } = await import('../../main/resources/web/app/notices.js'));
});

const making = look => ({
    status: 'running', stage: 'generate', look, faces: { found: 1, masked: 0 },
    pictures: [{ status: 'succeeded' }, { status: 'pending' }, { status: 'pending' }],
});

test('each look has words of its own while its pictures are made', () => {
    assert.equal(standing(making('monster')), 'Trying on masks … 1 of 3');
    assert.equal(standing(making('portrait')), 'Setting the lens and the light … 1 of 3');
    assert.equal(standing(making('worlds')), 'Painting new worlds … 1 of 3');
    assert.equal(standing(making(undefined)), 'Painting new worlds … 1 of 3');
});

test('of a portrait or a monster nothing is said of worlds', () => {
    for (const look of ['portrait', 'monster'])
        for (const stage of ['upload', 'detect', 'generate', 'done'])
            for (const status of ['running', 'succeeded', 'partial', 'failed'])
                assert.doesNotMatch(standing({ ...making(look), stage, status }), /world|paint/i);
});

test('the longest words keep the place of all others', () => {
    for (const look of ['monster', 'portrait', 'worlds']) assert.ok(standing(making(look)).length <= longest().length);
});

const small = face => ({ code: 'FACE_TOO_SMALL', message: `Face ${face} is too small for a mask.`, face });

test('a notice is told in friendly words, and an unknown one in its own', () => {
    assert.deepEqual(
        sentences([{ code: 'NO_PERSON', message: 'x' }, { code: 'BRAND_NEW', message: 'Something else.' }]),
        ['We could not find anybody, so the photo stays as it is.', 'Something else.']);
    assert.deepEqual(sentences(undefined), []);
    assert.deepEqual(sentences([{ code: 'BRAND_NEW' }]), []);
});

test('of a crowd one sentence is said, not fifty', () => {
    const crowd = Array.from({ length: 50 }, (_, i) => small(i + 1));
    assert.deepEqual(sentences(crowd), ['50 faces are too small for a mask.']);
    assert.deepEqual(sentences([small(4)]), ['One face is too small for a mask.']);
});

test('what stands there is not written again, and goes when it is no longer true', () => {
    const place = element();
    tellNotices(place, [small(1)]);
    tellNotices(place, [small(1)]);
    assert.equal(place.written, 1);
    tellNotices(place, undefined);
    assert.deepEqual(place.children, []);
});
