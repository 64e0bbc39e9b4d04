package extrablatt.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import extrablatt.local.template.Function;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;

/** Makes the handler that a function's template entry names, with the environment it is to see. */
final class HandlerClass {
  private HandlerClass() {}

  static Handler instantiate(Function function, Map<String, String> environment) {
    var object = object(function, environment);
    return switch (object) {
      case RequestStreamHandler stream -> new Streaming(stream);
      case RequestHandler<?, ?> typed -> Typed.of(typed);
      default ->
          throw new FunctionError(
              function.id(), object.getClass().getName() + " is no handler of the Lambda runtime");
    };
  }

  /** One JVM has one environment, but a stack has many functions: so it comes in as a map. */
  private static Object object(Function function, Map<String, String> environment) {
    var name = function.handler().split("::", 2)[0];
    try {
      return Class.forName(name).getConstructor(Map.class).newInstance(environment);
    } catch (ClassNotFoundException e) {
      throw new FunctionError(function.id(), "there is no class " + name, e);
    } catch (NoSuchMethodException e) {
      throw new FunctionError(
          function.id(), name + " has no public constructor that takes the environment", e);
    } catch (InvocationTargetException e) {
      throw new FunctionError(
          function.id(), name + " cannot be started: " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new FunctionError(function.id(), name + " cannot be made", e);
    }
  }

  private static void closeIfCloseable(Object handler) throws Exception {
    if (handler instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }

  private record Streaming(RequestStreamHandler code) implements Handler {
    @Override
    public byte[] handle(byte[] event, Context context) throws IOException {
      var answer = new ByteArrayOutputStream();
      code.handleRequest(new ByteArrayInputStream(event), answer, context);
      return answer.toByteArray();
    }

    @Override
    public void close() throws Exception {
      closeIfCloseable(code);
    }
  }

  /** A handler of typed events, with the (de)serializers that the managed runtime would take. */
  private record Typed<I, O>(
      RequestHandler<I, O> code, PojoSerializer<I> input, PojoSerializer<O> output)
      implements Handler {

    @SuppressWarnings("unchecked") // The method's own signature is what the types are taken from.
    static <I, O> Typed<I, O> of(RequestHandler<I, O> code) {
      var method = handleRequest(code.getClass());
      return new Typed<>(
          code,
          serializer((Class<I>) method.getParameterTypes()[0]),
          serializer((Class<O>) method.getReturnType()));
    }

    @Override
    public byte[] handle(byte[] event, Context context) {
      var answer = code.handleRequest(input.fromJson(new ByteArrayInputStream(event)), context);
      var json = new ByteArrayOutputStream();
      output.toJson(answer, json);
      return json.toByteArray();
    }

    @Override
    public void close() throws Exception {
      closeIfCloseable(code);
    }

    /** The method as it is written; the one that takes Object is the compiler's bridge to it. */
    private static Method handleRequest(Class<?> type) {
      return Arrays.stream(type.getMethods())
          .filter(method -> method.getName().equals("handleRequest") && !method.isBridge())
          .filter(method -> method.getParameterCount() == 2)
          .findFirst()
          .orElseThrow();
    }

    private static <T> PojoSerializer<T> serializer(Class<T> type) {
      return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
          ? LambdaEventSerializers.serializerFor(type, type.getClassLoader())
          : JacksonFactory.getInstance().getSerializer(type);
    }
  }
}
