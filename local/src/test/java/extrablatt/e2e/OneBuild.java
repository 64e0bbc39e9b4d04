package extrablatt.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the tests the built functions on the one stack, or on a quiet one of their own; the first
 * of them starts either, the end of all of them stops it.
 */
public final class OneBuild implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return List.of(BuiltFunctions.class, QuietBuild.class)
        .contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var store = context.getRoot().getStore(ExtensionContext.Namespace.create(OneBuild.class));
    return parameter.getParameter().getType() == QuietBuild.class
        ? quiet(store)
        : loud(store, OneStack.stack(context));
  }

  private static BuiltFunctions loud(Store store, Stack stack) {
    return store.computeIfAbsent(
        BuiltFunctions.class,
        _ -> {
          try {
            return new BuiltFunctions(stack.parts());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        BuiltFunctions.class);
  }

  private static QuietBuild quiet(Store store) {
    return store.computeIfAbsent(
        QuietBuild.class,
        _ -> {
          try {
            return QuietBuild.start();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        QuietBuild.class);
  }
}
