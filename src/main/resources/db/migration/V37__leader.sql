-- What became of what a leader promised in a goal or a log entry; no row while it is open.
create table leader_outcome (
    filled text primary key,
    -- KEPT, RELEASED
    state text not null,
    -- Why it was released; empty where there is nothing to say.
    word text not null,
    at bigint not null
);

-- When a team last asked its leaders for a goal and a log entry.
create table leader_request (
    team text primary key references team (id),
    asked_at bigint not null
);
