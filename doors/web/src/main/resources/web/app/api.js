// The HTTP API as the pages use it. Where it is stands in /config.json; what it refuses becomes a Problem.

let settings;

/** What /config.json says: {api, stream, region, stateMachineArn?}. Asked for once. */
export function config() {
    settings ??= fetch('/config.json', { cache: 'no-cache' })
        .then(answer => (answer.ok ? answer.json() : Promise.reject(new Problem('INCIDENT', answer.status))))
        .catch(error => {
            settings = undefined; // the next caller tries again
            throw error instanceof Problem ? error : new Problem('OFFLINE');
        });
    return settings;
}

/** What the API said no to, or why it could not be asked: `code` chooses the words, see text.js. */
export class Problem extends Error {
    /** @param retryAfter seconds, where the API says so */
    constructor(code, status = 0, detail = '', retryAfter = 0) {
        super(detail || code);
        this.code = code;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** Whether the same call may work later. */
    get passing() {
        return this.code === 'OFFLINE' || this.status === 429 || this.status >= 500;
    }
}

/**
 * One call. Answers the JSON, or undefined where there is none.
 *
 * @param path of the API, e.g. /v1/jobs
 * @param options {method, key, body, headers, signal}: `key` is a booth's key or a guest's token
 * @throws Problem
 */
export async function call(path, { method = 'GET', key, body, headers = {}, signal } = {}) {
    const { api } = await config();
    const all = { ...headers };
    if (key) all.authorization = `Bearer ${key}`;
    if (body !== undefined) all['content-type'] = 'application/json';
    let answer;
    try {
        answer = await fetch(api + path, {
            method, headers: all, signal, body: body === undefined ? undefined : JSON.stringify(body),
        });
    } catch (error) {
        throw error.name === 'AbortError' ? error : new Problem('OFFLINE');
    }
    if (!answer.ok) throw await problem(answer);
    return answer.status === 204 ? undefined : answer.json();
}

async function problem(answer) {
    const { code = 'INCIDENT', detail } = await answer.json().catch(() => ({}));
    return new Problem(code, answer.status, detail, Number(answer.headers.get('retry-after')) || 0);
}

export const pairings = {
    /** Exchanges the code of a pairing link for {booth, key}. */
    redeem: code => call('/v1/pairings', { method: 'POST', body: { code } }),
};

const path = (id, action = '') => `/v1/jobs/${id}${action}`;

export const jobs = {
    /** @param photo {filename, contentType, contentLength}; `once` makes it safe to repeat */
    create: (photo, key, once) =>
        call('/v1/jobs', { method: 'POST', key, body: photo, headers: once ? { 'idempotency-key': once } : {} }),
    see: (id, signal) => call(path(id), { signal }),
    list: (key, query = {}) => call(`/v1/jobs?${new URLSearchParams(query)}`, { key }),
    replay: (id, key) => call(path(id, '/replay'), { method: 'POST', key }),
    cancel: (id, key) => call(path(id, '/cancel'), { method: 'POST', key }),
    /** @param key the booth's, or the guest's token */
    erase: (id, key) => call(path(id), { method: 'DELETE', key }),
};
