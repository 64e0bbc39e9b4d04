package extrablatt.local;

import extrablatt.local.iam.Call;
import extrablatt.local.iam.Permissions;
import extrablatt.local.template.Function;
import extrablatt.local.template.LocalNames;
import extrablatt.local.template.Trigger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the Lambda service does by a function's role before and around its calls: it writes logs and
 * traces, and takes from queues and streams. On AWS a role that lacks it makes a deployment fail or
 * loses the logs without a word; here nothing starts.
 */
final class ServiceRights {
  private ServiceRights() {}

  /**
   * @throws extrablatt.local.iam.AccessDenied if a role lacks one of them
   */
  static void require(Collection<Function> functions, Permissions permissions) {
    for (var function : functions) {
      permissions.require(function.id(), ofRunning(function));
      for (var trigger : function.triggers()) {
        permissions.require(function.id(), ofTrigger(trigger));
      }
    }
  }

  private static List<Call> ofRunning(Function function) {
    var calls = new ArrayList<Call>();
    if (function.logGroup() != null) {
      var group = arn(function.logGroup(), "AWS::Logs::LogGroup");
      calls.addAll(each(group, "logs:CreateLogStream", "logs:PutLogEvents"));
    }
    if (function.traced()) {
      calls.addAll(each("*", "xray:PutTraceSegments", "xray:PutTelemetryRecords"));
    }
    return calls;
  }

  private static List<Call> ofTrigger(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Sqs sqs ->
          each(
              arn(sqs.queue(), "AWS::SQS::Queue"),
              "sqs:ReceiveMessage",
              "sqs:DeleteMessage",
              "sqs:GetQueueAttributes");
      case Trigger.Stream stream -> ofStream(stream);
      case Trigger.Schedule _ -> List.of();
    };
  }

  private static List<Call> ofStream(Trigger.Stream stream) {
    var calls =
        new ArrayList<>(
            each(
                arn(stream.table(), "AWS::DynamoDB::Table") + "/stream/local",
                "dynamodb:DescribeStream",
                "dynamodb:GetRecords",
                "dynamodb:GetShardIterator",
                "dynamodb:ListStreams"));
    if (stream.failureQueue() != null) {
      calls.addAll(each(arn(stream.failureQueue(), "AWS::SQS::Queue"), "sqs:SendMessage"));
    }
    return calls;
  }

  private static List<Call> each(@Nullable String resource, String... actions) {
    var named = resource == null ? "*" : resource;
    return List.of(actions).stream().map(action -> Call.of(action, named)).toList();
  }

  private static @Nullable String arn(String logicalId, String type) {
    return LocalNames.arn(logicalId, type);
  }
}
