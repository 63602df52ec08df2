// The booth's key: entered once, or got for the code of a pairing link (/#pair=…), and kept in this browser alone.

import { pairings } from './api.js';

const PLACE = 'booth-key';

const brought = name => new URLSearchParams(location.hash.slice(1)).get(name);
const cleanAddress = () => history.replaceState(null, '', location.pathname + location.search);

/** The key, or null. A key in the address, as older links have it, is taken, and the address cleaned. */
export function boothKey() {
    const key = brought('key');
    if (key) {
        keepKey(key);
        cleanAddress();
    }
    return localStorage.getItem(PLACE);
}

/**
 * Takes the key that the pairing link in the address is good for, if there is one. Such a link works once; the address is
 * cleaned as soon as that is settled. While it is not, because nobody answers, opening the page again tries again.
 *
 * @throws Problem
 */
export async function pair() {
    const code = brought('pair');
    if (!code) return;
    try {
        keepKey((await pairings.redeem(code)).key);
    } catch (problem) {
        if (problem.passing) throw problem;
        cleanAddress();
        throw problem;
    }
    cleanAddress();
}

export function keepKey(key) {
    localStorage.setItem(PLACE, key.trim());
}

export function forgetKey() {
    localStorage.removeItem(PLACE);
}
