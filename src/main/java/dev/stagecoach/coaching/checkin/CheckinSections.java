package dev.stagecoach.coaching.checkin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.Section.Place;
import dev.stagecoach.coaching.Trend;
import dev.stagecoach.coaching.checkin.AnswerStore.Count;
import dev.stagecoach.guide.CheckinSet.Kind;
import dev.stagecoach.guide.CheckinSet.Question;
import dev.stagecoach.people.ResponseRate;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.View;
import dev.stagecoach.people.Visibility;
import dev.stagecoach.picture.Tally;
import dev.stagecoach.storage.Transaction;

/** What check-ins add to a summary: how many answered, counts where they give nobody away, lines that were shared. */
final class CheckinSections {
    private static final Duration WEEKS_BACK = Duration.ofDays(7L * Trend.MOST);
    private static final Set<Kind> SUMMED = Set.of(Kind.CHOICE, Kind.SCALE, Kind.N_OF_M);

    private final Checkins checkins;

    CheckinSections(Checkins checkins) {
        this.checkins = checkins;
    }

    List<Section> of(Transaction tx, Team team, Period period, View view) {
        var sections = new ArrayList<Section>();
        participation(tx, team, period, view).ifPresent(sections::add);
        counted(tx, team, period, view).forEach(sections::add);
        highlights(tx, team, period, view).ifPresent(sections::add);
        next(tx, team).ifPresent(sections::add);
        return sections;
    }

    private Optional<Section> participation(Transaction tx, Team team, Period period, View view) {
        var part = checkins.runs().participation(tx, team.id(), period);
        var rate = new ResponseRate(part.answered(), part.recipient());
        return rate.words(view).filter(_ -> part.recipient() > 0).map(share -> {
            var line = part.runs() == 1
                    ? share + " answered the check-in"
                    : share + " check-in answers came in";
            return new Section(Place.PARTICIPATION, part.answered() > 0, List.of(Text.of(Text.capital(line) + ".")),
                    rate.exact(view)
                            ? List.of(new Tally("Check-ins answered", part.answered(), part.recipient()))
                            : List.of());
        });
    }

    /** What students did as a trend over the weeks, who asks for something, and what else was chosen. */
    private List<Section> counted(Transaction tx, Team team, Period period, View view) {
        var before = period.until().minus(WEEKS_BACK);
        var all = shown(checkins.answers().counts(tx, team.id(),
                new Period(before.isBefore(period.from()) ? before : period.from(), period.until())), view);
        var now = all.stream().filter(count -> !count.askedAt().isBefore(period.from())).toList();
        var sections = new ArrayList<Section>(trends(tx, team, all, now));
        add(sections, Place.HELP, byQuestion(now).values().stream().flatMap(same -> wanted(same).stream()).toList());
        add(sections, Place.COMMITMENTS, lines(now, view));
        return sections;
    }

    private static void add(List<Section> sections, Place place, List<Text> lines) {
        if (!lines.isEmpty()) {
            sections.add(new Section(place, true, lines, List.of()));
        }
    }

    /** What was counted in the period, with the counts before. */
    private List<Section> trends(Transaction tx, Team team, List<Count> all, List<Count> now) {
        var asked = byQuestion(now).keySet();
        return byQuestion(all).entrySet().stream().filter(same -> asked.contains(same.getKey()))
                .flatMap(same -> question(same.getValue().getFirst()).filter(one -> one.kind() == Kind.N_OF_M).stream()
                        .map(question -> Section.of(new Trend(
                                checkins.asking(tx, team.id(), question).text(), tallies(same.getValue(), team)))))
                .toList();
    }

    private static List<Tally> tallies(List<Count> counts, Team team) {
        return counts.stream().collect(Collectors.groupingBy(Count::run, LinkedHashMap::new, Collectors.toList()))
                .values().stream().map(run -> new Tally(
                        DateText.near(LocalDate.ofInstant(run.getFirst().askedAt(), team.zone())), part(run, 0),
                        part(run, 1)))
                .toList();
    }

