package io.github.mnistmaven.internal.platform;

/** Prints what each of the engine's functions gives: its name and a checksum. */
public final class ElementaryFunctionsProgram {

    private ElementaryFunctionsProgram() {}

    public static void main(String[] arguments) {
        ElementaryFunctions.checksums().forEach((function, checksum) -> System.out.println(function + " " + checksum));
    }
}
