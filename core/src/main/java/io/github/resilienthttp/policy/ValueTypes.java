package io.github.resilienthttp.policy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The kinds of values that keys have, each with its range. */
final class ValueTypes {
    static final ValueType<Boolean> BOOLEAN =
            new ValueType<>(Boolean.class, "true or false", ValueTypes::bool, Object::toString, ValueTypes::any);
    static final ValueType<Double> PERCENT = new ValueType<>(
            String.class,
            "a percentage above 0 up to 100, such as 50 or 50%",
            NumberText::percent,
            NumberText::print,
            range(value -> value > 0 && value <= 100));
    static final ValueType<StatusSet> STATUSES = new ValueType<>(
            String.class,
            "statuses, ranges and classes, ! excludes, such as 5xx, !501, 408; a 4xx by name only; or none",
            StatusSet::parse,
            StatusSet::toString,
            ValueTypes::any);
    static final ValueType<ScopeRule> SCOPE = new ValueType<>(
            String.class,
            "client, origin, header:NAME or path:N (N from 1 to 10)",
            ScopeRule::parse,
            ScopeRule::toString,
            range(scope -> scope.segments() <= 10));
    static final ValueType<Origin> ORIGIN = new ValueType<>(
            String.class,
            "an http or https origin, such as https://api.github.com or http://[::1]:8080",
            Origin::parse,
            Origin::toString,
            ValueTypes::any);
    static final ValueType<HintHeader> HINT_HEADER = new ValueType<>(
            String.class,
            "a header name, NAME (read as Retry-After) or NAME:ms",
            HintHeader::parse,
            HintHeader::toString,
            ValueTypes::any);
    static final ValueType<BreakerWindow> BREAKER_WINDOW = new ValueType<>(
            String.class,
            "a count from 1 to 10000, such as 100, or whole seconds from 1s to 1h, such as 60s",
            BreakerWindow::parse,
            BreakerWindow::toString,
            range(ValueTypes::fitsBreaker));
    static final ValueType<RateMargin> RATE_MARGIN = new ValueType<>(
            String.class,
            "a share of the period from 0% to 100%, or a duration from 0s to 1h, such as 1% or 200ms",
            RateMargin::parse,
            RateMargin::toString,
            range(margin -> margin.duration() == null || margin.duration().compareTo(Duration.ofHours(1)) <= 0));
    static final ValueType<String> METHOD = text("a method in capitals, such as GET", Syntax::method);
    static final ValueType<String> POINTER = text("a JSON pointer (RFC 6901), such as /error/code", Syntax::pointer);
    static final ValueType<String> OWN_HEADER =
            text("a header name, not one of HTTP's own such as Host or Content-Length", Syntax::ownHeader);
    static final ValueType<String> INSTANCE = text("the name of an instance, at most 200 characters", Syntax::instance);

    private ValueTypes() {}

    static ValueType<Duration> duration(String shortest, String longest) {
        Duration least = DurationText.parse(shortest);
        Duration most = DurationText.parse(longest);
        return new ValueType<>(
                Duration.class,
                "a duration from " + shortest + " to " + longest + ", " + DurationText.UNITS,
                DurationText::parse,
                DurationText::print,
                range(value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0));
    }

    static ValueType<Integer> count(int least, int most) {
        return new ValueType<>(
                Integer.class,
                "a whole number from " + least + " to " + most,
                NumberText::count,
                value -> Integer.toString(value),
                range(value -> value >= least && value <= most));
    }

    static ValueType<Double> decimal(double least, double most) {
        return new ValueType<>(
                Double.class,
                "a number from " + NumberText.print(least) + " to " + NumberText.print(most),
                NumberText::decimal,
                NumberText::print,
                range(value -> value >= least && value <= most));
    }

    static ValueType<Long> size(String most) {
        long limit = SizeText.parse(most);
        return new ValueType<>(
                String.class,
                "a size from 0B to " + most + ", such as " + SizeText.EXAMPLES,
                SizeText::parse,
                SizeText::print,
                range(value -> value >= 0 && value <= limit));
    }

    /** The constants of an enum, in lower case with hyphens. */
    static <E extends Enum<E>> ValueType<E> oneOf(Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        List<String> names = constants.stream().map(ValueTypes::name).toList();
        int last = names.size() - 1;
        String allowed = String.join(", ", names.subList(0, last)) + " or " + names.get(last);
        Function<String, E> reader = text -> {
            int index = names.indexOf(text);
            Check.that(index >= 0, "not one of them");
            return constants.get(index);
        };
        return new ValueType<>(type, allowed, reader, ValueTypes::name, ValueTypes::any);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ValueType<String> text(String allowed, UnaryOperator<String> syntax) {
        Consumer<String> check = text -> {
            String unused = syntax.apply(text);
        };
        return new ValueType<>(String.class, allowed, syntax, UnaryOperator.identity(), check);
    }

    private static boolean bool(String text) {
        Check.that(text.equals("true") || text.equals("false"), "neither");
        return text.equals("true");
    }

    private static boolean fitsBreaker(BreakerWindow window) {
        Duration duration = window.duration();
        if (duration == null) {
            return window.calls() <= 10_000;
        }
        return duration.getNano() == 0 && duration.getSeconds() >= 1 && duration.getSeconds() <= 3_600;
    }

    /** For kinds whose reader refuses all there is to refuse. */
    private static <T> void any(T value) {}

    private static <T> Consumer<T> range(Predicate<T> within) {
        return value -> Check.that(within.test(value), "out of range");
    }
}
