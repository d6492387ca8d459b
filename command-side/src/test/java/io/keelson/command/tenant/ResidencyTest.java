package io.keelson.command.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.error.RejectedException;
import io.keelson.api.tenant.residency.Region;
import io.keelson.api.tenant.residency.RegionTransfer;
import io.keelson.api.tenant.residency.Residency;
import io.keelson.api.tenant.residency.ResidencyMode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of each mode as a table. */
class ResidencyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # mode           | allowed             | runs in  | data in             | permitted
            SINGLE_COUNTRY   | ng-lagos ng-abuja   | ng-lagos | ng-lagos            | true
            SINGLE_COUNTRY   | ng-lagos ng-abuja   | ng-abuja | ng-lagos ng-abuja   | true
            SINGLE_COUNTRY   | ng-lagos ng-abuja   | ng-kano  | ng-kano             | false
            SINGLE_COUNTRY   | ng-lagos ng-abuja   | ng-lagos | ng-lagos gh-accra   | false
            SINGLE_COUNTRY   | ng-lagos ng-abuja   | ng-lagos |                     | false
            REGIONAL         | ng-lagos gh-accra   | gh-accra | ng-lagos gh-accra   | true
            REGIONAL         | ng-lagos gh-accra   | eu-west  | ng-lagos            | false
            REGIONAL         | ng-lagos gh-accra   | ng-lagos | ng-lagos eu-west    | false
            REGIONAL         | ng-lagos gh-accra   | ng-lagos |                     | false
            HYBRID           | ng-lagos eu-west    | ng-lagos | ng-lagos            | true
            HYBRID           | ng-lagos eu-west    | ng-lagos | ng-lagos eu-west    | true
            HYBRID           | ng-lagos eu-west    | eu-west  | ng-lagos eu-west    | false
            HYBRID           | ng-lagos eu-west    | ng-lagos | ng-lagos us-east    | false
            HYBRID           | ng-lagos eu-west    | ng-lagos |                     | false
            FULLY_SOVEREIGN  | own-1 own-2         | own-1    | own-1               | true
            FULLY_SOVEREIGN  | own-1 own-2         | own-2    | own-2               | true
            FULLY_SOVEREIGN  | own-1 own-2         | own-1    | own-1 own-2         | false
            FULLY_SOVEREIGN  | own-1 own-2         | own-3    | own-3               | false
            FULLY_SOVEREIGN  | own-1 own-2         | own-1    |                     | false
            """)
    void whereAnInstanceMayRunAndItsDataRest(
            ResidencyMode mode, String allowed, String region, String data, boolean permitted) {
        assertThat(new Residency(mode, regions(allowed)).permits(new Region(region), regions(data)))
                .isEqualTo(permitted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # mode           | allowed           | from     | to       | permitted
            SINGLE_COUNTRY   | ng-lagos ng-abuja | ng-lagos | ng-abuja | true
            SINGLE_COUNTRY   | ng-lagos ng-abuja | ng-lagos | gh-accra | false
            REGIONAL         | ng-lagos gh-accra | ng-lagos | gh-accra | true
            HYBRID           | ng-lagos eu-west  | ng-lagos | eu-west  | true
            HYBRID           | ng-lagos eu-west  | ng-lagos | us-east  | false
            FULLY_SOVEREIGN  | own-1 own-2       | own-1    | own-2    | false
            FULLY_SOVEREIGN  | own-1 own-2       | own-1    | own-1    | true
            """)
    void whereDataMayBeCarried(ResidencyMode mode, String allowed, String from, String to, boolean permitted) {
        RegionTransfer transfer = new RegionTransfer(new Region(from), new Region(to));
        assertThat(new Residency(mode, regions(allowed)).permits(transfer)).isEqualTo(permitted);
    }

    @Test
    void aTransferCrossesABorderWhenTheCountryChanges() {
        assertThat(new RegionTransfer(new Region("ng-lagos"), new Region("ng-abuja")).crossesBorder())
                .isFalse();
        assertThat(new RegionTransfer(new Region("ng-lagos"), new Region("gh-accra")).crossesBorder())
                .isTrue();
        assertThat(new RegionTransfer(new Region("local"), new Region("local")).crossesBorder())
                .isFalse();
    }

    @Test
    void regionsOfTwoCountriesAreNoSingleCountry() {
        assertThatThrownBy(() -> new Residency(ResidencyMode.SINGLE_COUNTRY, regions("ng-lagos gh-accra")))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.rejection().field()).isEqualTo("residency.allowedRegions"));
    }

    @Test
    void aResidencyWithoutRegionsIsRefused() {
        assertThatThrownBy(() -> new Residency(ResidencyMode.REGIONAL, List.of()))
                .isInstanceOf(RejectedException.class);
    }

    private static List<Region> regions(String names) {
        return names == null
                ? List.of()
                : Stream.of(names.split(" ")).map(Region::new).toList();
    }
}
