package io.github.mnistmaven.data.image;

/**
 * The grey levels of an image, of which perhaps only every second, third, ... row and column was kept.
 *
 * @param kept what was kept of it
 * @param width of the whole image, in pixels
 * @param height of the whole image, in pixels
 */
record ReducedImage(GreyImage kept, int width, int height) {

    /** An image that was kept whole. */
    static ReducedImage whole(GreyImage image) {
        return new ReducedImage(image, image.width(), image.height());
    }

    /** Where something is in the whole image, of which it is known where it is in what was kept. */
    Box inWhole(Box box) {
        int left = whole(box.left(), width, kept.width());
        int top = whole(box.top(), height, kept.height());
        return new Box(
                left,
                top,
                whole(box.right(), width, kept.width()) - left,
                whole(box.bottom(), height, kept.height()) - top);
    }

    private static int whole(int position, int pixels, int keptPixels) {
        return (int) Math.min(pixels, Math.round((double) position * pixels / keptPixels));
    }
}
