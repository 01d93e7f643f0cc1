-- A scene of the guide that somebody put to a team.
create table scene (
    id text primary key,
    team text not null references team (id),
    practice text not null,
    -- The scene's key in the guide.
    vignette text not null,
    opened_by text not null,
    opened_at bigint not null,
    closed_at bigint,
    -- Frozen when the scene closes: answers at each level from 1 up with a blank between them, and of how many members.
    counts text,
    cannot_say integer,
    asked integer,
    unique (team, vignette)
);
create index scene_of_practice on scene (team, practice, opened_at);

-- Where a member placed an open scene; 0 where they cannot say. It is theirs alone, and goes when the scene closes.
create table scene_placement (
    scene text not null references scene (id),
    person text not null,
    level integer not null,
    at bigint not null,
    primary key (scene, person)
);
