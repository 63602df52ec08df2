// The first garden is painted when the garden is first opened: how far that is.

import { t } from '../text.js';
import { garden } from './api.js';

const PAUSE_MS = 3_000;

/**
 * Shows it until it is done; where no garden is being painted nothing is shown.
 *
 * @param parts {box, words, bar}
 * @param ongrown what to do whenever there are more pictures
 */
export async function growing({ box, words, bar }, ongrown) {
    let done = 0;
    for (;;) {
        const { growing: batch } = await garden.summary().catch(() => ({}));
        const under = batch?.status === 'running';
        box.hidden = !under;
        if (!under) return;
        words.textContent = t('growing', { done: batch.done, of: batch.pictures });
        bar.max = batch.pictures;
        bar.value = batch.done;
        if (batch.done > done) ongrown();
        done = batch.done;
        await new Promise(next => setTimeout(next, PAUSE_MS));
    }
}
