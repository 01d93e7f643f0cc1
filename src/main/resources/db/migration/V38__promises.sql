-- What somebody of a team has promised: a coach to the team, a member to the coach or the leaders.
create table promise (
    id text primary key,
    team text not null references team (id),
    person text not null,
    -- TEAM, COACH, LEADERS
    promised_to text not null,
    what text not null,
    due text,
    made_at bigint not null,
    -- OPEN, KEPT, RELEASED
    state text not null,
    -- Why it was released; empty where there is nothing to say.
    word text not null,
    settled_at bigint
);
create index promise_team on promise (team, state);

-- What a coach keeps in mind about a team; nobody else reads it.
create table coach_note (
    id text primary key,
    team text not null references team (id),
    author text not null,
    words text not null,
    made_at bigint not null
);
create index coach_note_team on coach_note (team, author, made_at);
