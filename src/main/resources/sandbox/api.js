/** The sandbox's page API: every call the page makes to the server. */

const SILENT = 'The sandbox is not answering. Start it again, then reload this page.';

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Error(SILENT);
  }
  const body = await response.json().catch(() => null);
  if (body === null) {
    throw new Error(response.ok ? SILENT : `The sandbox answered with an error (${response.status}).`);
  }
  if (!response.ok && body.ok === undefined) {
    throw new Error(body.error ?? `The sandbox answered with an error (${response.status}).`);
  }
  return body;
}

function get(path, query) {
  const given = Object.entries(query).filter(([, value]) => value);
  return ask(`${path}?${new URLSearchParams(given)}`);
}

function post(path, body) {
  return ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

export const loadState = (as) => get('/sandbox/state', { as });
export const loadMessages = (as, channel) => get('/sandbox/messages', { as, channel });
export const loadHome = (as, open) => get('/sandbox/home', { as, open: open ? '1' : '' });
export const loadModal = (as) => get('/sandbox/modal', { as });
export const moveClock = (as, advance) => post(`/sandbox/clock?${new URLSearchParams({ as })}`, { advance });

/** Puts a chosen file on the server; answers it in Slack's own shape. */
export async function upload(as, file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return (await post(`/sandbox/upload?${new URLSearchParams({ as })}`, { name: file.name, content: btoa(text) })).file;
}

export const fileAddress = (id) => `/sandbox/files/${encodeURIComponent(id)}`;

/** Does one thing as a person. Answers `{ok: true, ...}` or `{ok: false, error | errors}`; never throws. */
export async function act(as, kind, details) {
  try {
    return await post('/sandbox/act', { as, kind, ...details });
  } catch (fault) {
    return { ok: false, error: fault.message };
  }
}

/** Hears what happens for a person until the returned function is called; `catchUp` runs when hearing (re)starts. */
export function listen(as, hear, catchUp) {
  const source = new EventSource(`/sandbox/events?${new URLSearchParams({ as })}`);
  source.onmessage = (event) => hear(JSON.parse(event.data));
  source.onopen = catchUp;
  return () => source.close();
}
