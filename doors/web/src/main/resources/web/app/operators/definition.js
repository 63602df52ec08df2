// Reads a definition in the Amazon States Language into a graph: what is drawn, before anything has run.

/**
 * @typedef {{to: string, kind: 'next'|'choice'|'default'|'catch', label: string}} Way
 * @typedef {{name: string, type: string, comment: string, ways: Way[], ends: boolean, source: object, inner: Graph[]}} State
 * @typedef {{start: string, states: State[]}} Graph
 */

/** @param {string} text the definition as Step Functions gives it  @returns {Graph} */
export function readDefinition(text) {
    return readGraph(JSON.parse(text));
}

/** Every state of the graph and of what lies inside of its states. @returns {State[]} */
export function allStates(graph) {
    return graph.states.flatMap(state => [state, ...state.inner.flatMap(allStates)]);
}

function readGraph(source) {
    return {
        start: source.StartAt,
        states: Object.entries(source.States ?? {}).map(([name, state]) => readState(name, state)),
    };
}

function readState(name, source) {
    const ways = waysOf(source);
    return {
        name,
        type: source.Type,
        comment: source.Comment ?? '',
        ways,
        ends: source.End === true || source.Type === 'Succeed' || source.Type === 'Fail',
        source,
        inner: innerOf(source),
    };
}

function innerOf(source) {
    if (source.Type === 'Parallel') return (source.Branches ?? []).map(readGraph);
    if (source.Type === 'Map') return [readGraph(source.ItemProcessor ?? source.Iterator ?? {})];
    return [];
}

function waysOf(source) {
    const ways = [];
    if (source.Next) ways.push({ to: source.Next, kind: 'next', label: '' });
    for (const choice of source.Choices ?? []) ways.push({ to: choice.Next, kind: 'choice', label: condition(choice) });
    if (source.Default) ways.push({ to: source.Default, kind: 'default', label: 'Default' });
    for (const catcher of source.Catch ?? [])
        ways.push({ to: catcher.Next, kind: 'catch', label: (catcher.ErrorEquals ?? []).map(shortError).join(', ') });
    return ways;
}

/** The words of a JSONata condition, or of a rule of the older dialect. */
function condition(choice) {
    if (typeof choice.Condition === 'string') return choice.Condition.replace(/^\{%\s*|\s*%\}$/g, '');
    const { Next, Comment, Assign, Output, ...rule } = choice;
    return JSON.stringify(rule);
}

/** Of a Java class only its own name: booth.core.Refused is Refused. */
export function shortError(error) {
    return /^[a-z]\w*(\.\w+)+$/.test(error) ? error.slice(error.lastIndexOf('.') + 1) : error;
}
