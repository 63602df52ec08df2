// Where the states of a graph are drawn. Each graph is laid out by itself in layers; a Map or Parallel is then a box of
// the size of what lies in it, so boxes never overlap and a branch never crosses into its neighbour.

import { shortError } from './definition.js';

const NODE = { height: 46, minWidth: 148, maxWidth: 280, before: 36, after: 32 };
const BOX = { header: 40, padding: 14, gap: 18 };
const DOT = 22;
const EDGE_LABEL = { height: 16, maxWidth: 170 };

export const START = '\u0000start';
export const END = '\u0000end';

/**
 * @param graph of {@link readDefinition}
 * @param {(text: string, small?: boolean) => number} measure a text's width in pixels
 * @param dagre the layout library: Graph and layout
 * @returns {{width: number, height: number, nodes: object[], edges: object[]}} nodes with x, y (top left), width, height,
 *   state, and parts (the graphs inside, each with x and y); edges with from, to, kind, label, words
 *   (the label as far as there is room) and points
 */
export function layoutMachine(graph, measure, dagre) {
    return layoutGraph(graph, measure, dagre, true);
}

function layoutGraph(graph, measure, dagre, outermost) {
    const paper = new dagre.Graph({ multigraph: true });
    paper.setGraph({ rankdir: 'TB', nodesep: 24, ranksep: 28, edgesep: 12, marginx: 4, marginy: 4 });
    paper.setDefaultEdgeLabel(() => ({}));
    const boxes = new Map(graph.states.map(state => [state.name, boxOf(state, measure, dagre)]));
    for (const [name, box] of boxes) paper.setNode(name, { width: box.width, height: box.height });
    if (outermost) for (const dot of [START, END]) paper.setNode(dot, { width: DOT, height: DOT });
    const edges = edgesOf(graph, outermost, measure);
    for (const edge of edges) paper.setEdge(edge.from, edge.to, labelOf(edge, measure), edge.key);
    dagre.layout(paper);
    return {
        ...sizeOf(paper),
        nodes: paper.nodes().map(name => placed(paper.node(name), boxes.get(name) ?? { dot: name })),
        edges: edges.map(edge => drawn(edge, paper.edge(edge.from, edge.to, edge.key))),
    };
}

function edgesOf(graph, outermost, measure) {
    const edges = graph.states.flatMap(state => state.ways.map(way => ({ from: state.name, ...way })));
    if (outermost) {
        edges.unshift({ from: START, to: graph.start, kind: 'next', label: '' });
        for (const state of graph.states)
            if (state.ends) edges.push({ from: state.name, to: END, kind: 'next', label: '' });
    }
    const small = text => measure(text, true);
    return edges.map((edge, index) => ({
        ...edge,
        key: String(index),
        words: fitting(edge.label.split(', ').map(shortError).join(', '), EDGE_LABEL.maxWidth, small),
    }));
}

/** As much of a text as there is room for. */
function fitting(text, width, measure) {
    let most = text.length;
    while (most > 3 && measure(cut(text, most)) > width) most--;
    return cut(text, most);
}

const cut = (text, most) => (most < text.length ? `${text.slice(0, most - 1)}…` : text);

/** The straight way down is to stay straight: dagre keeps heavy edges short and vertical. */
function labelOf(edge, measure) {
    const weight = edge.kind === 'catch' ? 1 : edge.kind === 'default' ? 2 : 6;
    if (!edge.label) return { weight };
    return {
        weight,
        width: measure(edge.words, true) + 8,
        height: EDGE_LABEL.height,
        labelpos: 'c',
    };
}

function boxOf(state, measure, dagre) {
    const around = NODE.before + NODE.after;
    const own = Math.min(NODE.maxWidth, Math.max(NODE.minWidth, measure(state.name) + around));
    const name = fitting(state.name, own - around, measure);
    if (state.inner.length === 0) return { state, name, width: own, height: NODE.height, parts: [] };
    const parts = [];
    let x = BOX.padding;
    for (const inner of state.inner.map(graph => layoutGraph(graph, measure, dagre, false))) {
        parts.push({ ...inner, x, y: BOX.header + BOX.padding });
        x += inner.width + BOX.gap;
    }
    const width = x - BOX.gap + BOX.padding;
    const shift = Math.max(0, own - width) / 2;
    for (const part of parts) part.x += shift;
    const height = BOX.header + 2 * BOX.padding + Math.max(...parts.map(part => part.height));
    return { state, name, width: Math.max(width, own), height, parts };
}

function placed(node, box) {
    return { ...box, x: node.x - node.width / 2, y: node.y - node.height / 2, width: node.width, height: node.height };
}

function drawn(edge, line) {
    const label = edge.label ? { x: line.x, y: line.y, width: line.width } : null;
    return { ...edge, points: line.points, at: label };
}

function sizeOf(paper) {
    const { width, height } = paper.graph();
    return { width, height };
}
