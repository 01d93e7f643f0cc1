package dev.stagecoach.browser;

import java.nio.file.Path;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.stagecoach.House;
import dev.stagecoach.sandbox.SandboxClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Somebody new plays one teacher up to the team's first result, and goes about in the page by keyboard. */
class TeacherWalkTest {
    private static final int PRACTICES = 6;
    private static final int MOST_CLICKS = 40;
    private static final int MOST_TAB_STOPS = 20;

    @TempDir
    Path folder;
    private House house;
    private Screen screen;
    private int clicks;

    @BeforeEach
    void opened() {
        house = new House(folder, SandboxClock.running(SandboxClock.START));
        screen = new Screen(house.sandbox().url());
    }

    @AfterEach
    void closed() {
        screen.close();
        house.close();
    }

    @Test
    void aTeacherReachesTheFirstResult() {
        screen.shot("40-walk-offered");
        press("Try it as a teacher");
        press("Start");
        for (var page = 0; page < PRACTICES; page++) {
            screen.form("Practice " + (page + 1) + " of 6");
            choose("What students do", page % 2);
            choose("What adults do", 2);
            submit();
        }
        screen.form("Last question");
        submit();
        screen.reads("You placed 6 of 6 practices.");
        clicks++;
        assertThat(screen.button("See where our team stands"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        screen.shot("41-walk-result-is-there");
        press("See where our team stands");
        screen.sees("7 of 7 took part.");
        assertThat(screen.seen("7 of 7 took part.")).isInViewport();
        screen.shot("42-walk-result");
        assertThat(clicks).as("clicks to the first result").isLessThan(MOST_CLICKS);
        assertThat(screen.tabStops()).as("tab stops").isLessThan(MOST_TAB_STOPS);
        goesAboutByKeyboard();
        seesWhatComes();
    }

    private void goesAboutByKeyboard() {
        var keys = screen.page().keyboard();
        screen.page().locator(".skip").focus();
        keys.press("Enter");
        assertThat(screen.focused()).startsWith("Stagecoach, ");
        screen.page().locator(".row[aria-current]").focus();
        keys.press("ArrowDown");
        assertThat(screen.focused()).isEqualTo("#general");
        screen.page().locator(".log").evaluate("log => log.scrollTop = 0");
        screen.type("/coach help");
        assertThat(screen.onlyToMe("shows where the team stands")).isInViewport();
        screen.button("Choose our practice").last().focus();
        keys.press("Enter");
        screen.form("Propose a practice");
        keys.press("Escape");
        assertThat(screen.modal()).hasCount(0);
        assertThat(screen.focused()).startsWith("Choose our practice");
    }

    private void seesWhatComes() {
        assertThat(screen.next()).contains("the week's summary");
        screen.clock("next");
        var said = screen.page().locator(".clock-said");
        assertThat(said).containsText("Stagecoach wrote");
        said.locator("button").click();
        assertThat(screen.page().locator("article:focus")).isInViewport();
        var names = screen.page().locator(".main .button").all().stream()
                .map(button -> String.valueOf(button.getAttribute("aria-label")) + button.textContent()).toList();
        assertThat(names).as("buttons with names of their own").doesNotHaveDuplicates();
    }

    private void press(String label) {
        screen.press(label);
        clicks++;
    }

    private void choose(String label, int option) {
        screen.modal().getByRole(com.microsoft.playwright.options.AriaRole.RADIOGROUP,
                new Locator.GetByRoleOptions().setName(Pattern.compile(label))).locator(".choice").nth(option).click();
        clicks++;
    }

    private void submit() {
        screen.submit();
        clicks++;
    }
}
