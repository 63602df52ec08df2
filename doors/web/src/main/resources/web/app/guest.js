// The page behind the QR code: /guest.html#<job>.<token>. Whoever has the link sees the pictures, and may delete them.

import { Problem, jobs } from './api.js';
import { Board } from './board.js';
import { boardElement, button } from './board-parts.js';
import { watchNetwork } from './network.js';
import { save, share, sheet } from './save.js';
import { ended, watch } from './stream.js';
import { failure, loadText, t, translate, wordsFor } from './text.js';

const STALE_MS = 10 * 60_000;
const LINK = /^([0-9a-f]{32})(?:\.(gt_[\w-]{22}))?$/;

const get = id => document.getElementById(id);
const [, job, token] = LINK.exec(location.hash.slice(1)) ?? [];
const root = boardElement();
let board;
let stop = () => {};
let seen = 0;
let farewell;

function start() {
    get('place').append(root);
    translate(root);
    board = new Board(root);
    board.tell(() => t('guest.wait'));
    actions();
    follow();
}

function follow() {
    stop = watch(job, view => {
        seen = Date.now();
        board.show(view);
        if (ended(view)) board.tell(() => (view.error ? t(`stage.${view.status}`) : wordsFor('guest.title', view.look)));
        root.querySelector('.takeaway').classList.remove('empty');
        actions();
        if (ended(view)) sheet(get('sheet'), view);
    }, () => leave('guest.gone'));
}

/** For others: who has it may look, and delete nothing. */
function linkToSee() {
    return new URL(`#${job}`, location.href).href;
}

/** Links to pictures live an hour, a page on a phone for days. */
async function pictures() {
    if (Date.now() - seen > STALE_MS) {
        board.show(await jobs.see(job));
        seen = Date.now();
    }
    return board.view.pictures.filter(picture => picture.url);
}

/** All are there from the start, so that nothing moves under a thumb; what has no use yet is pale. */
function actions() {
    const place = root.querySelector('.actions');
    if (!place.childElementCount) {
        place.append(
            button('board.saveAll', '', async () => save(await pictures()).catch(told)),
            button('board.share', 'second', async event => {
                const how = await share(await pictures(), t('title.guest'), linkToSee()).catch(told);
                if (how === 'copied') event.target.textContent = t('board.copied');
            }));
        if (token) place.append(button('guest.delete', 'second', () => get('confirm').showModal()));
        translate(place);
    }
    const ready = board.view?.pictures.some(picture => picture.url);
    for (const one of place.querySelectorAll('[data-t^="board."]')) one.disabled = !ready;
}

async function erase() {
    try {
        await jobs.erase(job, token);
        stop();
        leave('guest.deleted');
    } catch (problem) {
        if (problem.status === 404) leave('guest.gone');
        else told(problem);
    }
}

function told(problem) {
    const { title, text } = failure(problem instanceof Problem ? problem : new Problem('OFFLINE'));
    board.tell(() => `${title}. ${text}`);
}

/** Nothing is left to see. */
function leave(words) {
    farewell = words;
    get('place').hidden = true;
    get('sheet').replaceChildren();
    get('farewell').hidden = false;
    say();
    get('farewell').querySelector('h1').focus();
}

function say() {
    if (!farewell) return;
    get('farewell').querySelector('h1').textContent = t(`${farewell}.title`);
    get('farewell').querySelector('p').textContent = t(`${farewell}.text`);
}

get('confirm').onclose = () => get('confirm').returnValue === 'yes' && erase();
addEventListener('hashchange', () => location.reload());
addEventListener('languagechosen', () => {
    translate(root);
    board?.translate();
    actions();
    say();
});
watchNetwork(get('offline'));

await loadText();
say();
if (job) start();
else leave('guest.link');
document.body.dataset.ready = 'true';
