// The queues: how long each line is, and the dead letters, which can be read and sent back.

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
    #seen = { lines: [], letters: [] };
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
        const { lines, letters } = this.#seen;
        const dead = letters.reduce((sum, queue) => sum + queue.waiting + queue.held, 0);
        const state = [language(), lines, letters, [...this.#opened]];
        show(this.#place.dead, [language(), dead], () =>
            dead > 0 ? el('b.count', { title: t('queues.dead', { count: dead }) }, String(dead)) : null,
        );
        show(this.#place.lines, state, () => this.#table(lines));
        show(this.#place.letters, state, () => byUrgency(letters).map(queue => this.#box(queue)));
    }

    #table(lines) {
        const heads = ['name', 'waiting', 'held', 'delayed', 'letters'].map(name =>
            el('th', { scope: 'col' }, t(`queues.${name}`)),
        );
        const rows = lines.map(queue =>
            el(
                'tr',
                { 'data-queue': queue.name },
                el('th', { scope: 'row' }, queue.name),
                number(queue.waiting),
                number(queue.held),
                number(queue.delayed),
                el('td', {}, queue.letters ? deadCount(queue.letters) : t('queues.noLetters')),
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
                    opened.map(letter => this.#letter(letter)),
                ),
        );
    }

    #letter(letter) {
        const age = duration(Date.now() - letter.sent);
        return el(
            'li',
            {},
            el(
                'p',
                {},
                `${clock(language())(letter.sent)} (${t('queues.old', { age })}) · ${t('queues.receives', { count: letter.receives })}`,
            ),
            letter.reason && el('p.why', {}, letter.reason),
            letter.job &&
                el('p', {}, el('a', { href: `#job=${letter.job}` }, t('queues.job', { job: letter.job.slice(0, 8) }))),
            el(
                'details',
                { 'data-key': `letter:${letter.id}` },
                el('summary', {}, t('queues.body')),
                el('pre', { tabindex: 0 }, pretty(letter.body)),
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
function byUrgency(letters) {
    const empty = queue => (queue.waiting + queue.held > 0 ? 0 : 1);
    return [...letters].sort((one, other) => empty(one) - empty(other));
}

const number = value => el('td', { class: value > 0 ? 'number some' : 'number' }, String(value));

function deadCount(letters) {
    const count = letters.waiting + letters.held;
    return el(
        `span.${count > 0 ? 'dead' : 'alive'}`,
        {},
        statusSign(count > 0 ? 'failed' : 'succeeded'),
        String(count),
    );
}
