// Each visit of a state as a row: a table that screen readers read, with bars that show what ran when.

import { el } from './dom.js';
import { statusSign } from './icons.js';
import { attemptStatusOf, endOf, statusOf } from './status.js';
import { t } from '../text.js';
import { duration } from './time.js';

/** An empty bar is still to be seen. */
const THINNEST = 0.4;

/**
 * @param history of readHistory
 * @param {{start: number, over: ?{status: string, at: number}, now: number}} span of the execution, milliseconds
 * @param {string} chosen
 * @param {(visit: object) => void} choose
 */
export function timeline(history, span, chosen, choose) {
    const rows = [];
    walk(history.visits, null, 0, (visit, depth) => rows.push(row(visit, depth, history, span, chosen, choose)));
    const heads = ['state', 'status', 'start', 'took', 'bar'].map(name =>
        el('th', { scope: 'col', class: name }, name === 'bar' ? scale(span) : t(`timeline.${name}`)),
    );
    return el(
        'table.timeline',
        {},
        el('caption.unseen', {}, t('timeline.caption')),
        el('thead', {}, el('tr', {}, heads)),
        el('tbody', {}, rows),
    );
}

/** Outer states before what ran in them, iterations in their order. */
function walk(visits, owner, depth, tell) {
    const own = visits.filter(visit => visit.scope.owner === owner);
    if (owner) own.sort((one, other) => (one.scope.item ?? 0) - (other.scope.item ?? 0) || one.id - other.id);
    for (const visit of own) {
        tell(visit, depth);
        if (visit.parts.size > 0) walk(visits, visit, depth + 1, tell);
    }
}

function row(visit, depth, history, span, chosen, choose) {
    const status = statusOf(visit, span.over?.status ?? null);
    const end = endOf(visit, span.over, span.now);
    const item = visit.scope.item === null ? '' : ` [${visit.scope.item}]`;
    const tries = visit.attempts.length > 1 ? t('timeline.attempts', { count: visit.attempts.length }) : '';
    const key = `visit:${visit.id}`;
    const button = el('button.link', { 'data-key': key, onclick: () => choose(visit) }, visit.name + item);
    return el(
        'tr',
        { class: chosen === visit.name ? `${status} chosen` : status },
        el('th', { scope: 'row', class: `state depth-${Math.min(depth, 4)}` }, button),
        el('td.status', {}, statusSign(status), t(`status.${status}`), tries && el('span.tries', {}, tries)),
        el('td.start', {}, duration(visit.start - span.start)),
        el('td.took', {}, duration(end - visit.start)),
        el('td.bar', {}, bars(visit, status, end, span)),
    );
}

function bars(visit, status, end, span) {
    const lane = el('div.lane', { 'aria-hidden': 'true' });
    lane.append(bar(visit.start, end, `visit ${status}`, span));
    for (const attempt of visit.attempts) {
        const kind = attemptStatusOf(attempt, visit, span.over?.status ?? null);
        lane.append(bar(attempt.start, attempt.end ?? attempt.overtaken ?? end, `attempt ${kind}`, span));
    }
    return lane;
}

function bar(start, end, kind, span) {
    const whole = Math.max(1, (span.over?.at ?? span.now) - span.start);
    const percent = millis => (100 * millis) / whole;
    const one = el('i', { class: kind });
    one.style.left = `${Math.min(100 - THINNEST, percent(start - span.start))}%`;
    one.style.width = `${Math.max(THINNEST, percent(end - start))}%`;
    return one;
}

function scale(span) {
    const whole = (span.over?.at ?? span.now) - span.start;
    const marks = [0, 0.25, 0.5, 0.75, 1].map(part => el('span', {}, duration(whole * part)));
    return [el('span.unseen', {}, t('timeline.bar')), el('div.scale', { 'aria-hidden': 'true' }, marks)];
}
