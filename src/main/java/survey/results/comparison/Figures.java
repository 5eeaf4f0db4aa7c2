package survey.results.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The figures of a comparison, written alike in every language. */
@Named
@ApplicationScoped
public class Figures {
  private static final double LEAST_P = 0.001;
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

  /** A difference, -1 to 1, in points with its sign and one decimal: +3.1, −0.4, 0.0. */
  public String points(double difference) {
    return decimal(100 * difference, 1);
  }

  /** A residual, or whatever has a sign: two decimals. */
  public String signed(double number) {
    return decimal(number, 2);
  }

  private static String decimal(double number, int places) {
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(places, RoundingMode.HALF_UP);
    return sign(rounded.signum()) + rounded.abs().toPlainString();
  }

  /** A place on the axis, in points: +20, −10, 0. */
  public String mark(int points) {
    return points == 0 ? "0" : sign(points) + Math.abs(points);
  }

  private static String sign(int number) {
    return number > 0 ? "+" : number < 0 ? "−" : "";
  }

  /** A p-value, 0 to 1, with two digits that say something: 0.46, 0.03, 0.0042; &lt;0.001 below. */
  public String p(double p) {
    return p < LEAST_P ? "<0.001" : digits(p);
  }

  /** A level, or whatever is small and must not be hidden: two digits that say something. */
  public String digits(double number) {
    return new BigDecimal(number).round(TWO_DIGITS).stripTrailingZeros().toPlainString();
  }

  /** A number from 0 to 1 that is no share, with two decimals. */
  public String coefficient(double number) {
    return BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
