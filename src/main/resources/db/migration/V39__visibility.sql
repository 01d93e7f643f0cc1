-- What each member says to the question whether the team may see single placements; the author's alone. Only answers
-- given since the person joined count.
create table visibility_consent (
    team text not null references team (id),
    person text not null,
    -- 1 yes, 0 no
    open integer not null,
    answered_at bigint not null,
    primary key (team, person)
);

-- When the team was asked in its channel; no row where it was not.
create table visibility_asked (
    team text primary key references team (id),
    person text not null,
    at bigint not null
);
