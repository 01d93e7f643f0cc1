package dev.stagecoach.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The page before a person: what they press, type and see. */
final class Screen implements AutoCloseable {
    private static final int WIDE = 1280;
    private static final int NARROW = 400;
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private final Playwright playwright;
    private final Browser browser;
    private final Page page;

    Screen(String url) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium")).setArgs(FLAGS));
        page = browser.newPage(new Browser.NewPageOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.setDefaultTimeout(10_000);
        wide();
        page.navigate(url + "/");
        assertThat(page.getByLabel("Act as")).isVisible();
    }

    void wide() {
        page.setViewportSize(WIDE, 900);
    }

    void phone() {
        page.setViewportSize(NARROW, 800);
    }

    private boolean isPhone() {
        return page.viewportSize().width == NARROW;
    }

    /** Takes what is seen at both widths; the wide page stays. */
    void shot(String name) {
        wide();
        take(name, WIDE);
        phone();
        take(name, NARROW);
        wide();
    }

    /** Takes what is seen with the newest of these in view, at both widths. */
    void shot(String name, Locator inView) {
        wide();
        inView.last().scrollIntoViewIfNeeded();
        take(name, WIDE);
        phone();
        inView.last().scrollIntoViewIfNeeded();
        take(name, NARROW);
        wide();
    }

    private void take(String name, int width) {
        page.waitForTimeout(120);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + "-" + width + ".png")));
        var wider = page.evaluate("document.documentElement.scrollWidth > innerWidth");
        if (Boolean.TRUE.equals(wider)) {
            throw new AssertionError(name + " does not fit into " + width + " pixels");
        }
    }

    void actAs(String person) {
        menu();
        page.getByLabel("Act as").selectOption(person);
        assertThat(page.getByLabel("Act as")).hasValue(person);
    }

    void channel(String name) {
        menu();
        page.locator("[data-name='" + name + "']").first().click();
        assertThat(page.locator("h1")).containsText(name);
    }

    void home() {
        menu();
        page.locator("[data-home]").click();
        assertThat(page.locator("[data-home-view]")).isVisible();
    }

    private void menu() {
        if (isPhone()) {
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menu").setExact(true)).click();
        }
    }

    /** What a newcomer is told to begin with. */
    Locator hint() {
        return page.locator(".first-step");
    }

    /** Into the composer of the place that is open. */
    void type(String words) {
        var box = page.locator(".main > .composer textarea");
        box.fill(words);
        box.press("Enter");
    }

    /** The newest button so labelled outside any dialog. */
    void press(String label) {
        button(label).last().click();
    }

    Locator button(String label) {
        return button(page.locator(".main"), label);
    }

    /** What stands on it is the beginning of its name; what it is about follows where another says the same. */
    private static Locator button(Locator part, String label) {
        var words = label.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
        return part.getByRole(AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(Pattern.compile("^" + words + "(: .*)?$")));
    }

    /** Answers the small question before something public. */
    void confirm(String label) {
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label).setExact(true)).click();
    }

    Locator modal() {
        return page.locator("dialog.modal");
    }

    /** The form with this title, once it is there. */
    Locator form(String title) {
        assertThat(page.locator("#modal-title")).hasText(title);
        return modal();
    }

    Locator field(String label) {
        return modal().getByLabel(label).first();
    }

    void fill(String label, String words) {
        field(label).fill(words);
    }

    /** One of several choices below a label. */
    void choose(String label, String option) {
        modal().getByRole(AriaRole.RADIOGROUP, new Locator.GetByRoleOptions().setName(label))
                .locator(".choice").filter(new Locator.FilterOptions().setHasText(option)).click();
    }

    /** Picks somebody from the list that opens below a field. */
    void pick(String label, String name) {
        field(label).click();
        field(label).fill(name);
        page.locator(".picker-list [role=option]").first().click();
    }

    void submit() {
        modal().locator("button[type=submit]").click();
    }

    /** Reads the answer that stands in the form's place, and closes it. */
    void reads(String words) {
        assertThat(modal()).containsText(words);
        pressInForm("Close", modal().locator(".dialog-foot"));
        assertThat(modal().getByText(words)).hasCount(0);
    }

    /** A button of the form itself. */
    void pressInForm(String label) {
        pressInForm(label, modal().locator(".dialog-body"));
    }

    private static void pressInForm(String label, Locator part) {
        button(part, label).click();
    }

    /** Something that a person sees in a place. */
    void sees(String words) {
        assertThat(seen(words)).isVisible();
    }

    Locator seen(String words) {
        return page.locator(".main").getByText(words).last();
    }

    Locator onlyToMe(String words) {
        return page.locator("[data-ephemeral=true]").filter(new Locator.FilterOptions().setHasText(words)).last();
    }

    Locator message(String words) {
        return page.locator("[data-message-ts]").filter(new Locator.FilterOptions().setHasText(words)).last();
    }

    /** Moves the sandbox's clock and waits until it has. */
    void clock(String step) {
        menu();
        var before = page.locator("[data-clock-now]").getAttribute("data-clock-now");
        page.locator("[data-clock='" + step + "']").click();
        assertThat(page.locator("[data-clock-now='" + before + "']")).hasCount(0);
        assertThat(page.locator("[data-clock='" + step + "'][aria-busy=true]")).hasCount(0);
    }

    String next() {
        return page.locator("#clock-what").textContent();
    }

    /** How many times Tab goes on before it leaves the page. */
    int tabStops() {
        page.evaluate("document.body.tabIndex = -1; document.body.focus()");
        var stops = 0;
        do {
            page.keyboard().press("Tab");
            stops++;
        } while (Boolean.TRUE.equals(page.evaluate("document.activeElement !== document.body")));
        return stops - 1;
    }

    /** The name of what has the focus. */
    String focused() {
        return String.valueOf(page.evaluate(
                "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"));
    }

    Page page() {
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
