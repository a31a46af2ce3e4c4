/** How fast and how good the presets are on the machine at hand. */
package io.github.mnistmaven.benchmark;
