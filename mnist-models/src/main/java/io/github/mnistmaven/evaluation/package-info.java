/** What predictions say: accuracy, loss, confusion, and whether two models differ. Plain Java; no engine is loaded. */
package io.github.mnistmaven.evaluation;
