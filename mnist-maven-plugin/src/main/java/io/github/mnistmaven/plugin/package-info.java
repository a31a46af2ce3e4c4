/** The goals: parameters with their documentation, and nothing that a goal does. */
package io.github.mnistmaven.plugin;
