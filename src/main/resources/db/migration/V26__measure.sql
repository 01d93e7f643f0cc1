-- What was counted for a growth measure, one count a day; counting again on the same day replaces it.
create table measure_count (
    measure text not null references filled (id),
    on_day text not null,
    person text not null,
    count_n integer not null,
    count_of integer not null,
    count_what text not null,
    at bigint not null,
    primary key (measure, on_day)
);
