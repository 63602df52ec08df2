// SQS, as far as the page needs it: how many messages wait, and what nobody could handle.

const HIDDEN_SECONDS = 10;
const BATCH = 10;
const MOST = 30;
const MADE_UP = /[0-9A-F]{8}(-[A-Za-z0-9]+)?(\.fifo)?$/;

/**
 * @typedef {{name: string, url: string, arn: string, waiting: number, held: number, delayed: number, receives: ?number,
 *            deadLetters: ?Queue, sources: string[]}} Queue
 */

export class Queues {
    #aws;
    #stack;

    /** @param {string} stack CloudFormation begins the names of its queues with it */
    constructor(aws, stack) {
        this.#aws = aws;
        this.#stack = stack;
    }

    /** @returns {Promise<{working: Queue[], forDeadLetters: Queue[]}>} queues with work, and those of dead letters */
    async look() {
        const urls = await this.#urls();
        const all = await Promise.all(urls.map(url => this.#queue(url)));
        const byArn = new Map(all.map(queue => [queue.arn, queue]));
        for (const queue of all) {
            queue.deadLetters = byArn.get(queue.deadLetterArn) ?? null;
            queue.deadLetters?.sources.push(queue.name);
        }
        const isForDeadLetters = queue => queue.sources.length > 0 || queue.name.includes('DeadLetters');
        const sorted = all.sort((one, other) => one.name.localeCompare(other.name));
        return { working: sorted.filter(queue => !isForDeadLetters(queue)), forDeadLetters: sorted.filter(isForDeadLetters) };
    }

    async #urls() {
        const urls = [];
        let NextToken;
        do {
            const page = await this.#call('ListQueues', {
                QueueNamePrefix: `${this.#stack}-`,
                MaxResults: 1000,
                ...(NextToken && { NextToken }),
            });
            urls.push(...(page.QueueUrls ?? []));
            ({ NextToken } = page);
        } while (NextToken);
        return urls;
    }

    async #queue(url) {
        const { Attributes: known } = await this.#call('GetQueueAttributes', {
            QueueUrl: url,
            AttributeNames: ['All'],
        });
        const policy = JSON.parse(known.RedrivePolicy ?? '{}');
        return {
            name: shortened(url.slice(url.lastIndexOf('/') + 1), this.#stack),
            url,
            arn: known.QueueArn,
            waiting: Number(known.ApproximateNumberOfMessages ?? 0),
            held: Number(known.ApproximateNumberOfMessagesNotVisible ?? 0),
            delayed: Number(known.ApproximateNumberOfMessagesDelayed ?? 0),
            receives: policy.maxReceiveCount ? Number(policy.maxReceiveCount) : null,
            deadLetterArn: policy.deadLetterTargetArn ?? '',
            deadLetters: null,
            sources: [],
        };
    }

    /** Looks at some of a queue's messages and puts them back at once; should that fail, they are back in ten seconds. */
    async peek(queue) {
        const taken = [];
        try {
            while (taken.length < MOST) {
                const page = await this.#call('ReceiveMessage', {
                    QueueUrl: queue.url,
                    MaxNumberOfMessages: BATCH,
                    VisibilityTimeout: HIDDEN_SECONDS,
                    WaitTimeSeconds: taken.length === 0 ? 1 : 0, // to wait is to ask all of SQS's servers
                    MessageAttributeNames: ['All'],
                    MessageSystemAttributeNames: ['SentTimestamp', 'ApproximateReceiveCount', 'MessageGroupId'],
                });
                const some = page.Messages ?? [];
                if (some.length === 0) break;
                taken.push(...some);
            }
            return taken.map(readDeadLetter);
        } finally {
            await Promise.all(taken.map(message => this.#putBack(queue, message)));
        }
    }

    #putBack(queue, message) {
        return this.#call('ChangeMessageVisibility', {
            QueueUrl: queue.url,
            ReceiptHandle: message.ReceiptHandle,
            VisibilityTimeout: 0,
        }).catch(() => {}); // it comes back by itself
    }

    /** Begins to send a queue's messages back to where they came from. @returns {Promise<object>} how it ended */
    async moveBack(queue) {
        await this.#call('StartMessageMoveTask', { SourceArn: queue.arn });
        for (;;) {
            const { Results = [] } = await this.#call('ListMessageMoveTasks', { SourceArn: queue.arn, MaxResults: 1 });
            if (Results[0]?.Status !== 'RUNNING') return Results[0] ?? {};
            await new Promise(done => setTimeout(done, 500));
        }
    }

    #call(operation, input) {
        return this.#aws.call('sqs', operation, input);
    }
}

/** The name without what CloudFormation and the CDK add to it. */
export function shortened(name, stack) {
    const inStack = name.startsWith(`${stack}-`) ? name.slice(stack.length + 1) : name;
    return inStack
        .replace(MADE_UP, '')
        .replace(/DeadLettersQueue$/, 'DeadLetters')
        .replace(/^Ingest(?=Intake)/, '');
}

/** @returns {{id: string, sent: number, receives: number, job: ?string, reason: string, body: string}} */
export function readDeadLetter(message) {
    const attributes = message.Attributes ?? {};
    return {
        id: message.MessageId,
        sent: Number(attributes.SentTimestamp ?? 0),
        receives: Number(attributes.ApproximateReceiveCount ?? 0),
        job: jobIn(message.Body),
        reason: reasonIn(message.MessageAttributes ?? {}),
        body: message.Body,
    };
}

function jobIn(body) {
    const named = /"jobId\\*":\s*\\*"([0-9a-f]{32})/.exec(body) ?? /photo\/([0-9a-f]{32})\//.exec(body);
    return (named ?? /(?<![0-9a-f])([0-9a-f]{32})-r\d+/.exec(body))?.[1] ?? null;
}

/** Functions and rules say why they failed, each in attributes of its own. */
function reasonIn(attributes) {
    return ['ErrorCode', 'ERROR_CODE', 'ErrorMessage', 'ERROR_MESSAGE']
        .map(name => attributes[name]?.StringValue ?? '')
        .filter(Boolean)
        .map(errorMessageOf)
        .join(' ');
}

/** Lambda's errors are JSON themselves. */
function errorMessageOf(text) {
    try {
        return JSON.parse(text).errorMessage ?? text;
    } catch {
        return text;
    }
}
