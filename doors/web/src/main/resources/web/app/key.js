// The booth's key: entered once, or brought by the link (/#key=pb_…), and kept in this browser alone.

const PLACE = 'booth-key';

/** The key, or null. A key in the address is taken, and the address cleaned so that nobody copies it along. */
export function boothKey() {
    const brought = new URLSearchParams(location.hash.slice(1)).get('key');
    if (brought) {
        keepKey(brought);
        history.replaceState(null, '', location.pathname + location.search);
    }
    return localStorage.getItem(PLACE);
}

export function keepKey(key) {
    localStorage.setItem(PLACE, key.trim());
}

export function forgetKey() {
    localStorage.removeItem(PLACE);
}
