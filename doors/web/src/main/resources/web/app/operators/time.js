// Times as people say them.

/** 0.4 s, 12.3 s, 2 min 05 s, 1 h 12 min */
export function duration(millis) {
    if (millis < 0) return '0 s';
    const seconds = millis / 1000;
    if (seconds < 60) return `${seconds.toFixed(1)} s`;
    const whole = Math.floor(seconds);
    if (whole < 3600) return `${Math.floor(whole / 60)} min ${two(whole % 60)} s`;
    if (whole < 172800) return `${Math.floor(whole / 3600)} h ${two(Math.floor(whole / 60) % 60)} min`;
    return `${Math.floor(whole / 86400)} d`;
}

const two = number => String(number).padStart(2, '0');

/** @param {string} language of the page  @returns {(millis: number) => string} date where it is not today's, and time */
export function clock(language) {
    const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium' });
    const both = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
    return millis => (new Date(millis).toDateString() === new Date().toDateString() ? time : both).format(millis);
}

/**
 * Does something again and again, never twice at once, and not while nobody looks at the page.
 */
export class Repeat {
    #work;
    #pause;
    #timer = null;
    #busy = false;
    #again = false;
    #stopped = true;

    /**
     * @param {() => Promise<void>} work
     * @param {() => number} pause milliseconds from the end of one to the next, asked each time; Infinity for none
     */
    constructor(work, pause) {
        this.#work = work;
        this.#pause = pause;
        document.addEventListener('visibilitychange', () => !document.hidden && this.#stopped === false && this.now());
    }

    now() {
        this.#stopped = false;
        clearTimeout(this.#timer);
        if (this.#busy) this.#again = true;
        else this.#run();
    }

    stop() {
        this.#stopped = true;
        clearTimeout(this.#timer);
    }

    async #run() {
        this.#busy = true;
        try {
            await this.#work();
        } finally {
            this.#busy = false;
            const pause = this.#again ? 0 : this.#pause();
            this.#again = false;
            if (!this.#stopped && !document.hidden && pause !== Infinity)
                this.#timer = setTimeout(() => this.#run(), pause);
        }
    }
}
