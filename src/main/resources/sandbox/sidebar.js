/** Who acts, and where they can go. */
import { h } from 'preact';
import { Face } from './face.js';
import { Clock } from './clock.js';
import { useRoving } from './roving.js';
import { HOME } from './workspace.js';

const GROUPS = [['coach', 'Coaches'], ['teacher', 'Teachers'], ['leader', 'Leaders'], ['other', 'Others']];

export function Sidebar({ known, workspace, open, narrow, onLeave }) {
  const { state, place } = known;
  const list = useRoving('.row');
  const go = (next) => (workspace.enter(next), onLeave());
  const mine = state.channels.filter((channel) => channel.member);
  const others = state.channels.filter((channel) => !channel.member && !channel.private);
  const app = state.people.find((person) => person.bot);
  const row = (each) => ({ each, here: place === each.id, onGo: () => go(each.id) });

  return h('div', { class: open ? 'sidebar open' : 'sidebar', id: 'sidebar', inert: narrow && !open },
    h('div', { class: 'workspace-name' }, state.workspace?.name ?? 'Stagecoach sandbox',
      narrow && h('button', { type: 'button', class: 'icon', 'aria-label': 'Close the menu', onClick: onLeave }, '×')),
    h(ActAs, { state, as: known.as, onChange: (person) => (workspace.actAs(person), onLeave()) }),
    narrow && h(Clock, { clock: state.clock, workspace, onLeave }),
    h('nav', { 'aria-label': 'Conversations', ...list },
      h(Group, { name: 'Channels' }, mine.map((each) =>
        h(Row, { key: each.id, ...row(each), sign: each.private ? lock() : '#' }))),
      others.length > 0 && h(Group, { name: 'Channels to join' }, others.map((each) =>
        h(Row, { key: each.id, ...row(each), sign: each.private ? lock() : '#' }))),
      h(Group, { name: 'Direct messages' }, state.dms.map((dm) => {
        const person = state.people.find((each) => each.id === dm.user) ?? { id: dm.user, name: dm.name };
        return h(Row, { key: dm.id, ...row(dm), sign: h(Face, { person, size: 'small' }), badge: person.bot && 'APP' });
      })),
      h(Group, { name: 'Apps' }, h('li', null, h('button', {
        type: 'button', class: 'row', 'data-home': true, 'aria-current': place === HOME ? 'page' : undefined,
        onClick: () => go(HOME),
      }, h('span', { class: 'sign' }, house()), h('span', { class: 'row-name' }, `${app?.name ?? 'Stagecoach'} Home`))))));
}

/** The switch: the page becomes the page of whoever is chosen. */
function ActAs({ state, as, onChange }) {
  const people = state.people.filter((person) => !person.bot && !person.deleted);
  const me = people.find((person) => person.id === as) ?? state.me;
  const groupOf = (person) => (GROUPS.some(([role]) => role === person.role) ? person.role : 'other');
  const named = (person) => [person.name, person.title, person.guest && 'guest'].filter(Boolean).join(' · ');
  return h('div', { class: 'act-as' },
    h(Face, { person: me }),
    h('div', { class: 'act-as-words' },
      h('label', { for: 'act-as' }, 'Act as'),
      h('strong', null, me.name),
      h('span', null, me.title)),
    h('span', { class: 'switch', 'aria-hidden': 'true' }, '▾'),
    h('select', { id: 'act-as', value: as, onChange: (event) => onChange(event.currentTarget.value) },
      GROUPS.map(([role, label]) => {
        const group = people.filter((person) => groupOf(person) === role);
        return group.length > 0 && h('optgroup', { label },
          group.map((person) => h('option', { value: person.id }, named(person))));
      })));
}

const Group = ({ name, children }) =>
  h('section', { class: 'group' }, h('h2', null, name), h('ul', null, children));

function Row({ each, here, sign, badge, onGo }) {
  const unread = !here && Number(each.unread) > 0;
  const kind = ['row', unread && 'unread', each.archived && 'archived'].filter(Boolean).join(' ');
  return h('li', null, h('button', {
    type: 'button', class: kind, 'data-channel': each.id, 'data-name': each.name,
    'aria-current': here ? 'page' : undefined, onClick: onGo,
  },
  h('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
  h('span', { class: 'row-name' }, each.name),
  each.archived && h('span', { class: 'row-note' }, 'archived'),
  badge && h('span', { class: 'badge' }, badge),
  unread && h('span', { class: 'count' }, each.unread === true ? '•' : each.unread,
    h('span', { class: 'unseen' }, ' unread'))));
}

const lock = () => icon('M5 7V5.5a3 3 0 0 1 6 0V7M4 7h8v6H4z');
const house = () => icon('M2.5 7.5 8 3l5.5 4.5M4 7v6h8V7');

const icon = (path) => h('svg', {
  viewBox: '0 0 16 16', width: 16, height: 16, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5,
  'stroke-linecap': 'round', 'stroke-linejoin': 'round',
}, h('path', { d: path }));
