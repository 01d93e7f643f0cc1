package dev.stagecoach.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.stagecoach.House;
import dev.stagecoach.sandbox.SandboxClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A team's first round, end to end, as coach, teachers and principal; with a picture of each place at two widths. */
class FirstRoundTest {
    private static final String WREN = "U0WREN";
    private static final String OAKLEY = "U0OAKLEY";
    private static final String FERN = "U0FERN";
    private static final String TEAM = "grade-7-team";
    private static final List<String> LEVELS = List.of("Trailhead", "First miles", "Steady pace", "Own road");

    @TempDir
    Path folder;
    private House house;
    private Screen screen;

    @BeforeEach
    void opened() {
        house = new House(folder, SandboxClock.running(SandboxClock.START));
        screen = new Screen(house.sandbox().url());
    }

    @AfterEach
    void closed() {
        screen.shot("99-at-the-end");
        screen.close();
        house.close();
    }

    @Test
    void aTeamIsCoachedEndToEnd() {
        setsUpTheTeam();
        opensARound();
        ratesOnAPhone();
        othersRate();
        revealsTheResult();
        choosesAndWritesTheGoal();
        schedulesACheckin();
        answersTheCheckin();
        reflects();
        logsEvidence();
        savesAMessageAsEvidence();
        readsTheWeeklySummary();
        principalAsksForASummary();
        seesHome();
    }

    private void setsUpTheTeam() {
        screen.actAs(WREN);
        screen.channel(TEAM);
        assertThat(screen.hint()).isVisible();
        screen.shot("01-start");
        screen.type("/coach");
        assertThat(screen.onlyToMe("There is no team in this channel yet.")).isVisible();
        screen.press("Set up this team");
        screen.form("Set up this team");
        screen.fill("Team name", "Grade 7");
        screen.fill("School", "Juniper Ridge");
        screen.pick("Leaders and admins", "Oakley");
        screen.pick("People in the channel to leave out", "Moss");
        screen.shot("02-setup");
        screen.submit();
        screen.form("Grade 7 is set up");
        screen.sees("This team is set up: Grade 7");
        assertThat(screen.hint()).hasCount(0);
        screen.shot("03-team");
    }

    private void opensARound() {
        screen.pressInForm("Open the first round");
        screen.form("Open a round");
        screen.shot("04-round");
        screen.submit();
        screen.reads("I am asking all 7 members privately now.");
        assertThat(screen.modal()).hasCount(0);
    }

    /** One teacher, the whole form on a phone: two choices and one button on each page. */
    private void ratesOnAPhone() {
        screen.phone();
        screen.actAs(FERN);
        screen.home();
        screen.sees("Say where your class stands; it takes about three minutes.");
        screen.shot("05-home-asked");
        screen.phone();
        screen.channel("Stagecoach");
        screen.shot("06-asked");
        screen.phone();
        screen.press("Start");
        for (var page = 0; page < 6; page++) {
            screen.form("Practice " + (page + 1) + " of 6");
            screen.choose("What students do", LEVELS.get(page % 2));
            screen.choose("What adults do", LEVELS.get(2));
            if (page == 0) {
                screen.fill("Note on students", "Third period only");
                screen.shot("07-rating");
                screen.phone();
            }
            screen.submit();
        }
        screen.form("Last question");
        screen.shot("08-dots");
        screen.phone();
        screen.pick("Where would a change help", "");
        screen.pick("Where would a change help", "");
        screen.submit();
        screen.reads("You placed 6 of 6 practices.");
        screen.sees("You placed 6 of 6 practices.");
        screen.wide();
    }

    private void othersRate() {
        var others = List.of("U0LARCH", "U0POPPY", "U0FLINT", "U0SAGE", "U0REED");
        for (var n = 0; n < others.size(); n++) {
            var hand = house.sandbox().as(others.get(n));
            hand.clicks("dm", "Start");
            for (var page = 0; page < 6; page++) {
                hand.modal().choose("What students do", LEVELS.get((n + page) % 3))
                        .choose("What adults do", n + page == 4 ? "Can't say yet" : LEVELS.get(1 + (n * page) % 3))
                        .submit();
            }
            hand.modal().submit();
        }
    }

    private void revealsTheResult() {
        screen.actAs(WREN);
        screen.channel(TEAM);
        screen.type("/coach round");
        assertThat(screen.onlyToMe("half or more have begun")).isVisible();
        screen.shot("09-round-state", screen.onlyToMe("half or more have begun"));
        screen.press("Close and reveal");
        screen.shot("10-confirm");
        screen.confirm("Close and reveal");
        screen.sees("6 of 7 took part.");
        var picture = screen.message("6 of 7 took part.").locator("figure img");
        assertThat(picture).hasAttribute("alt", Pattern.compile("Bars of answers by level\\. .+"));
        assertThat(picture).hasJSProperty("complete", true);
        screen.shot("11-reveal", picture);
        screen.shot("12-entry-points", screen.button("Choose our practice"));
        screen.press("1 reply");
        screen.sees("The same as text, practice by practice:");
        screen.shot("13-thread", screen.seen("The same as text, practice by practice:"));
        screen.press("1 reply");
    }

