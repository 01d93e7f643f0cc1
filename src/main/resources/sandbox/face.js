/** The little square beside a name. */
import { h } from 'preact';

const COLOURS = ['#8a3f5c', '#3f5f8a', '#5b6b1f', '#8a4f1d', '#5a4a94', '#1f6f6b', '#94413b', '#4a5568'];

export function Face({ person, size = '' }) {
  if (person.bot) return h('span', { class: `face ${size}`, style: { background: '#0f4a45' }, 'aria-hidden': 'true' }, wheel());
  const letters = person.name.replace(/^(Ms|Mr|Mrs|Dr)\.?\s+/, '').split(/\s+/).map((word) => [...word][0] ?? '').slice(0, 2).join('');
  const sum = [...person.id].reduce((total, sign) => total * 31 + sign.codePointAt(0), 7);
  const background = COLOURS[Math.abs(sum) % COLOURS.length];
  return h('span', { class: `face ${size}`, style: { background }, 'aria-hidden': 'true' }, letters.toUpperCase());
}

const wheel = () =>
  h('svg', { viewBox: '0 0 32 32', fill: 'none', stroke: '#ffd9a0', 'stroke-width': 2 },
    h('circle', { cx: 16, cy: 16, r: 9.5 }),
    h('path', { d: 'M16 6.5v19M6.5 16h19M9.3 9.3l13.4 13.4M22.7 9.3 9.3 22.7' }));
