package survey.admin.moderation;

import java.util.List;
import survey.admin.selection.Problem;
import survey.response.CommentPublication;
import survey.response.Response;

/**
 * Where an admin is among the comments: {@code publication=} names their state, {@code after=} is
 * the id of the response that the page begins after, and {@code at=} that of the one that was just
 * decided about.
 *
 * @param publication one of {@link #STATES}
 * @param after null for the first page
 * @param at null if nothing was decided
 * @param problems what is wrong with the address
 */
record ReviewPlace(
    CommentPublication publication, Response after, Response at, List<Problem> problems) {
  static final String ADDRESS = "/admin/comments";

  /** The first is meant where an address names none. */
  static final List<CommentPublication> STATES =
      List.of(
          CommentPublication.REQUESTED, CommentPublication.APPROVED, CommentPublication.REFUSED);

  /** The address of the first page of those in a state. */
  static String first(CommentPublication state) {
    return state == STATES.get(0) ? ADDRESS : ADDRESS + "?publication=" + state;
  }

  /** The address of the page that begins after a response. */
  String after(Long id) {
    return with(first(publication), "after", id);
  }

  /** The address of this page. */
  String address() {
    return after == null ? first(publication) : after(after.getId());
  }

  /** The address of this page after a decision about a response. */
  String at(Long id) {
    return with(address(), "at", id);
  }

  private static String with(String address, String name, Long id) {
    return address + (address.contains("?") ? "&" : "?") + name + "=" + id;
  }
}
