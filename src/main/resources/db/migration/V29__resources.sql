-- What a school has filled in of the guide's resources, and the resources that it has added. shelf is whose they are: a
-- workspace's school, or a team that has none.
create table resource (
    shelf text not null,
    -- The guide's key, or an id of its own.
    id text not null,
    own integer not null,
    title text not null,
    why text not null,
    link text not null,
    minutes integer not null,
    -- Keys of the practices that it fits, with spaces between; empty for all.
    practices text not null,
    version integer not null,
    person text not null,
    at bigint not null,
    primary key (shelf, id)
);
