-- A journey is a team taking up one practice; the team works on one of its journeys at a time.
create table journey (
    team text not null references team (id),
    practice text not null,
    stage text not null,
    started_at bigint not null,
    -- When the present stage began.
    since bigint not null,
    primary key (team, practice)
);

create table journey_focus (
    team text primary key references team (id),
    practice text not null
);

-- Choices of a practice (from_stage empty, or the same as to_stage) and moves between stages.
create table journey_move (
    id text primary key,
    team text not null references team (id),
    practice text not null,
    from_stage text not null,
    to_stage text not null,
    person text not null,
    reason text not null,
    at bigint not null
);
create index journey_move_of_team on journey_move (team, at);

create table goal (
    id text primary key,
    team text not null references team (id),
    practice text not null,
    -- The version that counts now; a save names the version it was written on.
    version integer not null,
    -- When the team saw it first; null while it is being written.
    published_at bigint,
    unique (team, practice)
);

-- Every state that a goal had; version 0 is the empty canvas. Days are ISO dates, empty where none was given.
create table goal_version (
    goal text not null references goal (id),
    version integer not null,
    person text not null,
    at bigint not null,
    reach text not null,
    side text not null,
    sentence text not null,
    baseline text not null,
    baseline_on text not null,
    baseline_source text not null,
    target text not null,
    target_on text not null,
    measure text not null,
    why text not null,
    obstacle text not null,
    expected text not null,
    beyond text not null,
    support text not null,
    primary key (goal, version)
);
