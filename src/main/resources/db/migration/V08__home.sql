-- What a person wants of the bot; nobody has a row who never changed anything.
create table preference (
    person text primary key,
    checkins integer not null,
    -- The first day on which check-ins come again, as yyyy-mm-dd in the zone of whoever asks; null while not paused.
    paused_until text,
    changed_at bigint not null
);
