package io.keelson.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.keelson.api.message.DomainEvent;
import io.keelson.api.message.LogicalName;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The habits of the house, as far as a machine can check them. */
@AnalyzeClasses(packages = "io.keelson", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes().should(liveInANullMarkedPackage()).because("absence must be visible in the type");

    @ArchTest
    static final ArchRule messagesAreRecordsOrIndexes = classes()
            .that()
            .resideInAnyPackage("io.keelson.api..command", "io.keelson.api..event", "io.keelson.api..query")
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .should()
            .beRecords()
            .orShould()
            .beInterfaces()
            .orShould()
            .beEnums()
            .because("a message is data");

    @ArchTest
    static final ArchRule eventsHaveANameAndARevision = classes()
            .that()
            .implement(DomainEvent.class)
            .and()
            .areNotInterfaces()
            .should()
            .beAnnotatedWith(LogicalName.class)
            .andShould()
            .beAnnotatedWith(Revision.class)
            .because("events are for ever");

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("time is a parameter, so that any history can be re-run");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .because("a constructor says what a class needs");

    @ArchTest
    static final ArchRule sagasHoldStateOnly = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Saga.class)
            .should()
            .notBeAnnotatedWith(Autowired.class)
            .because("whatever stands in a saga is stored");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)")
            .because("such a name says nothing about the thing");

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
            }
        };
    }
}
