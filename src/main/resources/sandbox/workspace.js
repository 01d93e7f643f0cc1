/** What the page knows: who acts, which place is open, and what stands there. Views read `now()` and subscribe. */
import * as api from './api.js';

export const HOME = 'home';

/** So long after the answer to a deed, what comes into its place is taken to come of it; in milliseconds. */
const FOLLOWED = 5000;

export function createWorkspace() {
  let known = {
    as: null, place: null, state: null, conversation: null, home: null,
    modal: { view: null, depth: 0 }, notices: [], draft: null, fault: null, wanted: null,
  };
  const watchers = new Set();
  const tickets = {};
  let stopListening = () => {};
  /** For whom the page hears what happens; nobody until their state is there. */
  let hearing = null;
  let stateTimer = 0;
  let noticeNumber = 0;
  /** The last thing that the person has done here. */
  let deed = { number: 0, place: null, until: 0 };

  function set(change) {
    known = { ...known, ...change };
    watchers.forEach((watch) => watch());
  }

  /** Loads one thing; an answer that a newer question has overtaken is dropped. */
  async function fresh(what, load, take) {
    const ticket = (tickets[what] = (tickets[what] ?? 0) + 1);
    try {
      const answer = await load();
      if (tickets[what] === ticket) take(answer);
    } catch (fault) {
      if (tickets[what] !== ticket) return;
      if (known.state === null) set({ fault: fault.message });
      else notice(fault.message);
    }
  }

  const readState = () => fresh('state', () => api.loadState(known.as), (state) => {
    const arrived = hearing !== state.me.id;
    const wished = arrived ? sameFor(known.place, known.state, state) : known.place;
    set({ state, as: state.me.id, fault: null });
    if (arrived || !isVisible(wished, state)) enter(place(wished, state));
    if (arrived) hear();
  });

  const readMessages = () => fresh('place', () => api.loadMessages(known.as, known.place), (conversation) => {
    set({ conversation });
    soonState();
  });

  const readHome = (open) => fresh('place', () => api.loadHome(known.as, open), (home) => set({ home }));

  const readModal = () => fresh('modal', () => api.loadModal(known.as), (modal) => set({ modal }));

  function soonState() {
    clearTimeout(stateTimer);
    stateTimer = setTimeout(readState, 60);
  }

  function hear() {
    stopListening();
    hearing = known.as;
    stopListening = api.listen(known.as, heard, refresh);
    readModal();
  }

  function heard(event) {
    if (event.type === 'modal') readModal();
    else if (event.type === 'notice') notice(event.text);
    else if (event.type === 'home') known.place === HOME && readHome(false);
    else if (event.type === 'messages' && event.channel === known.place) readMessages();
    else soonState();
  }

  function refresh() {
    readState();
    readModal();
    if (known.place === HOME) readHome(false);
    else if (known.place) readMessages();
  }

  function notice(text) {
    const last = known.notices.at(-1);
    if (last?.text === text) dismiss(last.id);
    const id = ++noticeNumber;
    set({ notices: [...known.notices, { id, text }] });
    setTimeout(() => dismiss(id), 12000);
  }

  const dismiss = (id) => set({ notices: known.notices.filter((each) => each.id !== id) });

  function enter(next) {
    const same = known.place === next;
    set(same ? { place: next } : { place: next, conversation: null, home: null });
    // What is clicked before somebody else's places are there waits for them.
    if (known.state?.me.id !== known.as) return;
    writeAddress();
    if (next === HOME) readHome(true);
    else if (next) readMessages();
  }

  function actAs(person, next) {
    if (person === known.as) return next && enter(next);
    stopListening();
    hearing = null;
    const stay = next ?? counterpart(known.place, known.state, person) ?? known.place;
    tickets.place = (tickets.place ?? 0) + 1;
    set({ as: person, place: stay, conversation: null, home: null, modal: { view: null, depth: 0 } });
    return readState();
  }

  function writeAddress() {
    const address = `#${new URLSearchParams({ as: known.as, in: known.place ?? '' })}`;
    if (location.hash === '') history.replaceState(null, '', address);
    else if (location.hash !== address) history.pushState(null, '', address);
  }

  function readAddress() {
    const asked = new URLSearchParams(location.hash.slice(1));
    return { as: asked.get('as'), place: asked.get('in') };
  }

  /** Does something as the acting person; what goes wrong becomes a notice unless the caller shows it. */
  async function act(kind, details, { quiet = false } = {}) {
    deed = { number: deed.number + 1, place: known.place, until: Infinity };
    const mine = deed;
    const answer = await api.act(known.as, kind, details);
    mine.until = Date.now() + FOLLOWED;
    if (!answer.ok && answer.error && !quiet) notice(answer.error);
    return answer;
  }

  /** The number of what the person has just done in this place; 0 where it was nothing, or long ago. */
  const deedIn = (where) => (deed.place === where && Date.now() < deed.until ? deed.number : 0);

  /** Goes to a message, as somebody who sees it; to the newest one where none is named. */
  function goTo(person, channel, ts = null) {
    set({ wanted: { place: channel, ts } });
    return actAs(person, channel);
  }

  async function moveClock(advance) {
    try {
      const answer = await api.moveClock(known.as, advance);
      set({ state: { ...known.state, clock: answer.clock } });
      refresh();
      return answer;
    } catch (fault) {
      notice(fault.message);
      return null;
    }
  }

  function begin() {
    set(readAddress());
    readState();
    addEventListener('popstate', () => {
      const asked = readAddress();
      if (asked.as && asked.as !== known.as) actAs(asked.as, asked.place);
      else if (asked.place && asked.place !== known.place) enter(asked.place);
    });
    setInterval(() => document.visibilityState === 'visible' && known.state && soonState(), 60000);
  }

  function beginAnew() {
    set({ as: null, place: null, fault: null });
    readState();
  }

  return {
    begin, beginAnew, act, actAs, deedIn, goTo,
    arrived: () => set({ wanted: null }),
    enter, notice, dismiss, moveClock, readModal, refresh,
    fill: (draft) => set({ draft }),
    now: () => known,
    watch: (watcher) => (watchers.add(watcher), () => watchers.delete(watcher)),
  };
}

const conversations = (state) =>
  [...state.channels.filter((channel) => channel.member || !channel.private), ...state.dms];

const isVisible = (place, state) =>
  place === HOME || conversations(state).some((each) => each.id === place);

/** Where to be: the wished place, or the team's channel, or the first one the person is in. */
function place(wished, state) {
  if (wished && isVisible(wished, state)) return wished;
  const mine = state.channels.filter((channel) => channel.member && !channel.archived);
  return (mine.find((channel) => channel.name === 'grade-7-team') ?? mine[0] ?? state.dms[0])?.id ?? HOME;
}

/** A direct message has no meaning for somebody else: the page moves on to a place everybody has. */
const counterpart = (current, state) =>
  (state?.dms.some((dm) => dm.id === current && isApp(dm, state)) ? HOME : null);

/** The direct message of the one with whom that of another person is, where the place is one. */
function sameFor(current, before, state) {
  const other = before?.dms.find((dm) => dm.id === current)?.user;
  return (other && state.dms.find((dm) => dm.user === other)?.id) ?? current;
}

const isApp = (dm, state) => state.people.some((person) => person.id === dm.user && person.bot);
