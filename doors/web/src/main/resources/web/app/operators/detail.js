// All about one state: when it was visited, how often it was tried, what went in, what came out, what went wrong.

import { el } from './dom.js';
import { statusSign, typeSign } from './icons.js';
import { linesOf } from './logs.js';
import { attemptStatusOf, errorOf, sentencesOf, statusOf } from './status.js';
import { t } from '../text.js';
import { duration } from './time.js';

/** Whoever has it could answer in a task's name. */
const SECRET = /("taskToken\\*"\s*:\s*\\*")([^"\\]+)/gi;

/**
 * @param about {{name: string, state: ?object, visits: object[], visit: ?object, over: ?{status: string, at: number},
 *   start: number, lines: ?object[], clock: Function}}
 * @param on {{visit: (visit: object) => void, logs: () => void}}
 */
export function detail(about, on) {
    const { visit, state, name } = about;
    const head = el('h3', {}, state && typeSign(state.type), name);
    const comment = state?.comment ? el('p.comment', {}, state.comment) : null;
    if (!visit) return [head, comment, el('p.quiet', {}, t('detail.never')), definition(state)];
    const status = statusOf(visit, about.over?.status ?? null);
    return [
        head,
        comment,
        picker(about, on),
        facts(about, visit, status),
        errorBox(errorOf(visit), status),
        attempts(visit, about),
        payload('input', visit.attempts.at(-1)?.input ?? visit.input),
        payload('output', visit.output ?? visit.attempts.at(-1)?.output),
        visit.variables && payload('variables', JSON.stringify(variablesOf(visit))),
        logLines(about, visit, on),
        definition(state),
    ];
}

/** Of several visits (items of a Map, a redrive) one is looked at. */
function picker({ visits, visit, over }, on) {
    if (visits.length < 2) return null;
    const buttons = visits.map((one, index) => {
        const status = statusOf(one, over?.status ?? null);
        const label = one.scope.item === null ? `#${index + 1}` : `[${one.scope.item}]`;
        return el(
            `button.pick.${status}`,
            {
                'data-key': `pick:${one.id}`,
                'aria-pressed': String(one === visit),
                'aria-label': `${label} ${t(`status.${status}`)}`,
                onclick: () => on.visit(one),
            },
            statusSign(status),
            label,
        );
    });
    return el('div.picker', { role: 'group', 'aria-label': t('detail.visits') }, buttons);
}

function facts({ start, over, clock }, visit, status) {
    const took = visit.end !== null ? duration(visit.end - visit.start) : over ? null : t('detail.still');
    const rows = [
        ['detail.status', [statusSign(status), t(`status.${status}`)]],
        ['detail.entered', `${clock(visit.start)} (+${duration(visit.start - start)})`],
        took && ['detail.took', took],
        visit.length !== null && ['detail.items', String(visit.length)],
    ].filter(Boolean);
    return el(
        'dl.facts',
        { class: `facts ${status}` },
        rows.flatMap(([term, value]) => [el('dt', {}, t(term)), el('dd', {}, value)]),
    );
}

function errorBox(error, status) {
    if (!error?.error && !error?.cause) return null;
    const sentences = sentencesOf(error.cause);
    return el(
        `div.error.${status}`,
        {},
        el('strong', {}, error.error || t('detail.error')),
        sentences.map(sentence => el('p', {}, sentence)),
        isMore(error.cause, sentences) &&
            el('details', { 'data-key': 'cause' }, el('summary', {}, t('detail.cause')), code(error.cause)),
    );
}

const isMore = (cause, sentences) => Boolean(cause) && !(sentences.length === 1 && sentences[0] === cause);

function attempts(visit, about) {
    if (visit.attempts.length < 2) return null;
    const rows = visit.attempts.map(attempt => {
        const status = attemptStatusOf(attempt, visit, about.over?.status ?? null);
        return el(
            'tr',
            {},
            el(
                'th',
                { scope: 'row' },
                attempt.redrive > 0
                    ? t('detail.ofRedrive', { number: attempt.number, redrive: attempt.redrive })
                    : String(attempt.number),
            ),
            el('td', {}, statusSign(status), t(`status.${status}`)),
            el('td', {}, `+${duration(attempt.start - about.start)}`),
            el('td', {}, attempt.end === null ? '' : duration(attempt.end - attempt.start)),
            el('td.wide', {}, attempt.error, attempt.error ? ': ' : '', sentencesOf(attempt.cause).join(' ')),
        );
    });
    const heads = ['number', 'status', 'start', 'took', 'error'].map(name =>
        el('th', { scope: 'col' }, t(`attempt.${name}`)),
    );
    return section(
        'detail.attempts',
        el('table.attempts', {}, el('thead', {}, el('tr', {}, heads)), el('tbody', {}, rows)),
    );
}

/** Of what went in or came out, as it reads best. */
export function payload(kind, text) {
    if (text === null || text === undefined) return null;
    const copy = el(
        'button.small',
        { 'data-key': `copy:${kind}`, onclick: () => navigator.clipboard.writeText(pretty(text)) },
        t('detail.copy'),
    );
    return el(
        'details.payload',
        { 'data-key': `payload:${kind}`, open: text.length < 4000 },
        el('summary', {}, t(`detail.${kind}`)),
        copy,
        code(text),
    );
}

function logLines(about, visit, on) {
    if (about.lines === null) return el('button.small', { 'data-key': 'logs', onclick: on.logs }, t('detail.showLogs'));
    const own = linesOf(about.lines, about.name, visit.scope.item);
    if (own.length === 0) return section('detail.logs', el('p.quiet', {}, t('detail.noLogs')));
    const rows = own.map(({ at, line }) => {
        const { event, error, message, millis } = line;
        const words = [event, millis === undefined ? '' : `${millis} ms`, error, message].filter(Boolean).join('  ');
        return el('li', {}, el('time', {}, `+${duration(at - about.start)}`), ` ${words}`);
    });
    return section('detail.logs', el('ol.lines', {}, rows));
}

function definition(state) {
    if (!state) return null;
    const { States, Branches, ItemProcessor, ...own } = state.source;
    return el(
        'details.payload',
        { 'data-key': 'definition' },
        el('summary', {}, t('detail.definition')),
        code(JSON.stringify(own)),
    );
}

function section(title, ...content) {
    return el('section', {}, el('h4', {}, t(title)), content);
}

function code(text) {
    return el('pre', { tabindex: 0 }, pretty(text));
}

/** JSON with indents, without what could be misused. */
export function pretty(text) {
    const safe = text.replace(SECRET, '$1…');
    try {
        return JSON.stringify(JSON.parse(safe), null, 2);
    } catch {
        return safe;
    }
}

/** Each value is JSON in a string. */
function variablesOf(visit) {
    return Object.fromEntries(Object.entries(visit.variables).map(([name, value]) => [name, read(value)]));
}

function read(text) {
    try {
        return JSON.parse(text);
    } catch {
        return text;
    }
}
