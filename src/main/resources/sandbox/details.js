/** Adding people to a channel, and leaving it. */
import { h } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { closing } from './button.js';

export function Details({ channel, state, workspace, onClose }) {
  const dialog = useRef(null);
  const [person, setPerson] = useState('');
  const [said, setSaid] = useState('');
  useLayoutEffect(() => {
    dialog.current.showModal();
    return closing(dialog.current);
  }, []);

  async function change(kind, user, words) {
    if (!user) return;
    const answer = await workspace.act(kind, { channel: channel.id, user }, { quiet: true });
    setSaid(answer.ok ? words(state.people.find((each) => each.id === user)?.name ?? user) : answer.error);
    workspace.refresh();
  }

  const add = () => change('join', person, (name) => `${name} is in #${channel.name} now.`);
  const remove = () => change('leave', person, (name) => `${name} has left #${channel.name}.`);
  const leave = () => change('leave', state.me.id, () => '').then(onClose);
  return h('dialog', {
    ref: dialog, class: 'confirm', 'aria-modal': 'true', 'aria-labelledby': 'details-title', onClose,
  },
  h('h2', { id: 'details-title' }, `People in #${channel.name}`),
  h('label', { class: 'input-label', for: 'details-person' }, 'Person'),
  h('select', {
    id: 'details-person', class: 'field select', value: person, onChange: (event) => setPerson(event.currentTarget.value),
  },
  h('option', { value: '' }, 'Choose a person'),
  state.people.filter((each) => !each.deleted).map((each) =>
    h('option', { value: each.id }, [each.name, each.bot ? 'app' : each.title].filter(Boolean).join(' · ')))),
  h('p', { role: 'status', class: 'said' }, said),
  h('div', { class: 'dialog-foot' },
    channel.member && h('button', { type: 'button', class: 'button danger push', onClick: leave }, 'Leave channel'),
    h('button', { type: 'button', class: 'button', disabled: !person, onClick: remove }, 'Remove'),
    h('button', { type: 'button', class: 'button primary solid', disabled: !person, onClick: add }, 'Add'),
    h('button', { type: 'button', class: 'button', onClick: onClose }, 'Done')));
}
