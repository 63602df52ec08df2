// The garden: a face's mood, or one that is named, chooses pictures; thumbs teach the garden which.

import { Camera } from '../camera.js';
import { watchNetwork } from '../network.js';
import { prepared } from '../photo.js';
import { failure, language, loadText, t } from '../text.js';
import { garden, links } from './api.js';
import { growing } from './growing.js';
import { MOODS, SEASONS, TIMES, WEATHERS, choice, moodName, options, wordFor } from './names.js';
import { Three } from './three.js';

const GUEST = 'garden-guest';
const FEATURES = ['smile', 'eyeglasses', 'sunglasses', 'beard', 'mustache', 'eyesOpen', 'mouthOpen'];

const get = id => document.getElementById(id);
const steps = ['ask', 'camera', 'visit'];
const camera = new Camera(get('preview'), get('count'), get('flash'));
const three = new Three(get('three'), get('place'), get('next'), like);
const order = choice('order', look);
let mood; // {emotions, ageRange?, gender?, generation?, …}
let photo; // {blob, url}, kept on this page alone
let asked = 0;

/** A number for whoever stands here, so that likes of one visit belong together. */
function guest() {
    const id = sessionStorage.getItem(GUEST) ?? crypto.randomUUID();
    sessionStorage.setItem(GUEST, id);
    return id;
}

function step(name) {
    for (const one of steps) get(one).hidden = one !== name;
    get(name).querySelector('h1').focus();
    get('askTrouble').textContent = '';
}

const tell = problem => {
    const { title, text } = failure(problem);
    step('ask');
    get('askTrouble').textContent = `${title}. ${text}`;
};

async function openCamera() {
    step('camera');
    get('shoot').disabled = true;
    try {
        await camera.open();
        get('shoot').disabled = false;
    } catch (error) {
        step('ask');
        get('askTrouble').textContent = t(error.message);
    }
}

async function shoot() {
    get('shoot').disabled = true;
    const blob = await camera.shoot();
    if (!blob) return;
    camera.close();
    await read(blob);
}

async function read(blob) {
    get('askTrouble').textContent = t('mood.reading');
    try {
        const found = await garden.mood(blob, guest());
        if (!found) return tell({ code: 'NO_FACE' });
        if (photo) URL.revokeObjectURL(photo.url);
        photo = { blob, url: URL.createObjectURL(blob) };
        visit(found);
    } catch (problem) {
        tell(problem);
    }
}

function visit(found) {
    mood = { ...found, emotions: String(found.emotions).toLowerCase() };
    step('visit');
    describe();
    look();
}

/** What the computer has read, in the reader's language. */
function describe() {
    const read = mood.ageRange !== undefined;
    get('mood').dataset.mood = mood.emotions;
    get('moodTitle').textContent = t('mood.line', { label: moodName(mood.emotions), code: mood.emotions.toUpperCase() });
    get('moodAge').textContent = read
        ? t('mood.age', { low: mood.ageRange.Low, high: mood.ageRange.High, gender: t(`gender.${String(mood.gender).toLowerCase()}`) }) : '';
    const features = FEATURES.filter(name => mood[name] === true).map(name => t(`feature.${name}`));
    get('moodFeatures').textContent = read ? t('mood.features', { list: features.join(', ') || t('mood.features.none') }) : '';
    get('face').hidden = get('download').hidden = !read;
    if (!read) return;
    get('face').src = photo.url;
    get('face').alt = t('mood.photo');
}

/** The favourite, where all three of it are chosen. */
function favorite() {
    const words = ['season', 'weather', 'time'].map(id => get(id).value);
    return words.every(Boolean) ? words.join(',') : '';
}

async function look() {
    if (!mood) return;
    const mine = ++asked;
    const chosen = favorite();
    const who = { id: guest(), emotion: chosen ? `${mood.emotions}/${chosen}` : mood.emotions };
    if (mood.generation) Object.assign(who, { generation: mood.generation, gender: mood.gender });
    try {
        const [found, whole] = await Promise.all([order.value() === 'chosen' ? garden.chosen(who) : garden.newest(who), links()]);
        if (mine !== asked) return;
        three.show([...found.landscape, ...found.portrait], whole);
        none(found.landscape.length + found.portrait.length === 0 ? t('garden.none') : '');
    } catch (problem) {
        if (mine !== asked) return;
        const { title, text } = failure(problem);
        three.show([], url => url);
        none(`${title}. ${text}`);
    }
}

function none(words) {
    get('none').textContent = words;
    get('none').hidden = !words;
}

function like(itemId, impression) {
    const what = { id: guest(), itemId, impression };
    if (mood.generation) Object.assign(what, { generation: mood.generation, gender: mood.gender });
    return garden.like(what);
}

/** The photo, on the guest's own device. */
function download() {
    const { low, high } = { low: mood.ageRange.Low, high: mood.ageRange.High };
    const link = document.createElement('a');
    link.href = photo.url;
    const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
    link.download = `capture_${mood.emotions}_${String(mood.gender).toLowerCase()}_${low}-${high}_${day}.jpeg`;
    link.click();
}

/** The next guest finds nothing of this one's. */
function startAgain() {
    if (photo) URL.revokeObjectURL(photo.url);
    photo = mood = undefined;
    asked++;
    get('face').removeAttribute('src');
    sessionStorage.removeItem(GUEST);
    for (const id of ['season', 'weather', 'time']) get(id).value = '';
    step('ask');
}

function names() {
    const any = ['', t('favorite.any')];
    options(get('season'), [any, ...SEASONS.map(one => [one, wordFor('season', one)])]);
    options(get('weather'), [any, ...WEATHERS.map(one => [one, wordFor('weather', one)])]);
    options(get('time'), [any, ...TIMES.map(one => [one, wordFor('time', one)])]);
    get('moods').replaceChildren(...MOODS.map(moodButton));
    document.title = t('title.garden');
    if (mood) {
        describe();
        three.redraw();
    }
}

function moodButton(name) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.mood = name;
    button.textContent = moodName(name);
    button.onclick = () => visit({ emotions: name });
    item.append(button);
    return item;
}

get('openCamera').onclick = openCamera;
get('leaveCamera').onclick = () => {
    camera.close();
    step('ask');
};
get('shoot').onclick = shoot;
get('file').onchange = async event => {
    const [file] = event.target.files;
    event.target.value = '';
    if (file) await prepared(file).then(({ blob }) => read(blob), tell);
};
get('next').onclick = () => three.step() && look(); // begun again: what was liked meanwhile changes what comes
get('download').onclick = download;
get('again').onclick = startAgain;
for (const id of ['season', 'weather', 'time']) get(id).onchange = look;
addEventListener('languagechosen', names);
addEventListener('pagehide', () => camera.close());
watchNetwork(get('offline'));

await loadText('garden');
names();
growing({ box: get('growing'), words: get('growingText'), bar: get('growingBar') }, () => mood && look());
document.documentElement.dataset.language = language();
document.body.dataset.ready = 'true';
