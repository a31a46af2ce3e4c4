package io.github.mnistmaven.study.gates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules that nothing can keep together, such as that a is more accurate than b, b than c, and c than a. Each rule about a metric says that one value is at least another plus some
 * distance; a limit is a distance from 0, and a ratio is a distance of logarithms. The range of a metric is a limit too, and a size in bytes is one of 4 times the parameters. These can be kept together unless there is a cycle of them whose distances add up to more than 0, which the
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

    /** The value of {@code upper} is at least that of {@code lower} plus the distance: because of a rule or, without one, of the range of the metric. */
    private record Constraint(String upper, String lower, double distance, Optional<Rule> rule) {

        Constraint(String upper, String lower, double distance, Rule rule) {
            this(upper, lower, distance, Optional.of(rule));
        }
    }

    /** Which rules contradict each other, in a sentence; nothing if all can be kept. */
    static Optional<String> among(List<Rule> rules) {
        for (GatedMetric metric : GatedMetric.values()) {
            List<Rule> about = rules.stream()
                    .filter(rule -> measuredAs(rule.metric()) == metric)
                    .toList();
            List<Constraint> constraints = new ArrayList<>();
            about.forEach(rule -> constraint(rule).ifPresent(constraints::add));
            constraints.addAll(range(metric, about));
            Optional<String> sentence = cycle(constraints).map(cycle -> sentence(metric, cycle));
            if (sentence.isPresent()) {
                return sentence;
            }
        }
        return Optional.empty();
    }

    private static GatedMetric measuredAs(GatedMetric metric) {
        return metric == GatedMetric.MODEL_SIZE ? GatedMetric.PARAMETERS : metric;
    }

    /** Of metrics with a maximum. No other has rules about differences, and limits below 0 are refused. */
    private static List<Constraint> range(GatedMetric metric, List<Rule> rules) {
        if (metric.maximum().isEmpty()) {
            return List.of();
        }
        return rules.stream()
                .flatMap(rule -> rule.cells().stream())
                .distinct()
                .flatMap(name -> Stream.of(
                        new Constraint(name, ORIGIN, 0, Optional.empty()),
                        new Constraint(ORIGIN, name, -metric.maximum().getAsDouble(), Optional.empty())))
                .toList();
    }

    private static String sentence(GatedMetric metric, List<Constraint> cycle) {
        List<Rule> rules =
                cycle.stream().flatMap(constraint -> constraint.rule().stream()).toList();
        String reason = "";
        if (rules.size() < cycle.size()) {
            reason = ", as %s is %s".formatted(metric.id(), metric.range());
        } else if (rules.stream().map(Rule::metric).distinct().count() > 1) {
            reason = ", as %s is 4 times %s".formatted(GatedMetric.MODEL_SIZE.id(), GatedMetric.PARAMETERS.id());
        }
        if (rules.size() == 1) {
            return "no result can keep the rule '%s'%s; change it or remove it"
                    .formatted(rules.get(0).text(), reason);
        }
        return "the rules %s contradict each other: no result can keep all of them%s; remove one"
                .formatted(
                        rules.stream()
                                .map(rule -> "'%s'".formatted(rule.text()))
                                .collect(Collectors.joining(" and ")),
                        reason);
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
        return switch (limit.metric()) {
            case TRAINING_TIME -> Math.log(Math.max(value, SHORTEST_TIME));
            case MODEL_SIZE -> value / Float.BYTES;
            default -> value;
        };
    }

    private static Optional<List<Constraint>> cycle(List<Constraint> constraints) {
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

    private static List<Constraint> cycleBefore(String name, Map<String, Constraint> reasons, int steps) {
        String within = name;
        for (int i = 0; i < steps; i++) {
            within = reasons.get(within).lower();
        }
        List<Constraint> cycle = new ArrayList<>();
        String next = within;
        do {
            Constraint reason = reasons.get(next);
            cycle.add(reason);
            next = reason.lower();
        } while (!next.equals(within));
        return cycle;
    }
}
