package extrablatt.local.template;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The names of resources in the local stack: {@code DropBucket} is {@code extrablatt-drop}, {@code
 * ContentTable} is {@code extrablatt-content}, {@code IngestQueue} is {@code extrablatt-ingest},
 * under the address of the local SQS.
 */
public record LocalNames(String sqsEndpoint) implements ResourceNames {

  @Override
  public @Nullable String reference(String logicalId, String type) {
    return switch (type) {
      case "AWS::S3::Bucket", "AWS::DynamoDB::Table" -> name(logicalId, type);
      case "AWS::SQS::Queue" ->
          sqsEndpoint + "/" + Surroundings.ACCOUNT + "/" + name(logicalId, type);
      case "AWS::Logs::LogGroup",
          "AWS::Serverless::Function",
          "AWS::Serverless::HttpApi",
          "AWS::Serverless::WebSocketApi",
          // Nobody starts these here, but what names them can be started.
          "AWS::CloudFront::Distribution",
          "AWS::SecretsManager::Secret" ->
          logicalId;
      default -> null;
    };
  }

  @Override
  public @Nullable String attribute(String logicalId, String type, String attribute) {
    return switch (attribute) {
      case "Arn" -> arn(logicalId, type);
      case "QueueName" -> type.equals("AWS::SQS::Queue") ? name(logicalId, type) : null;
      case "QueueUrl" -> type.equals("AWS::SQS::Queue") ? reference(logicalId, type) : null;
      // There is one version of everything here.
      case "Version", "Alias" ->
          type.equals("AWS::Serverless::Function") ? arn(logicalId, type) + ":live" : null;
      case "StreamArn" ->
          type.equals("AWS::DynamoDB::Table") ? arn(logicalId, type) + "/stream/local" : null;
      default -> null;
    };
  }

  /** The physical name of a table, queue or bucket. */
  public static String name(String logicalId, String type) {
    var kind = type.substring(type.lastIndexOf(':') + 1);
    var stem =
        logicalId.endsWith(kind) && !logicalId.equals(kind)
            ? logicalId.substring(0, logicalId.length() - kind.length())
            : logicalId;
    var kebab = stem.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    return Surroundings.STACK + "-" + kebab;
  }

  /** The ARN of a resource of the template; null for a type that the local stack has not. */
  public static @Nullable String arn(String logicalId, String type) {
    return switch (type) {
      case "AWS::S3::Bucket" -> Arns.bucket(name(logicalId, type));
      case "AWS::DynamoDB::Table" -> Arns.table(name(logicalId, type));
      case "AWS::SQS::Queue" -> Arns.queue(name(logicalId, type));
      case "AWS::Serverless::Function" -> Arns.function(logicalId);
      case "AWS::Logs::LogGroup" -> Arns.logGroup(logicalId);
      default -> null;
    };
  }
}
