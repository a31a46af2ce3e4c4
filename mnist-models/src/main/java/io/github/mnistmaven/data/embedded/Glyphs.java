package io.github.mnistmaven.data.embedded;

import static io.github.mnistmaven.data.embedded.Stroke.through;

import java.util.List;

/**
 * The ways in which people write each digit, in a box from (0, 0) at the top left to (1, 1); a way that is common stands
 * more than once.
 */
final class Glyphs {

    private static final List<Stroke> ROUND_0 =
            List.of(through(.55, .02, .25, .1, .08, .4, .1, .75, .4, .98, .72, .85, .88, .5, .8, .15, .52, .03));
    private static final List<Stroke> SLIM_0 =
            List.of(through(.5, 0, .34, .12, .27, .45, .32, .85, .5, 1, .66, .85, .71, .45, .64, .12, .47, .02));
    private static final List<Stroke> PLAIN_1 = List.of(through(.5, 0, .5, .5, .5, 1));
    private static final List<Stroke> FLAGGED_1 =
            List.of(through(.3, .25, .42, .14, .52, 0), through(.52, 0, .52, .5, .52, 1));
    private static final List<Stroke> FOOTED_1 =
            List.of(through(.3, .22, .42, .12, .5, 0), through(.5, 0, .5, .5, .5, 1), through(.25, 1, .5, 1, .78, .99));
    private static final List<Stroke> PLAIN_2 = List.of(
            through(.12, .25, .3, .04, .6, .02, .78, .2, .7, .45, .4, .75, .12, .98),
            through(.12, .98, .5, .97, .92, .95));
    private static final List<Stroke> LOOPED_2 = List.of(through(
            .15, .22, .35, .03, .65, .05, .77, .25, .65, .52, .38, .82, .2, .95, .1, .86, .22, .77, .45, .86, .68, .96,
            .92, .9));
    private static final List<Stroke> ROUND_3 =
            List.of(through(.14, .15, .4, .01, .7, .08, .74, .3, .4, .47, .45, .48, .8, .6, .82, .85, .5, 1, .12, .88));
    private static final List<Stroke> FLAT_3 = List.of(
            through(.15, .03, .5, .03, .8, .02),
            through(.8, .02, .6, .22, .42, .42),
            through(.42, .42, .8, .52, .84, .82, .5, 1, .12, .9));
    private static final List<Stroke> OPEN_4 = List.of(
            through(.2, .02, .17, .25, .14, .5), through(.14, .5, .5, .52, .88, .48), through(.74, 0, .72, .5, .7, 1));
    private static final List<Stroke> CLOSED_4 = List.of(
            through(.66, 0, .36, .34, .06, .64),
            through(.06, .64, .5, .65, .95, .62),
            through(.66, 0, .65, .5, .63, 1));
    private static final List<Stroke> CAPPED_5 = List.of(
            through(.8, .03, .5, .03, .24, .05),
            through(.24, .05, .2, .25, .18, .44),
            through(.18, .44, .5, .38, .82, .58, .76, .88, .42, 1, .1, .9));
    private static final List<Stroke> SMOOTH_5 = List.of(
            through(.86, .04, .5, .06, .28, .1, .24, .3, .28, .46, .6, .5, .78, .7, .66, .92, .38, 1, .12, .93));
    private static final List<Stroke> CURLED_6 = List.of(
            through(.7, .02, .42, .2, .2, .5, .15, .78, .36, .99, .68, .95, .8, .74, .62, .55, .36, .6, .18, .78));
    private static final List<Stroke> STRAIGHT_6 =
            List.of(through(.5, 0, .32, .35, .2, .7, .34, .98, .64, .96, .76, .76, .6, .6, .4, .63, .24, .8));
    private static final List<Stroke> PLAIN_7 =
            List.of(through(.1, .06, .5, .05, .86, .03), through(.86, .03, .66, .4, .44, 1));
    private static final List<Stroke> HOOKED_7 = List.of(
            through(.12, .2, .14, .06), through(.14, .06, .5, .08, .85, .04), through(.85, .04, .68, .42, .56, 1));
    private static final List<Stroke> BARRED_7 = List.of(
            through(.1, .06, .5, .05, .86, .03),
            through(.86, .03, .64, .45, .42, 1),
            through(.3, .5, .55, .48, .82, .48));
    private static final List<Stroke> ONE_STROKE_8 = List.of(through(
            .76, .14, .5, .01, .26, .14, .36, .36, .6, .54, .78, .76, .6, .98, .34, .96, .2, .76, .4, .52, .66, .34,
            .77, .13));
    private static final List<Stroke> TWO_CIRCLES_8 = List.of(
            through(.5, .46, .28, .36, .28, .12, .5, .01, .72, .12, .72, .36, .5, .46),
            through(.5, .46, .2, .62, .2, .88, .5, 1, .8, .88, .8, .62, .5, .46));
    private static final List<Stroke> STRAIGHT_9 = List.of(
            through(.76, .2, .55, .03, .28, .1, .2, .32, .4, .48, .66, .4, .77, .18),
            through(.77, .18, .75, .55, .7, 1));
    private static final List<Stroke> CURVED_9 = List.of(through(
            .74, .16, .5, .02, .26, .14, .24, .38, .48, .48, .7, .34, .75, .15, .76, .5, .66, .85, .4, 1, .16, .9));

