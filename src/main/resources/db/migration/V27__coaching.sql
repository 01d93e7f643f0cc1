-- Days on which a coach says to have talked with the team about a practice; not with whom, nor about what.
create table coaching_contact (
    team text not null references team (id),
    practice text not null,
    on_day text not null,
    person text not null,
    at bigint not null,
    primary key (team, practice, on_day, person)
);
