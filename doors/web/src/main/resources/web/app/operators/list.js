// The executions: filtered, page by page, the newest first, and of each that failed why.

import { language, t } from '../text.js';
import { shortError } from './definition.js';
import { el, show } from './dom.js';
import { statusSign } from './icons.js';
import { jobOf } from './machine.js';
import { sentencesOf } from './status.js';
import { clock, duration, Repeat } from './time.js';

const FILTERS = ['', 'RUNNING', 'FAILED', 'SUCCEEDED', 'ABORTED', 'TIMED_OUT'];
const PAUSE_MS = 3_000;
const JOB = /[0-9a-f]{32}/;

/** The page's word for what Step Functions says. */
export const STATUS = {
    RUNNING: 'running',
    SUCCEEDED: 'succeeded',
    FAILED: 'failed',
    TIMED_OUT: 'failed',
    ABORTED: 'canceled',
    PENDING_REDRIVE: 'running',
};

export class ExecutionList {
    #machine;
    #place;
    #status = '';
    #text = '';
    #first = [];
    #older = [];
    #next = null;
    #found = [];
    #reasons = new Map();
    #chosen = '';
    #repeat;

    /** @param {{failed: (e: Error) => void, well: () => void}} report how the last look at AWS went */
    constructor(machine, place, report) {
        this.#machine = machine;
        this.#place = place;
        this.#repeat = new Repeat(
            () => this.#look().then(report.well, report.failed),
            () => PAUSE_MS,
        );
        place.filters.replaceChildren(...FILTERS.map(status => this.#filter(status)));
        place.text.addEventListener('input', () => this.#typed());
        place.more.addEventListener('click', () => this.#more().then(report.well, report.failed));
    }

    start() {
        this.#repeat.now();
    }

    stop() {
        this.#repeat.stop();
    }

    choose(name) {
        this.#chosen = name;
        this.#render();
    }

    #filter(status) {
        const name = status ? t(`execution.${status}`) : t('list.all');
        const sign = status ? statusSign(STATUS[status]) : null;
        const press = event => {
            for (const one of this.#place.filters.children)
                one.setAttribute('aria-pressed', String(one === event.currentTarget));
            this.#status = status;
            this.#forget();
        };
        const pressed = { 'aria-pressed': String(status === this.#status), 'data-status': status || 'ALL' };
        return el('button.filter', { type: 'button', ...pressed, onclick: press }, sign, name);
    }

    #forget() {
        this.#first = [];
        this.#older = [];
        this.#next = null;
        this.#repeat.now();
    }

    /** Step Functions finds by status alone; a whole job's id is asked for by name, wherever in the list it stands. */
    #typed() {
        this.#text = this.#place.text.value.trim().toLowerCase();
        this.#found = [];
        this.#render();
        if (JOB.test(this.#text)) this.#repeat.now();
    }

    async #look() {
        const status = this.#status;
        const page = await this.#machine.list(status);
        if (status !== this.#status) return;
        this.#first = page.executions;
        if (this.#older.length === 0) this.#next = page.nextToken ?? null;
        await this.#findJob();
        this.#render();
        await this.#askWhy();
        this.#render();
    }

    async #more() {
        const page = await this.#machine.list(this.#status, this.#next);
        this.#older.push(...page.executions);
        this.#next = page.nextToken ?? null;
        await this.#askWhy();
        this.#render();
    }

    async #findJob() {
        const job = JOB.exec(this.#text)?.[0];
        if (!job || this.#shown().length > 0) return;
        this.#found = [];
        for (let attempt = 0; ; attempt++) {
            const execution = await this.#machine.find(`${job}-r${attempt}`);
            if (!execution) return;
            this.#found.unshift(execution);
        }
    }

    /** The list does not say why one failed; each is asked once for every time it fails. */
    async #askWhy() {
        const unknown = this.#all().filter(one => STATUS[one.status] === 'failed' && !this.#reasons.has(keyOf(one)));
        for (const one of unknown.slice(0, 20)) {
            const { error = '', cause = '' } = await this.#machine.describe(one.name);
            this.#reasons.set(keyOf(one), { error, cause: sentencesOf(cause)[0] ?? '' });
        }
    }

    #all() {
        const known = new Map();
        for (const one of [...this.#first, ...this.#older, ...this.#found])
            if (!known.has(one.name)) known.set(one.name, one);
        return [...known.values()];
    }

    #shown() {
        return this.#all().filter(one => {
            if (this.#status && one.status !== this.#status) return false;
            const reason = this.#reasons.get(keyOf(one));
            const words = `${one.name} ${reason?.error ?? ''} ${reason?.cause ?? ''}`.toLowerCase();
            return words.includes(this.#text);
        });
    }

    #render() {
        const rows = this.#shown();
        const reasons = rows.map(one => this.#reasons.get(keyOf(one)) ?? null);
        const now = rows.some(one => one.status === 'RUNNING') ? Math.floor(Date.now() / 1000) : 0;
        show(this.#place.rows, [language(), rows, reasons, this.#chosen, now], () =>
            rows.length > 0
                ? rows.map((one, index) => this.#row(one, reasons[index]))
                : el('li.quiet', {}, t(this.#text || this.#status ? 'list.noneLikeThat' : 'list.none')),
        );
        this.#place.more.hidden = this.#next === null;
    }

    #row(one, reason) {
        const status = STATUS[one.status];
        const start = one.startDate * 1000;
        const took = (one.stopDate ? one.stopDate * 1000 : Date.now()) - start;
        const redriven = one.redriveCount > 0 ? ` · ${t('list.redriven', { count: one.redriveCount })}` : '';
        return el(
            'li',
            {},
            el(
                `a.row.${status}`,
                {
                    href: `#execution=${encodeURIComponent(one.name)}`,
                    'data-key': one.name,
                    'aria-current': one.name === this.#chosen ? 'true' : null,
                },
                el('span.top', {}, statusSign(status), el('b', {}, t(`execution.${one.status}`)), nameOf(one.name)),
                el('span.when', {}, `${clock(language())(start)} · ${duration(took)}${redriven}`),
                reason && el('span.why', {}, el('b', {}, shortError(reason.error)), ` ${reason.cause}`),
            ),
        );
    }
}

const keyOf = one => `${one.name} ${one.redriveCount} ${one.status}`;

/** A job's id is long; its beginning tells it from others. */
function nameOf(name) {
    const job = jobOf(name);
    if (!job) return el('code', {}, name);
    return el('code', { title: name }, `${job.job.slice(0, 8)}…`, el('em', {}, `r${job.attempt}`));
}
