// Watches one job until its end: by the stream, and by asking every second while the stream cannot be had.

import { config, jobs, Problem } from './api.js';

const ENDED = new Set(['succeeded', 'partial', 'rejected', 'failed', 'canceled', 'expired']);
const POLL_MS = 1_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** Connections that say nothing for so long are asked whether they live. */
const SILENCE_MS = 20_000;

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
    #job; #show; #gone; #socket; #pollTimer; #reconnectTimer; #silenceTimer;
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
        for (const timer of [this.#pollTimer, this.#reconnectTimer, this.#silenceTimer]) clearTimeout(timer);
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
        socket.onopen = () => this.#heard();
        socket.onmessage = message => {
            this.#heard();
            this.#pause = FIRST_PAUSE_MS;
            const view = parsed(message.data);
            if (view?.jobId === this.#job) this.#take(view);
        };
        socket.onclose = () => {
            if (this.#socket === socket) this.#reconnectLater();
        };
    }

    #reconnectLater() {
        if (this.#stopped) return;
        clearTimeout(this.#reconnectTimer);
        this.#reconnectTimer = setTimeout(() => this.#connect(), this.#pause * (0.5 + Math.random()));
        this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS);
    }

    /** A connection can die without a word: after a silence it has to answer. */
    #heard() {
        clearTimeout(this.#silenceTimer);
        this.#silenceTimer = setTimeout(() => {
            if (!this.#live()) return;
            this.#socket.send('{"action":"view"}');
            this.#silenceTimer = setTimeout(() => this.#socket.close(), SILENCE_MS / 2);
        }, SILENCE_MS);
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
        if (!this.#stopped) this.#pollTimer = setTimeout(() => this.#poll(), POLL_MS);
    }

    #live() {
        return this.#socket?.readyState === WebSocket.OPEN;
    }

    /** Answers may overtake each other: whatever is older than what is shown is dropped. */
    #take(view) {
        const revision = view.revision ?? this.#revision + 1;
        if (this.#stopped || revision < this.#revision) return;
        this.#revision = revision;
        if (ended(view)) this.stop();
        this.#show(view);
    }
}

function parsed(text) {
    try {
        return JSON.parse(text);
    } catch {
        return undefined; // "Forbidden" and the like of the gateway itself
    }
}
