package survey.results.method;

/** Who asks that an item be disclosed. */
public enum Standard {
  /**
   * The disclosure standards of the AAPOR Code of Professional Ethics and Practices, April 2021.
   */
  AAPOR,
  /**
   * What reports of Japanese opinion surveys give: 調査の目的, 調査主体, 調査対象（母集団）, 標本抽出法, 標本の大きさ, 調査時期,
   * 調査方法, 回収率, 質問票.
   */
  JAPAN
}
