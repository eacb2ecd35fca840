FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /build
# The libraries first: they are downloaded again only if the project file changes.
COPY pom.xml .
RUN mvn -B -ntp dependency:go-offline
COPY src src
RUN mvn -B -ntp package -DskipTests

FROM eclipse-temurin:17-jre
WORKDIR /app
COPY --from=build /build/target/${artifact}.jar ${artifact}.jar
COPY --from=build /build/target/lib lib
<#if options?has_content>
COPY ${options?trim?remove_beginning("@")} .
</#if>
COPY data data
<#list environment as name, value>
ENV ${name}=${value}
</#list>
ENTRYPOINT ["java"<#if options?has_content>, "${options?trim}"</#if>, "-jar", "${artifact}.jar"]
CMD ["--help"]
