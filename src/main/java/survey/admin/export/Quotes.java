package survey.admin.export;

import de.siegmar.fastcsv.writer.QuoteStrategy;

/**
 * Which cells are quoted beyond those that must be: an empty text, since what is not known is not;
 * and for spreadsheet programs what holds a semicolon or a tab, at which they part cells as well as
 * at commas (LibreOffice unless told otherwise), so that the rest could be a formula.
 */
record Quotes(Profile profile) implements QuoteStrategy {
  @Override
  public boolean quoteEmpty(int line, int column) {
    return true;
  }

  @Override
  public boolean quoteValue(int line, int column, String value) {
    return profile == Profile.SPREADSHEET && (value.indexOf(';') >= 0 || value.indexOf('\t') >= 0);
  }
}
