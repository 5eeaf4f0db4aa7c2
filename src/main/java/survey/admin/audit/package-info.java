/**
 * Who did what and when. The log says which wave or response was touched and how a download was
 * filtered, never what a response says nor where somebody came from; entries are only ever added,
 * in the transaction of what they tell of.
 */
package survey.admin.audit;