    /** How many asked for something, where their answer asks for it. */
    private Optional<Text> wanted(List<Count> counts) {
        return question(counts.getFirst()).flatMap(Question::lead).flatMap(lead -> Optional
                .ofNullable(sums(counts).get(lead.option())).flatMap(number -> switch (lead.to()) {
                    case STEP -> Optional.<String>empty();
                    case HELP -> Optional.of(number + " would like help.");
                    case VISIT -> Optional.of(number + " would like a visit.");
                })).map(Text::of);
    }

    private static Map<String, List<Count>> byQuestion(List<Count> counts) {
        return counts.stream().collect(Collectors.groupingBy(count -> count.set() + " " + count.question(),
                LinkedHashMap::new, Collectors.toList()));
    }

    /** Held against the minimum at each occasion, so that no two summaries can be subtracted from one another. */
    private static List<Count> shown(List<Count> counts, View view) {
        Map<String, Integer> answers = counts.stream()
                .collect(Collectors.groupingBy(CheckinSections::asking, Collectors.summingInt(Count::times)));
        return counts.stream().filter(count -> {
            var number = answers.getOrDefault(asking(count), 0);
            return number >= Visibility.TEAM_MINIMUM && Visibility.mayCount(count.kind(), view, number);
        }).toList();
    }

    private static String asking(Count count) {
        return count.run() + " " + count.question();
    }

    private List<Text> lines(List<Count> counts, View view) {
        return byQuestion(counts).values().stream().flatMap(same -> question(same.getFirst())
                .filter(question -> question.kind() != Kind.N_OF_M).stream()
                .flatMap(question -> Stream.concat(Stream.of(line(question, same)),
                        view == View.COACH ? move(same).stream() : Stream.empty())))
                .toList();
    }

    /** What a coach can do about what most of the team said, where the guide knows something. */
    private Optional<Text> move(List<Count> counts) {
        var said = counts.getFirst();
        return sums(counts).entrySet().stream().max(Map.Entry.comparingByValue())
                .flatMap(
                        most -> checkins.guide().workbook().coaching().move(said.set(), said.question(), most.getKey()))
                .map(move -> Text.of("What you can do: ").plus(move));
    }

    /** The question that was asked, where its answers are choices or counts and the guide still has it. */
    private Optional<Question> question(Count count) {
        return checkins.guide().checkinSet(count.set()).stream().flatMap(set -> set.questions().stream())
                .filter(question -> question.key().equals(count.question()))
                .filter(question -> SUMMED.contains(question.kind())).findFirst();
    }

    private static Text line(Question question, List<Count> counts) {
        var asked = question.text().replace("{practice}", "our practice");
        return Text.bolded(asked).plus((asked.endsWith("?") ? " " : ": ") + choices(counts));
    }

    private static Map<String, Integer> sums(List<Count> counts) {
        var sums = new LinkedHashMap<String, Integer>();
        counts.forEach(count -> sums.merge(count.value(), count.times(), Integer::sum));
        return sums;
    }

    private static String choices(List<Count> counts) {
        return sums(counts).entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(sum -> sum.getValue() + " " + sum.getKey()).collect(Collectors.joining(", "));
    }

    /** All counts together, as {@link AnswerForm} stores them: "9/20". */
    private static int part(List<Count> counts, int index) {
        return counts.stream().mapToInt(count -> count.times() * Integer.parseInt(count.value().split("/", 2)[index]))
                .sum();
    }

    private Optional<Section> highlights(Transaction tx, Team team, Period period, View view) {
        var lines = checkins.people().gate().openTo(view, checkins.answers().lines(tx, team.id(), period)).stream()
                .map(line -> Text.of(quoted(line.words()) + " ").mention(line.author())).toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(Place.HIGHLIGHTS, true, lines, List.of()));
    }

    /** In quotation marks, unless its author has set them. */
    private static String quoted(String words) {
        return words.matches("(?s)[“\"„«].*[”\"“»]") ? words : "“" + words + "”";
    }

    private Optional<Section> next(Transaction tx, Team team) {
        var day = checkins.people().days().ofTeam(tx, team);
        return checkins.schedules().of(tx, team.id()).stream().filter(schedule -> schedule.paused().isEmpty())
                .map(schedule -> schedule.nextOpen(day)).min(Instant::compareTo)
                .map(next -> new Section(Place.NEXT, false,
                        List.of(Text.of("Next check-in: " + DateText.near(next, team.zone()) + ".")), List.of()));
    }
}
