package survey.admin.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A CSV as LibreOffice Calc opens it: as UTF-8, in Japanese, everything recognised that it can
 * recognise. Read from the workbook that Calc saves.
 */
final class Sheet {
  /**
   * A cell.
   *
   * @param text what it holds, empty if it is blank; of a formula, the value computed
   * @param isNumber whether that is a number
   * @param isFormula whether it is computed
   */
  record Cell(String text, boolean isNumber, boolean isFormula) {
    private static final Cell BLANK = new Cell("", false, false);
  }

  private static final String COMMAS = "44";

  /** What Calc's dialogue proposes. */
  private static final String COMMAS_SEMICOLONS_TABS = "44/59/9";

  private static final String QUOTES_UTF_8_JAPANESE = "34,76,1,,1041,false,true";

  private Sheet() {}

  /**
   * The rows of a file for spreadsheets, which Calc opens as it proposes; each has as many cells as
   * the first.
   */
  static List<List<Cell>> open(Path csv) throws IOException, InterruptedException {
    return open(csv, COMMAS_SEMICOLONS_TABS);
  }

  /** The rows of a file whose cells are parted at commas alone. */
  static List<List<Cell>> openAtCommas(Path csv) throws IOException, InterruptedException {
    return open(csv, COMMAS);
  }

  private static List<List<Cell>> open(Path csv, String separators)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(csv.getParent(), "sheet-");
    Program.run(
        folder,
        List.of(
            "soffice",
            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
            "--headless",
            "--infilter=CSV:%s,%s".formatted(separators, QUOTES_UTF_8_JAPANESE),
            "--convert-to",
            "xlsx",
            csv.toString()));
    String name = csv.getFileName().toString().replaceFirst("csv$", "xlsx");
    try (ZipFile workbook = new ZipFile(folder.resolve(name).toFile())) {
      List<String> texts =
          elements(part(workbook, "xl/sharedStrings.xml").getDocumentElement(), "si").stream()
              .map(Element::getTextContent)
              .toList();
      List<List<Cell>> rows = new ArrayList<>();
      Document sheet = part(workbook, "xl/worksheets/sheet1.xml");
      for (Element row : elements(sheet.getDocumentElement(), "row")) {
        int width = rows.isEmpty() ? elements(row, "c").size() : rows.get(0).size();
        rows.add(cells(row, width, texts));
      }
      return rows;
    }
  }

  private static Document part(ZipFile workbook, String name) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(workbook.getInputStream(workbook.getEntry(name)));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(name, e);
    }
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  /** Blank cells are left out of a workbook; the others know their column's letter. */
  private static List<Cell> cells(Element row, int width, List<String> texts) {
    Cell[] cells = new Cell[width];
    Arrays.fill(cells, Cell.BLANK);
    for (Element cell : elements(row, "c")) {
      String place = cell.getAttribute("r");
      assertThat(place).matches("[A-Z]\\d+");
      String value =
          elements(cell, "v").stream().map(Element::getTextContent).collect(Collectors.joining());
      boolean isText = cell.getAttribute("t").equals("s");
      cells[place.charAt(0) - 'A'] =
          new Cell(
              isText ? texts.get(Integer.parseInt(value)) : value,
              cell.getAttribute("t").equals("n"),
              !elements(cell, "f").isEmpty());
    }
    return List.of(cells);
  }
}
