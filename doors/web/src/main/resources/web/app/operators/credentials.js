// The operator's credentials. The embedded cloud's are published and come with /config.json; for AWS the operator pastes
// temporary ones, which live in this tab's session storage and go nowhere but into signatures.

const PLACE = 'operators.credentials';
const FIELDS = {
    accessKeyId: 'access_?key_?id',
    secretAccessKey: 'secret_?access_?key',
    sessionToken: 'session_?token',
};

export class Credentials {
    #known;
    #storage;

    /** @param config of /config.json */
    constructor(config, storage = sessionStorage) {
        const { accessKeyId, secretAccessKey } = config.aws ?? {};
        this.#known = accessKeyId ? { accessKeyId, secretAccessKey } : null;
        this.#storage = storage;
    }

    /** Those of the embedded cloud need not be asked for. */
    get built() {
        return this.#known !== null;
    }

    current() {
        if (this.#known) return this.#known;
        const kept = this.#storage.getItem(PLACE);
        return kept ? JSON.parse(kept) : null;
    }

    keep(credentials) {
        this.#storage.setItem(PLACE, JSON.stringify(credentials));
    }

    forget() {
        this.#storage.removeItem(PLACE);
    }
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
