// CloudWatch Logs: what the tasks of a job wrote.

const LONGEST_MS = 3 * 60 * 60 * 1000;

export class Logs {
    #aws;
    #prefix;
    #groups = null;

    /** @param {string} prefix of the names of the functions' log groups, /photo-booth/PhotoBooth/ */
    constructor(aws, prefix) {
        this.#aws = aws;
        this.#prefix = prefix;
    }

    /** The lines of an execution, in the order of time: {at, group, line} with the line's JSON. */
    async of(execution, from) {
        this.#groups ??= await this.#names();
        const pattern = `{ $.execution = "${execution}" }`;
        const lines = await Promise.all(this.#groups.map(group => this.#in(group, pattern, from)));
        return lines.flat().sort((one, other) => one.at - other.at);
    }

    async #names() {
        const answer = await this.#aws.call('logs', 'DescribeLogGroups', { logGroupNamePrefix: this.#prefix });
        return answer.logGroups.map(group => group.logGroupName);
    }

    async #in(logGroupName, filterPattern, startTime) {
        const window = { startTime, endTime: startTime + LONGEST_MS };
        const { events = [] } = await this.#aws.call('logs', 'FilterLogEvents', {
            logGroupName,
            filterPattern,
            ...window,
        });
        return events.map(event => ({ at: event.timestamp, group: logGroupName, line: JSON.parse(event.message) }));
    }
}

/** Those of one state, and of one item of the Map it is in. */
export function linesOf(lines, state, item) {
    return lines.filter(
        ({ line }) => line.state === state && (item === null || line.item === undefined || line.item === item),
    );
}
