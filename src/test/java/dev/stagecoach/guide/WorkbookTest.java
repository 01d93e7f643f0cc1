package dev.stagecoach.guide;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static dev.stagecoach.guide.Fact.BASELINE_SOURCES;
import static dev.stagecoach.guide.Fact.RATED_PERCENT;
import static dev.stagecoach.guide.Fact.RESULTS_SHOWN;
import static org.assertj.core.api.Assertions.assertThat;

/** What the shipped guide holds for those who work with it, by the way that they ask for it. */
class WorkbookTest {
    private final Guide guide = ShippedGuide.GUIDE;
    private final Workbook work = guide.workbook();

    @Test
    void everyStageHasOutcomesAndGates_andEveryOutcomeAGate() {
        assertThat(guide.stages()).extracting(stage -> stage.gates().size()).containsExactly(6, 8, 7, 7);
        assertThat(guide.stages().stream().flatMap(stage -> stage.outcomes().stream()).map(Outcome::id))
                .containsExactly("EO1", "EO2", "DO1", "DO2", "IO1", "IO2", "SO1");
        assertThat(guide.stages()).allSatisfy(stage -> assertThat(stage.gates().stream().map(Gate::outcome).distinct())
                .containsExactlyInAnyOrderElementsOf(stage.outcomes().stream().map(Outcome::id).toList()));
        assertThat(guide.stageAfter("explore").map(Stage::key)).contains("plan");
        assertThat(guide.stageAfter("sustain")).isEmpty();
        assertThat(guide.stageAfter("gone")).isEmpty();
    }

    @Test
    void aGateIsMetOnceAllThatItNeedsIsThere() {
        var rated = guide.stage("explore").orElseThrow().gate("rated").orElseThrow();
        assertThat(met(rated, Map.of(RATED_PERCENT, 70, RESULTS_SHOWN, 1))).isTrue();
        assertThat(met(rated, Map.of(RATED_PERCENT, 69, RESULTS_SHOWN, 1))).isFalse();
        assertThat(rated.open(fact -> fact == RATED_PERCENT ? 100 : 0)).extracting(Gate.Need::fact)
                .containsExactly(RESULTS_SHOWN);
        var baseline = guide.stage("explore").orElseThrow().gate("baseline").orElseThrow();
        assertThat(met(baseline, Map.of(BASELINE_SOURCES, 1))).isFalse();
        assertThat(met(baseline, Map.of(BASELINE_SOURCES, 2))).isTrue();
    }

    @Test
    void theIntroductionComesOverDays_andTheCycleHasFourPhases() {
        var introduction = work.introduction();
        assertThat(introduction.cards()).allSatisfy(card -> assertThat(introduction.cardsOfDay(card.day()))
                .containsExactly(card));
        assertThat(introduction.card("not_this").orElseThrow().points()).hasSize(3);
        var cycle = introduction.cycle().orElseThrow();
        assertThat(cycle.phases()).extracting(Introduction.Phase::name).containsExactly("Make meaning",
                "Synthesize & investigate", "Create", "Share & reflect");
        assertThat(cycle.phase("create")).isPresent();
    }

    @Test
    void everyPracticeHasThreeScenes_aCapacity_andMeetsEveryFramework() {
        assertThat(guide.practices()).allSatisfy(practice -> {
            assertThat(work.vignettes(practice.key())).hasSize(3);
            assertThat(work.arc().capacity(practice.key())).isPresent();
            assertThat(work.crosswalk().of(practice.key())).extracting(meeting -> meeting.framework().key())
                    .contains("danielson", "marzano");
        });
        assertThat(work.crosswalk().of("formative").getFirst().items()).containsExactly("1f", "3d", "3e");
        assertThat(work.crosswalk().warning()).contains("never turned into an evaluation rating");
    }

