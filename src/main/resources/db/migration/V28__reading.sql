-- What somebody has read of what there is to read: a card of the introduction, the learning cycle, a resource. It is
-- the reader's own; teams see how many, never who.
create table reading_seen (
    person text not null,
    what text not null,
    at bigint not null,
    primary key (person, what)
);
