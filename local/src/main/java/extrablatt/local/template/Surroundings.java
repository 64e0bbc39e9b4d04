package extrablatt.local.template;

import java.util.Map;

/**
 * What a template is evaluated with: values for its parameters, pseudo parameters, and the names of
 * its resources.
 */
public record Surroundings(
    Map<String, String> parameters, Map<String, String> pseudoParameters, ResourceNames names) {

  public static final String REGION = "eu-central-1";
  public static final String ACCOUNT = "000000000000";
  public static final String STACK = "extrablatt";

  /**
   * The id at the end of the local stack's id, the same at every start: names and secrets are made
   * of it.
   */
  private static final String STACK_UUID = "00000000-0000-4000-8000-000000000000";

  public Surroundings {
    parameters = Map.copyOf(parameters);
    pseudoParameters = Map.copyOf(pseudoParameters);
  }

  /** The local stack's surroundings; parameters that are not given have the template's defaults. */
  public static Surroundings local(Map<String, String> parameters, ResourceNames names) {
    return new Surroundings(
        parameters,
        Map.of(
            "AWS::Region",
            REGION,
            "AWS::AccountId",
            ACCOUNT,
            "AWS::StackName",
            STACK,
            "AWS::StackId",
            "arn:aws:cloudformation:%s:%s:stack/%s/%s"
                .formatted(REGION, ACCOUNT, STACK, STACK_UUID),
            "AWS::Partition",
            "aws",
            "AWS::URLSuffix",
            "amazonaws.com"),
        names);
  }
}
