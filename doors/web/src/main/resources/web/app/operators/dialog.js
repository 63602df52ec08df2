// Questions that must be answered before something happens.

import { el } from './dom.js';

/**
 * @param {{title: string, body: (Node|string)[], yes: string, no: string, danger?: boolean}} question
 * @param {(form: HTMLFormElement) => unknown} answerOf what "yes" is answered with; null keeps the dialog open
 * @returns {Promise<unknown>} null for no
 */
export function ask(question, answerOf = () => true) {
    return new Promise(resolve => {
        let answer = null;
        const form = el(
            'form',
            {
                method: 'dialog',
                onsubmit: event => {
                    answer = answerOf(form);
                    if (answer === null) event.preventDefault();
                },
            },
            el('h2', { id: 'question' }, question.title),
            question.body.map(part => (typeof part === 'string' ? el('p', {}, part) : part)),
            el(
                'div.buttons',
                {},
                el('button', { type: 'button', value: 'no', onclick: () => dialog.close() }, question.no),
                el(`button.${question.danger ? 'danger' : 'primary'}`, { type: 'submit', value: 'yes' }, question.yes),
            ),
        );
        const dialog = el('dialog', { 'aria-labelledby': 'question', onclose: () => finish() }, form);
        const finish = () => {
            dialog.remove();
            resolve(answer);
        };
        document.body.append(dialog);
        dialog.showModal();
    });
}

/** A word at the edge of the page, read out, gone after a while. */
export function tell(text, kind = 'done') {
    const place = document.getElementById('told');
    const note = el(`p.note.${kind}`, {}, text);
    place.append(note);
    setTimeout(() => note.remove(), 8000);
}
