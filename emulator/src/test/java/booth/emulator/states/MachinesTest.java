package booth.emulator.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.IncludedData;
import software.amazon.awssdk.services.sfn.model.InvalidDefinitionException;
import software.amazon.awssdk.services.sfn.model.InvalidLoggingConfigurationException;
import software.amazon.awssdk.services.sfn.model.LogDestination;
import software.amazon.awssdk.services.sfn.model.LogLevel;
import software.amazon.awssdk.services.sfn.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.StateMachineDeletingException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;
import software.amazon.awssdk.services.sfn.model.StateMachineStatus;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import software.amazon.awssdk.services.sfn.model.StateMachineTypeNotSupportedException;
import software.amazon.awssdk.services.sfn.model.Tag;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionResultCode;

class MachinesTest {
    private static final String ECHO = States.oneTask(States.ECHO);
    private static final String TWICE_WRONG = """
            {"QueryLanguage": "JSONata", "StartAt": "Nowhere", "States": {
              "A": {"Type": "Pass", "Next": "Nobody"}}}""";

    @TempDir
    private Path folder;

    private States states;

    @BeforeEach
    void start() {
        states = new States(folder);
    }

    @AfterEach
    void stop() {
        states.close();
    }

    @Test
    void aMachineIsDescribedAsItWasCreated() {
        String arn = states.create("Echo", ECHO);

        DescribeStateMachineResponse machine = describe(arn);

        assertThat(arn).isEqualTo("arn:aws:states:us-east-1:123456789012:stateMachine:Echo");
        assertThat(machine.name()).isEqualTo("Echo");
        assertThat(machine.definition()).isEqualTo(ECHO);
        assertThat(machine.roleArn()).isEqualTo("arn:aws:iam::123456789012:role/states");
        assertThat(machine.status()).isEqualTo(StateMachineStatus.ACTIVE);
        assertThat(machine.type()).isEqualTo(StateMachineType.STANDARD);
        assertThat(states.client.listStateMachines().stateMachines())
                .extracting(StateMachineListItem::name)
                .containsExactly("Echo");
    }

    @Test
    void creatingTheSameTwiceCreatesOnceAndAnotherOfTheNameIsRefused() {
        String arn = states.create("Echo", ECHO);

        assertThat(states.create("Echo", ECHO)).isEqualTo(arn);
        assertThatThrownBy(() -> states.create("Echo", States.waiting()))
                .isInstanceOf(StateMachineAlreadyExistsException.class);
        assertThat(states.client.listStateMachines().stateMachines()).hasSize(1);
    }

    @Test
    void anInvalidDefinitionIsRefusedWithEverythingThatIsWrong() {
        assertThatThrownBy(() -> states.create("Wrong", TWICE_WRONG))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("Nowhere")
                .hasMessageContaining("Nobody");
        assertThatThrownBy(() -> states.create("Wrong", "{")).isInstanceOf(InvalidDefinitionException.class);
        assertThat(states.client.listStateMachines().stateMachines()).isEmpty();
    }

