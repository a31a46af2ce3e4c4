package io.github.mnistmaven.plugin.report;

import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.util.Optional;

/** Whether this Java can draw. Small containers often come without fonts, and Java then fails at the first letter. */
final class Drawing {

    private static final Optional<String> OBSTACLE = tryOut();

    private Drawing() {}

    /** Why figures cannot be drawn and what to do about it; empty if they can. */
    static Optional<String> obstacle() {
        return OBSTACLE;
    }

    // What Java throws depends on which of its native parts is missing: an InternalError, a LinkageError, a
    // NullPointerException.
    private static Optional<String> tryOut() {
        try {
            Figure.withoutScreen();
            new TextLayout("9", Look.plain(12), new FontRenderContext(null, true, false)).getBounds();
            return Optional.empty();
        } catch (RuntimeException | InternalError | LinkageError e) {
            return Optional.of(
                    "no figures are drawn, as this Java cannot draw text (%s); install fontconfig and a font, on Debian: apt-get install fontconfig fonts-dejavu-core"
                            .formatted(root(e)));
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
