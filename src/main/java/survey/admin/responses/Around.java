package survey.admin.responses;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;
import survey.admin.selection.Selection;

/** The addresses of the pages around one, without the language. They keep its filters. */
public final class Around {
  static final String ADDRESS = "/admin/responses";

  private final Selection selection;
  private final Stretch stretch;

  Around(Selection selection, Stretch stretch) {
    this.selection = selection;
    this.stretch = stretch;
  }

  /** The page at a position. */
  static String address(Selection selection, Position position) {
    String query =
        Stream.of(selection.query(), position.query())
            .filter(part -> !part.isEmpty())
            .collect(joining("&"));
    return query.isEmpty() ? ADDRESS : ADDRESS + "?" + query;
  }

  private String address(Position position) {
    return position == null ? null : address(selection, position);
  }

  /** The first page. */
  public String getNewest() {
    return address(Position.FIRST);
  }

  /** The page of newer responses; null if there is none. */
  public String getNewer() {
    return address(stretch.newer());
  }

  /** The page of older responses; null if there is none. */
  public String getOlder() {
    return address(stretch.older());
  }

  /** The last page. */
  public String getOldest() {
    return address(Position.LAST);
  }

  /** Where to look on; null unless the time was up. */
  public String getOnwards() {
    return address(stretch.onwards());
  }
}
