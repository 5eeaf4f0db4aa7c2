package survey.questionnaire;

import java.time.ZoneId;

/** Where the survey's days begin and end. */
public final class Japan {
  public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private Japan() {}
}
