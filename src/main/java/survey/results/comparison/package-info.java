/**
 * LIVE against ORIGINAL, as published. The waves are compared at looks only, and everybody sees the
 * last look until the next one is reached, on every node and after every restart. So this package
 * stores the counts of LIVE at each look. They are derived figures, the very ones that the page
 * shows beside it; a row is added where none stands and never changes. Whatever is computed from
 * them is computed once per look and node.
 */
package survey.results.comparison;
