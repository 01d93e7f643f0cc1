/** One channel or direct message: its messages by day, and the composer. */
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Composer } from './composer.js';
import { Details } from './details.js';
import { Log } from './log.js';
import { Walk } from './walk.js';

export function Conversation({ known, workspace, menu }) {
  const { state, place, conversation } = known;
  const channel = state.channels.find((each) => each.id === place);
  const dm = state.dms.find((each) => each.id === place);
  const name = channel ? `#${channel.name}` : dm?.name ?? '';
  return h('main', { class: 'main', id: 'main', 'aria-label': name, 'data-place': place },
    h(Head, { channel, name, workspace, state, menu }),
    h(Walk, { state, place, workspace }),
    h(Log, { key: `${known.as}/${place}`, conversation, state, place, name, workspace, wanted: known.wanted }),
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
