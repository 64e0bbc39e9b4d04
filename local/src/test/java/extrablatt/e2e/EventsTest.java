package extrablatt.e2e;

/** The sample events in the functions of the running stack. */
final class EventsTest extends EventsContract {

  EventsTest(Stack stack) {
    super(stack, stack.functions()::call);
  }
}
