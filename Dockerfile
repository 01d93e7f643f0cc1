# syntax=docker/dockerfile:1
FROM maven:3.9.16-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
RUN mvn -q -B dependency:go-offline || true
COPY src src
COPY config config
RUN mvn -q -B -DskipTests package

FROM eclipse-temurin:25.0.3_9-jre-noble
RUN useradd --system --uid 10001 --create-home stagecoach \
    && mkdir -p /stagecoach/data /stagecoach/config \
    && chmod 700 /stagecoach/data \
    && chown -R stagecoach:stagecoach /stagecoach
USER stagecoach
WORKDIR /stagecoach
COPY --from=build --chown=stagecoach /build/target/stagecoach.jar ./
COPY --chown=stagecoach config config
# One heap of a known size, compact headers, memory that is given back, and a cache of loaded classes. Without the
# flight recorder, whose events in the database's library cost a tenth of the start: leave that out to record.
ENV JDK_JAVA_OPTIONS="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:TrimNativeHeapInterval=5000 -Djfr.unsupported.vm=true -Xms16m -Xmx256m -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true"
ENV MALLOC_ARENA_MAX=2
# The cache is trained beside the sandbox with the flags it runs with; the first start makes the database, so that
# only what every later start needs is in the cache. SQLite's library, which the training unpacks, moves into the image,
# because nothing may be executed from a --tmpfs.
RUN java -jar stagecoach.jar sandbox --port 4700 > /tmp/sandbox.log & sandbox=$! \
    && until grep -q ^Ready /tmp/sandbox.log; do sleep 1; done \
    && export SLACK_API_URL=http://127.0.0.1:4700/api/ SLACK_BOT_TOKEN=xoxb-sandbox SLACK_APP_TOKEN=xapp-sandbox \
        DATABASE_URL=jdbc:sqlite:/tmp/training.db PORT=0 \
    && java -jar stagecoach.jar run --exit-when-ready \
    && java -XX:AOTCacheOutput=stagecoach.aot -jar stagecoach.jar run --exit-when-ready \
    && kill $sandbox && mv /tmp/sqlite-* sqlite && rm /tmp/training.db* /tmp/sandbox.log
ENV JDK_JAVA_OPTIONS="$JDK_JAVA_OPTIONS -Dorg.sqlite.lib.path=/stagecoach/sqlite"
ENV PORT=3000
EXPOSE 3000
VOLUME /stagecoach/data
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["java", "-jar", "stagecoach.jar", "health"]
ENTRYPOINT ["java", "-XX:AOTCache=stagecoach.aot", "-jar", "stagecoach.jar"]
CMD ["run"]
