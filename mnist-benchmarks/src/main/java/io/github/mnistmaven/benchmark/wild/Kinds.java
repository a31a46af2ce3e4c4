package io.github.mnistmaven.benchmark.wild;

import static io.github.mnistmaven.benchmark.wild.Photo.HEIGHT;
import static io.github.mnistmaven.benchmark.wild.Photo.PAPER;
import static io.github.mnistmaven.benchmark.wild.Photo.WIDTH;

import io.github.mnistmaven.data.DigitSet;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** All kinds of pictures of the benchmark. */
final class Kinds {

    private static final String LETTERS = "ABCDEFGHKLMNPQRTUVWXYabdefghkmnpqrtwxy";
    private static final String[] FONTS = {Font.SANS_SERIF, Font.SERIF, Font.MONOSPACED};

    private Kinds() {}

    static List<Kind> all() {
        List<Kind> kinds = new ArrayList<>();
        addDrawings(kinds);
        addLight(kinds);
        addPaper(kinds);
        addPens(kinds);
        addFiles(kinds);
        addRefused(kinds);
        addSeveral(kinds);
        addOne(kinds);
        return kinds;
    }

    private static void addDrawings(List<Kind> kinds) {
        kinds.add(Kind.of(
                "clean, black on white, off centre",
                (digits, random) ->
                        Picture.png(new Photo(random).drawing(digits[0]).image())));
        kinds.add(Kind.of(
                "the digit itself, 28x28",
                (digits, random) ->
                        Picture.png(DigitSet.of(digits[0], new byte[1]).picture(0))));
        kinds.add(Kind.of(
                "28x28 from a drawing",
                (digits, random) -> Picture.png(
                        new Photo(random).drawing(digits[0]).reduced(28, 28).image())));
        kinds.add(Kind.of("28x28 filled to the edges", (digits, random) -> {
            Stamp stamp = Stamp.of(digits[0], 264);
            Canvas canvas = new Canvas(280, 280, 255);
            return Picture.png(canvas.draw(stamp, (280 - stamp.width()) / 2, (280 - stamp.height()) / 2, 0)
                    .reduced(28, 28)
                    .image());
        }));
        kinds.add(Kind.of("28x28 photo on grey paper", (digits, random) -> {
            Photo photo = new Photo(random);
            return Picture.png(
                    photo.gradient(photo.sheet(digits[0]), 0.6).reduced(28, 28).image());
        }));
        kinds.add(Kind.of(
                "one dark pixel in a corner",
                (digits, random) -> Picture.png(
                        new Photo(random).sheet(digits[0]).fill(0, 0, 1, 1, 20).image())));
        kinds.add(Kind.of("a speck of 4x4 pixels", (digits, random) -> {
            Photo photo = new Photo(random);
            Canvas canvas = photo.sheet(digits[0]);
            return Picture.png(canvas.fill(photo.between(3, 15), photo.between(3, 15), 4, 4, 20)
                    .image());
        }));
    }

