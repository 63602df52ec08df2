// Sends a photo and does not give up while the network is the only trouble.

import { config, jobs, Problem } from './api.js';
import { outbox } from './outbox.js';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
/** The browser's own to send. */
const UNTOUCHABLE = new Set(['content-length', 'host']);

/**
 * Opens a job for the photo, unless there is one, and uploads it.
 *
 * @param photo of the outbox; `job` and `sent` are set and kept as they come about
 * @param on {key(), waiting(problem), progress(share)}
 * @throws Problem that waiting does not mend
 */
export async function send(photo, on) {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
        try {
            return await attempt(photo, on);
        } catch (problem) {
            if (!(problem instanceof Problem) || !problem.passing) throw problem;
            on.waiting(problem);
            await Promise.race([elapsed(Math.max(pause, problem.retryAfter * 1000)), event('online')]);
        }
    }
}

async function attempt(photo, on) {
    if (photo.sent) return;
    await config();
    // repeated with the same key, the call answers the same job with a fresh upload
    const opened = await jobs.create(
        { filename: photo.filename, contentType: photo.blob.type, contentLength: photo.blob.size, look: photo.look }, on.key(), photo.id);
    photo.job = { id: opened.jobId, token: opened.guestToken ?? photo.job?.token };
    await keep(photo);
    if (opened.upload) await put(opened.upload, photo.blob, on.progress);
    photo.sent = true;
    await keep(photo);
}

/** Without room on the disk it is sent all the same. */
const keep = photo => outbox.put(photo).catch(() => {});

function put({ method, url, headers }, blob, progress) {
    return new Promise((done, fail) => {
        const request = new XMLHttpRequest(); // fetch tells no progress
        request.open(method, url);
        for (const [name, value] of Object.entries(headers))
            if (!UNTOUCHABLE.has(name.toLowerCase())) request.setRequestHeader(name, value);
        request.upload.onprogress = event => event.lengthComputable && progress(event.loaded / event.total);
        request.onload = () => {
            if (request.status >= 200 && request.status < 300) done();
            else fail(new Problem('UPLOAD_REFUSED', request.status));
        };
        request.onerror = request.onabort = request.ontimeout = () => fail(new Problem('OFFLINE'));
        progress(0);
        request.send(blob);
    });
}

const elapsed = ms => new Promise(done => setTimeout(done, ms));
const event = name => new Promise(done => addEventListener(name, done, { once: true }));
