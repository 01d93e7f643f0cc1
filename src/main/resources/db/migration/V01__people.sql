-- Times are epoch milliseconds, ids are text; one set of SQL for SQLite and PostgreSQL.
create table person (
    id text primary key,
    name text not null,
    zone text not null,
    kind text not null,
    active integer not null,
    seen_at bigint not null
);

create table team (
    id text primary key,
    channel text not null unique,
    name text not null,
    school text not null,
    zone text not null,
    meeting_day text not null,
    meeting_time text not null,
    checkin_weeks integer not null,
    summary_day text not null,
    summary_time text not null,
    summary_on integer not null,
    created_at bigint not null,
    created_by text not null
);

-- One row for each time that somebody belongs to a team; left_at is null while the person does.
create table membership (
    id text primary key,
    team text not null references team (id),
    person text not null references person (id),
    role text not null,
    joined_at bigint not null,
    left_at bigint
);
create unique index membership_now on membership (team, person) where left_at is null;
create index membership_of_person on membership (person) where left_at is null;

-- People of the channel whom the coach keeps out of the team.
create table left_out (
    team text not null references team (id),
    person text not null,
    primary key (team, person)
);
