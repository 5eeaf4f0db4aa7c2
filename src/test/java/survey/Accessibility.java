package survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What every page owes to everybody, as far as a program can tell: one first heading, a language,
 * names for whatever can be operated, targets that can be hit, text that can be read.
 */
final class Accessibility {
  /** Answers with a sentence for each thing that is wrong. */
  private static final String PROBLEMS =
      """
      () => {
        const problems = [];
        const shown = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
        const say = (element, what) => problems.push(what + ': ' + element.outerHTML.slice(0, 120));
        if (document.querySelectorAll('h1').length !== 1) problems.push('not one h1');
        if (!document.documentElement.lang) problems.push('no language');
        const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
        ids.filter((id, i) => ids.indexOf(id) !== i).forEach(id => problems.push('twice: ' + id));
        for (const field of document.querySelectorAll('input:not([type=hidden], [aria-hidden]), select, textarea')) {
          if (!field.labels.length) say(field, 'no label');
        }
        for (const target of [...document.querySelectorAll('a, button, input:not([type=hidden], [aria-hidden]), select')].filter(shown)) {
          if (target.matches('a, button') && !(target.ariaLabel || target.textContent).trim()) say(target, 'no name');
          // Whoever misses a box hits the label around it.
          const area = target.closest('label') ?? target;
          if (!target.matches('p a, li p a, .skip') && area.getBoundingClientRect().height < 24) say(target, 'too small');
        }
        // Luminance and contrast as WCAG 2.2 defines them.
        const channels = colour => colour.match(/[\\d.]+/g).map(Number);
        const luminance = colour => channels(colour).slice(0, 3)
          .map(value => value / 255)
          .map(value => value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4)
          .reduce((sum, value, i) => sum + value * [.2126, .7152, .0722][i], 0);
        const ground = element => {
          for (let at = element; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if ((channels(colour)[3] ?? 1) === 1) return colour;
          }
          return 'rgb(255, 255, 255)';
        };
        for (const element of [...document.body.querySelectorAll('*')].filter(shown)) {
          if (![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
          const [light, dark] = [luminance(getComputedStyle(element).color), luminance(ground(element))].sort((a, b) => b - a);
          if ((light + .05) / (dark + .05) < 4.5) say(element, 'contrast ' + ((light + .05) / (dark + .05)).toFixed(2));
        }
        return problems;
      }
      """;

  private Accessibility() {}

  static void check(Page page) {
    assertThat((List<?>) page.evaluate(PROBLEMS)).as(page.url()).isEmpty();
  }
}
