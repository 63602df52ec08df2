// The gardener looks through the pool and the garden: hundreds of pictures, by hand or by keys.

import { boothKey } from '../key.js';
import { watchNetwork } from '../network.js';
import { failure, loadText, t } from '../text.js';
import { garden, links } from './api.js';
import { keyForm } from './key-form.js';
import { MOODS, choice, favoriteName, moodName, options } from './names.js';

const PAGE = 100;
const SLOTS = 8;

const get = id => document.getElementById(id);
const beds = get('beds');
const area = choice('area', () => refresh(true));
const marked = new Map(); // key → picture
let counts = {};
let cursor;
let reading = false;
let round = 0;
let whole = url => url;

const tell = problem => {
    if (aboutKey(problem)) return;
    const { title, text } = failure(problem);
    get('trouble').textContent = `${title}. ${text}`;
};

/** Everything anew: how many there are, then the first page. */
async function refresh(alsoCounts) {
    const mine = ++round;
    marked.clear();
    beds.replaceChildren();
    get('trouble').textContent = '';
    cursor = undefined;
    tellMarked();
    try {
        if (alsoCounts) counts = (await garden.summary())[area.value()] ?? {};
        if (mine !== round) return;
        names();
        reading = false;
        await more();
    } catch (problem) {
        if (mine === round) tell(problem);
    }
}

async function more() {
    if (reading || cursor === null) return;
    const mine = round;
    reading = true;
    try {
        do {
            const query = { area: area.value(), emotion: get('emotion').value, limit: PAGE };
            if (get('favorite').value) query.favorite = get('favorite').value;
            if (cursor) query.cursor = cursor;
            const page = await garden.pictures(query);
            if (mine !== round) return;
            cursor = page.cursor ?? null;
            beds.append(...page.pictures.map(bed));
        } while (cursor !== null && get('end').getBoundingClientRect().top < innerHeight * 2);
        said();
    } catch (problem) {
        if (mine === round) tell(problem);
    } finally {
        if (mine === round) reading = false;
    }
}

function said() {
    const n = beds.childElementCount;
    const favorites = counts[get('emotion').value]?.favorites ?? {};
    const all = get('favorite').value ? favorites[get('favorite').value] : counts[get('emotion').value]?.count;
    get('said').textContent = t('gardener.count', { n, of: Math.max(n, all ?? 0) });
    get('none').hidden = n > 0;
    get('none').textContent = n > 0 ? '' : t('garden.none');
}

function bed(picture) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `bed ${picture.orientation}`;
    button.setAttribute('aria-pressed', 'false');
    const image = document.createElement('img');
    image.loading = 'lazy';
    image.src = whole(picture.thumbnail ?? picture.url);
    image.alt = t('gardener.picture', { time: new Date(picture.paintedAt).toLocaleString(document.documentElement.lang) });
    image.onerror = () => gone(item, picture.key); // somebody else has removed it
    button.append(image);
    button.onclick = () => mark(button, picture, !marked.has(picture.key));
    button.ondblclick = () => open(whole(picture.url), '_blank', 'noopener');
    button.onkeydown = event => pressed(event, button, picture);
    item.append(button);
    return item;
}

function gone(item, key) {
    marked.delete(key);
    item.remove();
    tellMarked();
    said();
}

function mark(button, picture, on) {
    if (on) marked.set(picture.key, picture);
    else marked.delete(picture.key);
    button.setAttribute('aria-pressed', String(on));
    tellMarked();
}

function tellMarked() {
    get('doing').hidden = marked.size === 0;
    get('marked').textContent = t('gardener.marked', { n: marked.size });
    get('promote').hidden = area.value() !== 'imgPool';
    document.querySelector('.to-wall').hidden = area.value() !== 'emotions';
}

/** How many stand in a row, as the page lays them out by now. */
function across() {
    const tops = [...beds.children].slice(0, 60).map(one => one.offsetTop);
    return Math.max(1, tops.filter(top => top === tops[0]).length);
}

function pressed(event, button, picture) {
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across(), ArrowUp: -across() }[event.key];
    if (by) {
        const all = [...beds.children];
        all[all.indexOf(button.parentElement) + by]?.querySelector('button').focus();
    } else if (event.key === '+') mark(button, picture, true);
    else if (event.key === '-') mark(button, picture, false);
    else if (event.key === 'z' || event.key === 'Z') mark(button, picture, !marked.has(picture.key));
    else if (event.key === 'Enter') open(whole(picture.url), '_blank', 'noopener');
    else return;
    event.preventDefault();
}

/** Does something with what is marked; what is done with is taken off the page. */
async function withMarked(work, words, leaves) {
    const keys = [...marked.keys()];
    get('trouble').textContent = '';
    get('doing').classList.add('busy');
    try {
        await work(keys, boothKey());
        if (leaves) await refresh(true);
        else unmark();
        get('said').textContent = t(words, { n: keys.length });
    } catch (problem) {
        tell(problem);
    } finally {
        get('doing').classList.remove('busy');
    }
}

function unmark() {
    marked.clear();
    for (const one of beds.querySelectorAll('[aria-pressed="true"]')) one.setAttribute('aria-pressed', 'false');
    tellMarked();
}

function hang(keys, key) {
    const of = orientation => keys.filter(one => marked.get(one).orientation === orientation).slice(0, SLOTS);
    const what = { zone: get('zone').value, landscape: of('landscape'), portrait: of('portrait') };
    for (const part of ['landscape', 'portrait']) if (what[part].length === 0) delete what[part];
    return garden.hang(what, key);
}

function names() {
    document.title = t('title.gardener');
    const number = n => (n === undefined ? '' : ` (${n})`);
    options(get('emotion'), MOODS.map(mood => [mood, moodName(mood) + number(counts[mood]?.count ?? 0)]));
    const favorites = Object.entries(counts[get('emotion').value]?.favorites ?? {}).sort();
    options(get('favorite'), [['', t('favorite.any')], ...favorites.map(([name, n]) => [name, favoriteName(name) + number(n)])]);
    tellMarked();
}

get('emotion').onchange = () => {
    get('favorite').value = '';
    refresh(false);
};
get('favorite').onchange = () => refresh(false);
get('unmark').onclick = unmark;
get('promote').onclick = () => withMarked(garden.promote, 'gardener.promoted', true);
get('show').onclick = () => withMarked(hang, 'gardener.shown', false);
get('remove').onclick = () => {
    if (!confirm(t('gardener.sure', { n: marked.size }))) return;
    withMarked((keys, key) => (area.value() === 'imgPool' ? garden.removePool : garden.remove)(keys, key), 'gardener.removed', true);
};
addEventListener('languagechosen', () => {
    names();
    said();
});
watchNetwork(get('offline'));
await loadText('garden');
const aboutKey = keyForm(() => {});
names();
try {
    whole = await links();
} catch (problem) {
    tell(problem);
}
await refresh(true);
new IntersectionObserver(([end]) => end.isIntersecting && more(), { rootMargin: '100%' }).observe(get('end'));
document.body.dataset.ready = 'true';
