package survey.admin.moderation;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where somebody lives: a postal code that is marked with 〒, one that stands at the name of a
 * place, or an address down to the block or house. A place's name alone tells nothing of a person;
 * nor do seven digits alone. An address without its prefecture has to be precise: of a block (丁目,
 * 番地) or three numbers; or go by Kyoto's streets (上る, 西入).
 */
final class PostalAddresses {
  private static final String PREFECTURE =
      "(?:北海道|東京都|京都府|大阪府|(?:青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川"
          + "|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知"
          + "|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄)県)";
  private static final String NAME = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]";
  private static final String NAME_OR_SPACE = NAME.replace("]", " ]");
  private static final String TOWN = "[\\p{IsHan}\\p{IsKatakana}ー]{1,7}?[市区町村郡]";
  private static final String ROMAN =
      "(?:Tokyo|Osaka|Kyoto|Hokkaido|[A-Z][a-z]{1,11}-(?:ken|shi|ku|gun|machi|cho))";
  private static final String CODE = "[0-9]{3}-[0-9]{4}(?![0-9]|-[0-9])";
  private static final String MARKED =
      "(?:〒|郵便番号[ :は]?) {0,3}[0-9]{3} {0,3}-? {0,3}[0-9]{4}(?![0-9])";

  /** A number of a block or house, in either script. */
  private static final String N = "(?:[1-9][0-9]{0,3}|[一二三四五六七八九十百]{1,4})";

  private static final String D = "[1-9][0-9]{0,3}";

  /** Three numbers or more. Of two, a tilde or a hyphen among spaces makes a range or a score. */
  private static final String NUMBERS =
      "D(?:(?: {0,3}[-~] {0,3}|の)D){2,5}(?![の~][0-9])".replace("D", D);

  private static final String TWO_NUMBERS = D + "[-の]" + D + "(?![の~][0-9])";
  private static final String BLOCK =
      "(?:N条[東西南北]?)?N丁目(?: ?N(?:番地?|(?:番地?|の|-) ?N){0,3}号?)?|N番地(?:[の-]?N)?".replace("N", N);
  private static final String HOUSE =
      "(?:" + BLOCK + "|" + N + "番 ?" + N + "号?|" + NUMBERS + "|" + TWO_NUMBERS + ")";
  private static final String PRECISE_HOUSE =
      "(?:" + BLOCK + "|" + N + "番 ?" + N + "号|" + NUMBERS + ")";

  /** No particle stands before a house's number, and it is no date. */
  private static final String BEFORE =
      "(?<![でにはをがもへとやら]) ?(?!(?:19|20)[0-9]{2} {0,3}[-~] {0,3}[0-9]{1,2} {0,3}[-~])";

  /** It goes no further, and counts nothing. */
  private static final String AFTER = "(?![0-9]|-[0-9]|[人名社件回個年月日週時分秒歳代割倍度円万千億階位点%])";

  private static final String FULL =
      PREFECTURE
          + ("[ \n]?(?=" + NAME + "{1,8}[市区町村])" + NAME_OR_SPACE + "{1,30}" + NAME)
          + (BEFORE + HOUSE + AFTER);
  private static final String PRECISE = TOWN + NAME + "{0,24}" + BEFORE + PRECISE_HOUSE + AFTER;

  /** A house in Kyoto, by the streets and its town; the town has one number. */
  private static final String KYOTO =
      ("(?:京都府 ?)?京都市 ?\\p{IsHan}{1,3}区 ?" + NAME_OR_SPACE + "{1,30}")
          + ("(?:[上下][がガ]?[るル]|[東西]入[るル]?)" + NAME + "{0,20}+" + BEFORE)
          + ("(?:" + HOUSE + "|" + D + ")" + AFTER);

  private static final String PLACE =
      "(?:%s)"
          .formatted(
              String.join("|", FULL, KYOTO, PRECISE, PREFECTURE + "(?: ?" + TOWN + ")?", TOWN));

  private static final Shape SHAPE =
      new Shape(
          Detector.POSTAL_ADDRESS,
          Pattern.compile(
              String.join(
                  "|",
                  MARKED + "(?:[ \n]{0,3}" + PLACE + ")?",
                  "(?<![0-9])(?<![0-9]-)" + CODE + "[ \n]{0,3}" + PLACE,
                  PREFECTURE + NAME + "{0,20}[ \n(]{0,3}" + CODE,
                  ROMAN + "[ ,]{1,2}" + CODE,
                  FULL,
                  KYOTO,
                  "(?<![\\p{IsHan}\\p{IsKatakana}ー])" + PRECISE)));

  private PostalAddresses() {}

  static Stream<Finding> in(String plain) {
    return SHAPE.in(plain);
  }
}
