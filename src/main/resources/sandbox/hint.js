/** The first step, for somebody who sees the sandbox for the first time; gone once a team works there. */
import { h } from 'preact';
import { useState } from 'preact/hooks';

const SEEN = 'stagecoach.hint.dismissed';

export function Hint({ state, workspace }) {
  const [gone, setGone] = useState(() => localStorage.getItem(SEEN) === 'yes');
  const coach = state.people.find((person) => person.role === 'coach' && /\bWren\b/.test(person.name))
    ?? state.people.find((person) => person.role === 'coach');
  const channel = state.channels.find((each) => each.name === 'grade-7-team');
  if (gone || !coach || !channel || channel.begun) return null;

  async function begin() {
    await workspace.actAs(coach.id, channel.id);
    workspace.fill({ place: channel.id, words: '/coach' });
  }

  function dismiss() {
    localStorage.setItem(SEEN, 'yes');
    setGone(true);
  }

  return h('div', { class: 'first-step', role: 'note' },
    h('button', { type: 'button', class: 'first-step-do', onClick: begin },
      'Type ', h('code', null, '/coach'), ` in #${channel.name} as ${coach.name} to begin`),
    h('button', { type: 'button', class: 'icon', 'aria-label': 'Dismiss this hint', onClick: dismiss }, '×'));
}
