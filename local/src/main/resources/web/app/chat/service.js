// Asks this machine's LINE for what the guest's app shows.

const PLACE = 'chat-key';

/** Who is not answered, and why: status 0 where nobody was reached. */
export class NoAnswer extends Error {
    constructor(status, message = '') {
        super(message);
        this.status = status;
    }
}

/** The key that the link brought, or an earlier one. It does not stay in the address, where people copy it from. */
function key() {
    const brought = new URLSearchParams(location.hash.slice(1)).get('chat');
    if (brought) {
        localStorage.setItem(PLACE, brought);
        history.replaceState(null, '', location.pathname + location.search);
    }
    return localStorage.getItem(PLACE) ?? '';
}

const authorization = { authorization: `Bearer ${key()}` };

async function ask(path, request = {}) {
    let answer;
    try {
        answer = await fetch(`/chat/${path}`, { ...request, headers: authorization, cache: 'no-store' });
    } catch {
        throw new NoAnswer(0);
    }
    if (!answer.ok) throw new NoAnswer(answer.status, (await answer.json().catch(() => ({}))).message);
    return answer;
}

export const service = {
    /** What has changed since a revision. */
    state: async since => (await ask(`state?since=${since}`)).json(),
    photo: async id => (await ask(`photo/${encodeURIComponent(id)}`)).blob(),
    sample: async () => (await ask('sample')).blob(),
    send: (chat, photo) => ask(`photo?chat=${chat}`, { method: 'POST', body: photo }),
    act: (act, more = {}) => ask('do', { method: 'POST', body: JSON.stringify({ act, ...more }) }),
};
