-- A try under way: the tool "try" filled in says what is changed, this how long it runs and how it ended.
create table try_run (
    filled text primary key references filled (id),
    -- 1 for the team's own, which everybody sees; else its owner decides who does.
    of_team integer not null,
    started_on text not null,
    -- After so many days of the school's calendar it is to be decided on.
    school_days integer not null,
    -- The try that this one adapts; empty for one that adapts none.
    adapts text not null,
    -- How it ended; empty and null while it is open.
    decision text not null,
    why text not null,
    decided_by text not null,
    decided_at bigint
);

-- What somebody counted or saw on the way.
create table try_note (
    id text primary key,
    filled text not null references filled (id),
    person text not null,
    at bigint not null,
    -- So many of so many, both or none.
    count_n integer,
    count_of integer,
    count_what text not null,
    words text not null
);
create index try_note_of_try on try_note (filled, at);
