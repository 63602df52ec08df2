// Step Functions, as far as the page needs it.

const PAGE = 40;
const EVENTS = 1000;
const NEWEST = 100;

export class Machine {
    #aws;
    #definitions = new Map();

    constructor(aws, arn) {
        this.#aws = aws;
        this.arn = arn;
    }

    arnOf(name) {
        return `${this.arn.replace(':stateMachine:', ':execution:')}:${name}`;
    }

    /** @param {string} status RUNNING, FAILED, …; empty for all */
    list(status, nextToken) {
        return this.#call('ListExecutions', {
            stateMachineArn: this.arn,
            maxResults: PAGE,
            ...(status && { statusFilter: status }),
            ...(nextToken && { nextToken }),
        });
    }

    describe(name) {
        return this.#call('DescribeExecution', { executionArn: this.arnOf(name) });
    }

    /** The execution, or null where there is none of that name. */
    async find(name) {
        try {
            return await this.describe(name);
        } catch (e) {
            if (e.code === 'ExecutionDoesNotExist') return null;
            throw e;
        }
    }

    /** The definition it was started with, which need not be the machine's present one. */
    async definition(name) {
        if (!this.#definitions.has(name))
            this.#definitions.set(
                name,
                await this.#call('DescribeStateMachineForExecution', { executionArn: this.arnOf(name) }),
            );
        return this.#definitions.get(name).definition;
    }

    /**
     * The events since the last look, in order. Backwards from the newest until one is known: a page that follows a running
     * execution asks for little each time.
     *
     * @param {number} last the id of the newest event known; 0 for none
     */
    async historyAfter(name, last) {
        const found = [];
        let nextToken;
        do {
            const page = await this.#call('GetExecutionHistory', {
                executionArn: this.arnOf(name),
                reverseOrder: true,
                maxResults: last === 0 ? EVENTS : NEWEST,
                includeExecutionData: true,
                ...(nextToken && { nextToken }),
            });
            found.push(...page.events);
            nextToken = page.nextToken;
        } while (nextToken && found.at(-1).id > last + 1);
        return found.filter(event => event.id > last).reverse();
    }

    redrive(name) {
        return this.#call('RedriveExecution', { executionArn: this.arnOf(name), clientToken: crypto.randomUUID() });
    }

    /** With the error by which the booth's own cancel is known. */
    stop(name) {
        return this.#call('StopExecution', {
            executionArn: this.arnOf(name),
            error: 'Booth.Canceled',
            cause: 'Stopped by an operator.',
        });
    }

    #call(operation, input) {
        return this.#aws.call('states', operation, input);
    }
}

/** What the name says of whose execution it is. @returns {?{job: string, attempt: number}} */
export function jobOf(name) {
    const match = /^([0-9a-f]{32})-r(\d+)$/.exec(name);
    return match && { job: match[1], attempt: Number(match[2]) };
}
