/** The messages of a place: at the newest one, at what one has just done, or where the reader has scrolled to. */
import { h } from 'preact';
import { useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Message } from './message.js';
import { Names, namesOf } from './names.js';
import { Reader } from './reader.js';
import { roveMessages } from './roving.js';
import { firstChange, show, showFrom } from './show.js';

/** Whatever the reader does to move the messages. */
const MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'];

export function Log({ conversation, state, place, name, workspace, wanted }) {
  const box = useRef(null);
  const inner = useRef(null);
  const [away, setAway] = useState(false);
  const reader = useContext(Reader);
  const names = useMemo(() => namesOf(conversation ? flat(conversation.messages) : [], reader), [conversation]);
  const view = useView(box, inner, setAway);
  useFollowing({ box, conversation, place, workspace, wanted, view });
  useEffect(() => roveMessages(inner.current), []);

  return h(Names.Provider, { value: names }, h('div', { class: 'log-frame' },
    h('div', { class: 'log', ref: box, role: 'log', 'aria-live': 'polite', 'aria-label': `Messages in ${name}`, tabIndex: -1, onScroll: view.scrolled },
      h('div', { ref: inner, class: 'log-inner' }, conversation
        ? days(conversation.messages).map(([day, messages]) => h(Day, { key: day, day, messages, state, place, workspace }))
        : h('p', { class: 'loading' }, 'Opening…'),
      conversation?.messages.length === 0 && h('p', { class: 'start' }, `This is the very beginning of ${name}.`))),
    away && h('button', { type: 'button', class: 'to-end', onClick: view.toEnd }, 'Newest messages ↓')));
}

/** Keeps what is to be seen in view while messages come and pictures grow: the end, or the message that is held. */
function useView(box, inner, setAway) {
  const own = useRef(null);
  own.current ??= view(box, setAway);
  useEffect(() => {
    const { letGo, keep } = own.current;
    const watcher = new ResizeObserver(keep);
    watcher.observe(inner.current);
    watcher.observe(box.current);
    MOVES.forEach((move) => box.current.addEventListener(move, letGo, { passive: true }));
    return () => watcher.disconnect();
  }, []);
  return own.current;
}

function view(box, setAway) {
  let atEnd = true;
  let held = null;
  const toEnd = () => {
    held = null;
    box.current.scrollTo({ top: box.current.scrollHeight });
  };
  return {
    toEnd,
    letGo: () => { held = null; },
    keep: () => (held ? held() : atEnd && toEnd()),
    /** Shows it now and as long as nobody moves the messages. */
    hold(showing) {
      held = showing;
      showing();
    },
    scrolled() {
      const { scrollTop, scrollHeight, clientHeight } = box.current;
      atEnd = scrollHeight - scrollTop - clientHeight < 60;
      setAway(!atEnd);
    },
  };
}

/** After something one has done oneself, what came of it is in view, from its beginning. */
function useFollowing({ box, conversation, place, workspace, wanted, view }) {
  const before = useRef(null);
  const first = useRef({ deed: 0, ts: null });
  const find = (ts) => box.current.querySelector(`[data-message-ts="${ts}"]`);

  useLayoutEffect(() => {
    if (!conversation) return;
    const known = before.current;
    before.current = new Map(flat(conversation.messages).map((each) => [each.ts, each.blocks ?? [each.text]]));
    const deed = workspace.deedIn(place);
    if (!known || !deed) return;
    const fresh = [...before.current.keys()].find((ts) => !known.has(ts) && find(ts));
    if (first.current.deed !== deed) first.current = { deed, ts: null };
    first.current.ts ??= fresh ?? null;
    const begin = first.current.ts;
    if (begin) return void view.hold(() => find(begin) && showFrom(box.current, find(begin)));
    const changed = [...before.current.keys()].find((ts) => firstChange(known.get(ts) ?? [], before.current.get(ts)) >= 0);
    const at = changed ? firstChange(known.get(changed) ?? [], before.current.get(changed)) : -1;
    const part = changed && (find(changed)?.querySelector('.blocks')?.children[at] ?? find(changed));
    if (part) view.hold(() => part.isConnected && show(box.current, part, find(changed)));
  }, [conversation]);

  useEffect(() => {
    if (wanted?.place !== place || !conversation) return;
    const article = wanted.ts ? find(wanted.ts) : [...box.current.querySelectorAll('article')].at(-1);
    if (!article) return;
    workspace.arrived();
    view.hold(() => article.isConnected && showFrom(box.current, article));
    article.focus({ preventScroll: true });
  }, [conversation, wanted]);
}

const flat = (messages) => messages.flatMap((each) => [each, ...(each.replies ?? [])])
  .map((each) => ({ ...each, when: `${each.day}, ${each.time}` }));

function days(messages) {
  return [...Map.groupBy(messages, (message) => message.day)];
}

function Day({ day, messages, state, place, workspace }) {
  return h('section', { class: 'day', 'aria-label': day },
    h('h2', { class: 'day-name' }, h('span', null, day)),
    messages.map((message, index) => h(Message, {
      key: message.ts, message, state, place, workspace, joined: continues(messages[index - 1], message),
    })));
}

/** Whether a message stands under the same name as the one above it. */
const continues = (before, message) => Boolean(before) && before.user === message.user && !before.ephemeral
  && !message.ephemeral && !before.replies?.length && Number(message.ts) - Number(before.ts) < 300;
