package io.keelson.job.timing;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A random cron line, and what it means as plain sets of numbers, so that nobody has to parse it to check it. */
record RandomCron(
        String expression, BitSet seconds, BitSet minutes, BitSet hours, BitSet days, BitSet months, BitSet weekdays) {

    static RandomCron next(Random random) {
        Field seconds = random.nextInt(5) == 0 ? Field.number(random, 0, 59) : Field.only(0);
        Field minutes = random.nextInt(60) == 0 ? Field.star(0, 59) : Field.any(random, 0, 59, 7);
        Field hours = random.nextInt(4) == 0 ? Field.star(0, 23) : Field.any(random, 0, 23, 2);
        boolean byDay = random.nextInt(3) == 0;
        boolean byWeekday = random.nextInt(byDay ? 6 : 2) == 0;
        Field days = byDay ? Field.any(random, 1, 31, 2) : Field.star(1, 31);
        Field months = random.nextInt(6) == 0 ? Field.any(random, 1, 12, 2) : Field.star(1, 12);
        Field weekdays = byWeekday ? Field.weekdays(random) : Field.star(0, 6);
        String five =
                "%s %s %s %s %s".formatted(minutes.text(), hours.text(), days.text(), months.text(), weekdays.text());
        return new RandomCron(
                seconds.bits().get(0) ? five : seconds.text() + " " + five,
                seconds.bits(),
                minutes.bits(),
                hours.bits(),
                days.bits(),
                months.bits(),
                weekdays.bits());
    }

    String withSeconds() {
        return expression.split(" ").length == 6 ? expression : "0 " + expression;
    }

    boolean starInHour() {
        String[] fields = expression.split(" ");
        return fields[fields.length - 4].startsWith("*");
    }

    boolean daysAndWeekdays() {
        String[] fields = expression.split(" ");
        return !fields[fields.length - 3].equals("*") && !fields[fields.length - 1].equals("*");
    }

    /** One field: its text and its numbers. */
    private record Field(String text, BitSet bits) {
        static Field star(int first, int last) {
            return new Field("*", bits(IntStream.rangeClosed(first, last)));
        }

        static Field only(int number) {
            return new Field(Integer.toString(number), bits(IntStream.of(number)));
        }

        static Field number(Random random, int first, int last) {
            return only(random.nextInt(first, last + 1));
        }

        static Field any(Random random, int first, int last, int smallestStep) {
            int from = random.nextInt(first, last);
            int to = random.nextInt(from + 1, last + 1);
            int step = random.nextInt(smallestStep, smallestStep + 10);
            return switch (random.nextInt(5)) {
                case 0 -> number(random, first, last);
                case 1 -> list(random, first, last);
                case 2 -> new Field(from + "-" + to, bits(IntStream.rangeClosed(from, to)));
                case 3 -> new Field("*/" + step, steps(first, last, step));
                default -> new Field(from + "-" + to + "/" + step, steps(from, to, step));
            };
        }

        /** Without steps over all of them: crontab counts those from Sunday, Spring from Monday. */
        static Field weekdays(Random random) {
            Field field = any(random, 0, 6, 2);
            return field.text().startsWith("*") ? number(random, 0, 6) : field;
        }

        private static Field list(Random random, int first, int last) {
            BitSet numbers = bits(random.ints(3, first, last + 1));
            return new Field(numbers.stream().mapToObj(Integer::toString).collect(Collectors.joining(",")), numbers);
        }

        private static BitSet steps(int first, int last, int step) {
            return bits(IntStream.iterate(first, number -> number <= last, number -> number + step));
        }

        private static BitSet bits(IntStream numbers) {
            BitSet bits = new BitSet();
            numbers.forEach(bits::set);
            return bits;
        }
    }
}
