// One execution: what failed and why, the graph, the timeline, and each state's input and output; live while it runs.

import { jobs } from '../api.js';
import { language, t } from '../text.js';
import { Graph, layout } from '../dagre.js';
import { actionsOf } from './actions.js';
import { allStates, readDefinition } from './definition.js';
import { detail, payload } from './detail.js';
import { el, show } from './dom.js';
import { GraphView } from './graph.js';
import { readHistory } from './history.js';
import { layoutMachine } from './layout.js';
import { jobOf } from './machine.js';
import { failuresOf, statesOf, waysGone } from './status.js';
import { headOf, storiesOf, telling } from './summary.js';
import { clock, Repeat } from './time.js';
import { timeline } from './timeline.js';

const LIVE_MS = 1_000;
const ENDED_MS = 5_000;

export class ExecutionView {
    #machine;
    #logs;
    #place;
    #graph;
    #repeat;
    #report;
    #name = '';
    #execution = null;
    #job = null;
    #withoutJob = '';
    #events = [];
    #history = readHistory([]);
    #states = new Map();
    #known = new Map();
    #state = '';
    #visit = 0;
    #lines = null;
    #followed = true;

    /** @param {{failed: Function, well: Function, refused: Function, changed: Function}} report what became of things */
    constructor(machine, logs, place, report) {
        this.#machine = machine;
        this.#logs = logs;
        this.#place = place;
        this.#graph = new GraphView(place.graph, name => this.#choose(name));
        this.#repeat = new Repeat(
            () => this.#look().then(report.well, report.failed),
            () => (this.#execution?.status === 'RUNNING' ? LIVE_MS : ENDED_MS),
        );
        this.#report = report;
    }

    /** @param {string} name empty for none */
    open(name) {
        if (name === this.#name) return this.#repeat.now();
        Object.assign(this.#place.graph, { shown: undefined });
        this.#place.graph.replaceChildren();
        this.#name = name;
        this.#execution = null;
        this.#job = null;
        this.#events = [];
        this.#known = new Map();
        this.#state = '';
        this.#visit = 0;
        this.#lines = null;
        this.#followed = true;
        if (name) this.#repeat.now();
        else this.#repeat.stop();
    }

    stop() {
        this.#repeat.stop();
    }

    async #look() {
        const name = this.#name;
        if (!name) return;
        const execution = await this.#machine.describe(name);
        if (this.#known.size === 0) this.#draw(readDefinition(await this.#machine.definition(name)));
        const events = await this.#machine.historyAfter(name, this.#events.at(-1)?.id ?? 0);
        const job = await this.#askJob(name);
        if (name !== this.#name) return;
        this.#execution = execution;
        this.#job = job;
        this.#events.push(...events);
        this.#history = readHistory(this.#events);
        this.#render();
    }

    /** Nobody's job, an erased one, or an API that is not there: the execution can be looked at all the same. */
    async #askJob(name) {
        const job = jobOf(name);
        if (!job || this.#withoutJob === name) return null;
        try {
            const { status, booth, filename } = await jobs.see(job.job); // links in it are new each time
            return { status, booth, filename };
        } catch (e) {
            if (e.status === 404) this.#withoutJob = name;
            return null;
        }
    }

    #draw(definition) {
        const pen = document.createElement('canvas').getContext('2d');
        const font = getComputedStyle(document.body).fontFamily;
        const measure = (text, small) => {
            pen.font = `${small ? '11px' : '600 14px'} ${font}`;
            return Math.ceil(pen.measureText(text).width);
        };
        this.#known = new Map(allStates(definition).map(state => [state.name, state]));
        this.#graph.draw(layoutMachine(definition, measure, { Graph, layout }));
    }

    #choose(name, visit = 0) {
        this.#followed = false;
        this.#state = name === this.#state && visit === this.#visit ? '' : name;
        this.#visit = visit;
        this.#render();
    }

    #render() {
        const { status } = this.#execution;
        const over = status === 'RUNNING' ? null : { status, at: this.#execution.stopDate * 1000 };
        const start = this.#execution.startDate * 1000;
        const span = { start, over, now: Date.now() };
        this.#states = statesOf(this.#history.visits, over?.status ?? null);
        const failures = over ? failuresOf(this.#history, over.status) : [];
        if (this.#followed) this.#state = failures[0]?.visit.name ?? '';
        if (this.#followed) this.#visit = failures[0]?.visit.id ?? 0;
        this.#graph.colour(this.#states, waysGone(this.#history.visits), this.#state, found =>
            telling(found, over, span.now),
        );
        const seen = [language(), this.#execution, this.#job, this.#events.length];
        show(this.#place.head, seen, () => [
            ...headOf(this.#execution, this.#job, span),
            el('div.buttons', {}, this.#buttons()),
        ]);
        show(this.#place.failure, [...seen, over], () =>
            storiesOf(this.#execution, this.#history, failures, over, visit => this.#choose(visit.name, visit.id)),
        );
        const second = over ? 0 : Math.floor(span.now / LIVE_MS);
        show(this.#place.timeline, [...seen, this.#state, second], () =>
            timeline(this.#history, span, this.#state, visit => this.#choose(visit.name, visit.id)),
        );
        show(this.#place.detail, [...seen, this.#state, this.#visit, this.#lines?.length ?? null], () =>
            this.#detail(over, start),
        );
    }

    #buttons() {
        const again = name => {
            if (name && name !== this.#name) location.hash = `execution=${encodeURIComponent(name)}`;
            this.#followed = true;
            this.#repeat.now();
            this.#report.changed();
        };
        return actionsOf(this.#execution, this.#job, this.#machine, again, this.#report.refused);
    }

    #detail(over, start) {
        if (!this.#state) {
            const { input, output } = this.#execution;
            return [
                el('h3', {}, t('detail.execution')),
                el('p.quiet', {}, t('detail.choose')),
                payload('input', input),
                payload('output', output),
            ].filter(Boolean);
        }
        const visits = this.#states.get(this.#state)?.visits ?? [];
        const visit = visits.find(one => one.id === this.#visit) ?? visits.at(-1);
        const about = {
            name: this.#state,
            state: this.#known.get(this.#state),
            visits,
            visit,
            over,
            start,
            lines: this.#lines,
            clock: clock(language()),
        };
        return detail(about, { visit: one => this.#choose(this.#state, one.id), logs: () => this.#readLogs() });
    }

    async #readLogs() {
        const name = this.#name;
        try {
            const lines = await this.#logs.of(name, Math.floor(this.#execution.startDate * 1000) - 1000);
            if (name !== this.#name) return;
            this.#lines = lines;
            this.#render();
        } catch (e) {
            this.#report.refused(e);
        }
    }
}
