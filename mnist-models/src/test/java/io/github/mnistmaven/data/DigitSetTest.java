package io.github.mnistmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitSetTest {

    private static final List<String> LETTERS = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");

    @Test
    void givenPixelsAndLabels_whenRead_thenEachImageIsTheOneOfItsLabel() {
        // given
        byte[] pixels = new byte[2 * DigitSet.PIXELS];
        pixels[0] = 1;
        pixels[DigitSet.PIXELS] = (byte) 200;

        // when
        DigitSet digits = DigitSet.of(pixels, new byte[] {3, 9});

        // then
        assertThat(digits.size()).isEqualTo(2);
        assertThat(digits.label(0)).isEqualTo(3);
        assertThat(digits.label(1)).isEqualTo(9);
        assertThat(digits.image(0)).hasSize(784).startsWith(1, 0);
        assertThat(digits.image(1)).hasSize(784).startsWith((byte) 200, (byte) 0);
    }

    @Test
    void givenADigitSet_whenArraysThatWentInOrCameOutChange_thenItDoesNot() {
        // given
        byte[] pixels = new byte[DigitSet.PIXELS];
        byte[] labels = {3};
        DigitSet digits = DigitSet.of(pixels, labels);
        String fingerprint = digits.fingerprint();

        // when
        pixels[0] = 1;
        labels[0] = 4;
        digits.image(0)[1] = 1;

        // then
        assertThat(digits.fingerprint()).isEqualTo(fingerprint);
    }

    @Test
    void givenPixelsThatDoNotFitTheLabels_whenMade_thenSaysHowManyWould() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DigitSet.of(new byte[784], new byte[2]))
                .withMessageContainingAll("2 labels", "1568", "784");
    }

    @Test
    void givenALabelOfTen_whenMade_thenNamesIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DigitSet.of(new byte[2 * 784], new byte[] {0, 10}))
                .withMessage("label 1 (counted from 0) is 10; it must be 0 to 9");
    }

    @Test
    void givenNoDigits_whenMadeOrSliced_thenRefuses() {
        DigitSet digits = SampleDigits.of(3, 1);

        assertThatIllegalArgumentException().isThrownBy(() -> DigitSet.of(new byte[0], new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> digits.slice(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> digits.first(-1)).withMessageContaining("limit is -1");
    }

    @Test
    void givenASlice_whenRead_thenItsDigitsAreThoseFromItsStart() {
        // given
        DigitSet digits = SampleDigits.of(10, 1);

        // when
        DigitSet slice = digits.slice(2, 8).slice(1, 3);

        // then
        assertThat(slice.size()).isEqualTo(2);
        assertThat(slice.image(0)).isEqualTo(digits.image(3));
        assertThat(slice.label(1)).isEqualTo(digits.label(4));
    }

    @Test
    void givenASlice_whenReadPastItsEnd_thenItIsRejectedThoughTheSetIsLarger() {
        DigitSet slice = SampleDigits.of(10, 1).slice(2, 4);

        assertThatThrownBy(() -> slice.label(2))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("index is 2; it must be between 0 and 1");
        assertThatThrownBy(() -> slice.image(-1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("index is -1; it must be between 0 and 1");
        assertThatThrownBy(() -> slice.slice(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void givenALimit_whenTheFirstAreTaken_thenThereAreNoMoreThanThat() {
        DigitSet digits = SampleDigits.of(10, 1);

        assertThat(digits.first(4).size()).isEqualTo(4);
        assertThat(digits.first(40).size()).isEqualTo(10);
    }

    @Test
    void givenTheSameDigits_whenStoredSeparately_thenFingerprintsAreEqualAndOtherwiseNot() {
        // given
        DigitSet digits = SampleDigits.of(5, 1);
        byte[] image = digits.image(2);

        // when
        String slice = digits.slice(2, 3).fingerprint();

        // then
        assertThat(slice)
                .isEqualTo(
                        DigitSet.of(image, new byte[] {(byte) digits.label(2)}).fingerprint());
        assertThat(slice)
                .isNotEqualTo(DigitSet.of(image, new byte[] {(byte) ((digits.label(2) + 1) % 10)})
                        .fingerprint());
    }

    @Test
    void givenWhatDependsOnTheIndexAlone_whenGenerated_thenEachDigitIsTheOneOfItsIndex() {
        // when
        DigitSet digits = DigitSet.generate(300, i -> i % 10, DigitSetTest::numbered);

        // then
        assertThat(digits.size()).isEqualTo(300);
        for (int i = 0; i < 300; i++) {
            assertThat(digits.label(i)).isEqualTo(i % 10);
            assertThat(digits.image(i)).isEqualTo(numbered(i));
        }
    }

    private static byte[] numbered(int index) {
        byte[] image = new byte[DigitSet.PIXELS];
        image[5] = (byte) index;
        return image;
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 10, -1, Integer.MAX_VALUE, 0x105})
    void givenLabelsThatAreNoDigits_whenGenerated_thenTheFirstIsNamed(int label) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DigitSet.generate(1000, i -> i < 123 ? 3 : label, DigitSetTest::numbered))
                .withMessage("label 123 (counted from 0) is %d; it must be 0 to 9", label);
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 0, 2739138})
    void givenASizeOutOfBounds_whenGenerated_thenTheMessageSaysWhatItMayBe(int size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DigitSet.generate(size, i -> 3, DigitSetTest::numbered))
                .withMessage("size is %d; it must be between 1 and 2739137", size);
    }

    @Test
    void givenImagesThatAreNone_whenGenerated_thenTheFirstIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DigitSet.generate(1000, i -> 3, i -> new byte[i < 700 ? 784 : 785]))
                .withMessage("image 700 has 785 bytes; an image has 784, 28 rows of 28");
        assertThatNullPointerException()
                .isThrownBy(() -> DigitSet.generate(1000, i -> 3, i -> i < 700 ? numbered(i) : null))
                .withMessage("image 700 is null");
    }

    @Test
    void givenAGeneratorThatFails_whenGenerated_thenItsExceptionIsThrownAsItIs() {
        // given
        IllegalStateException failure = new IllegalStateException("no ink");

        // when + then
        assertThatThrownBy(() -> DigitSet.generate(1000, i -> 3, i -> {
                    if (i >= 900) {
                        throw failure;
                    }
                    return numbered(i);
                }))
                .isSameAs(failure);
    }

    @Test
    void givenMoreIndicesThanASetCanHold_whenSelected_thenTheMessageSaysHowManyItCan() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleDigits.of(1, 1).select(new int[DigitSet.MAX_SIZE + 1]))
                .withMessageContaining("the number of indices is 2739138", "2739137");
    }

    @ParameterizedTest
    @CsvSource({"783, 0", "784, 1", "2000, -1", "2000, 1217", "2000, 2147483647", "0, 0"})
    void givenAnArrayWithoutRoom_whenAnImageIsCopied_thenTheMessageSaysHowMuchItTakes(int length, int offset) {
        assertThatThrownBy(() -> SampleDigits.of(1, 1).copyImage(0, new byte[length], offset))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("offset is %d in an array of %d bytes; an image takes 784", offset, length);
    }

    @Test
    void givenADigit_whenShown_thenThePictureHasItsPixels() {
        // given
        DigitSet digits = SampleDigits.of(3, 1);

        // when
        BufferedImage picture = digits.picture(2);

        // then
        assertThat(picture.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
        assertThat(picture.getRaster().getDataElements(0, 0, 28, 28, null)).isEqualTo(digits.image(2));
        assertThatThrownBy(() -> digits.picture(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void givenTheSameContent_whenCompared_thenSetsAreEqualWhereverItComesFromAndOtherwiseNot() {
        // given
        DigitSet digits = SampleDigits.of(10, 1);
        byte[] pixels = new byte[2 * DigitSet.PIXELS];
        byte[] others = pixels.clone();
        others[others.length - 1] = 1;

        // then
        assertThat(SampleDigits.of(10, 1).withSource("elsewhere"))
                .isEqualTo(digits)
                .hasSameHashCodeAs(digits);
        assertThat(digits.slice(2, 5))
                .isEqualTo(digits.select(new int[] {2, 3, 4}))
                .hasSameHashCodeAs(digits.select(new int[] {2, 3, 4}))
                .isNotEqualTo(digits.slice(3, 6))
                .isNotEqualTo(digits.slice(2, 6));
        assertThat(digits.withClassNames(LETTERS)).isNotEqualTo(digits);
        assertThat(DigitSet.of(pixels, new byte[2]))
                .isEqualTo(DigitSet.of(pixels, new byte[2]))
                .isNotEqualTo(DigitSet.of(others, new byte[2]))
                .isNotEqualTo(DigitSet.of(pixels, new byte[] {0, 1}))
                .isNotEqualTo(null)
                .isNotEqualTo("2 digits (custom)");
        assertThat(new Digits(digits, digits)).isEqualTo(new Digits(SampleDigits.of(10, 1), SampleDigits.of(10, 1)));
    }

    @Test
    void givenSetsOfOtherClasses_whenPutTogether_thenTheMessageNamesTheClass() {
        // given
        DigitSet digits = SampleDigits.of(10, 1);
        DigitSet letters = digits.withClassNames(LETTERS);

        // then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Digits(letters, digits))
                .withMessageStartingWith("class 0 of the test digits is '0', but 'a' of the training digits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> letters.plus(digits))
                .withMessageStartingWith("class 0 of the other digits is '0', but 'a' of these");
    }

    @Test
    void givenTwoSets_whenAdded_thenOneFollowsTheOther() {
        // given
        DigitSet first = SampleDigits.of(3, 1).withSource("first").withClassNames(LETTERS);
        DigitSet second = SampleDigits.of(5, 2).withSource("second").withClassNames(LETTERS);

        // when
        DigitSet both = first.plus(second.slice(1, 5));

        // then
        assertThat(both.size()).isEqualTo(7);
        assertThat(both.slice(0, 3)).isEqualTo(first);
        assertThat(both.slice(3, 7)).isEqualTo(second.slice(1, 5));
        assertThat(both.source()).isEqualTo("first + second");
        assertThat(both.classNames()).isEqualTo(LETTERS);
        assertThat(first.plus(first).source()).isEqualTo("first");
    }

    @Test
    void givenNothing_thenItsSourceIsCustomAndItsClassesAreTheDigits() {
        DigitSet digits = SampleDigits.of(10, 1);

        assertThat(digits.source()).isEqualTo("custom");
        assertThat(digits.classNames()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(digits).hasToString("10 digits (custom)");
        assertThat(SampleDigits.of(1200, 1).withSource("mnist")).hasToString("1,200 digits (mnist)");
    }

    @Test
    void givenSourceAndClassNames_whenSomeDigitsAreTaken_thenTheyKeepBothAndTheSetItselfStays() {
        // given
        DigitSet digits = SampleDigits.of(10, 1);

        // when
        DigitSet named = digits.withSource("letters").withClassNames(LETTERS);

        // then
        assertThat(List.of(named, named.slice(2, 5), named.select(new int[] {3, 1}), named.first(4)))
                .allSatisfy(some -> {
                    assertThat(some.source()).isEqualTo("letters");
                    assertThat(some.classNames()).isEqualTo(LETTERS);
                });
        assertThat(named.withSource("other").classNames()).isEqualTo(LETTERS);
        assertThat(named.fingerprint()).isEqualTo(digits.fingerprint());
        assertThat(digits.source()).isEqualTo("custom");
        assertThat(digits.classNames()).isEqualTo(DigitSet.DIGIT_NAMES);
    }

    @Test
    void givenAListOfNames_whenItChangesLater_thenTheSetDoesNot() {
        // given
        List<String> names = new ArrayList<>(LETTERS);
        DigitSet digits = SampleDigits.of(10, 1).withClassNames(names);

        // when
        names.set(0, "z");

        // then
        assertThat(digits.classNames()).isEqualTo(LETTERS);
    }

    static Stream<Arguments> wrongNames() {
        return Stream.of(
                arguments(List.of(), "classNames has 0 names; expected 10, one for each class"),
                arguments(LETTERS.subList(0, 9), "classNames has 9 names; expected 10"),
                arguments(withLast("a"), "classNames lists 'a' twice; each class needs a name of its own"),
                arguments(withLast(""), "classNames has ''; a name is one line of 1 to 40 printable characters"),
                arguments(withLast(" "), "classNames has ' '"),
                arguments(withLast("j\nk"), "classNames has 'j\\nk'"),
                arguments(withLast("j".repeat(41)), "classNames has 'jjj"));
    }

    private static List<String> withLast(String name) {
        return Stream.concat(LETTERS.stream().limit(9), Stream.of(name)).toList();
    }

    @ParameterizedTest
    @MethodSource("wrongNames")
    void givenWrongClassNames_thenTheMessageSaysWhatTheyAre(List<String> names, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleDigits.of(10, 1).withClassNames(names))
                .withMessageStartingWith(message);
    }

    @Test
    void givenNamesOfFortyCharacters_thenTheyAreAccepted() {
        assertThat(SampleDigits.of(10, 1)
                        .withClassNames(withLast("j".repeat(40)))
                        .classNames())
                .contains("j".repeat(40));
    }

    @Test
    void givenAWrongSource_thenTheMessageSaysWhatItIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleDigits.of(10, 1).withSource("x\u001b[2J"))
                .withMessageStartingWith("source is 'x\\u001b[2J'; it must be one line");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleDigits.of(10, 1).withSource("x".repeat(301)))
                .withMessageContaining("at most 300");
    }

    @Test
    void givenNull_thenTheMessageNamesTheParameter() {
        DigitSet digits = SampleDigits.of(10, 1);

        assertThatNullPointerException()
                .isThrownBy(() -> DigitSet.of(null, new byte[1]))
                .withMessage("pixels is null");
        assertThatNullPointerException()
                .isThrownBy(() -> DigitSet.of(new byte[784], null))
                .withMessage("labels is null");
        assertThatNullPointerException()
                .isThrownBy(() -> digits.withSource(null))
                .withMessage("name is null");
        assertThatNullPointerException()
                .isThrownBy(() -> digits.withClassNames(null))
                .withMessage("names is null");
    }

    @Test
    void givenADigitSet_whenFingerprinted_thenItIsTheSha256OfCountLabelsAndPixels() throws Exception {
        // given
        byte[] pixels = new byte[784];
        Arrays.fill(pixels, (byte) 7);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(new byte[] {0, 0, 0, 1, 5});
        content.writeBytes(pixels);

        // when
        String fingerprint = DigitSet.of(pixels, new byte[] {5}).fingerprint();

        // then
        assertThat(fingerprint)
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content.toByteArray())));
    }
}
