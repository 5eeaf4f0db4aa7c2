package survey.admin.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/**
 * The admins' addresses, as {@code web.xml} publishes them: so that no test can forget a new one.
 */
final class AdminAddresses {
  static final Set<String> DOWNLOADS = Set.of("/admin/responses.csv", "/admin/export.zip");

  private static final Pattern GROUP = Pattern.compile("admin/\\(([^()]*)\\)(\\??)");
  private static final Set<String> ASSETS = Set.of("admin.css", "admin.js");

  private AdminAddresses() {}

  static Set<String> all() {
    Set<String> all = new TreeSet<>(posted());
    all.addAll(of("read"));
    assertThat(all).contains("/admin", "/admin/", "/admin/settings").containsAll(DOWNLOADS);
    return all;
  }

  static Set<String> posted() {
    Set<String> posted = of("posted");
    assertThat(posted).contains("/admin/settings", "/admin/sign-out");
    return posted;
  }

  private static Set<String> of(String parameter) {
    String pattern = pattern(parameter);
    Set<String> addresses = new TreeSet<>();
    Matcher group = GROUP.matcher(pattern);
    while (group.find()) {
      Stream.of(group.group(1).split("\\|", -1)).forEach(name -> addresses.add("/admin/" + name));
      if (!group.group(2).isEmpty()) {
        addresses.add("/admin/");
      }
    }
    List<String> others =
        Stream.of(GROUP.matcher(pattern).replaceAll("").split("[|()]+", -1))
            .map(name -> name.replace("\\", ""))
            .filter(name -> name.contains("admin") && !ASSETS.contains(name))
            .toList();
    assertThat(others).as("addresses that this test cannot read").isSubsetOf("admin");
    others.forEach(name -> addresses.add("/" + name));
    return new TreeSet<>(addresses.stream().map(name -> name.replace("\\", "")).toList());
  }

  private static String pattern(String parameter) {
    try {
      return Jsoup.parse(
              Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml")), Parser.xmlParser())
          .select("init-param:has(param-name:containsOwn(" + parameter + ")) param-value")
          .text();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
