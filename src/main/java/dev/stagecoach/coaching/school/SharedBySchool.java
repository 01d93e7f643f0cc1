package dev.stagecoach.coaching.school;

import java.time.LocalDate;
import java.util.Optional;

import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.SchoolStore;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** What all teams of a school share: only teams that the school has agreed to change it, and the others hear of it. */
public final class SharedBySchool {
    private final SchoolStore schools = new SchoolStore();
    private final People people;
    private final Outbox outbox;

    public SharedBySchool(People people, Outbox outbox) {
        this.people = people;
        this.outbox = outbox;
    }

    /** The id of the team's school. */
    public String school(Transaction tx, Team team) {
        return schools.of(tx, team.id()).school();
    }

    /** The same, refused while the school has not said that the team is one of its teams. */
    public <V> Action.Handler<V> changing(Action.Handler<V> handler) {
        return (here, value) -> schools.of(here.tx(), here.teamId()).agreed()
                ? handler.answer(here, value)
                : refused(here);
    }

    private static Reply refused(CallContext here) {
        return new Reply.Refused("The coaches and leaders of " + here.team().school() + " have not said yet that "
                + here.team().name() + " is one of its teams, so only they can change what its teams share. I have put"
                + " the question on their Home tab.",
                here.standing().isCoach()
                        ? Optional.of(SchoolRoom.OTHER.button("We are a different school", here.teamId()))
                        : Optional.empty());
    }

    /**
     * Somebody has changed what the school's teams share; the coaches of the other teams are told, in one message a day.
     *
     * @param words what was done, as it reads after a name: "added Fall break"
     */
    public void changed(CallContext here, String words) {
        var tx = here.tx();
        var school = school(tx, here.team());
        schools.note(tx, school, new SchoolStore.Change(here.teamId(), here.person(), words, here.now()));
        for (var other : people.teams().find(tx, schools.teams(tx, school)).values()) {
            if (!other.id().equals(here.teamId())) {
                people.members().of(tx, other.id()).stream().filter(member -> member.role() == Role.COACH)
                        .map(Member::person).filter(coach -> !coach.equals(here.person())).forEach(coach -> {
                            var news = new News(school, LocalDate.ofInstant(here.now(), other.zone()));
                            var key = "school/" + coach + "/" + news;
                            if (!outbox.plan(tx, other.id(), key, SchoolRoom.NEWS, coach, news.toString(),
                                    here.now())) {
                                outbox.refresh(tx, key);
                            }
                        });
            }
        }
    }

    /** What was changed in a school on a day of its reader's team. */
    record News(String school, LocalDate day) {
        static News parse(String text) {
            var parts = text.split(" ", 2);
            return new News(parts[0], LocalDate.parse(parts[1]));
        }

        @Override
        public String toString() {
            return school + " " + day;
        }
    }
}
