/** What is known of rules before anything is measured. */
package io.github.mnistmaven.study.internal.rules;
