-- When each team's members are next compared with the people of its channel.
create table roster_sync (
    team text primary key references team (id),
    due_at bigint not null
);
create index roster_sync_due on roster_sync (due_at);
