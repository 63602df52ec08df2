// Asks for a booth's key where none is kept in this browser, or the one that is does not work.

import { boothKey, forgetKey, keepKey } from '../key.js';
import { failure } from '../text.js';

/**
 * @param onopen called when there is a key, now or later
 * @returns what to do with a Problem: true where it was about the key, which is then asked for again
 */
export function keyForm(onopen) {
    const form = document.getElementById('keyForm');
    const field = document.getElementById('keyField');
    const trouble = document.getElementById('keyTrouble');
    form.onsubmit = event => {
        event.preventDefault();
        keepKey(field.value);
        field.value = trouble.textContent = '';
        form.hidden = true;
        onopen();
    };
    if (boothKey()) onopen();
    else form.hidden = false;
    return problem => {
        if (problem.code !== 'UNAUTHORIZED') return false;
        forgetKey();
        form.hidden = false;
        const { title, text } = failure(problem);
        trouble.textContent = `${title}. ${text}`;
        field.focus();
        return true;
    };
}
