package org.tickler.house;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.tickler", importOptions = Shipped.class)
class FloorsTest {

    @ArchTest
    static final ArchRule eachFloorKnowsItselfAndThoseBelow = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("calendars")
            .definedBy("org.tickler.calendars..")
            .layer("rules")
            .definedBy("org.tickler.rules..")
            .layer("engine")
            .definedBy("org.tickler.engine..")
            .layer("program")
            .definedBy("org.tickler.daemon..")
            .whereLayer("program")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("program")
            .whereLayer("rules")
            .mayOnlyBeAccessedByLayers("program", "engine")
            .because("a date must be explainable from the floors below it alone, and rules is a library of its own");

    @ArchTest
    static final ArchRule roomsOfCalendarsStandInARow = slices().matching("org.tickler.calendars.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true)
            .because("two rooms that need each other are one room");

    @ArchTest
    static final ArchRule roomsOfRulesStandInARow = slices().matching("org.tickler.rules.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true)
            .because("two rooms that need each other are one room");
}
