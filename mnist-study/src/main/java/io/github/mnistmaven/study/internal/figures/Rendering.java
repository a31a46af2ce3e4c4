package io.github.mnistmaven.study.internal.figures;

import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.util.Optional;

/** Whether this Java can draw. Small containers often come without fonts, and Java then fails at the first letter. */
public final class Rendering {

    private static final Optional<String> PROBLEM = tryOut();

    private Rendering() {}

    /**
     * Why figures cannot be drawn on this machine and what to do about it.
     *
     * @return empty if they can be drawn
     */
    public static Optional<String> problem() {
        return problem("no figures are drawn");
    }

    /**
     * Why text cannot be drawn on this machine and what to do about it.
     *
     * @param consequence a clause
     * @return empty if it can be drawn
     */
    public static Optional<String> problem(String consequence) {
        return PROBLEM.map(problem -> consequence + ", as " + problem);
    }

    // What Java throws depends on which of its native parts is missing: an InternalError, a LinkageError, a
    // NullPointerException.
    private static Optional<String> tryOut() {
        try {
            Figure.withoutScreen();
            new TextLayout("9", ChartTheme.plain(12), new FontRenderContext(null, true, false)).getBounds();
            return Optional.empty();
        } catch (RuntimeException | InternalError | LinkageError e) {
            return Optional.of(
                    "this Java cannot draw text (%s); install fontconfig and a font, on Debian: apt-get install fontconfig fonts-dejavu-core"
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
