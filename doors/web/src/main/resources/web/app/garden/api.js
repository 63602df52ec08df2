// The garden's HTTP API as its pages use it. Where the API is stands in /config.json; what it refuses becomes a Problem.

import { Problem, call, config } from '../api.js';

/** The key of a picture, of the link to it: its path. */
export const keyOf = url => decodeURIComponent(new URL(url, location.href).pathname.slice(1));

/**
 * What a page can show: links of answers may be relative to the API, which may have another address than the page.
 *
 * @returns a function that makes such a link whole
 */
export async function links() {
    const { api } = await config();
    return url => (url.startsWith('/') ? api + url : url);
}

/** Calls that are not JSON both ways. */
async function send(path, { method = 'POST', key, body, type, headers = {} }) {
    const { api } = await config();
    const all = { 'content-type': type, ...headers };
    if (key) all.authorization = `Bearer ${key}`;
    let answer;
    try {
        answer = await fetch(api + path, { method, headers: all, body });
    } catch {
        throw new Problem('OFFLINE');
    }
    if (answer.ok) return answer;
    const { code, detail } = await answer.clone().json().catch(() => ({}));
    throw new Problem(code ?? 'INCIDENT', answer.status, detail ?? (await answer.text().catch(() => '')),
        Number(answer.headers.get('retry-after')) || 0);
}

const post = (path, body, key) => call(path, { method: 'POST', key, body });

export const garden = {
    /**
     * Reads the mood of a face.
     *
     * @returns {id, ageRange, gender, emotions, generation, smile, …}, or undefined where there is no face
     */
    async mood(photo, id) {
        try {
            const answer = await send('/emotion', { body: photo, type: photo.type, headers: { 'x-user-id': id } });
            return await answer.json();
        } catch (problem) {
            if (problem.status === 404) return undefined;
            throw problem;
        }
    },
    /** {landscape: [{url, emotion}], portrait: […]} as somebody is likely to like them. */
    chosen: who => post('/garden', who),
    /** The same, the newest first. */
    newest: who => post('/gardenfromDB', who),
    /** Says that a picture is liked of those that were shown. */
    like: what => send('/like', { body: JSON.stringify(what), type: 'application/json' }),
    summary: () => call('/v1/garden/summary'),
    pictures: query => call(`/v1/garden/pictures?${new URLSearchParams(query)}`),
    promote: (objName, key) => post('/v1/garden/promote', { objName }, key),
    remove: (objName, key) => send('/remove', { body: JSON.stringify({ objName }), type: 'application/json', key }),
    removePool: (objName, key) => send('/removePool', { body: JSON.stringify({ objName }), type: 'application/json', key }),
    display: zone => call(`/v1/garden/display/${zone}`),
    hang: (what, key) => send('/updateDisplay', { body: JSON.stringify(what), type: 'application/json', key }),
    /** {statusCode, body: "[urls]", time} */
    paint: (what, key) => post('/text2image', what, key),
};

export const batches = {
    estimate: (plan, key) => post('/v1/garden/batches/estimate', plan, key),
    /** @param once makes it safe to repeat */
    start: (plan, key, once) =>
        call('/v1/garden/batches', { method: 'POST', key, body: plan, headers: { 'idempotency-key': once } }),
    list: key => call('/v1/garden/batches', { key }),
    see: id => call(`/v1/garden/batches/${id}`),
    cancel: (id, key) => post(`/v1/garden/batches/${id}/cancel`, {}, key),
    replay: (id, key) => post(`/v1/garden/batches/${id}/replay`, {}, key),
};