    private static void addLight(List<Kind> kinds) {
        kinds.add(Kind.of("photo in soft light", (digits, random) -> Picture.png(new Photo(random).photo(digits[0]))));
        kinds.add(Kind.of(
                "noise of sd 10",
                (digits, random) -> Picture.png(
                        new Photo(random).sheet(digits[0]).noise(random, 10).image())));
        kinds.add(Kind.of(
                "noise of sd 25",
                (digits, random) -> Picture.png(
                        new Photo(random).sheet(digits[0]).noise(random, 25).image())));
        kinds.add(Kind.of("pencil, 70 levels, noise of sd 4", (digits, random) -> {
            Photo photo = new Photo(random);
            Canvas canvas = new Canvas(WIDTH, HEIGHT, PAPER);
            return Picture.png(photo.place(canvas, Stamp.of(digits[0], photo.digitHeight()), PAPER - 70)
                    .noise(random, 4)
                    .image());
        }));
        kinds.add(Kind.of("hard shadow over half", (digits, random) -> {
            Photo photo = new Photo(random);
            return Picture.png(
                    photo.shadow(photo.sheet(digits[0]), 2).noise(random, 2).image());
        }));
        kinds.add(Kind.of("soft shadow over half", (digits, random) -> {
            Photo photo = new Photo(random);
            return Picture.png(
                    photo.shadow(photo.sheet(digits[0]), 60).noise(random, 2).image());
        }));
        kinds.add(Kind.of("strong gradient", (digits, random) -> {
            Photo photo = new Photo(random);
            return Picture.png(photo.gradient(photo.sheet(digits[0]), 0.35)
                    .noise(random, 2)
                    .image());
        }));
        kinds.add(Kind.of(
                "vignette",
                (digits, random) -> Picture.png(new Photo(random)
                        .sheet(digits[0])
                        .change((x, y, level) -> level
                                * (1 - 0.5 * (Math.pow((x - 150) / 150.0, 2) + Math.pow((y - 200) / 200.0, 2)) / 2))
                        .noise(random, 2)
                        .image())));
        kinds.add(Kind.of("out of focus", (digits, random) -> {
            Photo photo = new Photo(random);
            return Picture.png(photo.sheet(digits[0]).blur(5).noise(random, 3).image());
        }));
        kinds.add(Kind.of("chalk on a blackboard", (digits, random) -> {
            Photo photo = new Photo(random);
            Canvas canvas = photo.bumps(new Canvas(WIDTH, HEIGHT, 70), 40, 25);
            photo.place(canvas, Stamp.of(digits[0], photo.digitHeight()), 200);
            return Picture.png(photo.gradient(canvas, 0.8).noise(random, 5).image());
        }));
        kinds.add(Kind.of("crumpled paper", (digits, random) -> {
            Photo photo = new Photo(random);
            Canvas canvas = photo.bumps(photo.bumps(photo.sheet(digits[0]), 35, 35), 12, 15);
            return Picture.png(canvas.blur(1).noise(random, 2).image());
        }));
    }

