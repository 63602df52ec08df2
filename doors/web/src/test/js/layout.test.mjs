import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { allStates, readDefinition } from '../../main/resources/web/app/operators/definition.js';
import { END, layoutMachine, START } from '../../main/resources/web/app/operators/layout.js';
import * as dagre from '../../../vendor/app/dagre.js';

const FILE = new URL('../../../../../statemachine/photo-booth.asl.json', import.meta.url);
const definition = readDefinition(await readFile(FILE, 'utf8'));
const laid = layoutMachine(definition, text => 7 * text.length, dagre);

const overlap = (one, other) =>
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height;

function eachGraph(graph, look) {
    look(graph);
    for (const node of graph.nodes) for (const part of node.parts ?? []) eachGraph(part, look);
}

test('every state of the machine is drawn once', () => {
    const drawn = [];
    eachGraph(laid, graph => drawn.push(...graph.nodes.filter(node => node.state).map(node => node.state.name)));
    assert.deepEqual(
        drawn.sort(),
        allStates(definition)
            .map(state => state.name)
            .sort(),
    );
});

test('no state lies on another, and what is inside a box stays inside', () => {
    eachGraph(laid, graph => {
        for (const one of graph.nodes)
            for (const other of graph.nodes) if (one !== other) assert.ok(!overlap(one, other));
        for (const box of graph.nodes)
            for (const part of box.parts ?? []) {
                assert.ok(part.x >= 0 && part.x + part.width <= box.width, box.state.name);
                assert.ok(part.y + part.height <= box.height, box.state.name);
            }
    });
});

test('ways lead downwards from the start to the end', () => {
    const top = new Map(laid.nodes.map(node => [node.dot ?? node.state.name, node.y]));
    for (const { from, to } of laid.edges) assert.ok(top.get(from) < top.get(to), `${from} → ${to}`);
    assert.equal(Math.min(...top.values()), top.get(START));
    assert.equal(Math.max(...top.values()), top.get(END));
});

test('ways say what leads there', () => {
    const labels = new Map(laid.edges.map(edge => [`${edge.from} → ${edge.to}`, edge.words]));
    assert.equal(labels.get('FaceFound? → SegmentFaces'), '$count($faces) > 0');
    assert.equal(labels.get('Detect → NotifyRejected'), 'Refused');
    assert.equal(labels.get('FaceFound? → NoFace'), 'Default');
});

test('a loop is drawn too', () => {
    const loop = readDefinition(
        '{"StartAt":"Try","States":{"Try":{"Type":"Task","Next":"Done?"},"Done?":{"Type":"Choice","Choices":[{"Condition":"{% $done %}","Next":"End"}],"Default":"Try"},"End":{"Type":"Succeed"}}}',
    );
    const { edges } = layoutMachine(loop, text => 7 * text.length, dagre);
    assert.ok(edges.every(edge => edge.points.length >= 2));
    assert.ok(edges.some(edge => edge.from === 'Done?' && edge.to === 'Try'));
});