    private void choosesAndWritesTheGoal() {
        screen.press("Choose our practice");
        screen.form("Propose a practice");
        screen.field("Practice").selectOption("inquiry");
        screen.fill("Why this one?", "Adults plan for it, and students do not feel it yet.");
        screen.shot("14-choose");
        screen.submit();
        screen.reads("Proposed. I will tell the channel");
        screen.sees("Shall we take this up?");
        screen.shot("15-proposed", screen.message("Shall we take this up?"));
        List.of("U0LARCH", "U0POPPY").forEach(id -> house.sandbox().as(id).clicks("#" + TEAM, "Yes"));
        screen.sees("The team will take it up: ");
        screen.press("Write the goal");
        screen.form("Your goal");
        screen.submit();
        assertThat(screen.modal().locator("[data-error=sentence]")).isVisible();
        screen.shot("16-goal-error");
        screen.fill("Students will ...", "Students will ask a question of their own in every unit.");
        screen.modal().getByText("Add more").click();
        screen.form("Your goal, page 1 of 2");
        screen.fill("Baseline", "4 of 12");
        screen.fill("Target", "9 of 12");
        screen.shot("17-goal");
        screen.submit();
        screen.form("Your goal, page 2 of 2");
        screen.fill("What you measure", "A count in one lesson a week");
        screen.shot("18-means");
        screen.submit();
        screen.reads("Saved. The channel shows your goal.");
        screen.sees("Our goal");
        screen.shot("19-goal-channel", screen.message("Our goal"));
    }

    private void schedulesACheckin() {
        screen.type("/coach checkin");
        screen.press("Schedule another");
        screen.form("Schedule a check-in");
        screen.shot("20-checkin");
        screen.submit();
        screen.form("The next four weeks");
        assertThat(screen.modal().getByText("The next four weeks:")).isVisible();
        screen.shot("21-preview");
        screen.submit();
        screen.reads("Scheduled: ");
    }

    private void answersTheCheckin() {
        screen.actAs(FERN);
        screen.channel("Stagecoach");
        for (var steps = 0; steps < 14 && screen.button("Snooze").count() == 0; steps++) {
            screen.clock("next");
        }
        screen.sees("Only you see your answers.");
        screen.shot("22-asked-checkin", screen.message("Only you see your answers."));
        screen.press("Answer all");
        screen.form("Check-in");
        screen.modal().locator(".choice").first().click();
        screen.shot("23-answer");
        screen.submit();
        screen.reads("Saved. You can change it until the summary.");
        screen.sees("You can add to it or change it until the summary.");
    }

    private void reflects() {
        screen.type("/coach reflect");
        screen.press("Write");
        screen.form("Reflect");
        screen.fill("Your thoughts", "שאלות של תלמידים <!channel> *not bold* '; drop table x; --");
        screen.shot("24-reflect");
        screen.submit();
        screen.shot("25-kept");
        screen.reads("Kept. Only you can see it.");
        screen.type("/coach reflections");
        screen.sees("שאלות של תלמידים <!channel> *not bold* '; drop table x; --");
        screen.shot("25-reflections");
    }

    private void logsEvidence() {
        screen.channel(TEAM);
        screen.type("/coach evidence");
        screen.form("Log evidence");
        screen.fill("What you saw", "Students asked their own question before opening the text.");
        screen.modal().getByText("Add more").click();
        assertThat(screen.field("What you saw")).hasValue("Students asked their own question before opening the text.");
        screen.fill("How many", "7");
        screen.submit();
        assertThat(screen.modal().locator("[data-error=of]")).isVisible();
        screen.fill("Of how many", "12");
        screen.choose("Who sees it?", "My team");
        screen.shot("26-evidence");
        screen.submit();
        screen.reads("Saved. Your team sees it in the channel.");
        screen.sees("Students asked their own question before opening the text.");
        screen.shot("27-evidence-channel", screen.message("logged evidence"));
    }

    private void savesAMessageAsEvidence() {
        screen.type("Two groups asked for the raw data today.");
        var said = screen.message("Two groups asked for the raw data today.");
        said.hover();
        said.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("More actions")).click();
        assertThat(screen.page().getByRole(AriaRole.MENUITEM,
                new Page.GetByRoleOptions().setName("Save as evidence")))
                .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        screen.shot("28-shortcut");
        said.getByRole(AriaRole.MENUITEM, new Locator.GetByRoleOptions().setName("Save as evidence")).click();
        screen.form("Log evidence");
        assertThat(screen.field("What you saw")).hasValue("Two groups asked for the raw data today.");
        screen.choose("Who sees it?", "My team");
        screen.submit();
        screen.reads("Saved. Your team sees it in the channel.");
        screen.sees("Saved from a message in");
    }

    private void readsTheWeeklySummary() {
        var summary = screen.page().locator("[data-message-ts]")
                .filter(new Locator.FilterOptions().setHasText("Taking part"));
        for (var days = 0; days < 9 && summary.count() == 0; days++) {
            screen.clock("P1D");
        }
        assertThat(summary.last()).containsText("Next check-in: ");
        screen.shot("29-summary", summary.getByText("Taking part"));
    }

    private void principalAsksForASummary() {
        screen.actAs(OAKLEY);
        screen.channel("Stagecoach");
        screen.type("/coach summary this week");
        var mine = screen.page().locator("[data-ephemeral=true]").last();
        assertThat(mine).containsText("Taking part");
        assertThat(mine).not().containsText("שאלות של תלמידים");
        screen.shot("31-principal", mine.getByText("Taking part"));
        screen.home();
        screen.shot("32-home-principal");
    }

    private void seesHome() {
        screen.actAs(FERN);
        screen.home();
        screen.shot("33-home-teacher");
        screen.actAs(WREN);
        screen.home();
        screen.shot("34-home-coach");
        screen.phone();
        screen.page().getByRole(AriaRole.BUTTON,
                new com.microsoft.playwright.Page.GetByRoleOptions().setName("Menu").setExact(true)).click();
        screen.shot("35-menu");
    }
}
