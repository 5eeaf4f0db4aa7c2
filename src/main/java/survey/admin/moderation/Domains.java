package survey.admin.moderation;

/** Parts of patterns for domain names, with letters of either case. */
final class Domains {
  /** Between two labels, also disguised as {@code [.]}, {@code [dot]} or {@code (ドット)}. */
  static final String DOT = "(?:\\.| ?[\\[({<【](?:\\.|dot|ドット)[\\])}>】] ?)";

  static final String LABEL = "[a-z0-9][a-z0-9-]*+";

  /** A label that may have kanji and kana, such as 例え. */
  static final String JAPANESE_LABEL = "[a-z0-9\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー-]{1,63}+";

  /**
   * Top-level domains that are met often. Words that begin a sentence (me, so, in, it) and endings
   * of files (md, pl, rs) are none of them.
   */
  static final String COMMON =
      "(?:com|net|org|info|biz|edu|gov|jp|io|dev|app|tv|co|cc|xyz|eu|uk|de|fr|cn|kr|tw|hk|au|ca"
          + "|ru|sg|nz|vn|asia|tokyo|shop|site|online|store|top|club|website|blog|icu|vip)";

  private Domains() {}
}
