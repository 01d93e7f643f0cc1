-- Somebody proposes that leaders may read the team's report, as it stands at that moment; another confirms it.
create table report_approval (
    id text primary key,
    filled text not null references filled (id),
    -- The version of what the team wrote.
    version integer not null,
    person text not null,
    at bigint not null,
    -- Empty and null until somebody else agrees.
    confirmed_by text not null,
    confirmed_at bigint
);
create index report_approval_of_report on report_approval (filled, at);

-- What the report said when it was proposed, so that leaders read what was approved and nothing that came later.
create table report_line (
    approval text not null references report_approval (id),
    place integer not null,
    heading text not null,
    line text not null,
    primary key (approval, place)
);
