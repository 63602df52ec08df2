import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Aws, AwsError } from '../../main/resources/web/app/operators/aws.js';
import { readPasted } from '../../main/resources/web/app/operators/credentials.js';
import { readDeadLetter, shortened } from '../../main/resources/web/app/operators/queues.js';
import { AwsV4Signer } from '../../../vendor/app/aws4fetch.js';

test('credentials are found in whatever was pasted', () => {
    const wanted = { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'sec/ret+1=', sessionToken: 'to/ken==' };
    const exported =
        'export AWS_ACCESS_KEY_ID="ASIAEXAMPLE"\nexport AWS_SECRET_ACCESS_KEY="sec/ret+1="\nexport AWS_SESSION_TOKEN="to/ken=="';
    const file = '[me]\naws_access_key_id=ASIAEXAMPLE\naws_secret_access_key = sec/ret+1=\naws_session_token=to/ken==';
    const json =
        '{"Credentials":{"AccessKeyId":"ASIAEXAMPLE","SecretAccessKey":"sec/ret+1=","SessionToken":"to/ken==","Expiration":"x"}}';
    for (const text of [exported, file, json]) assert.deepEqual(readPasted(text), wanted);
});

test('half a pair of credentials is none', () => {
    assert.equal(readPasted('AWS_ACCESS_KEY_ID=ASIAEXAMPLE'), null);
    assert.equal(readPasted(''), null);
});

test('queues are called as people call them', () => {
    assert.equal(shortened('PhotoBooth-IngestIntakeQueue625345EB', 'PhotoBooth'), 'IntakeQueue');
    assert.equal(shortened('PhotoBooth-GenerationQueueA97E5A95-Xy12AbCdEfGh', 'PhotoBooth'), 'GenerationQueue');
    assert.equal(
        shortened('PhotoBooth-GenerationQueueDeadLettersQueue8912F309', 'PhotoBooth'),
        'GenerationQueueDeadLetters',
    );
    assert.equal(shortened('PhotoBooth-StreamLine12345678.fifo', 'PhotoBooth'), 'StreamLine');
});

const JOB = '0123456789abcdef0123456789abcdef';

test('of a dead letter the job and the reason are read, wherever they stand', () => {
    const put = readDeadLetter({ MessageId: '1', Body: `{"Records":[{"s3":{"object":{"key":"photo/${JOB}/a.jpg"}}}]}` });
    assert.equal(put.job, JOB);
    const event = readDeadLetter({
        MessageId: '2',
        Body: `{"detail-type":"Step Functions Execution Status Change","detail":{"name":"${JOB}-r1"}}`,
        MessageAttributes: { ERROR_MESSAGE: { StringValue: '{"errorMessage":"no disk"}' } },
        Attributes: { SentTimestamp: '5', ApproximateReceiveCount: '3' },
    });
    assert.deepEqual([event.job, event.reason, event.sent, event.receives], [JOB, 'no disk', 5, 3]);
    assert.equal(readDeadLetter({ MessageId: '3', Body: 'not JSON' }).job, null);
});

const CREDENTIALS = { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' };
const SERVICE = 'https://states.us-west-2.amazonaws.com/';

/** AWS, as far as it answers what it is told to. */
function answering(...answers) {
    const asked = [];
    const send = async (url, request) => {
        asked.push({ url, ...request });
        const { status = 200, body = {} } = answers[Math.min(asked.length, answers.length) - 1];
        return new Response(JSON.stringify(body), { status });
    };
    return {
        asked,
        aws: new Aws({ region: 'us-west-2', aws: { path: '/aws' } }, () => CREDENTIALS, AwsV4Signer, send),
    };
}

test("a request goes to the page's own host and is signed for the service itself", async () => {
    const { aws, asked } = answering({ body: { executions: [] } });

    assert.deepEqual(await aws.call('states', 'ListExecutions', { stateMachineArn: 'arn' }), { executions: [] });

    const [{ url, method, headers, body }] = asked;
    assert.deepEqual([url, method, body], ['/aws/states', 'POST', '{"stateMachineArn":"arn"}']);
    assert.equal(headers.get('X-Amz-Target'), 'AWSStepFunctions.ListExecutions');
    assert.equal(headers.get('X-Amz-Security-Token'), 'token');
    const service = await new AwsV4Signer({
        method: 'POST',
        url: SERVICE,
        headers: { 'X-Amz-Target': 'AWSStepFunctions.ListExecutions' },
        body,
        service: 'states',
        region: 'us-west-2',
        datetime: headers.get('X-Amz-Date'),
        ...CREDENTIALS,
    }).sign();
    assert.equal(headers.get('Authorization'), service.headers.get('Authorization'));
});

test("what is throttled is asked again, and what is refused is told in AWS's words", async () => {
    const throttled = { status: 400, body: { __type: 'com.amazonaws#ThrottlingException', message: 'Rate exceeded' } };
    const patient = answering(throttled, { body: { done: true } });
    assert.deepEqual(await patient.aws.call('sqs', 'ListQueues', {}), { done: true });
    assert.equal(patient.asked.length, 2);

    const expired = answering({ status: 403, body: { __type: 'ExpiredTokenException', message: 'It has expired.' } });
    await assert.rejects(expired.aws.call('sqs', 'ListQueues', {}), error => {
        assert.ok(error instanceof AwsError);
        assert.deepEqual(
            [error.code, error.message, error.isAboutCredentials],
            ['ExpiredTokenException', 'It has expired.', true],
        );
        return true;
    });
    assert.equal(expired.asked.length, 1);
});
