-- What somebody said about a session of the arc of learning: its owner, that it is prepared; a member, how the task
-- went. Of the members' words only counts leave the bot.
create table session_word (
    session text not null references filled (id),
    person text not null,
    about text not null,
    word text not null,
    at bigint not null,
    primary key (session, person, about)
);
