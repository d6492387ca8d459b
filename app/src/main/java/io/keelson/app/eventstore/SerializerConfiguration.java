package io.keelson.app.eventstore;

import io.keelson.api.message.EventCatalogue;
import io.keelson.eventstore.serializer.LogicalTypeNames;
import io.keelson.eventstore.serializer.Serializers;
import io.keelson.saga.operation.InstanceOperationSaga;
import io.keelson.saga.provisioning.ProvisioningSaga;
import io.keelson.saga.rollout.RolloutSaga;
import io.keelson.saga.suspension.HoldSaga;
import io.keelson.saga.termination.TerminationSaga;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** What is stored, and under which names, for ever. */
@Configuration(proxyBeanMethods = false)
class SerializerConfiguration {
    @Bean
    LogicalTypeNames logicalTypeNames() {
        return LogicalTypeNames.of(EventCatalogue.types())
                .with("saga.provisioning", ProvisioningSaga.class)
                .with("saga.termination", TerminationSaga.class)
                .with("saga.instance-operation", InstanceOperationSaga.class)
                .with("saga.hold", HoldSaga.class)
                .with("saga.rollout", RolloutSaga.class);
    }

    @Bean
    Serializers serializers(LogicalTypeNames names) {
        return Serializers.of(names);
    }

    @Bean
    @Primary
    Serializer generalSerializer(Serializers serializers) {
        return serializers.general();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(Serializers serializers) {
        return serializers.events();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer(Serializers serializers) {
        return serializers.messages();
    }
}
