package org.tickler.calendars.ics;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads .ics files as calendar programs export them, and as attackers write them: bounded in bytes, lines, components,
 * instances and reckoning, without any network. Each event is read by itself, so a bad one is one problem and stops no
 * other. Of ical4j only the grammar of rules and durations is used, on single values.
 */
public final class IcsReader {

    private IcsReader() {}

    /**
     * The events of the file and why others could not be read.
     *
     * @param defaultZone for times without a zone or with one that nobody knows, and for showing UTC
     * @param window within which recurring series are expanded; other events are read wherever they are
     */
    public static IcsContent read(byte[] bytes, ZoneId defaultZone, IcsWindow window, IcsLimits limits) {
        Problems problems = new Problems();
        Scan scan;
        try {
            scan = new PreScan(limits, problems).scan(bytes, begin(bytes, limits));
        } catch (RefusedValueException e) {
            IcsProblem refusal = new IcsProblem(e.line(), IcsProblem.Kind.FILE_REFUSED, e.reason());
            return new IcsContent(List.of(), List.of(refusal));
        }
        EventReader reader =
                new EventReader(defaultZone, new MomentReader(defaultZone, scan.zoneLocations(), problems), problems);
        List<Draft> drafts = new ArrayList<>();
        for (Scan.RawEvent event : scan.events()) {
            try {
                drafts.add(reader.read(event));
            } catch (RefusedValueException e) {
                problems.refuseItem(e.line(), e.reason() + "; the event is not read");
            }
        }
        List<IcsItem> items =
                new ArrayList<>(new SeriesAssembler(defaultZone, window, limits, problems).assemble(drafts));
        items.sort(Comparator.comparingInt(item -> item.version().line()));
        return new IcsContent(items, problems.all());
    }

    /** The same for a stream, of which no more is taken in than the limits allow; it is not closed. */
    public static IcsContent read(InputStream in, ZoneId defaultZone, IcsWindow window, IcsLimits limits)
            throws IOException {
        return read(in.readNBytes(limits.bytes() + 1), defaultZone, window, limits);
    }

    /** Where the text begins, past a byte order mark. */
    private static int begin(byte[] bytes, IcsLimits limits) {
        if (bytes.length > limits.bytes()) {
            throw new RefusedValueException(1, "expected at most " + limits.bytes() + " bytes, found more");
        }
        int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        switch (first) {
            case 0x1F8B, 0x504B ->
                throw new RefusedValueException(
                        1, "expected the text of an .ics file, found a compressed file; unpack it first");
            case 0xFEFF, 0xFFFE ->
                throw new RefusedValueException(1, "expected UTF-8, found UTF-16; save the file as UTF-8");
            default -> {}
        }
        boolean marked = first == 0xEFBB && bytes.length > 2 && (bytes[2] & 0xFF) == 0xBF;
        return marked ? 3 : 0;
    }
}
