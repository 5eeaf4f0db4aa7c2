package survey.response.recount;

/**
 * The counts have been compared with the rows because somebody asked for it; part of the
 * transaction that notes the result.
 *
 * @param account who asked
 * @param cells how many cells differ
 */
public record Recounted(String account, long cells) {}
