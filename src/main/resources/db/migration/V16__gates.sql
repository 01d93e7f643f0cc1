-- Gates of a stage that a coach has waived, with the reason that the team reads. A later reason replaces it.
create table gate_waiver (
    team text not null references team (id),
    practice text not null,
    stage text not null,
    gate text not null,
    person text not null,
    reason text not null,
    at bigint not null,
    primary key (team, practice, stage, gate)
);
