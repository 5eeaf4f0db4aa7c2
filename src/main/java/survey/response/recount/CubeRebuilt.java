package survey.response.recount;

/**
 * Cells have been put right; part of the transaction that did it.
 *
 * @param account who asked for it
 * @param cells how many
 */
public record CubeRebuilt(String account, long cells) {}