    @Test
    void validationListsFindingsWithTheirPlaces() {
        var wrong = states.client.validateStateMachineDefinition(definition -> definition.definition(TWICE_WRONG));
        var right = states.client.validateStateMachineDefinition(definition -> definition.definition(ECHO));

        assertThat(right.result()).isEqualTo(ValidateStateMachineDefinitionResultCode.OK);
        assertThat(right.diagnostics()).isEmpty();
        assertThat(wrong.result()).isEqualTo(ValidateStateMachineDefinitionResultCode.FAIL);
        assertThat(wrong.diagnostics()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(diagnostic -> {
            assertThat(diagnostic.location()).startsWith("/");
            assertThat(diagnostic.message()).isNotBlank();
        });
    }

    @Test
    void aRunningExecutionKeepsTheDefinitionItStartedWith() {
        String arn = states.create("Changing", States.waiting());
        String execution = states.client
                .startExecution(start -> start.stateMachineArn(arn).name("old"))
                .executionArn();

        states.client.updateStateMachine(update -> update.stateMachineArn(arn).definition(ECHO));

        assertThat(describe(arn).definition()).isEqualTo(ECHO);
        assertThat(states.client
                        .describeStateMachineForExecution(of -> of.executionArn(execution))
                        .definition())
                .isEqualTo(States.waiting());
        assertThatThrownBy(() -> states.client.updateStateMachine(update -> update.stateMachineArn(arn)))
                .isInstanceOf(MissingRequiredParameterException.class);
    }

    @Test
    void aDeletedMachineGoesWithItsLastExecution() {
        String arn = states.create("Waiting", States.waiting());
        String execution = states.client
                .startExecution(start -> start.stateMachineArn(arn).name("last"))
                .executionArn();

        states.client.deleteStateMachine(delete -> delete.stateMachineArn(arn));
        assertThat(describe(arn).status()).isEqualTo(StateMachineStatus.DELETING);
        assertThatThrownBy(() -> states.client.startExecution(start -> start.stateMachineArn(arn)))
                .isInstanceOf(StateMachineDeletingException.class);

        states.client.stopExecution(stop -> stop.executionArn(execution));
        assertThatThrownBy(() -> describe(arn)).isInstanceOf(StateMachineDoesNotExistException.class);
        states.client.deleteStateMachine(delete -> delete.stateMachineArn(arn));
    }

    @Test
    void whatIsNotKeptHereIsRefusedByName() {
        assertThatThrownBy(() -> states.client.createStateMachine(machine -> machine.name("Fast")
                        .definition(ECHO)
                        .roleArn("arn:aws:iam::123456789012:role/states")
                        .type(StateMachineType.EXPRESS)))
                .isInstanceOf(StateMachineTypeNotSupportedException.class);
        assertThatThrownBy(() -> states.client.createStateMachine(machine -> machine.name("Versioned")
                        .definition(ECHO)
                        .roleArn("arn:aws:iam::123456789012:role/states")
                        .publish(true)))
                .hasMessageContaining("Versions of state machines (publish) are not supported here");
        assertThatThrownBy(() -> states.client.createActivity(activity -> activity.name("by-hand")))
                .isInstanceOf(SfnException.class)
                .hasMessageContaining("CreateActivity");
    }

    @Test
    void ofWhatIsNotKeptHereThereIsNone() {
        String arn = states.create("Echo", ECHO);

        assertThat(states.client.listActivities().activities()).isEmpty();
        assertThat(states.client
                        .listStateMachineVersions(list -> list.stateMachineArn(arn))
                        .stateMachineVersions())
                .isEmpty();
        assertThat(states.client
                        .listStateMachineAliases(list -> list.stateMachineArn(arn))
                        .stateMachineAliases())
                .isEmpty();
    }

    @Test
    void aMachineHasARevisionOnceItHasChanged() {
        String arn = states.create("Echo", ECHO);
        assertThat(describe(arn).revisionId()).isNull();

        String first = states.client
                .updateStateMachine(update -> update.stateMachineArn(arn).definition(States.waiting()))
                .revisionId();
        assertThat(describe(arn).revisionId()).isEqualTo(first);
        assertThat(states.client
                        .updateStateMachine(
                                update -> update.stateMachineArn(arn).definition(States.waiting()))
                        .revisionId())
                .isEqualTo(first);
        assertThat(states.client
                        .updateStateMachine(
                                update -> update.stateMachineArn(arn).definition(ECHO))
                        .revisionId())
                .isNotEqualTo(first);
    }

    @Test
    void metadataAloneIsShownWithoutTheDefinition() {
        String arn = states.create("Echo", ECHO);

        assertThat(states.client
                        .describeStateMachine(
                                machine -> machine.stateMachineArn(arn).includedData(IncludedData.METADATA_ONLY))
                        .definition())
                .isEqualTo("{}");
    }

    @Test
    void loggingHasOneDestinationOrIsOff() {
        LogDestination group = LogDestination.builder()
                .cloudWatchLogsLogGroup(log -> log.logGroupArn("arn:aws:logs:us-east-1:123456789012:log-group:x:*"))
                .build();
        String arn = states.client
                .createStateMachine(machine -> machine.name("Logged")
                        .definition(ECHO)
                        .roleArn("arn:aws:iam::123456789012:role/states")
                        .loggingConfiguration(log -> log.level(LogLevel.ALL).destinations(group)))
                .stateMachineArn();

        assertThat(describe(arn).loggingConfiguration().level()).isEqualTo(LogLevel.ALL);
        assertThat(describe(arn).loggingConfiguration().includeExecutionData()).isFalse();
        assertThatThrownBy(() -> states.client.updateStateMachine(
                        update -> update.stateMachineArn(arn).loggingConfiguration(log -> log.level(LogLevel.ERROR))))
                .isInstanceOf(InvalidLoggingConfigurationException.class)
                .hasMessageContaining("Invalid Logging Configuration: Must specify exactly one Log Destination.");
    }

    @Test
    void tagsAreKept() {
        String arn = states.create("Echo", ECHO);

        states.client.tagResource(tag -> tag.resourceArn(arn)
                .tags(
                        Tag.builder().key("b").value("2").build(),
                        Tag.builder().key("a").value("1").build()));
        states.client.untagResource(untag -> untag.resourceArn(arn).tagKeys("b"));

        assertThat(states.client
                        .listTagsForResource(list -> list.resourceArn(arn))
                        .tags())
                .containsExactly(Tag.builder().key("a").value("1").build());
    }

    @Test
    void machinesOutliveTheProcess() {
        String arn = states.create("Echo", ECHO);
        DescribeStateMachineResponse before = describe(arn);

        states.close();
        states = new States(folder);

        assertThat(describe(arn).equalsBySdkFields(before)).isTrue();
    }

    private DescribeStateMachineResponse describe(String arn) {
        return states.client.describeStateMachine(machine -> machine.stateMachineArn(arn));
    }
}
