package dev.attune.api.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.browser.Browser;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class OnboardingPageTest {
  private static final Path SHOTS = Path.of("target", "screenshots");

  private TestServer server;
  private Browser browser;

  @BeforeEach
  void open() throws Exception {
    server = new TestServer(null);
    browser = new Browser(1200, 1000);
  }

  @AfterEach
  void close() throws Exception {
    browser.close();
    server.close();
  }

  @Test
  void a_person_says_it_in_words_sees_what_was_noted_and_mends_it_with_the_keyboard()
      throws Exception {
    browser.open(url("/onboarding"));
    browser.until("document.querySelectorAll('.line').length === 1");
    browser.screenshot(SHOTS.resolve("onboarding-open.png"));

    say("I'm a solo marketer planning launches at a bank");
    browser.until("document.querySelectorAll('.fact').length === 3");
    browser.screenshot(SHOTS.resolve("onboarding-noted.png"));

    assertThat(browser.text("[data-field=role] .value")).isEqualTo("Marketer");
    assertThat(browser.text("[data-field=role] blockquote")).isEqualTo("“marketer”");
    assertThat(browser.text("#screens h4")).isEqualTo("Hi");
    browser.until("document.activeElement.id === 'say'");

    browser.evaluate("document.querySelector('[data-field=role] button').focus()");
    browser.press("Enter");
    browser.until("document.activeElement.tagName === 'SELECT'");
    browser.evaluate("document.activeElement.value = JSON.stringify('sales')");
    browser.press("Tab");
    browser.press("Enter");
    browser.until("document.querySelector('[data-field=role] .value').innerText === 'Sales'");
    browser.click("[data-field=industry] button:last-child");
    browser.until("!document.querySelector('[data-field=industry]')");

    Map<String, ProfileValue> stored = profile("visitor-1");
    assertThat(stored.get("role").value()).isEqualTo("sales");
    assertThat(stored).doesNotContainKey("industry");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void a_pressed_choice_answers_and_the_conversation_is_there_after_a_reload() throws Exception {
    browser.open(url("/onboarding"));
    browser.until("document.querySelectorAll('#choices button').length === 4");

    browser.click("#choices button:nth-child(4)");
    browser.until(
        "document.querySelector('#choices button:nth-child(4)').innerText === 'Designer'");
    browser.click("#choices button:nth-child(4)");
    browser.until("document.querySelectorAll('.fact').length === 1");
    browser.open(url("/onboarding?again"));
    browser.until("document.querySelectorAll('.line').length >= 3");

    assertThat(browser.text("[data-field=role] .value")).isEqualTo("Designer");
    assertThat(browser.text(".line.person .words")).isEqualTo("Designer");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void several_goals_are_pressed_and_taken_at_once_and_mended_in_boxes() throws Exception {
    browser.open(url("/onboarding"));
    browser.until("document.querySelectorAll('#choices button').length === 4");
    say("I'm a marketer");
    browser.until("document.querySelectorAll('#choices [aria-pressed]').length === 3");

    browser.click("#choices button:nth-child(1)");
    browser.click("#choices button:nth-child(2)");
    browser.click("#choices .primary");
    browser.until("document.querySelector('[data-field=goals]')");
    assertThat(browser.text("[data-field=goals] .value"))
        .isEqualTo("Plan a roadmap, Run campaigns");

    browser.click("[data-field=goals] .buttons button");
    browser.click("[data-field=goals] .editor input");
    browser.screenshot(SHOTS.resolve("onboarding-mend.png"));
    browser.click("[data-field=goals] .editor .primary");
    browser.until(
        "document.querySelector('[data-field=goals] .value').innerText === 'Run campaigns'");

    browser.until("document.activeElement.ariaLabel === 'Edit what you want to get done'");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void a_server_with_too_much_to_do_is_asked_once_more() {
    browser.open(url("/onboarding"));
    browser.until("document.querySelectorAll('.line').length === 1");
    browser.evaluate(
        "window.refused = 0; const real = window.fetch; window.fetch = (path, request) =>"
            + " path.endsWith('/turns') && window.refused++ === 0"
            + " ? Promise.resolve(new Response('', { status: 503 })) : real(path, request); true");

    say("I'm a marketer");
    browser.until("document.querySelectorAll('.fact').length === 1");

    assertThat(browser.evaluate("window.refused")).isEqualTo(2);
    assertThat(browser.text("#problem")).isEmpty();
  }

  @Test
  void whoever_comes_back_again_and_again_is_greeted_once() {
    for (int i = 0; i < 3; i++) {
      browser.open(url("/onboarding?visit=" + i));
      browser.until("document.querySelectorAll('.line').length === 1");
    }

    assertThat(browser.text(".line .words")).startsWith("Hello!");
  }

  @Test
  void everything_has_a_name_and_news_are_announced() {
    browser.open(url("/onboarding"));
    browser.until("document.querySelectorAll('.line').length === 1");

    Object nameless =
        browser.evaluate(
            "[...document.querySelectorAll('button, input, textarea, select')].filter(one =>"
                + " !one.hidden && !one.closest('[hidden]') && !(one.innerText ||"
                + " one.ariaLabel || one.labels?.length)).length");
    assertThat(nameless).isEqualTo(0);
    assertThat(browser.evaluate("document.querySelector('#lines').getAttribute('aria-live')"))
        .isEqualTo("polite");
    assertThat(browser.evaluate("document.documentElement.lang")).isEqualTo("en");
  }

  @Test
  void less_motion_means_none_and_the_dark_scheme_looks_well() throws Exception {
    browser.prefer("prefers-reduced-motion", "reduce");
    browser.open(url("/onboarding"));
    browser.until("document.querySelectorAll('.line').length === 1");

    assertThat(browser.evaluate("getComputedStyle(document.querySelector('.line')).animationName"))
        .isEqualTo("none");
    browser.prefer("prefers-color-scheme", "dark");
    browser.screenshot(SHOTS.resolve("onboarding-dark.png"));
  }

  @Test
  void what_a_person_writes_never_becomes_markup() {
    browser.open(url("/onboarding"));
    browser.until("document.querySelectorAll('.line').length === 1");

    say("<img src=x onerror=document.title='broken'> I'm a marketer");
    browser.until("document.querySelectorAll('.fact').length === 1");

    assertThat(browser.evaluate("document.images.length")).isEqualTo(0);
    assertThat(browser.evaluate("document.title")).isEqualTo("Make it yours");
  }

  @Test
  void the_form_goes_on_where_the_conversation_is() {
    browser.open(url("/onboarding"));
    browser.until("document.querySelectorAll('.line').length === 1");
    say("I'm a marketer");
    browser.until("document.querySelectorAll('.fact').length === 1");

    browser.click("#form");
    browser.until("document.querySelectorAll('[name=remove]').length === 1");

    assertThat(browser.text("fieldset")).contains("Marketer");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void without_scripts_a_form_asks_the_same() throws Exception {
    browser.open(url("/onboarding/form"));
    browser.scripts(false);

    browser.click("input[value=designer]");
    browser.click("input[value=reporting]");
    browser.evaluate("document.querySelector('[name=teamSize]').value = '12'");
    browser.evaluate("document.querySelector('form').submit()");
    browser.scripts(true);
    browser.until("document.querySelectorAll('[name=remove]').length === 3");
    browser.screenshot(SHOTS.resolve("onboarding-form.png"));

    assertThat(browser.text("fieldset")).contains("Designer", "Reporting", "12");
    assertThat(browser.complaints()).isEmpty();
  }

  private void say(String text) {
    browser.evaluate("document.querySelector('#say').focus()");
    browser.type(text);
    browser.press("Enter");
  }

  private Map<String, ProfileValue> profile(String visitor) {
    return server.facts.load(PersonId.anonymous(visitor)).toCompletableFuture().join().profile();
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }
}
