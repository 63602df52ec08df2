import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPasted } from '../../main/resources/web/app/operators/credentials.js';
import { readLetter, shortened } from '../../main/resources/web/app/operators/queues.js';

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
    assert.equal(shortened('PhotoBooth-IntakeDoorIntakeQueue625345EB', 'PhotoBooth'), 'IntakeQueue');
    assert.equal(shortened('PhotoBooth-GenerationQueueA97E5A95-Xy12AbCdEfGh', 'PhotoBooth'), 'GenerationQueue');
    assert.equal(
        shortened('PhotoBooth-GenerationQueueDeadLettersQueue8912F309', 'PhotoBooth'),
        'GenerationQueueDeadLetters',
    );
    assert.equal(shortened('PhotoBooth-StreamLine12345678.fifo', 'PhotoBooth'), 'StreamLine');
});

const JOB = '0123456789abcdef0123456789abcdef';

test('of a dead letter the job and the reason are read, wherever they stand', () => {
    const put = readLetter({ MessageId: '1', Body: `{"Records":[{"s3":{"object":{"key":"photo/${JOB}/a.jpg"}}}]}` });
    assert.equal(put.job, JOB);
    const event = readLetter({
        MessageId: '2',
        Body: `{"detail-type":"Step Functions Execution Status Change","detail":{"name":"${JOB}-r1"}}`,
        MessageAttributes: { ERROR_MESSAGE: { StringValue: '{"errorMessage":"no disk"}' } },
        Attributes: { SentTimestamp: '5', ApproximateReceiveCount: '3' },
    });
    assert.deepEqual([event.job, event.reason, event.sent, event.receives], [JOB, 'no disk', 5, 3]);
    assert.equal(readLetter({ MessageId: '3', Body: 'not JSON' }).job, null);
});