    private static void addPaper(List<Kind> kinds) {
        kinds.add(Kind.of("ruled paper", (digits, random) -> {
            Photo photo = new Photo(random);
            Canvas canvas = photo.ruled(new Canvas(WIDTH, HEIGHT, PAPER), photo.between(25, 45), 1.5, 130, 0);
            photo.place(canvas, Stamp.of(digits[0], photo.digitHeight()), 45);
            return Picture.png(photo.gradient(canvas, 0.85).image());
        }));
        kinds.add(Kind.of("ruled paper, tilted photo", (digits, random) -> {
            Photo photo = new Photo(random);
            Canvas canvas = photo.ruled(
                    new Canvas(WIDTH, HEIGHT, PAPER), photo.between(25, 45), 2, 140, photo.between(-3.0, 3.0));
            photo.place(canvas, Stamp.of(digits[0], photo.digitHeight()), 45);
            return Picture.png(photo.camera(canvas).image());
        }));
        kinds.add(Kind.of("squared paper", (digits, random) -> {
            Photo photo = new Photo(random);
            int distance = photo.between(18, 35);
            Canvas canvas = photo.ruled(new Canvas(WIDTH, HEIGHT, PAPER), distance, 1.5, 160, 0);
            canvas.change((x, y, level) -> x % distance == 7 ? 160 : level);
            photo.place(canvas, Stamp.of(digits[0], photo.digitHeight()), 40);
            return Picture.png(photo.camera(canvas).image());
        }));
        kinds.add(Kind.of("a line at one edge", (digits, random) -> {
            Photo photo = new Photo(random);
            Canvas canvas = photo.drawing(digits[0]);
            int thick = photo.between(1, 3);
            return Picture.png((photo.maybe()
                            ? canvas.fill(photo.maybe() ? 0 : WIDTH - thick, 0, thick, HEIGHT, 0)
                            : canvas.fill(0, photo.maybe() ? 0 : HEIGHT - thick, WIDTH, thick, 0))
                    .image());
        }));
        kinds.add(Kind.of("black frame of 1 to 4 pixels", (digits, random) -> {
            Photo photo = new Photo(random);
            return Picture.png(
                    framed(photo.drawing(digits[0]), 0, photo.between(1, 4)).image());
        }));
        kinds.add(Kind.of("frame of 2 pixels inside a margin", (digits, random) -> {
            Photo photo = new Photo(random);
            return Picture.png(
                    framed(photo.drawing(digits[0]), photo.between(3, 12), 2).image());
        }));
        kinds.add(Kind.of("cell of a table, thick lines", (digits, random) -> {
            Photo photo = new Photo(random);
            Canvas canvas = photo.sheet(Stamp.of(digits[0], (int) photo.between(100.0, 150.0)));
            return Picture.png(photo.camera(framed(canvas, photo.between(3, 8), photo.between(5, 9)))
                    .image());
        }));
        kinds.add(Kind.of("dark desk along an edge", (digits, random) -> {
            Photo photo = new Photo(random);
            Canvas canvas = photo.camera(photo.sheet(digits[0]));
            int depth = photo.between(8, 18);
            boolean along = photo.maybe();
            boolean first = photo.maybe();
            canvas.fill(
                    along || first ? 0 : WIDTH - depth,
                    !along || first ? 0 : HEIGHT - depth,
                    along ? WIDTH : depth,
                    along ? depth : HEIGHT,
                    70);
            return Picture.png(canvas.noise(random, 3).image());
        }));
        kinds.add(Kind.of("sheet on a dark desk, tilted", (digits, random) -> {
            Photo photo = new Photo(random);
            Canvas canvas = photo.sheet(Stamp.of(digits[0], (int) photo.between(100.0, 150.0)));
            double slope = photo.between(-0.06, 0.06);
            canvas.change((x, y, level) -> x + slope * y < 14
                            || x + slope * y > WIDTH - 14
                            || y - slope * x < 14
                            || y - slope * x > HEIGHT - 14
                    ? 75
                    : level);
            return Picture.png(photo.camera(canvas).image());
        }));
        kinds.add(Kind.of("dirt: 30 specks", (digits, random) -> {
            Photo photo = new Photo(random);
            Canvas canvas = photo.sheet(digits[0]);
            for (int i = 0; i < 30; i++) {
                int size = photo.between(1, 4);
                canvas.fill(photo.between(0, WIDTH), photo.between(0, HEIGHT), size, size, photo.between(40, 150));
            }
            return Picture.png(photo.camera(canvas).image());
        }));
        kinds.add(Kind.of("underlined", (digits, random) -> {
            Photo photo = new Photo(random);
            Canvas canvas = new Canvas(WIDTH, HEIGHT, PAPER);
            Stamp stamp = Stamp.of(digits[0], (int) photo.between(100.0, 150.0));
            int left = photo.between(40, WIDTH - stamp.width() - 40);
            int top = photo.between(40, 180);
            canvas.draw(stamp, left, top, 45);
            int under = top + stamp.height() + photo.between(10, 20);
            canvas.line(left - 15, under, left + stamp.width() + 15, under + photo.between(-4, 4), 5, 45);
            return Picture.png(photo.camera(canvas).image());
        }));
        kinds.add(Kind.of("coffee ring", (digits, random) -> {
            Photo photo = new Photo(random);
            Canvas canvas = photo.sheet(digits[0]);
            double middleX = photo.between(50.0, 250.0);
            double middleY = photo.between(50.0, 350.0);
            double radius = photo.between(80.0, 120.0);
            canvas.change((x, y, level) ->
                    level - 45 * Math.exp(-Math.pow((Math.hypot(x - middleX, y - middleY) - radius) / 5, 2)));
            return Picture.png(photo.camera(canvas).image());
        }));
    }

    private static Canvas framed(Canvas canvas, int margin, int thick) {
        int wide = canvas.width() - 2 * margin;
        int tall = canvas.height() - 2 * margin;
        return canvas.fill(margin, margin, wide, thick, 0)
                .fill(margin, margin + tall - thick, wide, thick, 0)
                .fill(margin, margin, thick, tall, 0)
                .fill(margin + wide - thick, margin, thick, tall, 0);
    }

    /** From edge to edge, as a tight crop has it. */
    private static void addOne(List<Kind> kinds) {
        kinds.add(Kind.ofLabel("a 1 that fills the height", 1, (digits, random) -> {
            Photo photo = new Photo(random);
            Stamp stamp = Stamp.of(digits[0], HEIGHT);
            Canvas canvas = new Canvas(Math.max(WIDTH, stamp.width() + 40), HEIGHT, PAPER);
            int left = photo.between(20, canvas.width() - stamp.width() - 20);
            return Picture.png(canvas.draw(stamp, left, (HEIGHT - stamp.height()) / 2, 45)
                    .noise(random, 2)
                    .image());
        }));
    }

