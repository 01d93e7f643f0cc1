-- What a team takes up after a practice; its latest word on each.
create table next_practice (
    team text not null references team (id),
    practice text not null,
    next text not null,
    reason text not null,
    person text not null,
    at bigint not null,
    primary key (team, practice)
);
