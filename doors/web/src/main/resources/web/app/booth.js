// The booth page: which step is shown, and how photos come in.

import { Camera } from './camera.js';
import { boothKey, forgetKey, keepKey, pair } from './key.js';
import { outbox } from './outbox.js';
import { prepared } from './photo.js';
import { Round } from './round.js';
import { failure, loadText, t } from './text.js';
import { watchNetwork } from './network.js';

const FORGOTTEN_MS = 60 * 60_000;
const IDLE_MS = 3 * 60_000;
const NOTICE_MS = 10_000;
const SECRET = /^pb_[\w-]{43}$/;

const get = id => document.getElementById(id);
const camera = new Camera(get('preview'), get('count'), get('flash'));
const round = new Round(
    { tray: get('tray'), boards: get('boards'), sheet: get('sheet') },
    { key: boothKey, keyRefused, over: nextGuest });
let taken;

/** What the guest wants made of the photo. */
const chosenLook = () => document.querySelector('#looks :checked').value;

function show(name, focus = true) {
    if (name !== 'camera') camera.close();
    for (const step of document.querySelectorAll('.step')) step.hidden = step.id !== name;
    document.body.dataset.step = name;
    if (focus) (document.querySelector(`#${name} h1`) ?? get('main')).focus({ preventScroll: true });
    scrollTo(0, 0);
}

/** Whoever comes next chooses anew. */
function nextGuest() {
    document.querySelector('#looks input').checked = true;
    show('welcome');
}

async function openCamera() {
    get('cameraTrouble').textContent = '';
    show('camera');
    get('shoot').disabled = true;
    try {
        await camera.open();
        get('shoot').disabled = false;
        get('shoot').focus();
    } catch (error) {
        show('welcome');
        get('cameraTrouble').textContent = t(error.message);
        get('files').focus();
    }
}

async function shoot() {
    get('shoot').disabled = true;
    const blob = await camera.shoot();
    if (!blob) return;
    taken = blob;
    URL.revokeObjectURL(get('still').src);
    get('still').src = URL.createObjectURL(blob);
    get('still').alt = t('review.photo');
    show('review');
    get('use').focus();
}

async function take(files) {
    get('cameraTrouble').textContent = '';
    for (const file of files) {
        try {
            const photo = { id: crypto.randomUUID(), at: Date.now(), look: chosenLook(), ...(await prepared(file)) };
            await outbox.put(photo).catch(() => {}); // without room on the disk it is sent all the same
            round.add(photo);
            show('session', round.settled);
        } catch (problem) {
            const { title, text } = failure(problem);
            get('cameraTrouble').textContent = `${title}. ${text}`;
            if (!round.empty) notice(`${title}. ${text}`);
        }
    }
}

/** Over whatever is shown, for as long as it takes to read. */
function notice(words) {
    get('notice').textContent = words;
    get('notice').classList.add('shown');
    setTimeout(() => get('notice').classList.remove('shown'), NOTICE_MS);
}

function keyRefused() {
    forgetKey();
    get('keyTrouble').textContent = failure({ code: 'UNAUTHORIZED' }).text;
    show('key', false);
    get('keyField').focus();
}

function enterKey(event) {
    event.preventDefault();
    const key = get('keyField').value.trim();
    get('keyTrouble').textContent = SECRET.test(key) ? '' : t('key.wrong');
    if (!SECRET.test(key)) return;
    keepKey(key);
    get('keyField').value = '';
    if (round.empty) show('welcome');
    else show('session');
    round.resume();
}

/** Whoever opened the link learns what to do, where there is no key from before either. */
function tellUnpaired(problem) {
    const { title, text } = failure(problem.code === 'OFFLINE' ? { code: 'PAIRING_OFFLINE' } : problem);
    if (boothKey()) notice(`${title}. ${text}`);
    else get('keyTrouble').textContent = `${title}. ${text}`;
}

/** Photos that were not done with when the page was closed. */
async function takeUp() {
    const kept = await outbox.all().catch(() => []);
    for (const photo of kept) {
        if (photo.sent && Date.now() - photo.at > FORGOTTEN_MS) await outbox.remove(photo.id);
        else if (photo.left) round.deliver(photo);
        else round.add(photo);
    }
    if (!round.empty && boothKey()) show('session');
}

/** A guest who walks away leaves no pictures on the screen. */
function forgetWhenIdle() {
    let timer;
    const again = () => {
        clearTimeout(timer);
        timer = setTimeout(() => (!round.empty && round.settled ? round.end() : again()), IDLE_MS);
    };
    for (const sign of ['pointerdown', 'keydown', 'touchstart']) addEventListener(sign, again, { passive: true });
    again();
}

function drops() {
    let depth = 0;
    const over = on => document.body.classList.toggle('dropping', on);
    addEventListener('dragenter', () => over(++depth > 0));
    addEventListener('dragleave', () => over(--depth > 0));
    addEventListener('dragover', event => event.preventDefault());
    addEventListener('drop', event => {
        event.preventDefault();
        depth = 0;
        over(false);
        take([...event.dataTransfer.files]);
    });
}

get('openCamera').onclick = openCamera;
get('leaveCamera').onclick = () => show('welcome');
get('shoot').onclick = shoot;
get('retake').onclick = openCamera;
get('use').onclick = () => take([new File([taken], 'guest.jpg', { type: taken.type })]);
get('files').onchange = event => {
    take([...event.target.files]);
    event.target.value = '';
};
get('keyForm').onsubmit = enterKey;
addEventListener('languagechosen', () => round.translate());
addEventListener('keydown', event => event.key === 'Escape' && document.body.dataset.step === 'camera' && show('welcome'));
addEventListener('hashchange', () => /[#&](pair|key)=/.test(location.hash) && location.reload());
drops();
forgetWhenIdle();
watchNetwork(get('offline'));

const words = loadText(); // the page stands in English already
const unpaired = await pair().then(() => undefined, problem => problem);
if (!boothKey()) show('key', false);
await words;
if (unpaired) tellUnpaired(unpaired);
await takeUp();
document.body.dataset.ready = 'true';
navigator.serviceWorker?.register('/sw.js').catch(() => {}); // without it the page only does not open offline
