-- When each team's next weekly summary is posted; a team without a row gets none.
create table summary_schedule (
    team text primary key references team (id),
    next_due bigint not null
);
create index summary_schedule_due on summary_schedule (next_due);