    private static void addPens(List<Kind> kinds) {
        kinds.add(Kind.of("very thick marker", (digits, random) -> {
            Photo photo = new Photo(random);
            int tall = photo.digitHeight();
            Stamp stamp = Stamp.of(digits[0], tall).grown(0.055 * tall);
            return Picture.png(
                    photo.place(new Canvas(WIDTH, HEIGHT, 255), stamp, 0).image());
        }));
        kinds.add(Kind.of("thin pen, photo", (digits, random) -> {
            Photo photo = new Photo(random);
            Stamp stamp = Stamp.of(digits[0], photo.digitHeight()).thinned(photo.between(2.0, 4.0));
            return Picture.png(photo.camera(photo.sheet(stamp)).image());
        }));
        for (int side : new int[] {300, 1000, 2000}) {
            kinds.add(Kind.of("hairline, %dx%d".formatted(side, side), (digits, random) -> {
                Photo photo = new Photo(random);
                Stamp stamp = Stamp.of(digits[0], (int) (side * photo.between(0.4, 0.7)))
                        .thinned(photo.between(1.0, 2.0));
                return Picture.png(
                        photo.place(new Canvas(side, side, 255), stamp, 0).image());
            }));
        }
        kinds.add(Kind.of("thin pen, nearly as tall as the picture", (digits, random) -> {
            Photo photo = new Photo(random);
            Stamp stamp = Stamp.of(digits[0], (int) (HEIGHT * photo.between(0.8, 0.88)))
                    .thinned(photo.between(3.0, 6.0));
            Canvas canvas = new Canvas(Math.max(WIDTH, stamp.width() + 40), HEIGHT, PAPER);
            return Picture.png(photo.place(canvas, stamp, 45).noise(random, 2).image());
        }));
        kinds.add(Kind.of("blue pen on cream", (digits, random) -> {
            Photo photo = new Photo(random);
            Canvas canvas = photo.camera(photo.sheet(digits[0]));
            return Picture.jpeg(canvas.image(new Color(20, 30, 120), new Color(250, 240, 210)));
        }));
        kinds.add(Kind.of("red pen on green of equal luminance", (digits, random) -> {
            Photo photo = new Photo(random);
            Canvas canvas = photo.place(new Canvas(WIDTH, HEIGHT, 245), Stamp.of(digits[0], photo.digitHeight()), 10);
            return Picture.png(canvas.noise(random, 2).image(new Color(220, 60, 60), new Color(60, 145, 50)));
        }));
        kinds.add(Kind.of("yellow pen on white", (digits, random) -> {
            Photo photo = new Photo(random);
            return Picture.png(photo.drawing(digits[0]).image(new Color(255, 225, 0), Color.WHITE));
        }));
        kinds.add(Kind.of("turned by up to 15 degrees", (digits, random) -> {
            Photo photo = new Photo(random);
            Stamp stamp = Stamp.of(digits[0], (int) photo.between(100.0, 150.0)).turned(photo.between(-15.0, 15.0));
            return Picture.png(photo.camera(photo.sheet(stamp)).image());
        }));
        kinds.add(Kind.of("dry pen, gaps in the stroke", (digits, random) -> {
            Photo photo = new Photo(random);
            Stamp stamp = Stamp.of(digits[0], photo.digitHeight());
            Canvas gaps = new Canvas(stamp.width(), stamp.height(), 0)
                    .change((x, y, level) -> random.nextDouble() < 0.012 ? 255 : 0)
                    .blur(1.5);
            float[] dry = stamp.coverage().clone();
            for (int i = 0; i < dry.length; i++) {
                dry[i] *= (float) Math.max(0.1, 1 - gaps.levels()[i] / 12);
            }
            return Picture.png(photo.camera(photo.sheet(new Stamp(stamp.width(), stamp.height(), dry)))
                    .image());
        }));
        kinds.add(Kind.of("very small: 16 pixels high", (digits, random) -> {
            Photo photo = new Photo(random);
            Canvas canvas = photo.sheet(digits[0]);
            return Picture.png(canvas.reduced(WIDTH / 9, HEIGHT / 9).image());
        }));
        kinds.add(Kind.of("small in a large picture", (digits, random) -> {
            Photo photo = new Photo(random);
            Canvas canvas = new Canvas(1000, 750, PAPER);
            photo.place(canvas, Stamp.of(digits[0], (int) photo.between(35.0, 60.0)), 50);
            return Picture.jpeg(photo.camera(canvas).image());
        }));
        kinds.add(Kind.of("touching the edge of the picture", (digits, random) -> {
            Photo photo = new Photo(random);
            Stamp stamp = Stamp.of(digits[0], photo.digitHeight());
            int margin = (int) Math.ceil(stamp.height() / 22.0) + 1;
            Canvas canvas = new Canvas(
                    Math.max(8, stamp.width() - 2 * margin), stamp.height() - 2 * margin, photo.between(210.0, 240.0));
            return Picture.png(
                    canvas.draw(stamp, -margin, -margin, 40).noise(random, 2).image());
        }));
    }

