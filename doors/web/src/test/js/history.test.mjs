import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHistory } from '../../main/resources/web/app/operators/history.js';
import {
    caughtOf,
    failuresOf,
    sentencesOf,
    statesOf,
    statusOf,
    wayKey,
    waysGone,
} from '../../main/resources/web/app/operators/status.js';
import { history } from './events.mjs';

const TASK_FAILS = [
    ['ExecutionStarted', 0],
    ['TaskStateEntered', 0, { name: 'Detect', input: '{}' }],
    ['LambdaFunctionScheduled', 2, { input: '{"a":1}' }],
    ['LambdaFunctionFailed', 3, { error: 'Busy', cause: 'later' }],
    ['LambdaFunctionScheduled', 4, { input: '{"a":1}' }],
    ['LambdaFunctionFailed', 5, { error: 'Broken', cause: '{"errorMessage":"no disk"}' }],
];

const statuses = (events, over) =>
    Object.fromEntries([...statesOf(readHistory(events).visits, over)].map(([name, { status }]) => [name, status]));

test('a state that waits for its answer is running', () => {
    const events = history(...TASK_FAILS.slice(0, 3));
    assert.deepEqual(statuses(events, null), { Detect: 'running' });
});

test('attempts are counted and the last error is the one that is told', () => {
    const read = readHistory(
        history(...TASK_FAILS, ['ExecutionFailed', 6, { error: 'Broken', cause: '{"errorMessage":"no disk"}' }]),
    );
    const [visit] = read.visits;
    assert.deepEqual(
        visit.attempts.map(attempt => [attempt.number, attempt.failed, attempt.error]),
        [
            [0, true, 'Busy'],
            [1, true, 'Broken'],
        ],
    );
    const [failure] = failuresOf(read, 'FAILED');
    assert.equal(failure.visit.name, 'Detect');
    assert.equal(failure.error, 'Broken');
    assert.deepEqual(sentencesOf(failure.cause), ['no disk']);
    assert.equal(statesOf(read.visits, 'FAILED').get('Detect').retries, 1);
});

test('an error that was caught is told as such, and the way it took is known', () => {
    const read = readHistory(
        history(
            ...TASK_FAILS,
            ['TaskStateExited', 6, { name: 'Detect', output: '{}' }],
            ['PassStateEntered', 7, { name: 'Rescue', input: '{}' }],
        ),
    );
    assert.equal(statusOf(read.visits[0], null), 'caught');
    assert.equal(caughtOf(read, null)[0].error, 'Broken');
    assert.ok(waysGone(read.visits).has(wayKey('Detect', 'Rescue')));
});

const MAP = [
    ['ExecutionStarted', 0],
    ['MapStateEntered', 0, { name: 'All', input: '[]' }],
    ['MapStateStarted', 2, { length: 2 }],
    ['MapIterationStarted', 3, { name: 'All', index: 0 }],
    ['TaskStateEntered', 4, { name: 'One', input: '0' }],
    ['MapIterationStarted', 3, { name: 'All', index: 1 }],
    ['TaskStateEntered', 6, { name: 'One', input: '1' }],
    ['LambdaFunctionScheduled', 7],
    ['LambdaFunctionFailed', 8, { error: 'Broken', cause: 'twice' }],
    ['MapIterationFailed', 9, { name: 'All', index: 1 }],
    ['MapIterationAborted', 9, { name: 'All', index: 0 }],
    ['TaskStateAborted', 9],
    ['MapStateFailed', 9],
    ['ExecutionFailed', 13, { error: 'Broken', cause: 'twice' }],
];

test('of a Map the item that failed is the culprit, and the others are canceled', () => {
    const read = readHistory(history(...MAP));
    const states = statesOf(read.visits, 'FAILED');
    assert.equal(states.get('All').status, 'failed');
    assert.equal(states.get('All').visits[0].length, 2);
    assert.deepEqual([...states.get('One').counts].sort(), [
        ['canceled', 1],
        ['failed', 1],
    ]);
    const failures = failuresOf(read, 'FAILED');
    assert.deepEqual(
        failures.map(({ visit }) => [visit.name, visit.scope.item]),
        [['One', 1]],
    );
});

test('a redrive makes what had not ended run again', () => {
    const events = history(...MAP, ['ExecutionRedriven', 14, { redriveCount: 1 }]);
    assert.deepEqual(statuses(events, null), { All: 'running', One: 'running' });
    const on = history(
        ...MAP,
        ['ExecutionRedriven', 14],
        ['LambdaFunctionScheduled', 9],
        ['LambdaFunctionSucceeded', 16, { output: '1' }],
        ['TaskStateExited', 17, { name: 'One', output: '1' }],
    );
    const again = readHistory(on).visits.find(visit => visit.scope.item === 1);
    assert.deepEqual(
        again.attempts.map(attempt => [attempt.redrive, attempt.number, attempt.failed]),
        [
            [0, 0, true],
            [1, 0, false],
        ],
    );
    assert.equal(statusOf(again, null), 'succeeded');
});

test('branches of a Parallel stand beside each other', () => {
    const read = readHistory(
        history(
            ['ExecutionStarted', 0],
            ['ParallelStateEntered', 0, { name: 'Both', input: '{}' }],
            ['ParallelStateStarted', 2],
            ['TaskStateEntered', 3, { name: 'Left', input: '{}' }],
            ['TaskStateEntered', 3, { name: 'Right', input: '{}' }],
            ['TaskStateExited', 4, { name: 'Left', output: '1' }],
            ['TaskStateExited', 5, { name: 'Right', output: '2' }],
            ['ParallelStateSucceeded', 7],
            ['ParallelStateExited', 7, { name: 'Both', output: '[1,2]' }],
            ['PassStateEntered', 9, { name: 'After', input: '[1,2]' }],
        ),
    );
    const [both, left, right, after] = read.visits;
    assert.equal(left.scope.owner, both);
    assert.notEqual(left.scope, right.scope);
    assert.equal(both.output, '[1,2]');
    assert.equal(after.scope.owner, null);
    assert.equal(after.from, both);
    assert.equal(statusOf(both, null), 'succeeded');
});

test('a state that was at work when the execution was stopped is canceled, and one whose time was up failed', () => {
    const events = history(['ExecutionStarted', 0], ['WaitStateEntered', 0, { name: 'Wait', input: '{}' }]);
    assert.deepEqual(statuses([...events, ...history(['ExecutionAborted', 2])], 'ABORTED'), { Wait: 'canceled' });
    assert.deepEqual(statuses(events, 'TIMED_OUT'), { Wait: 'failed' });
});

test('a Fail state tells the sentences its cause has gathered, each once', () => {
    const cause = JSON.stringify([
        { index: 1, status: 'failed', error: { Error: 'Refused', Cause: 'The model says no.' } },
        { index: 2, status: 'failed', error: { Error: 'Refused', Cause: 'The model says no.' } },
        { index: 3, status: 'failed', error: { Error: 'States.Timeout', Cause: '' } },
    ]);
    const read = readHistory(
        history(
            ['ExecutionStarted', 0],
            ['FailStateEntered', 0, { name: 'NoPicture', input: '{}' }],
            ['ExecutionFailed', 2, { error: 'NoPicture', cause }],
        ),
    );
    const [failure] = failuresOf(read, 'FAILED');
    assert.equal(failure.visit.name, 'NoPicture');
    assert.deepEqual(sentencesOf(failure.cause), ['The model says no.']);
});
