/** What a baseline holds, and what is said of differences from it. */
package io.github.mnistmaven.study.internal.baseline;
