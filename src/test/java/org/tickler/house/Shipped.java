package org.tickler.house;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** What ships: no test of this floor, and none of a floor below that comes as a jar of tests. */
final class Shipped implements ImportOption {

    private final ImportOption notOfThisFloorsTests = new DoNotIncludeTests();

    @Override
    public boolean includes(Location location) {
        return notOfThisFloorsTests.includes(location) && !location.contains("-tests.jar");
    }
}
