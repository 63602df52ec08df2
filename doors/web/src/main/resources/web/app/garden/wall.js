// A wall of one zone: sixteen pictures, eight for a screen that lies and eight for one that stands, a new one every three
// seconds. A zone that nobody has hung anything in shows the garden.

import { watchNetwork } from '../network.js';
import { failure, loadText, t } from '../text.js';
import { garden, links } from './api.js';
import { growing } from './growing.js';
import { MOODS, choice } from './names.js';

const EACH_MS = 3_000;
const FRESH_MS = 30_000;
const AWAKE_MS = 2_500;
const ZONES = ['zone1', 'zone2', 'zone3'];

const get = id => document.getElementById(id);
const screen = get('screen');
const images = [...screen.querySelectorAll('img')];
const standing = matchMedia('(orientation: portrait)');
const zone = choice('zone', name => {
    history.replaceState(null, '', `#${name}`);
    freshen();
});
let slots = { landscape: [], portrait: [] };
let at = -1;
let ticking;
let lock;
let awakening;

/** What hangs in the zone, or else in the garden. */
async function freshen() {
    try {
        const whole = await links();
        const found = await garden.display(zone.value());
        const hung = part => found[part].filter(Boolean).map(whole);
        slots = { landscape: hung('landscape'), portrait: hung('portrait') };
        const empty = slots.landscape.length + slots.portrait.length === 0;
        if (empty) slots = await ofTheGarden(whole);
        said(empty ? t('wall.garden') : t('wall.hung', { n: slots.landscape.length + slots.portrait.length }));
    } catch (problem) {
        const { title } = failure(problem);
        said(`${title}. ${t('wall.goesOn')}`); // what is shown stays, and the next round asks again
    }
}

function said(words) {
    get('wallSaid').textContent = words;
    get('screenSaid').textContent = pictures().length === 0 ? words : '';
}

async function ofTheGarden(whole) {
    const mood = MOODS[Math.floor(Math.random() * MOODS.length)];
    const answers = await Promise.all([mood, 'happy', 'calm'].map(emotion => garden.newest({ emotion })));
    const part = name => [...new Set(answers.flatMap(answer => answer[name].slice(0, 8)).map(one => whole(one.url)))];
    return { landscape: part('landscape'), portrait: part('portrait') };
}

/** For how the screen is held; where there are none of those, the others. */
function pictures() {
    const [first, second] = standing.matches ? ['portrait', 'landscape'] : ['landscape', 'portrait'];
    return slots[first].length > 0 ? slots[first] : slots[second];
}

function tick() {
    clearTimeout(ticking);
    ticking = setTimeout(tick, EACH_MS);
    const all = pictures();
    if (all.length === 0) return;
    at = (at + 1) % all.length;
    const [now, next] = images;
    next.onload = () => {
        next.classList.add('on');
        now.classList.remove('on');
    };
    next.onerror = freshen;
    if (next.src === new URL(all[at], location.href).href) next.onload(); // a wall of one or two
    else next.src = all[at];
    images.reverse();
}

async function start() {
    screen.hidden = false;
    screen.focus();
    if (navigator.userActivation?.isActive) screen.requestFullscreen?.().catch(() => {}); // else it fills the window
    lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
    awake();
    at = -1;
    tick();
}

function stop() {
    clearTimeout(ticking);
    screen.hidden = true;
    if (document.fullscreenElement) document.exitFullscreen();
    lock?.release();
    get('start').focus();
}

function awake() {
    screen.classList.add('awake');
    clearTimeout(awakening);
    awakening = setTimeout(() => screen.classList.remove('awake'), AWAKE_MS);
}

get('start').onclick = start;
get('stop').onclick = stop;
screen.onpointermove = awake;
screen.onkeydown = event => (event.key === 'Escape' ? stop() : awake());
standing.onchange = () => {
    at = -1;
    if (!screen.hidden) tick();
};
document.addEventListener('fullscreenchange', () => !document.fullscreenElement && !screen.hidden && stop());
addEventListener('languagechosen', freshen);
watchNetwork(get('offline'));

await loadText('garden');
document.title = t('title.wall');
const wished = location.hash.slice(1);
if (ZONES.includes(wished)) zone.press(wished);
await freshen();
if (ZONES.includes(wished)) start();
growing({ box: { hidden: true }, words: {}, bar: {} }, freshen);
setInterval(freshen, FRESH_MS);
document.body.dataset.ready = 'true';