    private static final List<Stroke> OVERLAPPED_0 = List.of(
            through(.62, .08, .35, .04, .12, .3, .08, .7, .35, .98, .7, .9, .9, .55, .82, .2, .55, .03, .38, .12));
    private static final List<Stroke> Z_2 = List.of(
            through(.08, .14, .4, .03, .8, .06, .82, .16, .5, .52, .08, .9), through(.08, .9, .5, .93, .98, .88));
    private static final List<Stroke> BIG_LOOPED_2 = List.of(through(
            .12, .3, .3, .06, .62, .03, .8, .22, .72, .5, .46, .8, .2, .98, .04, .9, .1, .72, .32, .7, .56, .84, .78,
            .98, 1.04, .86));
    private static final List<Stroke> SWASH_2 = List.of(
            through(.2, .16, .4, .02, .66, .08, .7, .3, .5, .6, .26, .84, .12, .96, .3, .94, .6, .98, .96, .98));
    private static final List<Stroke> CURLED_3 = List.of(through(
            .2, .2, .36, .04, .62, .04, .72, .2, .6, .38, .38, .46, .52, .46, .76, .58, .78, .82, .56, .98, .26, .96,
            .12, .82));
    private static final List<Stroke> ANGULAR_4 = List.of(
            through(.28, .04, .2, .3, .12, .56), through(.12, .56, .5, .52, .9, .5), through(.62, .3, .58, .6, .54, 1));
    private static final List<Stroke> SMALL_BELLY_5 = List.of(
            through(.3, .06, .26, .28, .24, .46),
            through(.24, .46, .44, .42, .64, .54, .66, .78, .46, .97, .14, .98),
            through(.3, .06, .6, .04, 1, 0));
    private static final List<Stroke> CURVED_7 =
            List.of(through(.08, .14, .3, .06, .6, .1, .84, .06, .78, .3, .58, .62, .48, 1));
    private static final List<Stroke> OPEN_8 = List.of(through(
            .84, .12, .6, .03, .34, .08, .28, .26, .46, .44, .66, .6, .7, .84, .48, 1, .26, .9, .3, .68, .56, .46, .78,
            .26, .9, .06));
    private static final List<Stroke> PINCHED_8 = List.of(through(
            .7, .1, .5, .0, .32, .12, .38, .32, .52, .48, .6, .7, .54, .94, .38, 1, .26, .88, .32, .66, .5, .46, .66,
            .28, .74, .08));
    private static final List<Stroke> SMALL_HEAD_8 = List.of(through(
            .62, .3, .68, .12, .52, .0, .36, .12, .4, .3, .6, .42, .8, .62, .78, .88, .5, 1, .22, .9, .2, .64, .4, .44,
            .62, .3));
    private static final List<Stroke> HOOKED_9 = List.of(
            through(.7, .12, .46, .02, .24, .18, .26, .4, .46, .46, .66, .32, .72, .12),
            through(.72, .12, .72, .4, .62, .72, .5, 1));
    private static final List<Stroke> FLAT_9 = List.of(
            through(.84, .06, .5, .04, .2, .16, .22, .36, .5, .42, .78, .3, .86, .08),
            through(.86, .08, .76, .5, .62, 1));
    private static final List<Stroke> WIDE_6 = List.of(
            through(.62, .0, .36, .22, .12, .56, .1, .84, .36, 1, .74, .94, .92, .74, .74, .6, .4, .66, .14, .86));

    private static final List<List<List<Stroke>>> OF_DIGIT = List.of(
            List.of(ROUND_0, ROUND_0, SLIM_0, OVERLAPPED_0),
            List.of(PLAIN_1, PLAIN_1, PLAIN_1, PLAIN_1, FLAGGED_1, FOOTED_1),
            List.of(PLAIN_2, LOOPED_2, Z_2, BIG_LOOPED_2, SWASH_2),
            List.of(ROUND_3, ROUND_3, FLAT_3, CURLED_3),
            List.of(OPEN_4, OPEN_4, CLOSED_4, ANGULAR_4),
            List.of(CAPPED_5, SMOOTH_5, SMALL_BELLY_5),
            List.of(CURLED_6, STRAIGHT_6, WIDE_6),
            List.of(PLAIN_7, PLAIN_7, HOOKED_7, BARRED_7, CURVED_7),
            List.of(ONE_STROKE_8, TWO_CIRCLES_8, OPEN_8, PINCHED_8, SMALL_HEAD_8),
            List.of(STRAIGHT_9, STRAIGHT_9, CURVED_9, HOOKED_9, FLAT_9));

    private Glyphs() {}

    /** All ways of writing a digit. */
    static List<List<Stroke>> of(int digit) {
        return OF_DIGIT.get(digit);
    }
}
