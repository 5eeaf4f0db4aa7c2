package survey.admin.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts get an apostrophe, and that it can be taken away again. */
class FormulasTest {
  private static final String[] PARTS = {
    "", "'", "=", "＝", "+", "-", "@", "﹣", " ", "　", "\t", "\n", "\r", "\uFEFF", "\u200B", "a", "1",
    "😀"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+81",
        "-",
        "@SUM(A1)",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        "﹢1",
        "﹣1",
        "﹦1",
        "﹫x",
        " =1",
        "　＝1",
        "\u00A0=1",
        "\uFEFF=1",
        "\u200B=1",
        "\u0085=1",
        "\t1",
        "\r1",
        "\n1",
        "\n",
        "'=1",
        "''=1",
        "'\t1",
        "' =1",
        " '=1"
      })
  void getOneInFrontOfWhatAProgramMayRun(String text) {
    assertThat(Formulas.defuse(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1+1=2",
        "a=1",
        "'",
        "'quoted'",
        "''",
        " ",
        "。=1",
        "😀=1",
        "𠮷",
        "ー",
        "—",
        "~",
        "|1",
        "がんばれ",
        "1\t2",
        "a\n=1"
      })
  void getNoneWhereNothingWouldBeRun(String text) {
    assertThat(Formulas.defuse(text)).isEqualTo(text);
  }

  @Test
  void giveTheTextBackWhenItIsTakenAwayFromEveryCellThatIsLikeAFormula() {
    for (String first : PARTS) {
      for (String second : PARTS) {
        for (String third : PARTS) {
          for (String fourth : PARTS) {
            String text = first + second + third + fourth;
            assertThat(restored(Formulas.defuse(text))).isEqualTo(text);
          }
        }
      }
    }
  }

  /** As the codebook says. */
  private static String restored(String cell) {
    boolean isLikeAFormula = cell.matches("(?s)'*([\\t\\r\\n].*|" + OVERLOOKED + "*[=+@＝﹣-].*)");
    return isLikeAFormula ? cell.substring(1) : cell;
  }

  private static final String OVERLOOKED = "['\\s　\uFEFF\u200B]";
}
