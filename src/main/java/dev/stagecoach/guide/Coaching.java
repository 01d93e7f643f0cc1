package dev.stagecoach.guide;

import java.util.List;
import java.util.Optional;

/** How coaches work with a team. */
public record Coaching(List<Model> models, List<Term> supports, List<Move> moves, List<Opening> openings) {
    static final Coaching NONE = new Coaching(List.of(), List.of(), List.of(), List.of());

    public Coaching {
        models = List.copyOf(models);
        supports = List.copyOf(supports);
        moves = List.copyOf(moves);
        openings = List.copyOf(openings);
    }

    public Optional<Model> model(String key) {
        return models.stream().filter(model -> model.key().equals(key)).findFirst();
    }

    public Optional<Term> support(String key) {
        return supports.stream().filter(support -> support.key().equals(key)).findFirst();
    }

    /** What a coach can do about this answer to this question of a check-in set. */
    public Optional<String> move(String set, String question, String option) {
        return moves.stream()
                .filter(move -> move.set().equals(set) && move.question().equals(question)
                        && move.option().equals(option))
                .map(Move::move).findFirst();
    }

    /**
     * A way of coaching.
     *
     * @param source whom it comes from
     * @param weeks of one cycle
     * @param contactDays at most so many days between contacts
     */
    public record Model(String key, String name, String text, String source, Range weeks, int contactDays,
            List<Phase> phases) {
        public Model {
            phases = List.copyOf(phases);
        }
    }

    /** A phase of a coaching cycle. */
    public record Phase(String name, String text) {}

    /** What a coach can do about an answer. */
    public record Move(String set, String question, String option, String move) {}

    /** A question to take into a meeting. */
    public record Opening(Sight when, String text) {}

    /** What the bot saw of a team, for which a question fits. */
    public enum Sight {
        /** Nothing in particular. */
        ALWAYS,
        /** The latest round shows a move. */
        MOVED,
        /** Somebody reported an obstacle. */
        STUCK,
        /** No answers for two weeks. */
        QUIET,
        /** Placements lie far apart. */
        SPREAD,
        /** The coach owes the team something. */
        PROMISE_OPEN
    }
}
