// The queues: how many messages each has, and the dead letters, which can be read and sent back.

import { language, t } from '../text.js';
import { pretty } from './detail.js';
import { ask, tell } from './dialog.js';
import { el, show } from './dom.js';
import { statusSign } from './icons.js';
import { clock, duration, Repeat } from './time.js';

const PAUSE_MS = 5_000;

export class QueuesView {
    #queues;
    #place;
    #repeat;
    #seen = { working: [], forDeadLetters: [] };
    #opened = new Map();
    #report;

    /** @param {{failed: Function, well: Function, refused: Function}} report how the last look at AWS went */
    constructor(queues, place, report) {
        this.#queues = queues;
        this.#place = place;
        this.#report = report;
        this.#repeat = new Repeat(
            () => this.#look().then(report.well, report.failed),
            () => PAUSE_MS,
        );
    }

    start() {
        this.#repeat.now();
    }

    stop() {
        this.#repeat.stop();
    }

    async #look() {
        this.#seen = await this.#queues.look();
        this.#render();
    }

    #render() {
        const { working, forDeadLetters } = this.#seen;
        const dead = forDeadLetters.reduce((sum, queue) => sum + queue.waiting + queue.held, 0);
        const state = [language(), working, forDeadLetters, [...this.#opened]];
        show(this.#place.dead, [language(), dead], () =>
            dead > 0 ? el('b.count', { title: t('queues.dead', { count: dead }) }, String(dead)) : null,
        );
        show(this.#place.lines, state, () => this.#table(working));
        show(this.#place.letters, state, () => byUrgency(forDeadLetters).map(queue => this.#box(queue)));
    }

    #table(queues) {
        const heads = ['name', 'waiting', 'held', 'delayed', 'letters'].map(name =>
            el('th', { scope: 'col' }, t(`queues.${name}`)),
        );
        const rows = queues.map(queue =>
            el(
                'tr',
                { 'data-queue': queue.name },
                el('th', { scope: 'row' }, queue.name),
                number(queue.waiting),
                number(queue.held),
                number(queue.delayed),
                el('td', {}, queue.deadLetters ? deadCount(queue.deadLetters) : t('queues.noLetters')),
            ),
        );
        return el('table.queues', {}, el('thead', {}, el('tr', {}, heads)), el('tbody', {}, rows));
    }

    #box(queue) {
        const count = queue.waiting + queue.held;
        const opened = this.#opened.get(queue.name);
        const key = name => ({ type: 'button', 'data-key': `${name}:${queue.name}` });
        const from =
            queue.sources.length > 0
                ? t('queues.from', { sources: queue.sources.join(', ') })
                : t('queues.fromFunction');
        return el(
            'section.letters',
            { 'data-queue': queue.name, class: count > 0 ? 'some' : 'none' },
            el(
                'h3',
                {},
                statusSign(count > 0 ? 'failed' : 'succeeded'),
                queue.name,
                el('span.quiet', {}, ` ${t('queues.messages', { count })}`),
            ),
            el('p.quiet', {}, from),
            count > 0 &&
                el(
                    'div.buttons',
                    {},
                    el('button.plain', { ...key('look'), onclick: () => this.#peek(queue) }, t('queues.look')),
                    queue.sources.length > 0 &&
                        el(
                            'button.primary',
                            { ...key('move'), onclick: () => this.#move(queue, count) },
                            t('queues.move'),
                        ),
                ),
            opened &&
                count > 0 &&
                el(
                    'ul.mail',
                    {},
                    opened.map(message => this.#message(message)),
                ),
        );
    }

    #message(message) {
        const age = duration(Date.now() - message.sent);
        return el(
            'li',
            {},
            el(
                'p',
                {},
                `${clock(language())(message.sent)} (${t('queues.old', { age })}) · ${t('queues.receives', { count: message.receives })}`,
            ),
            message.reason && el('p.why', {}, message.reason),
            message.job &&
                el('p', {}, el('a', { href: `#job=${message.job}` }, t('queues.job', { job: message.job.slice(0, 8) }))),
            el(
                'details',
                { 'data-key': `letter:${message.id}` },
                el('summary', {}, t('queues.body')),
                el('pre', { tabindex: 0 }, pretty(message.body)),
            ),
        );
    }

    async #peek(queue) {
        try {
            this.#opened.set(queue.name, await this.#queues.peek(queue));
            this.#render();
        } catch (e) {
            this.#report.refused(e);
        }
    }

    async #move(queue, count) {
        const body = [t('move.body', { count, target: queue.sources.join(', ') }), t('move.again')];
        if (!(await ask({ title: t('move.title'), body, yes: t('queues.move'), no: t('action.no') }))) return;
        try {
            const end = await this.#queues.moveBack(queue);
            this.#opened.delete(queue.name);
            if (end.FailureReason) throw new Error(end.FailureReason);
            tell(
                t('move.done', {
                    count: end.ApproximateNumberOfMessagesMoved ?? count,
                    target: queue.sources.join(', '),
                }),
            );
            this.#repeat.now();
        } catch (e) {
            this.#report.refused(e);
        }
    }
}

/** What has to be looked at comes first. */
function byUrgency(queues) {
    const empty = queue => (queue.waiting + queue.held > 0 ? 0 : 1);
    return [...queues].sort((one, other) => empty(one) - empty(other));
}

const number = value => el('td', { class: value > 0 ? 'number some' : 'number' }, String(value));

function deadCount(queue) {
    const count = queue.waiting + queue.held;
    return el(
        `span.${count > 0 ? 'dead' : 'alive'}`,
        {},
        statusSign(count > 0 ? 'failed' : 'succeeded'),
        String(count),
    );
}
