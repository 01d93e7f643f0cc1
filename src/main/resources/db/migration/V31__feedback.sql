-- Feedback threads: one person's question to colleagues, in the turns of one of the guide's protocols.
create table feedback_thread (
    id text primary key,
    team text not null references team (id),
    practice text not null,
    -- The protocol's key in the guide.
    protocol text not null,
    presenter text not null,
    -- TEAM: everybody, in the channel; SOME: those in feedback_invited, privately.
    audience text not null,
    -- What the presenter has set out.
    goal text not null,
    tried text not null,
    evidence text not null,
    question text not null,
    -- OPEN, DONE (all turns are over), CLOSED (by the presenter, before that)
    state text not null,
    turn integer not null,
    turn_at bigint not null,
    -- When the turn ends at the latest; null where only the presenter ends it, and once the thread is over.
    until_at bigint,
    -- When the last of the others' turns ends at the latest.
    deadline_at bigint not null,
    opened_at bigint not null,
    ended_at bigint
);
create index feedback_thread_of_team on feedback_thread (team, state, opened_at);
create index feedback_thread_until on feedback_thread (until_at) where until_at is not null;

create table feedback_invited (
    thread text not null references feedback_thread (id),
    person text not null,
    primary key (thread, person)
);

-- What somebody said in a turn; no words: nothing to add.
create table feedback_said (
    thread text not null references feedback_thread (id),
    turn integer not null,
    person text not null,
    words text not null,
    at bigint not null,
    primary key (thread, turn, person)
);

create table feedback_decision (
    thread text primary key references feedback_thread (id),
    -- KEEP, CHANGE, TRY
    choice text not null,
    words text not null,
    on_day text not null,
    at bigint not null,
    -- Since when the team may read it in its summaries; null while the presenter has not said so.
    reported_at bigint,
    -- How it went: DONE, PARTLY, NOT_YET, DROPPED; null while nobody has said.
    outcome text,
    outcome_at bigint
);
