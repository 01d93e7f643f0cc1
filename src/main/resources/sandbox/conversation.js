/** One channel or direct message: its messages by day, and the composer. */
import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Composer } from './composer.js';
import { Message } from './message.js';
import { Details } from './details.js';
import { Hint } from './hint.js';

export function Conversation({ known, workspace, menu }) {
  const { state, place, conversation } = known;
  const channel = state.channels.find((each) => each.id === place);
  const dm = state.dms.find((each) => each.id === place);
  const name = channel ? `#${channel.name}` : dm?.name ?? '';
  return h('main', { class: 'main', 'aria-label': name, 'data-place': place },
    h(Head, { channel, name, workspace, state, menu }),
    h(Hint, { state, workspace }),
    h(Log, { key: `${known.as}/${place}`, conversation, state, place, name, workspace }),
    h(Below, { key: `${state.me.id}/${place}`, known, channel, name, workspace }));
}

function Head({ channel, name, workspace, state, menu }) {
  const [open, setOpen] = useState(false);
  return h('header', { class: 'place-head' }, menu, h('h1', null, name),
    channel?.private && h('span', { class: 'place-note' }, 'private'),
    channel && !channel.archived && h('button', {
      type: 'button', class: 'button quiet-button', 'aria-haspopup': 'dialog', onClick: () => setOpen(true),
    }, 'People'),
    open && h(Details, { channel, state, workspace, onClose: () => setOpen(false) }));
}

/** Stays at the newest message unless the reader has scrolled up. */
function Log({ conversation, state, place, name, workspace }) {
  const box = useRef(null);
  const inner = useRef(null);
  const atEnd = useRef(true);
  const [away, setAway] = useState(false);
  const toEnd = () => box.current.scrollTo({ top: box.current.scrollHeight });

  useEffect(() => {
    const watcher = new ResizeObserver(() => atEnd.current && toEnd());
    watcher.observe(inner.current);
    watcher.observe(box.current);
    return () => watcher.disconnect();
  }, []);

  function scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = box.current;
    atEnd.current = scrollHeight - scrollTop - clientHeight < 60;
    setAway(!atEnd.current);
  }

  return h('div', { class: 'log-frame' },
    h('div', {
      class: 'log', ref: box, role: 'log', 'aria-live': 'polite', 'aria-label': `Messages in ${name}`, tabIndex: 0,
      onScroll: scrolled,
    }, h('div', { ref: inner, class: 'log-inner' }, conversation
      ? days(conversation.messages).map(([day, messages]) => h(Day, { key: day, day, messages, state, place, workspace }))
      : h('p', { class: 'loading' }, 'Opening…'),
    conversation?.messages.length === 0 && h('p', { class: 'start' }, `This is the very beginning of ${name}.`))),
    away && h('button', { type: 'button', class: 'to-end', onClick: toEnd }, 'Newest messages ↓'));
}

function days(messages) {
  const grouped = new Map();
  for (const message of messages) {
    if (!grouped.has(message.day)) grouped.set(message.day, []);
    grouped.get(message.day).push(message);
  }
  return [...grouped];
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

function Below({ known, channel, name, workspace }) {
  if (channel?.archived) return h('p', { class: 'below' }, `${name} is archived: it can be read, and nothing can be added.`);
  if (channel && !channel.member) {
    const join = () => workspace.act('join', { channel: channel.id, user: known.as }).then(workspace.refresh);
    return h('p', { class: 'below' }, `${known.state.me.name} is not in ${name}.`,
      h('button', { type: 'button', class: 'button primary solid', onClick: join }, 'Join channel'));
  }
  return h(Composer, {
    place: known.place, label: `Message ${name}`, commands: known.state.commands, draft: known.draft, workspace,
  });
}