    private static void addFiles(List<Kind> kinds) {
        for (int orientation : new int[] {3, 6, 8}) {
            kinds.add(Kind.of("EXIF orientation " + orientation, (digits, random) -> {
                BufferedImage upright = new Photo(random).photo(digits[0]);
                return Picture.jpeg(stored(upright, orientation)).withOrientation(orientation);
            }));
        }
        kinds.add(Kind.of(
                "JPEG of quality 10", (digits, random) -> Picture.jpeg(new Photo(random).photo(digits[0]), 0.1f)));
        kinds.add(Kind.of(
                "transparent PNG",
                (digits, random) -> Picture.png(new Photo(random)
                        .drawing(digits[0])
                        .onTransparency(random.nextBoolean() ? Color.BLACK : Color.WHITE))));
        kinds.add(Kind.of("GIF", (digits, random) -> Picture.written(new Photo(random).photo(digits[0]), "gif")));
        kinds.add(Kind.of("16-bit TIFF", (digits, random) -> {
            BufferedImage photo = new Photo(random).photo(digits[0]);
            BufferedImage deep = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY);
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    deep.getRaster().setSample(x, y, 0, 257 * photo.getRaster().getSample(x, y, 0));
                }
            }
            return Picture.written(deep, "tif");
        }));
    }

    /** As a camera stores a picture that was taken in another position, see Exif 2.32, section 4.6.4. */
    private static BufferedImage stored(BufferedImage upright, int orientation) {
        int width = upright.getWidth();
        int height = upright.getHeight();
        boolean turned = orientation > 4;
        BufferedImage stored =
                new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int toX = orientation == 3 ? width - 1 - x : orientation == 6 ? y : height - 1 - y;
                int toY = orientation == 3 ? height - 1 - y : orientation == 6 ? width - 1 - x : x;
                stored.getRaster().setSample(toX, toY, 0, upright.getRaster().getSample(x, y, 0));
            }
        }
        return stored;
    }

    private static void addRefused(List<Kind> kinds) {
        kinds.add(Kind.refused(
                "blank, noise",
                (digits, random) -> Picture.png(new Canvas(WIDTH, HEIGHT, PAPER)
                        .noise(random, new Photo(random).between(2.0, 25.0))
                        .image())));
        kinds.add(Kind.refused(
                "blank, gradient",
                (digits, random) -> Picture.png(new Photo(random)
                        .gradient(new Canvas(WIDTH, HEIGHT, PAPER), 0.35)
                        .noise(random, 1)
                        .image())));
        kinds.add(Kind.refused(
                "blank, soft shadow",
                (digits, random) -> Picture.png(new Photo(random)
                        .shadow(new Canvas(WIDTH, HEIGHT, PAPER), 60)
                        .noise(random, 2)
                        .image())));
        kinds.add(Kind.refused(
                "blank, hard shadow",
                (digits, random) -> Picture.png(new Photo(random)
                        .shadow(new Canvas(WIDTH, HEIGHT, PAPER), 2)
                        .noise(random, 2)
                        .image())));
        kinds.add(Kind.refused("blank, crumpled", (digits, random) -> {
            Photo photo = new Photo(random);
            return Picture.png(photo.camera(photo.bumps(new Canvas(WIDTH, HEIGHT, PAPER), 35, 40))
                    .image());
        }));
        kinds.add(Kind.refused("blank, ruled", (digits, random) -> {
            Photo photo = new Photo(random);
            Canvas canvas = photo.ruled(new Canvas(WIDTH, HEIGHT, PAPER), 35, 2, 130, photo.between(-2.0, 2.0));
            return Picture.png(photo.camera(canvas).image());
        }));
        kinds.add(Kind.refused(
                "blank, one colour",
                (digits, random) -> Picture.png(new Canvas(WIDTH, HEIGHT, random.nextInt(256)).image())));
        kinds.add(Kind.refused(
                "noise of sd 80, all over",
                (digits, random) -> Picture.png(
                        new Canvas(WIDTH, HEIGHT, 128).noise(random, 80).image())));
        kinds.add(Kind.refused("clouds: smooth random shapes", (digits, random) -> {
            Photo photo = new Photo(random);
            Canvas canvas = new Canvas(WIDTH, HEIGHT, 255);
            for (int size = 100; size >= 6; size /= 2) {
                photo.bumps(canvas, size, 1.6 * size);
            }
            return Picture.png(canvas.noise(random, 3).image());
        }));
        kinds.add(Kind.refused("a scene: shapes of many colours", (digits, random) -> Picture.jpeg(scene(random))));
        kinds.add(Kind.refused("a page of text", (digits, random) -> Picture.png(text(random))));
        kinds.add(Kind.refused("a word", (digits, random) -> Picture.png(written(random, 3 + random.nextInt(5), 60))));
        kinds.add(Kind.refused("a letter", (digits, random) -> Picture.png(written(random, 1, 180))));
        kinds.add(Kind.refused("a scribble", (digits, random) -> Picture.png(scribble(random))));
        kinds.add(Kind.refused(
                "a JPEG cut at 30 to 95 %",
                (digits, random) ->
                        Picture.jpeg(new Photo(random).photo(digits[0])).cut(0.3 + 0.65 * random.nextDouble())));
    }

    private static Graphics2D smooth(BufferedImage image, Color paper) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(paper);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        return graphics;
    }

    private static Color anyColour(Random random) {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }

    private static BufferedImage scene(Random random) {
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smooth(image, anyColour(random));
        for (int i = 0; i < 40; i++) {
            graphics.setColor(anyColour(random));
            int x = random.nextInt(400) - 50;
            int y = random.nextInt(300) - 50;
            int wide = 20 + random.nextInt(150);
            int tall = 20 + random.nextInt(150);
            if (random.nextBoolean()) {
                graphics.fillOval(x, y, wide, tall);
            } else {
                graphics.fillRect(x, y, wide, tall);
            }
        }
        graphics.dispose();
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 400; x++) {
                Color colour = new Color(image.getRGB(x, y));
                double noise = 6 * random.nextGaussian();
                image.setRGB(
                        x,
                        y,
                        new Color(
                                        lit(colour.getRed(), noise),
                                        lit(colour.getGreen(), noise),
                                        lit(colour.getBlue(), noise))
                                .getRGB());
            }
        }
        return image;
    }

    private static int lit(int level, double by) {
        return (int) Math.min(255, Math.max(0, level + by));
    }

    private static String letters(Random random, int count) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < count; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    private static BufferedImage text(Random random) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smooth(image, Color.WHITE);
        graphics.setColor(Color.BLACK);
        int size = 12 + random.nextInt(12);
        graphics.setFont(new Font(FONTS[random.nextInt(FONTS.length)], Font.PLAIN, size));
        for (int y = 20 + size; y < HEIGHT - 10; y += size * 3 / 2) {
            StringBuilder line = new StringBuilder();
            while (graphics.getFontMetrics().stringWidth(line.toString()) < WIDTH - 100) {
                line.append(letters(random, 2 + random.nextInt(7))).append(' ');
            }
            graphics.drawString(line.toString(), 20, y);
        }
        graphics.dispose();
        return image;
    }

    private static BufferedImage written(Random random, int letters, int size) {
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smooth(image, Color.WHITE);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(FONTS[random.nextInt(FONTS.length)], random.nextInt(4), size));
        graphics.drawString(letters(random, letters), 40 + random.nextInt(60), 200 + random.nextInt(40));
        graphics.dispose();
        return image;
    }

    private static BufferedImage scribble(Random random) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smooth(image, Color.WHITE);
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(5 + random.nextInt(8), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D path = new Path2D.Double();
        path.moveTo(150, 200);
        for (int i = 0; i < 10; i++) {
            path.curveTo(
                    60 + random.nextInt(180),
                    100 + random.nextInt(200),
                    60 + random.nextInt(180),
                    100 + random.nextInt(200),
                    60 + random.nextInt(180),
                    100 + random.nextInt(200));
        }
        graphics.draw(path);
        graphics.dispose();
        return image;
    }

    private static void addSeveral(List<Kind> kinds) {
        kinds.add(Kind.several(
                "two digits side by side",
                2,
                1,
                (digits, random) -> Picture.png(row(digits, random, 0.15, 0.5).image())));
        kinds.add(Kind.several(
                "four digits in a row, photo",
                4,
                1,
                (digits, random) -> Picture.png(
                        new Photo(random).camera(row(digits, random, 0.12, 0.4)).image())));
        kinds.add(Kind.several("two lines of two digits", 4, 2, (digits, random) -> {
            Canvas canvas = new Canvas(500, 500, 240);
            for (int i = 0; i < 4; i++) {
                Stamp stamp = Stamp.of(digits[i], 130 + random.nextInt(20));
                canvas.draw(stamp, 50 + i % 2 * 220 + random.nextInt(30), 50 + i / 2 * 220 + random.nextInt(20), 40);
            }
            return Picture.png(canvas.noise(random, 3).image());
        }));
        kinds.add(Kind.several("four digits in the boxes of a form", 4, 1, (digits, random) -> {
            Canvas canvas = new Canvas(640, 220, 240);
            for (int i = 0; i < 4; i++) {
                int left = 30 + 145 * i;
                Stamp stamp = Stamp.of(digits[i], 95 + random.nextInt(15));
                canvas.draw(stamp, left + (145 - stamp.width()) / 2, 45 + random.nextInt(15), 40);
            }
            for (int i = 0; i <= 4; i++) {
                canvas.fill(30 + 145 * i, 30, 3, 155, 60);
            }
            return Picture.png(canvas.fill(30, 30, 583, 3, 60)
                    .fill(30, 182, 583, 3, 60)
                    .noise(random, 3)
                    .image());
        }));
        kinds.add(Kind.several(
                "two digits that touch",
                2,
                1,
                (digits, random) -> Picture.png(touching(digits, random).image())));
    }

    private static Canvas touching(byte[][] digits, Random random) {
        Photo photo = new Photo(random);
        Stamp first = Stamp.of(digits[0], (int) (150 * photo.between(0.9, 1.1)));
        Stamp second = Stamp.of(digits[1], (int) (150 * photo.between(0.9, 1.1)));
        Canvas canvas = new Canvas(600, 300, 245);
        int left = 60 + photo.between(0, 30);
        int top = 60 + photo.between(0, 30);
        canvas.draw(first, left, top, 30);
        return canvas.draw(second, left + first.touching(second), top, 30)
                .blur(1)
                .noise(random, 3);
    }

    private static Canvas row(byte[][] digits, Random random, double leastGap, double mostGap) {
        Photo photo = new Photo(random);
        int tall = 150;
        Canvas canvas = new Canvas(60 + digits.length * 260, 300, 245);
        double left = 40;
        for (byte[] digit : digits) {
            Stamp stamp = Stamp.of(digit, (int) (tall * photo.between(0.9, 1.1)));
            int margin = (int) Math.ceil(stamp.height() / 22.0);
            canvas.draw(stamp, (int) left - margin, 60 + photo.between(0, 30), 30);
            left += stamp.width() - 2 * margin + tall * photo.between(leastGap, mostGap);
        }
        return canvas;
    }
}
