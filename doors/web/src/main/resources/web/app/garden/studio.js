// The studio: one picture of any words, and batches of many, with what they will cost before anything is painted.

import { boothKey } from '../key.js';
import { watchNetwork } from '../network.js';
import { failure, loadText, t } from '../text.js';
import { batches, garden, links } from './api.js';
import { batchItem, money } from './batch.js';
import { keyForm } from './key-form.js';
import { ANIMALS, MOODS, SEASONS, TIMES, WEATHERS, moodName, wordFor } from './names.js';
import { MOST_ROWS, plan } from './plan.js';

const SIZES = ['1280x800', '800x1280', '768x512', '1024x600', '640x480', '512x512'];
const THINK_MS = 400;
const ROUND_MS = 2_000;
const TICKS = { emotions: MOODS, animals: ANIMALS, seasons: SEASONS, weathers: WEATHERS, times: TIMES };

const get = id => document.getElementById(id);
const shown = new Map(); // batch → its <li>
let whole = url => url;
let thinking;
let asked = 0;
let once = crypto.randomUUID();
let polling;

const tell = (place, problem) => {
    if (aboutKey(problem)) return;
    const { title, text } = failure(problem);
    get(place).textContent = `${title}. ${problem.status === 400 ? problem.message : text}`;
};

async function paint(event) {
    event.preventDefault();
    const [width, height] = get('size').value.split('x').map(Number);
    get('paint').disabled = true;
    get('oneTrouble').textContent = '';
    get('oneSaid').textContent = t('studio.painting');
    try {
        const answer = await garden.paint({ text: get('words').value, width, height }, boothKey());
        const urls = JSON.parse(answer.body);
        get('oneSaid').textContent = urls.length === 0 ? t('studio.none') : t('studio.took', { n: answer.time });
        get('painted').replaceChildren(...urls.map(url => {
            const image = document.createElement('img');
            image.src = whole(url);
            image.alt = get('words').value;
            return image;
        }));
    } catch (problem) {
        get('oneSaid').textContent = '';
        tell('oneTrouble', problem);
    } finally {
        get('paint').disabled = false;
    }
}

const ticked = name => [...get(name).querySelectorAll(':checked')].map(one => one.value);

/** What is to be painted; what nobody has chosen is left to the garden. */
function chosen() {
    return plan({
        ...Object.fromEntries(Object.keys(TICKS).map(name => [name, ticked(name)])),
        templates: get('templates').value.split('\n').map(line => line.trim()).filter(Boolean),
        others: get('others').value.trim(),
        repeats: Number(get('repeat').value) || 1,
        area: get('area').value,
    });
}

/** Asks what it would cost, when nobody has changed anything for a moment. */
function think() {
    clearTimeout(thinking);
    get('start').disabled = true;
    thinking = setTimeout(estimate, THINK_MS);
}

async function estimate() {
    const mine = ++asked;
    get('manyTrouble').textContent = '';
    if (ticked('emotions').length === 0) {
        get('estimate').textContent = t('studio.estimate.none');
        return;
    }
    const wanted = chosen();
    if (wanted.rows.length > MOST_ROWS) {
        get('estimate').textContent = t('studio.estimate.many', { n: wanted.rows.length, most: MOST_ROWS });
        return;
    }
    try {
        const found = await batches.estimate(wanted, boothKey());
        if (mine !== asked) return;
        say(found);
        get('start').disabled = found.pictures === 0;
    } catch (problem) {
        if (mine !== asked) return;
        get('estimate').textContent = '';
        tell('manyTrouble', problem);
    }
}

function say({ prompts, pictures, price, examples }) {
    const sum = document.createElement('p');
    sum.textContent = t('studio.estimate', { prompts, pictures, price: money(price), date: price.listDate });
    const list = document.createElement('ul');
    list.append(...examples.slice(0, 3).map(text => {
        const item = document.createElement('li');
        item.textContent = text;
        return item;
    }));
    get('estimate').replaceChildren(sum, list);
}

async function start(event) {
    event.preventDefault();
    get('start').disabled = true;
    get('manyTrouble').textContent = '';
    try {
        show(await batches.start(chosen(), boothKey(), once));
        once = crypto.randomUUID();
    } catch (problem) {
        tell('manyTrouble', problem);
    } finally {
        get('start').disabled = false;
    }
    watch();
}

function show(batch) {
    const item = batchItem(batch, {
        cancel: () => act(batches.cancel, batch.id),
        replay: () => act(batches.replay, batch.id),
    });
    const before = shown.get(batch.id);
    if (before) before.replaceWith(item);
    else get('batches').prepend(item);
    shown.set(batch.id, item);
    item.dataset.status = batch.status;
    get('noBatches').hidden = true;
}

async function act(work, id) {
    try {
        show(await work(id, boothKey()));
        watch();
    } catch (problem) {
        tell('manyTrouble', problem);
    }
}

/** Looks after those that run, until none does. */
function watch() {
    clearTimeout(polling);
    const running = [...shown].filter(([, item]) => item.dataset.status === 'running').map(([id]) => id);
    if (running.length === 0) return;
    polling = setTimeout(async () => {
        const seen = await Promise.all(running.map(id => batches.see(id).catch(() => undefined)));
        seen.filter(Boolean).forEach(show);
        watch();
    }, ROUND_MS);
}

async function open() {
    get('benches').hidden = false;
    try {
        whole = await links();
        const { batches: all } = await batches.list(boothKey());
        for (const batch of [...all].sort((a, b) => a.createdAt.localeCompare(b.createdAt))) show(batch);
        get('noBatches').hidden = all.length > 0;
        watch();
        think();
    } catch (problem) {
        if (problem.code === 'UNAUTHORIZED') get('benches').hidden = true;
        tell('manyTrouble', problem);
    }
}

function ticks(name, values) {
    const chosen = ticked(name);
    const kind = name.slice(0, -1);
    get(name).replaceChildren(...values.map(value => {
        const label = document.createElement('label');
        const box = document.createElement('input');
        box.type = 'checkbox';
        box.value = value;
        box.checked = chosen.includes(value);
        label.append(box, kind === 'emotion' ? moodName(value) : wordFor(kind, value));
        return label;
    }));
}

function names() {
    document.title = t('title.studio');
    for (const [name, values] of Object.entries(TICKS)) ticks(name, values);
    const size = get('size').value || SIZES[0];
    get('size').replaceChildren(...SIZES.map(one => new Option(one.replace('x', ' × '), one)));
    get('size').value = size;
}

get('one').onsubmit = paint;
get('many').onsubmit = start;
get('many').oninput = think;
addEventListener('languagechosen', () => {
    names();
    think();
});
watchNetwork(get('offline'));
await loadText('garden');
names();
const aboutKey = keyForm(() => queueMicrotask(open)); // after this line: `open` may find the key does not work
document.body.dataset.ready = 'true';
