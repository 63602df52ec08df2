// Watches one job until its end, and past one that is not the last word: by the stream, and by asking again and again
// while the stream cannot be had.

import { config, jobs, Problem } from './api.js';

const ENDED = new Set(['succeeded', 'partial', 'rejected', 'failed', 'canceled', 'expired']);
const FIRST_PAUSE_MS = 500;
/**
 * While something is expected every moment. Connections that say nothing for `silence` are asked whether they live, which
 * API Gateway's ten minutes bound.
 */
const EAGER = { poll: 1_000, longestPause: 15_000, silence: 20_000 };
/** While something may still come. */
const PATIENT = { poll: 60_000, longestPause: 60_000, silence: 240_000 };
/** Ends after which a picture may land, or the job be tried again. */
const UNSETTLED = new Set(['partial', 'failed']);
/** As long as a branch of the pipeline waits for its picture, and a little more. */
const LATE_MS = 35 * 60_000;

export const ended = view => ENDED.has(view.status);

/**
 * Calls `show` with every newer state of the job, the last one included, and `gone` when there is no such job (any more).
 *
 * @returns a function that stops it
 */
export function watch(job, show, gone = () => {}) {
    const watcher = new Watcher(job, show, gone);
    watcher.start();
    return () => watcher.stop();
}

class Watcher {
    #job; #show; #gone; #socket; #pollTimer; #reconnectTimer; #silenceTimer; #lateTimer;
    #pace = EAGER;
    #sawItRun = false;
    #pause = FIRST_PAUSE_MS;
    #revision = -1;
    #stopped = false;
    #wake = () => this.#awake();

    constructor(job, show, gone) {
        this.#job = job;
        this.#show = show;
        this.#gone = gone;
    }

    start() {
        addEventListener('online', this.#wake);
        document.addEventListener('visibilitychange', this.#wake);
        this.#connect();
        this.#poll();
    }

    stop() {
        this.#stopped = true;
        removeEventListener('online', this.#wake);
        document.removeEventListener('visibilitychange', this.#wake);
        for (const timer of [this.#pollTimer, this.#reconnectTimer, this.#silenceTimer, this.#lateTimer]) clearTimeout(timer);
        this.#socket?.close();
    }

    async #connect() {
        let address;
        try {
            address = (await config()).stream;
        } catch {
            return this.#reconnectLater();
        }
        if (this.#stopped || !address || this.#live()) return;
        const socket = new WebSocket(`${address}?job=${this.#job}`);
        this.#socket = socket;
        let opened = false;
        socket.onopen = () => {
            opened = true;
            this.#heard();
        };
        socket.onmessage = message => {
            this.#pause = FIRST_PAUSE_MS;
            const view = parsed(message.data);
            if (view?.jobId === this.#job) this.#take(view);
            this.#heard();
        };
        socket.onclose = () => {
            if (this.#socket !== socket || this.#stopped) return;
            this.#reconnectLater();
            if (opened && this.#pace === PATIENT) this.#poll(); // erased, perhaps
        };
    }

    #reconnectLater() {
        if (this.#stopped) return;
        clearTimeout(this.#reconnectTimer);
        this.#reconnectTimer = setTimeout(() => this.#connect(), this.#pause * (0.5 + Math.random()));
        this.#pause = Math.min(this.#pause * 2, this.#pace.longestPause);
    }

    /** A connection can die without a word: after a silence it has to answer. */
    #heard() {
        clearTimeout(this.#silenceTimer);
        if (this.#stopped) return;
        this.#silenceTimer = setTimeout(() => {
            if (!this.#live()) return;
            this.#socket.send('{"action":"view"}');
            this.#silenceTimer = setTimeout(() => this.#socket.close(), EAGER.silence / 2);
        }, this.#pace.silence);
    }

    #awake() {
        if (document.hidden || this.#stopped) return;
        if (this.#live()) this.#socket.send('{"action":"view"}');
        else this.#connect();
        this.#poll();
    }

    async #poll() {
        clearTimeout(this.#pollTimer);
        try {
            if (this.#revision < 0 || !this.#live()) this.#take(await jobs.see(this.#job));
        } catch (error) {
            if (error instanceof Problem && error.status === 404 && !this.#stopped) {
                this.stop();
                this.#gone();
            }
        }
        this.#pollLater();
    }

    #pollLater() {
        clearTimeout(this.#pollTimer);
        if (!this.#stopped) this.#pollTimer = setTimeout(() => this.#poll(), this.#pace.poll);
    }

    #live() {
        return this.#socket?.readyState === WebSocket.OPEN;
    }

    /** Answers may overtake each other: whatever is older than what is shown is dropped. */
    #take(view) {
        const revision = view.revision ?? this.#revision + 1;
        if (this.#stopped || revision < this.#revision) return;
        this.#revision = revision;
        if (ended(view)) this.#end(view);
        else this.#run();
        this.#show(view);
    }

    #run() {
        this.#sawItRun = true;
        if (this.#pace === EAGER) return;
        clearTimeout(this.#lateTimer);
        this.#pace = EAGER;
        this.#pollLater();
    }

    /** Watched once more from its first such end on; of one that was over before, only what is left of that time. */
    #end({ status, endedAt }) {
        const since = this.#sawItRun ? 0 : Math.max(0, Date.now() - Date.parse(endedAt));
        if (!UNSETTLED.has(status) || since >= LATE_MS) return this.stop();
        if (this.#pace === PATIENT) return;
        this.#pace = PATIENT;
        this.#lateTimer = setTimeout(() => this.stop(), LATE_MS - since);
    }
}

function parsed(text) {
    try {
        return JSON.parse(text);
    } catch {
        return undefined; // "Forbidden" and the like of the gateway itself
    }
}
