package extrablatt.e2e;

import extrablatt.local.MemoryStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the tests one stack, which the first of them starts and the end of all of them stops. */
public final class OneStack implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return List.of(Stack.class, MemoryStack.class).contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var stack = stack(context);
    return parameter.getParameter().getType() == Stack.class ? stack : stack.parts();
  }

  static Stack stack(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(OneStack.class))
        .computeIfAbsent(Stack.class, _ -> started(), Stack.class);
  }

  private static Stack started() {
    try {
      return Stack.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
