/** Numbers, provenance and findings in words, the same in all formats. */
package io.github.mnistmaven.study.internal.text;
