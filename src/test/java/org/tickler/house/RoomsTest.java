package org.tickler.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.tickler", importOptions = Shipped.class)
class RoomsTest {

    @ArchTest
    static final ArchRule quartzOnlyInWake = only("org.tickler.engine.wake..", "org.quartz..")
            .because("Quartz wakes and rows decide: what is due is never a trigger's to know");

    @ArchTest
    static final ArchRule sqlOnlyInStore = only(
                    "org.tickler.engine.store..",
                    "java.sql..",
                    "javax.sql..",
                    "org.jdbi.v3.core.statement..",
                    "org.flywaydb..",
                    "org.postgresql..",
                    "com.zaxxer.hikari..")
            .because(
                    "a step says what it wants of the store in the trade's words, and one folder holds every statement");

    @ArchTest
    static final ArchRule handlesAreOnlyPassedOn = noClasses()
            .that()
            .resideOutsideOfPackage("org.tickler.engine.store..")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "the method is Jdbi's",
                    call -> call.getTargetOwner().getPackageName().startsWith("org.jdbi.")))
            .because("a handle is a transaction that several stores join; what is said to it is SQL");

    @ArchTest
    static final ArchRule mailOnlyInMail = noClasses()
            .that()
            .resideOutsideOfPackages("org.tickler.engine.dispatch.mail..", "org.tickler.engine.inmail..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "jakarta.activation..", "org.eclipse.angus..")
            .because(
                    "whether a letter was accepted, refused or nobody knows is decided next to the wire, and what comes"
                            + " in is made plain rows there");

    @ArchTest
    static final ArchRule twilioOnlyInSms = only("org.tickler.engine.dispatch.sms..", "com.twilio..")
            .because("the SDK sends again by itself unless it is held; it is held in one place");

    @ArchTest
    static final ArchRule yamlOnlyInText = only("org.tickler.calendars.text..", "org.snakeyaml..")
            .because("every value read from a file keeps its line and column, which only our own nodes carry");

    @ArchTest
    static final ArchRule ical4jOnlyInIcs = only("org.tickler.calendars.ics..", "net.fortuna.ical4j..")
            .because("its parser can be exhausted by a hostile file, and the guard stands before it");

    @ArchTest
    static final ArchRule jettyOnlyInHttp = only("org.tickler.daemon.http..", "org.eclipse.jetty..")
            .because("pages, feeds and hooks are answered without knowing which server carries them");

    private static ArchRule only(String room, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .allowEmptyShould(true);
    }
}
