// What a job's notices say, in the guest's language: a sentence for each, and one for all that say the same.

import { has, t } from './text.js';

/**
 * @param notices of a job: {code, message}; a code without words of its own is told by its message
 * @returns sentences
 */
export function sentences(notices = []) {
    const alike = new Map();
    for (const { code, message } of notices) {
        const kind = has(`notice.${code}`) ? `notice.${code}` : message;
        if (kind) alike.set(kind, (alike.get(kind) ?? 0) + 1);
    }
    return [...alike].map(([kind, n]) => t(n > 1 && has(`${kind}.many`) ? `${kind}.many` : kind, { n }));
}

/** Writes them down; what stands there already is left, for a screen reader repeats what is written again. */
export function tellNotices(place, notices) {
    const said = sentences(notices);
    if (said.join('\n') === [...place.children].map(line => line.textContent).join('\n')) return;
    place.replaceChildren(...said.map(sentence => Object.assign(document.createElement('p'), { textContent: sentence })));
}
