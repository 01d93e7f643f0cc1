/** The sandbox's time, the buttons that move it, and what came of it. */
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { useRoving } from './roving.js';

export function Clock({ clock, workspace, onLeave = () => {} }) {
  const [moving, setMoving] = useState(null);
  const [said, setSaid] = useState(null);
  const buttons = useRoving('button');
  const { next } = clock;

  async function move(step) {
    if (moving) return;
    setMoving(step);
    setSaid(null);
    const answer = await workspace.moveClock(step);
    setSaid(answer && { local: answer.clock.local, next: step === 'next', happened: answer.happened ?? [], count: answer.count });
    setMoving(null);
  }

  function go({ as, channel, ts }) {
    setSaid(null);
    workspace.goTo(as, channel, ts);
    onLeave();
  }

  const button = (step, words, more = {}) => h('button', {
    type: 'button', class: 'clock-button', 'data-clock': step, 'aria-busy': moving === step, onClick: () => move(step), ...more,
  }, words);

  return h('section', { class: 'clock', 'aria-label': 'Sandbox time' },
    h('p', { class: 'clock-now' },
      h('span', { class: 'clock-label' }, 'Sandbox time'),
      h('time', { dateTime: clock.now, 'data-clock-now': clock.now }, clock.local),
      h('span', { class: 'clock-zone' }, clock.zone)),
    h('div', { class: 'clock-buttons', role: 'toolbar', 'aria-label': 'Move time forward', ...buttons },
      button('PT1H', '+1 hour'),
      button('P1D', '+1 day'),
      button('next', [
        h('span', { id: 'clock-step' }, 'Skip to what comes next'),
        h('span', { id: 'clock-what', class: 'clock-next' }, next ? `${next.local}: ${next.what}` : 'nothing is planned yet'),
      ], { disabled: !next, class: 'clock-button wide', 'aria-labelledby': 'clock-step clock-what' })),
    h('div', { class: said?.next ? 'clock-said' : 'unseen', role: 'status' }, said && h(Said, { said, onGo: go })));
}

/** What has happened on the way, with a way to the first of it. */
function Said({ said, onGo }) {
  if (!said.next) return `It is now ${said.local}.`;
  const [first] = said.happened;
  const now = h('span', { class: 'unseen' }, `It is now ${said.local}. `);
  if (!first) return [now, 'Nothing new to read came in the meantime.'];
  const where = first.place ? `in ${first.place}` : `to ${first.mine ? 'you' : first.name}`;
  const more = ['', '', ', and one more message'][said.count] ?? `, and ${said.count - 1} more messages`;
  return [
    now,
    h('span', { dir: 'auto' }, `Stagecoach ${first.fresh ? 'wrote' : 'changed a message'} ${where}${more}. `,
      first.words && h('q', null, first.words)),
    h('button', { type: 'button', class: 'button', onClick: () => onGo(first) }, first.mine ? 'See it' : `See it as ${first.name}`),
  ];
}
