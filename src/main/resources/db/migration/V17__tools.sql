-- A tool of the guide, filled in by somebody. practice is empty where it belongs to none.
create table filled (
    id text primary key,
    team text not null references team (id),
    tool text not null,
    practice text not null,
    author text not null,
    -- The version of the guide that it was first filled in on.
    guide text not null,
    -- The version that counts now; a save names the version it was written on.
    version integer not null,
    made_at bigint not null,
    -- Since when others may read it who otherwise may not; null while it is its author's own.
    shared_at bigint
);
create index filled_of_team on filled (team, tool, practice, made_at);

create table filled_version (
    filled text not null references filled (id),
    version integer not null,
    person text not null,
    at bigint not null,
    primary key (filled, version)
);

-- What stands in a field; choices of many and counts take several places.
create table filled_entry (
    filled text not null references filled (id),
    version integer not null,
    field text not null,
    place integer not null,
    entry text not null,
    primary key (filled, version, field, place)
);
