package io.github.mnistmaven.plugin;

import io.github.mnistmaven.MessagesTest;

/** What this module says to people. */
class PluginMessagesTest extends MessagesTest {}
