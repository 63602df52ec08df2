// Calls AWS by its wire protocol, AWS JSON, with requests that are signed here in the browser.

const SERVICES = {
    states: { target: 'AWSStepFunctions', version: '1.0' },
    sqs: { target: 'AmazonSQS', version: '1.0' },
    logs: { target: 'Logs_20140328', version: '1.1' },
};
const THROTTLED = /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown/;
const TRIES = 4;
const PAUSE_MS = 400;

/** What AWS answered instead of what was asked for; {@code code} is AWS's own name for it. */
export class AwsError extends Error {
    constructor(code, message, status) {
        super(message || code);
        this.code = code;
        this.status = status;
    }

    /** Whether other credentials would help. */
    get isAboutCredentials() {
        return /MissingCredentials|UnrecognizedClient|InvalidClientTokenId|Expired|Signature/.test(this.code);
    }
}

export class Aws {
    /**
     * @param {{region: string, aws?: {endpoint?: string, path?: string}}} config where the services are: all at one
     *   endpoint (the embedded cloud), or behind this page's own host, which hands requests on as they are signed: Step
     *   Functions itself answers no page of another host
     * @param {() => ?{accessKeyId: string, secretAccessKey: string, sessionToken?: string}} credentials asked each time
     * @param Signer aws4fetch's AwsV4Signer
     * @param {typeof fetch} send
     */
    constructor(config, credentials, Signer, send = (url, request) => fetch(url, request)) {
        this.config = config;
        this.credentials = credentials;
        this.Signer = Signer;
        this.send = send;
    }

    /**
     * @param {'states'|'sqs'|'logs'} service
     * @returns {Promise<object>} what the operation answers
     * @throws {AwsError}
     */
    async call(service, operation, input) {
        for (let attempt = 1; ; attempt++) {
            try {
                return await this.#once(service, operation, input);
            } catch (e) {
                if (!(e instanceof AwsError) || !THROTTLED.test(e.code) || attempt === TRIES) throw e;
                await new Promise(done => setTimeout(done, PAUSE_MS * 2 ** attempt * Math.random()));
            }
        }
    }

    async #once(service, operation, input) {
        const credentials = this.credentials();
        if (!credentials) throw new AwsError('MissingCredentials', '', 403);
        const { target, version } = SERVICES[service];
        const { signedFor, sentTo } = this.#addresses(service);
        const signed = await new this.Signer({
            method: 'POST',
            url: signedFor,
            headers: { 'Content-Type': `application/x-amz-json-${version}`, 'X-Amz-Target': `${target}.${operation}` },
            body: JSON.stringify(input),
            service,
            region: this.config.region,
            ...credentials,
        }).sign();
        const request = { method: 'POST', headers: signed.headers, body: signed.body, cache: 'no-store' };
        const answer = await this.#sent(sentTo, request);
        const text = await answer.text();
        const body = parsed(text);
        if (answer.ok && body) return body;
        throw errorOf(answer, body, text);
    }

    /** The signature covers the host, so it is made for the service itself, also where something stands between. */
    #addresses(service) {
        const { endpoint, path = '/aws' } = this.config.aws ?? {};
        if (endpoint !== undefined) {
            const url = new URL(endpoint || '/', location.href).href;
            return { signedFor: url, sentTo: url };
        }
        return { signedFor: `https://${service}.${this.config.region}.amazonaws.com/`, sentTo: `${path}/${service}` };
    }

    async #sent(url, request) {
        try {
            return await this.send(url, request);
        } catch (e) {
            throw new AwsError('Unreachable', String(e?.message ?? e), 0);
        }
    }
}

function parsed(text) {
    if (!text) return {};
    try {
        return JSON.parse(text);
    } catch {
        return null;
    }
}

function errorOf(answer, body, text) {
    const code = String(body?.__type ?? answer.headers.get('x-amzn-errortype') ?? `HTTP ${answer.status}`);
    const message = body?.message ?? body?.Message ?? text.slice(0, 300);
    return new AwsError(code.replace(/^.*#/, '').replace(/:.*$/, ''), message, answer.status);
}
