package dev.stagecoach.people;

import java.time.ZoneId;
import java.time.ZoneOffset;

import dev.stagecoach.storage.Transaction;

/** What every room needs to know about who is who, and the gate to what they said. */
public record People(TeamStore teams, MemberStore members, DayStore days, ChannelReaderStore readers,
        PrivacyGate gate) {

    public static People create() {
        var members = new MemberStore();
        return new People(new TeamStore(), members, new DayStore(), new ChannelReaderStore(),
                new PrivacyGate(members, new AccessLog()));
    }

    /** In which a person reads times: their own, else that of a team of theirs, else UTC. */
    public ZoneId zone(Transaction tx, PersonId reader) {
        return members.person(tx, reader).flatMap(Person::knownZone)
                .or(() -> teams.of(tx, reader).stream().map(Team::zone).findFirst()).orElse(ZoneOffset.UTC);
    }
}
