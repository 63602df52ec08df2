// What the studio makes of what is chosen in it.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { plan, texts } from '../../main/resources/web/app/garden/plan.js';

const LISTS = { animals: ['dog', 'cat'], weathers: ['sunny'], seasons: ['spring', 'winter'], times: [] };

test('a template becomes every combination of the words for its tokens', () => {
    assert.deepEqual(texts('[EMOTION] garden with a [ANIMAL] in [SEASON]', 'happy', LISTS), [
        'happy garden with a dog in spring', 'happy garden with a dog in winter',
        'happy garden with a cat in spring', 'happy garden with a cat in winter',
    ]);
});

test('a token is filled in where it first stands, and one without words stays', () => {
    assert.deepEqual(texts('[WEATHER] and [WEATHER] at [TIME]', 'sad', LISTS), ['sunny and [WEATHER] at [TIME]']);
});

test('a word from a list may hold anything that a text may', () => {
    assert.deepEqual(texts('[ANIMAL]', 'sad', { animals: ['$& $1'] }), ['$& $1'].map(one => '[ANIMAL]'.replace('[ANIMAL]', () => one)));
});

test('without templates a mood is one row, and lists in which nothing is chosen are left to the garden', () => {
    assert.deepEqual(plan({ emotions: ['happy', 'sad'], templates: [], others: '', repeats: 2, area: 'imgPool', ...LISTS }), {
        area: 'imgPool',
        rows: ['happy', 'sad'].map(emotion => ({ emotion, animals: ['dog', 'cat'], weathers: ['sunny'], seasons: ['spring', 'winter'], repeats: 2 })),
    });
});

test('with templates each text is a row', () => {
    const { rows } = plan({ emotions: ['calm'], templates: ['a pond', '[SEASON]'], others: 'soft', repeats: 1, area: 'emotions', ...LISTS });
    assert.deepEqual(rows.map(row => row.emotionText), ['a pond', 'spring', 'winter']);
    assert.ok(rows.every(row => row.emotion === 'calm' && row.others === 'soft' && row.repeats === 1 && !row.seasons));
});
