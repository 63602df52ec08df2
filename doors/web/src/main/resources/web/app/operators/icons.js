// A sign for each status and each type of state, so that no colour has to be told from another.

import { svg } from './dom.js';

/** In a box of 16 by 16. */
const SIGNS = {
    idle: 'M4 8h8',
    running: 'M8 2.5a5.5 5.5 0 1 1-5.5 5.5M8 5v3.2l2.2 1.3',
    succeeded: 'M3.2 8.6l3.1 3.1 6.5-7',
    caught: 'M8 3v6M8 12v.6',
    failed: 'M4 4l8 8M12 4l-8 8',
    canceled: 'M8 2.7a5.3 5.3 0 1 0 .01 0M4.3 11.7l7.4-7.4',
};

const TYPES = {
    Task: 'M3 3h10v10H3zM6 6.5h4M6 9.5h4',
    Choice: 'M8 2l6 6-6 6-6-6z',
    Map: 'M3 5.5h8v8H3zM5.5 5.5V3H13v7.5h-2',
    Parallel: 'M4 3v10M8 3v10M12 3v10',
    Pass: 'M3 8h9M9 5l3 3-3 3',
    Wait: 'M8 2.5a5.5 5.5 0 1 0 .01 0M8 5v3.2l2.2 1.3',
    Fail: 'M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5z',
    Succeed: 'M8 2.5a5.5 5.5 0 1 0 .01 0M5.5 8.2l1.8 1.8 3.3-3.6',
};

/** Hidden from screen readers: the word stands beside it. */
export function statusSign(status, attributes = {}) {
    return sign(SIGNS[status] ?? SIGNS.idle, status, attributes);
}

export function typeSign(type, attributes = {}) {
    return sign(TYPES[type] ?? TYPES.Task, 'type', attributes);
}

function sign(path, kind, attributes) {
    const frame = { class: `sign ${kind}`, viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' };
    return svg('svg', { ...frame, ...attributes }, svg('path', { d: path }));
}
