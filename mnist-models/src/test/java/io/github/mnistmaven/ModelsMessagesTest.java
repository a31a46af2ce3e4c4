package io.github.mnistmaven;

/** What this module says to people. */
class ModelsMessagesTest extends MessagesTest {}
