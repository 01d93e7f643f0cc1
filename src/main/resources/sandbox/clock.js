/** The sandbox's time, and the buttons that move it. */
import { h } from 'preact';
import { useState } from 'preact/hooks';

export function Clock({ clock, workspace }) {
  const [moving, setMoving] = useState(null);
  const [said, setSaid] = useState('');
  const { next } = clock;

  async function move(step) {
    if (moving) return;
    setMoving(step);
    const local = await workspace.moveClock(step);
    setSaid(local ? `It is now ${local}.` : '');
    setMoving(null);
  }

  const button = (step, words, more = {}) => h('button', {
    type: 'button', class: 'clock-button', 'data-clock': step, 'aria-busy': moving === step, onClick: () => move(step), ...more,
  }, words);

  return h('section', { class: 'clock', 'aria-label': 'Sandbox time' },
    h('p', { class: 'clock-now' },
      h('span', { class: 'clock-label' }, 'Sandbox time'),
      h('time', { dateTime: clock.now, 'data-clock-now': clock.now }, clock.local),
      h('span', { class: 'clock-zone' }, clock.zone),
      h('span', { class: 'unseen', role: 'status' }, said)),
    h('div', { class: 'clock-buttons' },
      button('PT1H', '+1 hour'),
      button('P1D', '+1 day'),
      button('next', [
        h('span', { id: 'clock-step' }, 'To the next thing that happens'),
        h('span', { id: 'clock-what', class: 'clock-next' }, next ? `${next.what}, ${next.local}` : 'nothing is planned yet'),
      ], { disabled: !next, class: 'clock-button wide', 'aria-labelledby': 'clock-step', 'aria-describedby': 'clock-what' })));
}
