package io.github.mnistmaven.plugin.fork;

import io.github.mnistmaven.internal.files.AtomicFile;
import io.github.mnistmaven.plugin.protocol.Request;
import io.github.mnistmaven.plugin.protocol.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * What is written for a worker before it starts. It stays, so that a failed worker can be looked into and started again
 * by hand.
 *
 * @param request what to do
 * @param classPath a jar whose manifest names the class path: command lines are limited in length, and neither they nor
 *     argument files take every character of every path on every system
 * @param log what the worker prints
 * @param crash what the JVM writes if native code crashes
 */
record WorkerFiles(Path request, Path classPath, Path log, Path crash) {

    static WorkerFiles write(Path directory, Request request, List<Path> classPath) throws IOException {
        WorkerFiles files = new WorkerFiles(
                directory.resolve(request.task() + "-request.json"),
                directory.resolve(request.task() + "-classpath.jar"),
                directory.resolve(request.task() + ".log"),
                directory.resolve("hs_err_" + request.task() + ".log"));
        AtomicFile.writeDerived(
                files.request, out -> out.write(Wire.json(request).getBytes(StandardCharsets.UTF_8)));
        AtomicFile.writeDerived(files.classPath, out -> new JarOutputStream(out, manifest(classPath)).close());
        Files.write(files.log, new byte[0]);
        Files.deleteIfExists(files.crash);
        return files;
    }

    private static Manifest manifest(List<Path> classPath) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(
                Attributes.Name.CLASS_PATH,
                classPath.stream().map(path -> path.toUri().toASCIIString()).collect(Collectors.joining(" ")));
        return manifest;
    }
}