    @Test
    void everyAnswerOfTheConcernPulseHasAMoveForTheCoach() {
        var concern = guide.checkinSet("concern_pulse").orElseThrow().questions().getFirst();
        assertThat(concern.options()).hasSize(7)
                .allSatisfy(option -> assertThat(work.coaching().move("concern_pulse", "concern", option)).isPresent());
        assertThat(work.coaching().move("concern_pulse", "concern", "something else")).isEmpty();
    }

    @Test
    void aCoachHasTwoQuestionsForWhateverIsSeen_theFittingOneFirst() {
        assertThat(Coaching.Sight.values())
                .allSatisfy(sight -> assertThat(openings(work, sight)).isNotEmpty());
        assertThat(openings(work, Coaching.Sight.ALWAYS)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(openings(work, Coaching.Sight.QUIET).getFirst()).startsWith("It has been quiet");
        assertThat(work.coaching().model("identify_learn_improve").orElseThrow().weeks()).isEqualTo(new Range(4, 6));
    }

    @Test
    void feedbackGoesInSixTurns_theReceiverFirstAndLast() {
        var turns = work.feedback().protocol("six_turns").orElseThrow();
        assertThat(turns.turns()).extracting(Feedback.Turn::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(List.of(turns.turn(1).orElseThrow().who(), turns.turn(6).orElseThrow().who()))
                .containsOnly(Feedback.Who.PRESENTER);
        assertThat(turns.turn(7)).isEmpty();
        assertThat(turns.minutes()).isEqualTo(20);
        assertThat(work.feedback().visit().orElseThrow().roomsBeforeSharing()).isEqualTo(3);
    }

    @Test
    void theLastTwoImpactLevelsAreUseAndOutcome() {
        assertThat(Stream.of(1, 2, 3, 4, 5).filter(work.trying()::showsUse)).containsExactly(4);
        assertThat(Stream.of(1, 2, 3, 4, 5).filter(work.trying()::showsOutcome)).containsExactly(5);
        assertThat(work.trying().loop().schoolDays()).isEqualTo(14);
        assertThat(work.trying().loop().decision("adapt")).isPresent();
    }

    @Test
    void whoJoinsLaterHasSomethingEachWeekOfTheFirstMonth() {
        assertThat(List.of(1, 2, 3, 4)).allSatisfy(week -> assertThat(work.lasting().stepsOfWeek(week))
                .extracting(SustainTools.InductionStep::who).contains(SustainTools.Who.NEWCOMER));
        assertThat(work.lasting().repeatAfterMonths()).containsExactly(3, 6);
    }

    @Test
    void aToolsChoicesAreFilledFromTheGuide() {
        var evidence = work.tool("evidence").orElseThrow();
        assertThat(evidence.field("reach").orElseThrow().choices(guide)).extracting(Term::key)
                .containsExactly("reaction", "learning", "support", "use", "outcome");
        assertThat(evidence.field("phase").orElseThrow().choices(guide)).extracting(Term::key)
                .containsExactly("make_meaning", "investigate", "create", "share");
        var source = work.tool("baseline").orElseThrow().field("source").orElseThrow();
        assertThat(source.choices(guide)).extracting(Term::name).contains("student voice");
        assertThat(work.tool("baseline").orElseThrow().field("practice").orElseThrow().choices(guide))
                .extracting(Term::key)
                .containsExactlyElementsOf(guide.practices().stream().map(Practice::key).toList());
    }

    @Test
    void resourcesFitAStageAndAPractice() {
        assertThat(work.resources("plan", "inquiry")).extracting(Resource::key).contains("deep_learning", "crosswalk");
        assertThat(work.resources("plan", "formative")).extracting(Resource::key).contains("crosswalk")
                .doesNotContain("deep_learning");
    }

    private static boolean met(Gate gate, Map<Fact, Integer> facts) {
        return gate.met(fact -> facts.getOrDefault(fact, 0));
    }

    private static List<String> openings(Workbook work, Coaching.Sight sight) {
        return work.coaching().openings().stream().filter(one -> one.when() == sight).map(Coaching.Opening::text)
                .toList();
    }
}
