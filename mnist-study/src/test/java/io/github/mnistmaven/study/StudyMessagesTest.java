package io.github.mnistmaven.study;

import io.github.mnistmaven.MessagesTest;

/** What this module says to people. */
class StudyMessagesTest extends MessagesTest {}
