// The operator's credentials. For AWS the operator pastes temporary ones; the embedded cloud hands out its own to whoever
// came by the link that `booth up` prints. They live in this tab's session storage and go nowhere but into signatures.

const PLACE = 'operators.credentials';
const LINK = 'operators.key';
const FIELDS = {
    accessKeyId: 'access_?key_?id',
    secretAccessKey: 'secret_?access_?key',
    sessionToken: 'session_?token',
};

export class Credentials {
    #storage;

    constructor(storage = sessionStorage) {
        this.#storage = storage;
    }

    current() {
        const kept = this.#storage.getItem(PLACE);
        return kept ? JSON.parse(kept) : null;
    }

    keep(credentials) {
        this.#storage.setItem(PLACE, JSON.stringify(credentials));
    }

    forget() {
        this.#storage.removeItem(PLACE);
    }

    /**
     * Asks the embedded cloud, which has others if its data folder is another one than before; does nothing on AWS.
     *
     * @param {?string} key of the link
     * @param {{aws?: {keys?: string}}} config of /config.json
     * @returns {Promise<boolean>} false where the key is not this cloud's
     */
    async ask(key, config, send = (url, request) => fetch(url, request)) {
        const { keys } = config.aws ?? {};
        if (!keys || !key) return true;
        const answer = await send(keys, { headers: { Authorization: `Bearer ${key}` }, cache: 'no-store' });
        if (answer.ok) this.keep(await answer.json());
        return answer.status !== 403;
    }
}

/**
 * The key that the operators' link brought, or an earlier one. It does not stay in the address, where people copy it from;
 * the rest of the address does.
 */
export function operatorsKey(storage = localStorage) {
    const place = new URLSearchParams(location.hash.slice(1));
    const brought = place.get('operator');
    if (brought) {
        storage.setItem(LINK, brought);
        place.delete('operator');
        const rest = place.toString().replace(/=(?=&|$)/g, '');
        history.replaceState(null, '', location.pathname + location.search + (rest ? `#${rest}` : ''));
    }
    return storage.getItem(LINK);
}

export function forgetOperatorsKey(storage = localStorage) {
    storage.removeItem(LINK);
}

/**
 * Finds credentials in whatever was pasted: export lines, lines of an AWS configuration file, the JSON of aws sts or of
 * aws configure export-credentials.
 *
 * @returns {?{accessKeyId: string, secretAccessKey: string, sessionToken?: string}} null where one is missing
 */
export function readPasted(text) {
    const found = {};
    for (const [field, name] of Object.entries(FIELDS)) {
        const match = new RegExp(`${name}"?\\s*[:=]\\s*["']?([A-Za-z0-9/+=_-]+)`, 'i').exec(text);
        if (match) found[field] = match[1];
    }
    return found.accessKeyId && found.secretAccessKey ? found : null;
}
