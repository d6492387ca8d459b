# Build the jar first (./keelson run does, or: mvn -Pquick package), then: docker build -t keelson .
FROM eclipse-temurin:25.0.1_8-jre-noble
RUN useradd --system --uid 10001 --home-dir /var/lib/keelson --create-home keelson
COPY app/target/keelson.jar /opt/keelson/keelson.jar
USER keelson
WORKDIR /var/lib/keelson
# The container listens on its own network; publish the port on loopback only, since there is no sign-in yet.
ENV SERVER_ADDRESS=0.0.0.0 KEELSON_HOME=/var/lib/keelson LOGGING_STRUCTURED_FORMAT_CONSOLE=logstash
EXPOSE 8080
ENTRYPOINT ["java", "-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-jar", "/opt/keelson/keelson.jar"]
