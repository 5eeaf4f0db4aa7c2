/**
 * Who may do what staff do. There is one account, given by the configuration; its password is known
 * by a hash alone.
 *
 * <p>People sign in at {@code /login} and carry a random token in a cookie from then on, whose hash
 * is a row in the database: so it holds on every node, and signing out ends it on all of them.
 * Programs may send the account with each request (HTTP Basic), for the two downloads alone. One
 * authentication mechanism of Jakarta Security knows both, and one identity store knows the
 * password, wherever it was sent; they are tried one at a time, since each costs some tenths of a
 * second of a core that respondents need, and {@link survey.admin.signin.Attempts} says how often.
 * {@link survey.admin.signin.Admission} asks the mechanism for every address below {@code /admin/};
 * it is a filter rather than a constraint in {@code web.xml} so that a refusal, too, carries the
 * headers that every answer has.
 */
package survey.admin.signin;
