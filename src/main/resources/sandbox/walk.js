/** The first step, for somebody who sees the sandbox for the first time, and the walk that can begin there. */
import { h } from 'preact';
import { useState } from 'preact/hooks';

/** The step that was dismissed: it stays away until the page is loaded again, and the next step comes all the same. */
let dismissed = null;

export function Walk({ state, place, workspace }) {
  const [gone, setGone] = useState(dismissed);
  const { walk } = state;
  const step = stepOf({ walk, place, state, workspace });
  if (!step || gone === walk.stage) return null;

  function dismiss() {
    dismissed = walk.stage;
    setGone(dismissed);
  }

  return h('section', { class: 'first-step', 'aria-label': 'Your first steps', 'data-walk': walk.stage },
    h('p', { class: 'first-step-words', role: 'status' }, step.words),
    step.actions?.map(({ label, primary, go }) => h(Step, { key: label, label, primary, go })),
    h('button', { type: 'button', class: 'icon', 'aria-label': 'Dismiss these steps', onClick: dismiss }, '×'));
}

function Step({ label, primary, go }) {
  const [busy, setBusy] = useState(false);
  const clicked = () => {
    if (busy) return;
    setBusy(true);
    Promise.resolve(go()).finally(() => setBusy(false));
  };
  return h('button', { type: 'button', class: primary ? 'button primary' : 'button', 'aria-busy': busy, onClick: clicked }, label);
}

/** What is said at this point, and what can be pressed. */
function stepOf({ walk, place, state, workspace }) {
  const talk = () => workspace.goTo(walk.person, walk.talk);
  const toResult = () => workspace.goTo(walk.person, walk.channel, walk.result);
  const me = state.me.id === walk.person;
  switch (walk.stage) {
    case 'OFFERED': return {
      words: 'New here? Be a teacher for three minutes: place your class, and see where your team stands. Your colleagues answer on their own.',
      actions: [{ label: 'Try it as a teacher', primary: true, go: () => begin(walk, workspace) },
        { label: 'Start as the coach', go: () => asCoach(walk, state, workspace) }],
    };
    case 'OPENING': return { words: 'Coach Wren sets up the team and opens a first round. One moment…' };
    case 'ASKED': return me && place === walk.talk
      ? { words: `You are ${walk.name}. Coach Wren is asking where your class stands: press Start below. On each page, pick two levels that fit, then go on. There is no wrong answer.` }
      : { words: `${walk.name} has been asked where her class stands.`, actions: [{ label: `Go on as ${walk.name}`, primary: true, go: talk }] };
    case 'ANSWERING': return { words: `Thank you! Your colleagues are answering now: ${walk.answered} of ${walk.colleagues || 6}. Then Coach Wren will show the result.` };
    case 'REVEALED': return me && place === walk.channel
      ? { words: 'This is your team’s first result: what you all said, and nobody’s name. Next, press Choose our practice below it, or act as Coach Wren to see the coach’s side.' }
      : { words: 'Everybody has answered, and your team’s result is there.', actions: [{ label: 'See where our team stands', primary: true, go: toResult }] };
    case 'STOPPED': return { words: 'The walk has stopped here. Everything else works; to walk again, restart the sandbox.' };
    default: return null;
  }
}

async function begin(walk, workspace) {
  const answer = await workspace.act('walk', {});
  if (answer.ok) await workspace.goTo(walk.person, walk.talk);
}

async function asCoach(walk, state, workspace) {
  const coach = state.people.find((person) => person.role === 'coach');
  await workspace.actAs(coach.id, walk.channel);
  workspace.fill({ place: walk.channel, words: '/coach' });
}
