/** Pictures of digits as people take them, made from the digits of a set, and how well they are read. */
package io.github.mnistmaven.benchmark.wild;
