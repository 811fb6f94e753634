package org.tickler.calendars.ics;

/**
 * How much of a file is read. Past bytes, lines, components or zones the whole file is refused; a longer line loses
 * its end; past the instances a series is cut. Each of these is said in a problem.
 *
 * @param bytes of the whole file
 * @param lines physical ones
 * @param components BEGINs of any kind
 * @param zones VTIMEZONEs; none of them is read, yet a file with hundreds is an attack or a broken export
 * @param lineOctets of one line after unfolding
 * @param seriesInstances of one recurring series within the window
 * @param instances of all series of the file together
 */
public record IcsLimits(
        int bytes, int lines, int components, int zones, int lineOctets, int seriesInstances, int instances) {

    public IcsLimits {
        if (bytes < 1 || lines < 1 || components < 1 || zones < 0 || lineOctets < 75) {
            throw new IllegalArgumentException(
                    "limits of reading: expected positive ones, and lines of 75 octets or more");
        }
        if (seriesInstances < 1 || instances < seriesInstances) {
            throw new IllegalArgumentException(
                    "limits of reading: expected 1 or more instances a series, and no fewer a file");
        }
    }

    /** 5 MB, 200,000 lines, 20,000 components, 50 zones, 64 KB a line, 1,500 instances a series, 20,000 a file. */
    public static IcsLimits usual() {
        return new IcsLimits(5_000_000, 200_000, 20_000, 50, 65_536, 1_500, 20_000);
    }
}
