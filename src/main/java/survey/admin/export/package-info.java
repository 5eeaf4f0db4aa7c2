/**
 * The responses as files: a CSV, and a ZIP that explains it and proves that it is whole.
 *
 * <p>Rows are read page by page in one transaction, so that a file is one moment's, whatever
 * arrives or changes meanwhile, and takes the same memory however long it is. What goes wrong
 * half-way breaks the transfer: a file that ends too early must not look like one that is whole.
 */
package survey.admin.export;
