package survey.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/**
 * Counts the requests that are being answered, for the launcher to wait for before it ends the
 * server; streams of results are not among them, which end by themselves then. While the node is
 * about to end, each connection ends with its answer: what is asked next goes to another node.
 */
@WebFilter(filterName = "underWay", asyncSupported = true)
public class UnderWay extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final String NAME = "survey:type=UnderWay";

  private final AtomicInteger requests = new AtomicInteger();

  /** What the launcher, which shares no class with the application, can ask. */
  public interface Gauge {
    /** How many there are. */
    int getCount();
  }

  @Override
  public void init(FilterConfig config) throws ServletException {
    super.init(config);
    Gauge gauge = requests::get;
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    try {
      ObjectName name = new ObjectName(NAME);
      if (beans.isRegistered(name)) {
        beans.unregisterMBean(name);
      }
      beans.registerMBean(new StandardMBean(gauge, Gauge.class), name);
    } catch (JMException e) {
      throw new ServletException(e);
    }
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    requests.incrementAndGet();
    try {
      if (DrainCheck.isTold()) {
        response.setHeader("Connection", "close");
      }
      chain.doFilter(request, response);
    } finally {
      requests.decrementAndGet();
    }
  }
}
