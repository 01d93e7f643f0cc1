/** One message, with its thread and what can be done with it. */
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Blocks } from './blocks.js';
import { Composer } from './composer.js';
import { Face } from './face.js';
import { Menu } from './menu.js';
import { Mrkdwn } from './richtext.js';
import { useSurface } from './surface.js';

export function Message({ message, state, place, workspace, joined, reply }) {
  const [thread, setThread] = useState(false);
  const person = state.people.find((each) => each.id === message.user)
    ?? { id: message.user ?? message.name, name: message.name, bot: message.bot };
  const replies = message.replies ?? [];
  const count = replies.length === 1 ? '1 reply' : `${replies.length} replies`;
  const kind = ['message', joined && 'joined', message.ephemeral && 'ephemeral'].filter(Boolean).join(' ');
  return h('article', {
    class: kind, 'data-message-ts': message.ts, 'data-ephemeral': message.ephemeral ? 'true' : undefined,
    'aria-label': `${message.name}, ${message.time}`,
  },
  h('div', { class: 'gutter' }, joined ? h('time', { class: 'side-time' }, message.time) : h(Face, { person })),
  h('div', { class: 'message-main' },
    message.ephemeral && h('p', { class: 'only-you' }, 'Only visible to you'),
    !joined && h(Byline, { message }),
    h(Body, { message, place, workspace }),
    replies.length > 0 && h('button', {
      type: 'button', class: 'replies', 'aria-expanded': thread, onClick: () => setThread(!thread),
      'aria-label': `${count}: ${message.name}, ${message.day}, ${message.time}`,
    }, count, h('span', { 'aria-hidden': 'true' }, thread ? ' ▴' : ' ▾')),
    thread && h(Thread, { message, replies, state, place, workspace })),
  !message.ephemeral && h(Menu, {
    name: message.name,
    when: `${message.day}, ${message.time}`,
    onReply: reply ? null : () => setThread(true),
    shortcuts: state.shortcuts,
    onShortcut: (callback_id) => workspace.act('shortcut', { channel: place, ts: message.ts, callback_id }),
  }));
}

const Byline = ({ message }) => h('div', { class: 'byline' },
  h('strong', { class: 'name' }, message.name),
  message.bot && h('span', { class: 'badge' }, 'APP'),
  h('time', null, message.time));

function Body({ message, place, workspace }) {
  const blocks = message.blocks ?? [];
  const surface = useSurface(message.ts, blocks, ({ action }) =>
    workspace.act('click', { channel: place, ts: message.ts, action }));
  const edited = message.edited && h('span', { class: 'quiet edited' }, '(edited)');
  if (blocks.length === 0) return h('div', { class: 'text', dir: 'auto' }, h(Mrkdwn, { text: message.text ?? '' }), ' ', edited);
  return [h(Blocks, { blocks, surface, scope: `m${message.ts}` }), edited];
}

const Thread = ({ message, replies, state, place, workspace }) =>
  h('section', { class: 'thread', 'aria-label': 'Thread' },
    replies.map((each, index) => h(Message, {
      key: each.ts, message: each, state, place, workspace, reply: true,
      joined: index > 0 && replies[index - 1].user === each.user,
    })),
    h(Composer, { place, thread: message.ts, label: 'Reply in the thread', commands: [], workspace }));
