// The pictures of this booth, day by day, the newest first. Needs the booth's key.

import { jobs } from './api.js';
import { boothKey } from './key.js';
import { watchNetwork } from './network.js';
import { Slideshow } from './slideshow.js';
import { failure, loadText, t } from './text.js';

const PAGE = 24;
const NEWS_MS = 5_000;
/** Links to pictures live an hour: long before that all are asked for again. */
const FRESH_MS = 20 * 60_000;

const get = id => document.getElementById(id);
const wall = get('wall');
const show = new Slideshow(get('show'), get('stop'), pictures);
let views = new Map();
let pages; // UTC days with their cursors that are still to be read
let reading = false;
let loadedAt = 0;

const localDay = time => {
    const date = new Date(time);
    return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
};

/** The API keeps days in UTC; a day on the wall has parts of two of them. */
function utcDays(day) {
    const start = new Date(`${day}T00:00:00`);
    const end = new Date(`${day}T23:59:59`);
    return [...new Set([end, start].map(time => time.toISOString().slice(0, 10)))];
}

/** Of all that is loaded: {job, index, url}. */
function pictures() {
    return [...views.values()].sort((a, b) => b.createdAt.localeCompare(a.createdAt))
        .flatMap(view => view.pictures.filter(picture => picture.url).map(picture => ({ job: view.jobId, ...picture })));
}

async function openDay() {
    views = new Map();
    wall.replaceChildren();
    pages = utcDays(get('day').value).map(day => ({ day }));
    loadedAt = Date.now();
    await more();
}

/** Reads on until the wall is longer than the screen. */
async function more() {
    if (reading) return;
    reading = true;
    try {
        while (pages.length > 0 && get('end').getBoundingClientRect().top < innerHeight * 2) {
            const [page] = pages;
            const answer = await list(page.day, page.cursor);
            if (answer.cursor) page.cursor = answer.cursor;
            else pages.shift();
            add(answer.jobs, false);
        }
        note(views.size === 0 ? t('gallery.empty') : '');
    } catch (problem) {
        const { title, text } = failure(problem);
        note(`${title}. ${text}`);
    } finally {
        reading = false;
    }
}

const list = (day, cursor) => jobs.list(boothKey(), { day, limit: PAGE, ...(cursor ? { cursor } : {}) });

function add(found, news) {
    for (const view of found) {
        if (localDay(view.createdAt) !== get('day').value || !view.pictures.some(picture => picture.url)) continue;
        const before = views.get(view.jobId);
        views.set(view.jobId, view);
        for (const picture of view.pictures.filter(one => one.url)) {
            const known = before?.pictures.some(one => one.index === picture.index && one.url);
            if (!known) hang(view, picture, news);
        }
    }
    get('count').textContent = t('gallery.count', { n: wall.childElementCount });
    get('play').disabled = views.size === 0;
}

function hang(view, picture, news) {
    const item = document.createElement('li');
    item.dataset.order = `${view.createdAt} ${9 - picture.index}`;
    item.dataset.job = view.jobId;
    item.classList.toggle('new', news);
    const choice = document.createElement('button');
    choice.type = 'button';
    const image = document.createElement('img');
    image.loading = 'lazy';
    image.src = picture.url;
    image.alt = t('board.picture', { n: picture.index });
    choice.append(image);
    choice.onclick = () => show.start({ job: view.jobId, index: picture.index });
    item.append(choice);
    const after = [...wall.children].find(other => other.dataset.order < item.dataset.order);
    wall.insertBefore(item, after ?? null);
}

/** What is new on this day, and what is gone. */
async function news() {
    if (document.hidden || reading || !boothKey() || !pages) return;
    const days = utcDays(get('day').value);
    if (!days.includes(new Date().toISOString().slice(0, 10))) return;
    if (Date.now() - loadedAt > FRESH_MS && !show.running) return openDay();
    try {
        const answer = await list(new Date().toISOString().slice(0, 10));
        add(answer.jobs, true);
        forget(answer.jobs);
        if (views.size > 0) note('');
    } catch {
        // the next round asks again; the banner tells of a lost network
    }
}

/** Guests may erase: what the newest page does not know any more comes off the wall. */
function forget(page) {
    if (page.length === 0) return;
    const oldest = page[page.length - 1].createdAt;
    for (const view of views.values()) {
        if (view.createdAt < oldest || page.some(one => one.jobId === view.jobId)) continue;
        views.delete(view.jobId);
        wall.querySelectorAll(`[data-job="${view.jobId}"]`).forEach(item => item.remove());
    }
}

function note(words) {
    get('note').textContent = words;
    get('note').hidden = !words;
}

get('play').onclick = () => show.start();
get('day').onchange = openDay;
addEventListener('languagechosen', () => add([], false));
watchNetwork(get('offline'));
new IntersectionObserver(([end]) => end.isIntersecting && pages && more(), { rootMargin: '100%' }).observe(get('end'));

await loadText();
const kiosk = location.hash.includes('slideshow');
get('day').value = localDay(Date.now());
if (boothKey()) await openDay();
else note(`${t('key.title')}. ${t('key.text')}`);
if (kiosk) show.start();
setInterval(news, NEWS_MS);
document.body.dataset.ready = 'true';
