package dev.stagecoach.people;

/** What every room needs to know about who is who, and the gate to what they said. */
public record People(TeamStore teams, MemberStore members, DayStore days, ChannelReaderStore readers,
        PrivacyGate gate) {

    public static People create() {
        var members = new MemberStore();
        return new People(new TeamStore(), members, new DayStore(), new ChannelReaderStore(),
                new PrivacyGate(members, new AccessLog()));
    }
}
