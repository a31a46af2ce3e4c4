package io.github.mnistmaven.study.gates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules that nothing can keep together, such as that a is more accurate than b, b than c, and c than a. Each rule about a metric says that one value is at least another plus some
 * distance; a limit is a distance from 0, and a ratio is a distance of logarithms. These can be kept together unless there is a cycle of them whose distances add up to more than 0, which the
 * algorithm of Bellman and Ford finds (Cormen, Leiserson, Rivest and Stein, "Introduction to Algorithms", section 24.4, "Difference constraints and shortest paths").
 */
final class Contradictions {

    /** What limits are measured from; no name of a cell is empty. */
    private static final String ORIGIN = "";

    /** What is asked for with some confidence has to be found beyond it, by however little. */
    private static final double STRICTLY = 1e-8;

    /** Sums that are above 0 through floating point alone are below it. */
    private static final double ROUNDING = 1e-10;

    /** So that its logarithm is a number. */
    private static final double SHORTEST_TIME = 1e-300;

    private Contradictions() {}

    /** The value of {@code upper} is at least that of {@code lower} plus the distance. */
    private record Constraint(String upper, String lower, double distance, Rule rule) {}

    /** Some rules that contradict each other; nothing if all can be kept. */
    static Optional<List<Rule>> among(List<Rule> rules) {
        for (GatedMetric metric : GatedMetric.values()) {
            List<Constraint> constraints = new ArrayList<>();
            rules.stream().filter(rule -> rule.metric() == metric).forEach(rule -> constraint(rule)
                    .ifPresent(constraints::add));
            Optional<List<Rule>> cycle = cycle(constraints);
            if (cycle.isPresent()) {
                return cycle;
            }
        }
        return Optional.empty();
    }

    private static Optional<Constraint> constraint(Rule rule) {
        if (rule instanceof MetricRule limit) {
            double distance = distance(limit);
            return Optional.of(
                    limit.bound() == MetricRule.Bound.MINIMUM
                            ? new Constraint(limit.cell(), ORIGIN, distance, rule)
                            : new Constraint(ORIGIN, limit.cell(), -distance, rule));
        }
        if (rule instanceof DifferenceRule difference) {
            return Optional.of(new Constraint(
                    difference.better(), difference.worse(), difference.by().doubleValue() + STRICTLY, rule));
        }
        if (rule instanceof RelativeTimeRule time) {
            return Optional.of(new Constraint(
                    time.other(), time.cell(), -Math.log(time.maximum().doubleValue()), rule));
        }
        // About the past as well, which is what it is.
        return Optional.empty();
    }

    private static double distance(MetricRule limit) {
        double value = limit.limit().doubleValue();
        return limit.metric() == GatedMetric.TRAINING_TIME ? Math.log(Math.max(value, SHORTEST_TIME)) : value;
    }

    private static Optional<List<Rule>> cycle(List<Constraint> constraints) {
        Map<String, Double> least = new HashMap<>();
        Map<String, Constraint> reasons = new HashMap<>();
        // As many rounds as a path without a cycle may have steps, and one.
        for (int round = 0; round <= constraints.size() + 1; round++) {
            Optional<String> raised = Optional.empty();
            for (Constraint constraint : constraints) {
                double demanded = least.getOrDefault(constraint.lower(), 0.0) + constraint.distance();
                if (demanded > least.getOrDefault(constraint.upper(), 0.0) + ROUNDING) {
                    least.put(constraint.upper(), demanded);
                    reasons.put(constraint.upper(), constraint);
                    raised = Optional.of(constraint.upper());
                }
            }
            if (raised.isEmpty()) {
                return Optional.empty();
            }
            if (round > constraints.size()) {
                return Optional.of(cycleBefore(raised.get(), reasons, constraints.size()));
            }
        }
        return Optional.empty();
    }

    private static List<Rule> cycleBefore(String name, Map<String, Constraint> reasons, int steps) {
        String within = name;
        for (int i = 0; i < steps; i++) {
            within = reasons.get(within).lower();
        }
        List<Rule> rules = new ArrayList<>();
        String next = within;
        do {
            Constraint reason = reasons.get(next);
            rules.add(reason.rule());
            next = reason.lower();
        } while (!next.equals(within));
        return rules;
    }
}
