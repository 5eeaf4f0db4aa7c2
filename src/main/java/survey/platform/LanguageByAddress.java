package survey.platform;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.util.Locale;

/**
 * Pages are Japanese unless the address says {@code lang=en}; what the browser would prefer is not
 * consulted.
 */
public class LanguageByAddress extends ViewHandlerWrapper {
  public LanguageByAddress(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public Locale calculateLocale(FacesContext context) {
    String asked = context.getExternalContext().getRequestParameterMap().get("lang");
    return "en".equals(asked) ? Locale.ENGLISH : Locale.JAPANESE;
  }
}
