-- A prompt that was put before a person. prompt is empty for the free question.
create table reflection_served (
    id text primary key,
    team text not null references team (id),
    person text not null,
    prompt text not null,
    phase text not null,
    words text not null,
    served_at bigint not null,
    -- open, passed, answered
    state text not null
);
create index reflection_served_to on reflection_served (team, person, served_at);

-- One answer to one served prompt, its author's own; the words of the prompt are kept as they were asked.
create table reflection (
    id text primary key,
    served text not null unique,
    team text not null references team (id),
    person text not null,
    prompt text not null,
    answer text not null,
    written_at bigint not null,
    -- When its author shared it with the team; null while it is private.
    shared_at bigint
);
create index reflection_of_person on reflection (team, person, written_at);
create index reflection_shared on reflection (team, shared_at);

create table evidence (
    id text primary key,
    team text not null references team (id),
    person text not null,
    practice text not null,
    type text not null,
    statement text not null,
    -- So many of so many, both or none.
    count_n integer,
    count_of integer,
    count_what text not null,
    cannot_show text not null,
    highlight integer not null,
    -- 1 where the team has agreed that school leaders may see it.
    approved integer not null,
    -- The message that it was saved from, as channel and ts; empty where there is none.
    from_channel text not null,
    from_ts text not null,
    logged_at bigint not null
);
create index evidence_of_team on evidence (team, logged_at);
