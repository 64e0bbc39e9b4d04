package extrablatt.e2e;

/** What answers an event: the functions of a stack, by the names that the template gives them. */
@FunctionalInterface
interface Functions {

  byte[] call(String function, byte[] event) throws Exception;
}
