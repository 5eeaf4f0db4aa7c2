package survey.results.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TakenLookTest {
  @Test
  void isNotTakenBeforeAHundred() {
    assertThat(TakenLook.at(Counts.summary(99))).isEmpty();
  }

  @Test
  void holdsWhatWasCountedEvenWhereThatIsMoreThanPlanned() {
    TakenLook look = TakenLook.at(Counts.summary(103)).orElseThrow();

    assertThat(look.number()).isEqualTo(1);
    assertThat(look.live()).isEqualTo(Counts.live(103));
    assertThat(look.takenAt()).isEqualTo(Counts.AS_OF);
    assertThat(look.look().n()).isEqualTo(100);
    assertThat(look.look().alpha()).isEqualTo(.025);
  }

  @Test
  void skipsLooksThatNobodySaw() {
    assertThat(TakenLook.at(Counts.summary(450)).orElseThrow().number()).isEqualTo(3);
  }
}
