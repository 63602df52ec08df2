// The chat page, which the embedded cloud alone has: the guest's LINE app on the left, and what LINE and the bot say to each
// other on the right. LINE's part is played by this machine; the bot is the one that is deployed.

import { el } from '../operators/dom.js';
import { loadText, t } from '../text.js';
import { NoAnswer, service } from './service.js';
import { Talk } from './talk.js';
import { Wire } from './wire.js';

const KINDS = ['user', 'group', 'room'];
const OFTEN_MS = 400;
const SELDOM_MS = 3_000;

const get = id => document.getElementById(id);
const talk = new Talk(get('talk'), get('scroll'), act);
const wire = new Wire(get('exchanges'), act);

let chat = 'user';
let seen = fresh();

function fresh() {
    return { session: '', revision: 0, chats: [], entries: new Map(), wire: new Map() };
}

/** Asks again and again; after a restart this LINE is another one, and begins with nothing. */
async function follow() {
    try {
        let state = await service.state(seen.revision);
        if (state.session !== seen.session) {
            seen = fresh();
            state = await service.state(0);
        }
        take(state);
        draw();
        offline(false);
        get('closed').hidden = true;
        document.body.dataset.open = 'true';
    } catch (problem) {
        if (!(problem instanceof NoAnswer)) throw problem;
        if ([403, 404].includes(problem.status)) close(problem.status);
        else offline(true);
    } finally {
        document.body.dataset.ready = 'true';
        setTimeout(follow, document.hidden ? SELDOM_MS : OFTEN_MS);
    }
}

function take(state) {
    for (const name of ['entries', 'wire']) for (const one of state[name]) seen[name].set(one.id, one);
    Object.assign(seen, { session: state.session, revision: state.revision, chats: state.chats, bot: state.bot });
    for (const name of ['language', 'replySeconds'])
        if (document.activeElement !== get(name)) get(name).value = String(state[name]);
}

function draw() {
    const { standing, busyMillis } = seen.chats.find(one => one.kind === chat);
    const entries = [...seen.entries.values()].filter(entry => entry.chat === chat);
    talk.show(entries, busyMillis > 0);
    wire.show([...seen.wire.values()]);
    get('join').hidden = standing === 'IN';
    get('composer').hidden = get('leave').hidden = standing !== 'IN';
    get('mention').hidden = chat === 'user';
    for (const button of get('tabs').children) button.setAttribute('aria-pressed', String(button.dataset.chat === chat));
    offers(standing === 'IN' ? entries.at(-1) : undefined);
}

/** Buttons that the bot offers stand under its last message until somebody says something. */
function offers(last) {
    const items = last?.message.quickReply?.items ?? [];
    if (get('quick').dataset.of === (last?.id ?? '')) return;
    get('quick').dataset.of = last?.id ?? '';
    get('quick').hidden = items.length === 0;
    get('quick').replaceChildren(...items.map(({ action }) => el('button.chip', {
        type: 'button',
        onclick: () => act('press', { chat, data: action.data, displayText: action.displayText }),
    }, action.label)));
}

async function act(what, more) {
    await tried(() => service.act(what, more));
}

async function tried(deed) {
    try {
        get('told').textContent = '';
        await deed();
    } catch (problem) {
        if (!(problem instanceof NoAnswer)) throw problem;
        get('told').textContent = problem.message || t('chat.offline');
    }
}

function offline(gone) {
    get('offline').classList.toggle('shown', gone);
    if (gone) get('offline').textContent = t('chat.offline');
}

function close(status) {
    document.body.dataset.open = 'false';
    get('closed').hidden = false;
    get('closed').querySelector('h2').textContent = t(`chat.closed.${status}.title`);
    get('closed').querySelector('p').textContent = t(`chat.closed.${status}.text`);
}

function choose(kind) {
    chat = kind;
    const join = get('join');
    join.querySelector('h2').textContent = t(`chat.enter.${kind}.title`);
    join.querySelector('p').textContent = t(`chat.enter.${kind}.text`);
    get('enter').textContent = t(`chat.enter.${kind}`);
    get('leave').textContent = t(`chat.leave.${kind}`);
    if (seen.chats.length) draw();
}

function speak() {
    get('tabs').replaceChildren(...KINDS.map(kind => el('button.tab', {
        type: 'button', 'data-chat': kind, 'aria-pressed': String(kind === chat), onclick: () => choose(kind),
    }, t(`chat.${kind}`))));
    talk.forget();
    wire.forget();
    choose(chat);
}

get('enter').onclick = () => act('enter', { chat });
get('leave').onclick = () => act('leave', { chat });
get('sticker').onclick = () => act('sticker', { chat });
get('sample').onclick = () => tried(async () => service.send(chat, await service.sample()));
get('mention').onclick = () => {
    get('text').value = `@${seen.bot} ${get('text').value}`;
    get('text').focus();
};
get('file').onchange = event => {
    const [file] = event.target.files;
    event.target.value = '';
    if (file) tried(() => service.send(chat, file));
};
get('composer').onsubmit = event => {
    event.preventDefault();
    const text = get('text').value;
    if (!text.trim()) return;
    get('text').value = '';
    act('text', { chat, text });
};
get('language').onchange = event => act('language', { language: event.target.value });
get('replySeconds').onchange = event => act('replySeconds', { replySeconds: Number(event.target.value) });
get('lose').onclick = async () => {
    await act('lose');
    get('told').textContent ||= t('chat.lost');
};
addEventListener('languagechosen', speak);

await loadText('chat');
speak();
follow();
