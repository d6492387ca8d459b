package io.keelson.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of docs/architecture.md. */
@AnalyzeClasses(packages = "io.keelson", importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {
    @ArchTest
    static final ArchRule modulesAreFreeOfCycles = slices().matching("io.keelson.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a module can then be read without the ones above it");

    @ArchTest
    static final ArchRule featuresOfOneModuleDependOneWay = slices().matching("io.keelson.job.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature can then be read without the ones above it");

    @ArchTest
    static final ArchRule onlyJobsKnowJobRunr = noClasses()
            .that()
            .resideOutsideOfPackages("io.keelson.job..", "io.keelson.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jobrunr..")
            .because("JobRunr is the worker runtime, not the queue, and must be replaceable");

    @ArchTest
    static final ArchRule apiKnowsNobody = noClasses()
            .that()
            .resideInAPackage("io.keelson.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta.persistence..", "org.jobrunr..", "java.sql..")
            .because("messages outlive every technology");

    @ArchTest
    static final ArchRule driversKnowTheSpiOnly = noClasses()
            .that()
            .resideInAPackage("io.keelson.driver..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.axonframework..", "org.springframework..", "io.keelson.api..", "org.jobrunr..")
            .because("a driver must be usable and testable without the rest of the house");

    @ArchTest
    static final ArchRule sagasDoNoInputOrOutput = noClasses()
            .that()
            .resideInAPackage("io.keelson.saga..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..", "javax.sql..", "java.net.http..", "java.nio.file..", "org.springframework..")
            .because("any history must be re-runnable");

    @ArchTest
    static final ArchRule entitiesStayOnTheQuerySide = noClasses()
            .that()
            .resideOutsideOfPackage("io.keelson.query..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.persistence..")
            .because("the read model is nobody else's business");
}
